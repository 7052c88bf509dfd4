package org.schoolbell.district.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pushes are published.
 *
 * @param window pushes in flight, at most: published and without a final receipt
 * @param quietWindow the window while no receipt has come for {@code quietAfter}
 * @param poll how long the publisher waits for a signal before it looks by itself
 * @param maxAge how long the relay may still send a push after it was published; it expires in the broker at the same age
 * @param grace how much longer a receipt is waited for before the push is sent again with the same id
 * @param drain how long after a new connection the receipts of an earlier one are waited for, before its unanswered pushes are sent again; that
 *        happens only if receipts come at all
 * @param reconnect the wait after the first failure; it doubles up to {@code reconnectAtMost}
 * @param standby how often a server that stands by asks whether it is its turn
 * @param stopWithin how long an orderly stop waits for receipts
 */
@ConfigurationProperties("schoolbell.dispatch")
record DispatchSettings(@DefaultValue("20000") int window, @DefaultValue("200") int quietWindow, @DefaultValue("30s") Duration quietAfter,
		@DefaultValue("100ms") Duration poll, @DefaultValue("10m") Duration maxAge, @DefaultValue("1m") Duration grace,
		@DefaultValue("60s") Duration drain, @DefaultValue("500ms") Duration reconnect, @DefaultValue("30s") Duration reconnectAtMost,
		@DefaultValue("2s") Duration standby, @DefaultValue("20s") Duration stopWithin) {
	/** @throws IllegalArgumentException if a value is out of range */
	DispatchSettings {
		require(window >= 1 && window <= 1_000_000, "window is 1 to 1000000");
		require(quietWindow >= 1, "quiet-window is 1 or more");
		require(poll.isPositive(), "poll is a positive duration such as 100ms");
		require(maxAge.toSeconds() >= 1, "max-age is at least 1s");
		require(reconnect.isPositive() && reconnectAtMost.compareTo(reconnect) >= 0,
				"reconnect is a positive duration, not above reconnect-at-most");
		require(standby.isPositive(), "standby is a positive duration such as 2s");
		for (Duration wait : new Duration[]{quietAfter, grace, drain, stopWithin}) {
			require(!wait.isNegative(), "quiet-after, grace, drain and stop-within are not negative");
		}
	}

	/** @return how long after it was taken a push without receipt is given up and sent again */
	Duration unansweredAfter() {
		return maxAge.plus(grace);
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.dispatch: " + rule);
		}
	}
}
