package org.schoolbell.district.notice;

/** Numbers in the traces' table. Never used twice; 2 is the place of an event on hold. */
final class TraceCodes {
	static final int TELL = 1;
	static final int DROP = 3;
	/** Among the rules of the people: told. */
	static final int NO_RULE = 0;

	private TraceCodes() {
	}
}
