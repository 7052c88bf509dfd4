package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Up to where fresh rows of each priority have been taken, so that a look need not walk over what is in flight or was just deleted. A hint, never what
 * decides what exists: a transaction may commit a lower number later, and a row that had to wait for another is behind. So every second one look goes
 * over everything, and the others begin where that one ended. For one thread.
 */
final class OutboxCursor {
	private static final long LIFETIME = Duration.ofSeconds(1).toNanos();

	private final LongSupplier nanos;
	private final long[] from = new long[Priorities.COUNT];
	private final long[] reached = new long[Priorities.COUNT];
	private long wholeLook;
	private boolean looked;

	OutboxCursor(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/** @return after which number the next look begins, by priority */
	long[] next() {
		long now = nanos.getAsLong();
		if (!looked || now - wholeLook >= LIFETIME) {
			looked = true;
			wholeLook = now;
			System.arraycopy(reached, 0, from, 0, from.length);
			return new long[Priorities.COUNT];
		}
		return from.clone();
	}

	/** A row of this key has been taken. */
	void took(OutboxKey key) {
		reached[key.priority()] = Math.max(reached[key.priority()], key.seq());
	}
}
