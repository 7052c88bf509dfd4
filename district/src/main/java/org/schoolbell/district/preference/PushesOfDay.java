package org.schoolbell.district.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.schoolbell.district.event.Kind;

/**
 * The pushes that went out on a day, or would have with the switch on: one for each phone, when it was decided. One that a newer value overtakes before it
 * has left is among them.
 *
 * @param byKind a kind without pushes is missing
 * @param busiest the minute with the most, the first of several; empty on a day without any
 */
public record PushesOfDay(LocalDate day, Map<Kind, Long> byKind, Optional<Minute> busiest) {
	/**
	 * A minute of the day.
	 *
	 * @param begins its first moment
	 * @param pushes how many in it
	 */
	public record Minute(Instant begins, long pushes) {}

	public PushesOfDay {
		byKind = Map.copyOf(byKind);
	}

	/** @return how many of this kind */
	public long of(Kind kind) {
		return byKind.getOrDefault(kind, 0L);
	}

	/** @return how many of all kinds */
	public long total() {
		return byKind.values().stream().mapToLong(Long::longValue).sum();
	}
}
