package org.schoolbell.district.event.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Below which number each lane was empty a moment ago, so that a claim need not walk over rows that were just deleted. A hint, never what decides
 * what exists: a transaction may commit a lower number later, so every mark goes back to zero at least once a second. Thread-safe.
 */
final class Watermarks {
	private final AtomicLongArray marks = new AtomicLongArray(Lane.ALL.size());
	private final AtomicLongArray resetAt = new AtomicLongArray(Lane.ALL.size());
	private final long lifetime;

	Watermarks(Duration lifetime) {
		this.lifetime = lifetime.toNanos();
		long now = System.nanoTime();
		for (int lane = 0; lane < resetAt.length(); lane++) {
			resetAt.set(lane, now);
		}
	}

	long of(Lane lane) {
		int index = lane.number();
		long now = System.nanoTime();
		if (now - resetAt.get(index) >= lifetime) {
			resetAt.set(index, now);
			marks.set(index, 0);
		}
		return marks.get(index);
	}

	void advance(Lane lane, long seq) {
		marks.set(lane.number(), seq);
	}
}
