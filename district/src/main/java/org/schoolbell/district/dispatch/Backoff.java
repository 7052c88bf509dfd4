package org.schoolbell.district.dispatch;

import java.time.Duration;

/** How long to wait after a number of failures in a row: doubling, with up to a fifth more by chance, so that many servers do not come at once. */
record Backoff(Duration first, Duration longest) {
	private static final int DOUBLINGS = 20;
	private static final double JITTER = 0.2;

	/**
	 * @param failures in a row, 1 or more
	 * @param chance 0 to 1
	 */
	Duration delay(int failures, double chance) {
		Duration doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
		Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
		return bounded.plusNanos((long) (bounded.toNanos() * JITTER * chance));
	}
}
