package org.schoolbell.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot go on. The message is one sentence for the person who started it and says what to do. */
public final class DemoException extends RuntimeException {
	DemoException(String message) {
		this(message, null);
	}

	DemoException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
