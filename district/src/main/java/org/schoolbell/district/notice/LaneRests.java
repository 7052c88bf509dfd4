package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.schoolbell.district.event.log.Lane;

/** Lanes whose last batch failed, and how long each is left alone: a second, doubled with each failure in a row, at most a minute. For one thread. */
final class LaneRests {
	private static final Duration FIRST = Duration.ofSeconds(1);
	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final LongSupplier nanos;
	private final Map<Lane, Rest> rests = new HashMap<>();

	LaneRests(LongSupplier nanos) {
		this.nanos = nanos;
	}

	private record Rest(Duration length, long until) {}

	boolean over(Lane lane) {
		Rest rest = rests.get(lane);
		return rest == null || nanos.getAsLong() - rest.until >= 0;
	}

	void succeeded(Lane lane) {
		rests.remove(lane);
	}

	/** @return how long the lane rests */
	Duration failed(Lane lane) {
		Rest last = rests.get(lane);
		Duration doubled = last == null ? FIRST : last.length.multipliedBy(2);
		Duration length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
		rests.put(lane, new Rest(length, nanos.getAsLong() + length.toNanos()));
		return length;
	}
}
