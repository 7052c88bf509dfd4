package org.schoolbell.sandbox.sample;

/** How a student comes through the two years. */
enum Passage {
	/** Here all the time. */
	STAYS(85),
	/** Came when the Active year began. */
	NEW(5),
	/** Came some weeks before the sample's date. */
	JOINED(3),
	/** Left some weeks before the sample's date. */
	LEFT(3),
	/** Left when last year ended: a student of the past only. */
	LEFT_BEFORE(4);

	private final int percent;

	Passage(int percent) {
		this.percent = percent;
	}

	boolean wasHereLastYear() {
		return switch (this) {
			case STAYS, LEFT, LEFT_BEFORE -> true;
			case NEW, JOINED -> false;
		};
	}

	boolean isHereThisYear() {
		return this != LEFT_BEFORE;
	}

	static Passage draw(Draw draw, Grade grade) {
		int percentile = draw.below(100);
		for (Passage passage : values()) {
			percentile -= passage.percent;
			if (percentile < 0) {
				return passage == STAYS && grade.number() == 0 ? NEW : passage;
			}
		}
		throw new IllegalStateException("the shares do not add up to 100");
	}
}
