package org.schoolbell.sandbox.fault;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answer that a push gets instead of being looked at; whatever it says, the phone shows nothing, so status 200 hides a push.
 *
 * @param status HTTP status, 200 to 599
 * @param reason the provider's word for it
 * @param retryAfter becomes the header {@code Retry-After}, in whole seconds
 * @param timestamp since when the token has been dead, in milliseconds of the epoch
 * @param details the provider's own structure of further facts, passed on as it is
 * @param headers further headers of the answer
 * @param rawBody the body as it is, instead of one made of the above
 */
public record FaultAnswer(int status, @Nullable String reason, @Nullable Duration retryAfter, @Nullable Long timestamp,
		@Nullable JsonNode details, @Nullable Map<String, String> headers, @Nullable String rawBody) {
	public FaultAnswer {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("answer.status must be 200 to 599, not " + status);
		}
		if (retryAfter != null && retryAfter.isNegative()) {
			throw new IllegalArgumentException("answer.retryAfter must not be negative");
		}
		headers = headers == null ? Map.of() : Map.copyOf(headers);
	}

	/** An answer with nothing but a status and a reason. */
	public static FaultAnswer of(int status, String reason) {
		return new FaultAnswer(status, reason, null, null, null, null, null);
	}

	@Override
	public Map<String, String> headers() {
		return headers == null ? Map.of() : headers;
	}
}
