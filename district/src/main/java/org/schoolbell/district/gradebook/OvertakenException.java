package org.schoolbell.district.gradebook;

/** A score was another version than its writer saw; the transaction must not be committed. It has no stack trace, since it is no failure. */
final class OvertakenException extends RuntimeException {
	OvertakenException() {
		super("A score was changed by another writer since it was seen", null, false, false);
	}
}
