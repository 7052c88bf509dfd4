package org.schoolbell.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded service could not start or stop. The message is one sentence for the person who started it and says what to do. */
public class EmbeddedServiceException extends RuntimeException {
	EmbeddedServiceException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}
}
