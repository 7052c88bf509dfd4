package org.schoolbell.relay.delivery;

import java.time.Duration;

/**
 * How long to wait before trying again: doubling from the first to the longest, each spread by half either way so that many who failed together
 * do not come back together. Immutable.
 */
public record Backoff(Duration first, Duration longest) {
	public Backoff {
		if (!first.isPositive() || longest.compareTo(first) < 0) {
			throw new IllegalArgumentException("a back-off starts above zero and ends no lower than it starts");
		}
	}

	/**
	 * @param failures
	 *            how often it failed, 1 or more
	 * @param chance
	 *            from 0 inclusive to 1 exclusive
	 * @return from half to one and a half of the doubled time, never more than one and a half of {@link #longest}
	 */
	public Duration delay(int failures, double chance) {
		double doubled = (double) first.toNanos() * Math.pow(2, failures - 1);
		double bounded = Math.min(doubled, (double) longest.toNanos());
		return Duration.ofNanos((long) (bounded * (0.5 + chance)));
	}
}
