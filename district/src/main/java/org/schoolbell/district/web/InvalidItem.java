package org.schoolbell.district.web;

/** One item of a body cannot be taken; others may be. It has no stack trace, since it tells the caller of the caller's mistake. */
public final class InvalidItem extends Exception {
	private final String pointer;

	/**
	 * @param pointer where in the body (RFC 6901)
	 * @param reason what is wrong and what would be right, without the value
	 */
	public InvalidItem(String pointer, String reason) {
		super(reason, null, false, false);
		this.pointer = pointer;
	}

	/** @return where in the body (RFC 6901) */
	public String pointer() {
		return pointer;
	}

	/** @return what is wrong and what would be right */
	public String reason() {
		return String.valueOf(getMessage());
	}
}
