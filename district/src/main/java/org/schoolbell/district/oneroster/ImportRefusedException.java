package org.schoolbell.district.oneroster;

/** An archive was not taken, and nothing was changed. The message is a sentence for the operator: file, line, column, and what would be right. */
public final class ImportRefusedException extends RuntimeException {
	ImportRefusedException(String message, RuntimeException cause) {
		super(message, cause);
	}
}
