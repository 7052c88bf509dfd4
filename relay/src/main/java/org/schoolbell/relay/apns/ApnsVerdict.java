package org.schoolbell.relay.apns;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.relay.delivery.Answer;

/**
 * What one of Apple's answers means, by status and reason: Pushy calls everything but 200 "rejected", be it our fault, the phone's or Apple's.
 *
 * @param answer
 *            what it means for the push, and stays if sending it again on a new connection changes nothing
 * @param connection
 *            what it means for the connection it came on
 */
record ApnsVerdict(Answer answer, Connection connection) {
	/** How long the district waits after a connection could not be made or was lost. */
	static final Duration LOST_DELAY = Duration.ofSeconds(30);
	private static final Duration DEVICE_DELAY = Duration.ofMinutes(1);
	/** Apple's own rule for its own troubles. */
	private static final Duration APPLE_DELAY = Duration.ofMinutes(15);
	private static final Pattern REASON = Pattern.compile("[A-Za-z0-9]{1,64}");

	enum Connection {
		KEEP,
		/** Good for nothing more. */
		REPLACE,
		/** Replace it, and send the same push at once on the new one. */
		REPLACE_AND_RESEND
	}

	/**
	 * The table. Source: Apple, "Handling notification responses from APNs".
	 *
	 * @param rawReason
	 *            what Apple's JSON names, if it was readable
	 * @param since
	 *            from when a dead token was dead, if Apple said
	 * @param providerId
	 *            Apple's id of the message
	 */
	static ApnsVerdict of(int status, @Nullable String rawReason, @Nullable Instant since, String providerId) {
		String reason = rawReason != null && REASON.matcher(rawReason).matches() ? rawReason : "Status" + status;
		return switch (status) {
			case 200 -> keep(new Answer.Accepted(providerId));
			case 410 -> keep(new Answer.Gone(since));
			case 400 -> badRequest(reason);
			case 403 -> reason.equals("ExpiredProviderToken")
					? new ApnsVerdict(new Answer.CredentialFault(reason), Connection.REPLACE_AND_RESEND)
					: keep(new Answer.CredentialFault(reason));
			case 429 -> reason.equals("TooManyProviderTokenUpdates")
					? new ApnsVerdict(new Answer.CredentialFault(reason), Connection.REPLACE)
					: keep(new Answer.Throttled(DEVICE_DELAY, reason));
			case 503 -> reason.equals("Shutdown")
					? new ApnsVerdict(new Answer.Unreachable(LOST_DELAY, reason), Connection.REPLACE)
					: keep(new Answer.Throttled(APPLE_DELAY, reason));
			default -> keep(status >= 500 ? new Answer.Throttled(APPLE_DELAY, reason) : new Answer.Refused(reason));
		};
	}

	private static ApnsVerdict badRequest(String reason) {
		return switch (reason) {
			case "BadDeviceToken", "DeviceTokenNotForTopic" -> keep(new Answer.Mismatched(reason));
			case "BadTopic", "TopicDisallowed", "MissingTopic" -> keep(new Answer.CredentialFault(reason));
			case "IdleTimeout" -> new ApnsVerdict(new Answer.Unreachable(LOST_DELAY, reason), Connection.REPLACE_AND_RESEND);
			default -> keep(new Answer.Refused(reason));
		};
	}

	private static ApnsVerdict keep(Answer answer) {
		return new ApnsVerdict(answer, Connection.KEEP);
	}
}
