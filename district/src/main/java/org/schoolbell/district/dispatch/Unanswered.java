package org.schoolbell.district.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * When pushes without a receipt are sent again, for one life of a connection. Those that were taken before it have nobody who waits for the broker's
 * confirmation any more: they are given {@code drain} to be answered, then sent again if receipts come at all. Any other is sent again when the message
 * has expired in the broker, or its receipt must be lost. For one thread.
 */
final class Unanswered {
	private static final Duration BETWEEN = Duration.ofSeconds(1);

	private final DispatchSettings settings;
	private final Instant began;
	private boolean beforeReleased;
	private @Nullable Instant asked;

	Unanswered(DispatchSettings settings, Instant began) {
		this.settings = settings;
		this.began = began;
	}

	/**
	 * @param receiptsCome whether any has come since this connection began
	 * @return until when what was taken is now to be released; empty if it is not time to ask
	 */
	Optional<Instant> due(Instant now, boolean receiptsCome) {
		if (!beforeReleased && receiptsCome && !now.isBefore(began.plus(settings.drain()))) {
			beforeReleased = true;
			return Optional.of(began);
		}
		if (asked != null && now.isBefore(asked.plus(BETWEEN))) {
			return Optional.empty();
		}
		asked = now;
		return Optional.of(now.minus(settings.unansweredAfter()));
	}
}
