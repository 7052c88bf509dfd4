package org.schoolbell.sandbox.webpush;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Google's limit for collapsible messages, which a {@code Topic} makes of a push there: a burst of 20 for one app on one phone, then one more every three
 * minutes. A sender that leaves the header out never meets it. Safe for use by many threads.
 */
final class TopicLimit {
	private static final int BURST = 20;
	private static final Duration REFILL = Duration.ofMinutes(3);

	private final InstantSource clock;
	/** When the burst would be whole again, by subscription. */
	private final Map<String, Instant> wholeAt = new HashMap<>();

	TopicLimit(InstantSource clock) {
		this.clock = clock;
	}

	/** Counts one more, if there is room for it. */
	synchronized boolean admit(String subscription) {
		Instant now = clock.instant();
		Instant whole = wholeAt.getOrDefault(subscription, now);
		Instant after = (whole.isBefore(now) ? now : whole).plus(REFILL);
		if (after.isAfter(now.plus(REFILL.multipliedBy(BURST)))) {
			return false;
		}
		wholeAt.put(subscription, after);
		return true;
	}
}
