package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.Instant;

import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;

/** When a push is too old to be sent without the district deciding afresh. */
final class Staleness {
	/** District and relay have clocks of their own; the district reports a skew above one minute. */
	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	private Staleness() {
	}

	static boolean stale(PushBatch batch, Push push, Instant now) {
		return !now.isBefore(push.expiresAt()) || now.isAfter(batch.sentAt().plus(batch.maxAge()).plus(TOLERANCE));
	}
}
