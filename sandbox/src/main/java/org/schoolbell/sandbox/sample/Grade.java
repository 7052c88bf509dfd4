package org.schoolbell.sandbox.sample;

/** A grade level, 0 (kindergarten) to 12. */
record Grade(int number) {
	static final int COUNT = 13;

	Grade {
		if (number < 0 || number >= COUNT) {
			throw new IllegalArgumentException("a grade is 0 to 12, not " + number);
		}
	}

	/** The code of the Common Education Data Standards, as OneRoster asks. */
	String code() {
		return number == 0 ? "KG" : Digits.of(number, 2);
	}

	Level level() {
		if (number <= Level.ELEMENTARY.highest) {
			return Level.ELEMENTARY;
		}
		return number <= Level.MIDDLE.highest ? Level.MIDDLE : Level.HIGH;
	}

	/** The level of a school, and the grades it teaches. */
	enum Level {
		ELEMENTARY("Elementary School", 0, 5), MIDDLE("Middle School", 6, 8), HIGH("High School", 9, 12);

		final String title;
		final int lowest;
		final int highest;

		Level(String title, int lowest, int highest) {
			this.title = title;
			this.lowest = lowest;
			this.highest = highest;
		}

		int grades() {
			return highest - lowest + 1;
		}
	}
}
