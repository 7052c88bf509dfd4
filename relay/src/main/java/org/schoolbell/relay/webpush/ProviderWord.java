package org.schoolbell.relay.webpush;

import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one word of a refusal's body that is understood: Apple's {@code reason}, or the number that Mozilla's autopush calls {@code errno}. A body is whatever
 * the other end likes, so only words of this list and three-digit numbers come out of here.
 */
final class ProviderWord {
	static final String BAD_PATH = "BadPath";
	static final String WRONG_KEY_AT_APPLE = "VapidPkHashMismatch";
	static final String WRONG_KEY_AT_MOZILLA = "Errno109";
	private static final Set<String> APPLE = Set.of(BAD_PATH, WRONG_KEY_AT_APPLE, "BadJwtToken", "BadWebPushTopic", "BadWebPushRequest",
			"BadTtl", "BadUrgency", "PayloadTooLarge", "PayloadEmpty", "BadDeviceToken", "Unregistered", "ExpiredToken", "Forbidden",
			"MethodNotAllowed", "TooManyRequests", "InternalServerError", "ServiceUnavailable", "Shutdown");
	private static final int LEAST_ERRNO = 100;
	private static final int MOST_ERRNO = 999;
	private static final JsonMapper JSON = JsonMapper.shared();

	private ProviderWord() {
	}

	/** Empty if there is none. */
	static Optional<String> in(byte[] body) {
		JsonNode root;
		try {
			root = JSON.readTree(body);
		} catch (JacksonException _) {
			return Optional.empty();
		}
		JsonNode reason = root.path("reason");
		if (reason.isString()) {
			return Optional.of(reason.stringValue()).filter(APPLE::contains);
		}
		int errno = root.path("errno").asInt(0);
		return errno < LEAST_ERRNO || errno > MOST_ERRNO ? Optional.empty() : Optional.of("Errno" + errno);
	}
}
