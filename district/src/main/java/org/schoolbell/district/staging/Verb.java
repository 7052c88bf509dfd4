package org.schoolbell.district.staging;

/** What a staged line does to its record; tables keep the code. */
enum Verb {
	IGNORE(0), INSERT(1), UPDATE(2), NOTHING(3), END(4);

	private final int code;

	Verb(int code) {
		this.code = code;
	}

	int code() {
		return code;
	}
}
