package org.schoolbell.district.notice;

import java.time.Duration;

/** How long a deferred push waits: what the relay asked for, doubled with every attempt up to an hour, and up to a fifth more by chance. */
final class Deferral {
	/** For a push that was too old when the relay came to it: soon, but doubling, so that two clocks that disagree do not make a loop. */
	static final Duration OF_STALE = Duration.ofSeconds(1);
	private static final Duration LONGEST = Duration.ofHours(1);
	private static final int DOUBLINGS = 30;
	private static final double JITTER = 0.2;

	private Deferral() {
	}

	/**
	 * @param retryAfter as the relay said, positive; more than an hour is kept
	 * @param attempts how often it was deferred before, 0 or more
	 * @param chance 0 to 1
	 * @return from {@code retryAfter} to 1.2 times the longer of it and an hour
	 */
	static Duration delay(Duration retryAfter, int attempts, double chance) {
		Duration doubled = doubled(retryAfter, attempts);
		return doubled.plusMillis((long) (doubled.toMillis() * JITTER * chance));
	}

	private static Duration doubled(Duration retryAfter, int attempts) {
		Duration longest = retryAfter.compareTo(LONGEST) > 0 ? retryAfter : LONGEST;
		Duration doubled = retryAfter;
		for (int i = 0; i < Math.min(attempts, DOUBLINGS) && doubled.compareTo(longest) < 0; i++) {
			doubled = doubled.multipliedBy(2);
		}
		return doubled.compareTo(longest) > 0 ? longest : doubled;
	}
}
