package org.schoolbell.relay.delivery;

import java.time.Duration;

/**
 * A moment of this process's monotonic clock, so that a corrected system clock moves nothing.
 *
 * @param nanos
 *            as {@link System#nanoTime()} counts
 */
public record Deadline(long nanos) {

	public static Deadline in(Duration duration) {
		return new Deadline(System.nanoTime() + duration.toNanos());
	}

	/** What is left, zero or less when it has passed. */
	public Duration left() {
		return Duration.ofNanos(nanos - System.nanoTime());
	}
}
