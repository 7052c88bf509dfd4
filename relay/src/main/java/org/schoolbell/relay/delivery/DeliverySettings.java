package org.schoolbell.relay.delivery;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay carries.
 *
 * @param streams
 *            pushes in flight at once, over all districts and providers
 * @param hold
 *            how long a push may stay here, from when its batch was taken
 * @param firstRetry
 *            the wait before an unreachable provider is tried again; it doubles
 * @param probeEvery
 *            how often a paused credential is tried with one push
 */
public record DeliverySettings(@DefaultValue("1500") int streams, @DefaultValue("30s") Duration hold,
		@DefaultValue("1s") Duration firstRetry,
		@DefaultValue("1m") Duration probeEvery) {
	public DeliverySettings {
		require(streams > 0, "streams is 1 or more");
		require(hold.isPositive(), "hold is a positive duration such as 30s");
		require(firstRetry.isPositive(), "first-retry is a positive duration such as 1s");
		require(probeEvery.isPositive(), "probe-every is a positive duration such as 1m");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.relay.delivery: " + rule);
		}
	}
}
