package org.schoolbell.district.oneroster.csv;

import org.jspecify.annotations.Nullable;

/** Something that makes a whole archive unusable. Its message is a sentence for the operator: file, line, column, and what would be right. */
public final class FileFaultException extends RuntimeException {
	private FileFaultException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/** The archive itself is at fault. */
	public static FileFaultException archive(String sentence) {
		return new FileFaultException(sentence, null);
	}

	/** A file is at fault. */
	public static FileFaultException file(String file, String sentence) {
		return new FileFaultException(file + ": " + sentence, null);
	}

	/** A line is at fault. */
	public static FileFaultException line(String file, long line, String sentence) {
		return new FileFaultException(file + ", line " + line + ": " + sentence, null);
	}

	/** A value is at fault. */
	public static FileFaultException value(String file, long line, String column, String sentence) {
		return new FileFaultException(file + ", line " + line + ", column " + column + ": " + sentence, null);
	}
}
