package org.schoolbell.relay.apns;

/** No answer came: the connection could not be made, was lost or stayed silent. Its message is one word for receipts and metrics. */
final class ApnsUnreachableException extends Exception {
	private final String word;

	ApnsUnreachableException(String word) {
		super(word);
		this.word = word;
	}

	String word() {
		return word;
	}
}
