package org.schoolbell.wire;

/** Bytes that are not the message they claim to be. The message says what is wrong and where, and quotes nothing; there is no cause, which would. */
public final class MalformedMessageException extends Exception {
	private final String fault;

	MalformedMessageException(String fault) {
		super(fault);
		this.fault = fault;
	}

	/** What is wrong and where: at most 200 printable ASCII characters, so it can be a receipt's reason. */
	public String fault() {
		return fault;
	}
}
