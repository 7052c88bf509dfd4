package org.schoolbell.district.dispatch.check;

/** How a step went. */
public enum Result {
	/** As it should be. */
	PASSED("passed"),
	/** It works, and somebody should see to it. */
	WARNING("warning"),
	/** It does not work; the check ends here. */
	FAILED("failed"),
	/** An earlier step failed. */
	NOT_TRIED("not-tried");

	private final String key;

	Result(String key) {
		this.key = key;
	}

	/** @return the word for it */
	public Wording word() {
		return Wording.of("check.result." + key);
	}
}
