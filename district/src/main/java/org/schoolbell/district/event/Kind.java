package org.schoolbell.district.event;

/** The kinds of notice, with the number that tables keep for each. Numbers are never used twice. */
public enum Kind {
	ASSIGNMENTS(1), GRADES(2), ATTENDANCE(3), LUNCH_BALANCE(4), RESPONSIVE_SCHEDULE(5);

	private final int code;

	Kind(int code) {
		this.code = code;
	}

	/** @return the number in tables */
	public int code() {
		return code;
	}

	/**
	 * @param code the number in tables
	 * @return the kind with that number
	 * @throws IllegalArgumentException if there is none
	 */
	public static Kind ofCode(int code) {
		for (Kind kind : values()) {
			if (kind.code == code) {
				return kind;
			}
		}
		throw new IllegalArgumentException("No kind has the code " + code);
	}
}
