package org.schoolbell.wire;

/** Bytes that are not the message they claim to be. The message says what is wrong and where, and quotes nothing; there is no cause, which would. */
public final class MalformedMessageException extends Exception {
	MalformedMessageException(String message) {
		super(message);
	}
}
