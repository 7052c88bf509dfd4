package org.schoolbell.relay.webpush;

import java.time.Duration;
import java.util.Optional;

import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.wire.Outcome;

/**
 * What one of a push service's answers means, by status and word. The makers differ in words and agree enough in statuses for one table. Sources: RFC 8030,
 * RFC 8292, Apple "Sending web push notifications in web apps and browsers", autopush's error codes, Microsoft's WNS documentation.
 */
final class WebPushVerdict {
	/** How long the district waits after a server's trouble or no answer. */
	static final Duration TROUBLE_DELAY = Duration.ofSeconds(10);
	private static final Duration THROTTLE_DELAY = Duration.ofSeconds(60);
	private static final String WRONG_KEY = Outcome.Rejected.VAPID_KEY_MISMATCH;

	private WebPushVerdict() {
	}

	/**
	 * The table.
	 *
	 * @param word
	 *            of the body, see {@link ProviderWord}
	 * @param retryAfter
	 *            what the service asked for, if it did
	 */
	static Answer of(int status, Optional<String> word, Optional<Duration> retryAfter) {
		String reason = word.orElse("Status" + status);
		return switch (status) {
			case 200, 201, 202 -> new Answer.Accepted("");
			case 410 -> new Answer.Gone(null);
			case 404 -> reason.equals(ProviderWord.BAD_PATH) ? new Answer.Refused(reason) : new Answer.Gone(null);
			case 400 -> reason.equals(ProviderWord.WRONG_KEY_AT_APPLE) ? new Answer.Misbound(WRONG_KEY) : new Answer.Refused(reason);
			case 401 -> reason.equals(ProviderWord.WRONG_KEY_AT_MOZILLA) ? new Answer.Misbound(WRONG_KEY) : new Answer.Refused(reason);
			// Google and Microsoft say 403 to a wrong key, without a word; Apple has one for each of its own.
			case 403 -> word.isEmpty() || reason.equals(ProviderWord.WRONG_KEY_AT_APPLE)
					? new Answer.Misbound(WRONG_KEY)
					: new Answer.Refused(reason);
			// Microsoft throttles with 406.
			case 406, 429 -> new Answer.Throttled(retryAfter.orElse(THROTTLE_DELAY), reason);
			default -> status >= 500 ? new Answer.Throttled(retryAfter.orElse(TROUBLE_DELAY), reason) : new Answer.Refused(reason);
		};
	}
}
