package org.schoolbell.sandbox.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.schoolbell.sandbox.phone.Platform;

/** The faults in force. Safe for use by many threads; a change counts for the next push. */
public final class FaultBoard {
	private volatile List<Counted> active = List.of();

	/** Replaces all faults; the first that concerns a push decides. Their counts start anew. */
	public void set(List<Fault> faults) {
		active = faults.stream().map(Counted::new).toList();
	}

	public void set(Fault fault) {
		set(List.of(fault));
	}

	/** From now on all goes well. */
	public void clear() {
		active = List.of();
	}

	public List<Fault> faults() {
		return active.stream().map(counted -> counted.fault).toList();
	}

	/** What a push to this token suffers. Each call counts as one push. */
	public Effect effectOn(Platform platform, String token) {
		for (Counted counted : active) {
			if (counted.fault.concerns(platform, token)) {
				return counted.next();
			}
		}
		return Effect.NONE;
	}

	/** A fault and how many pushes it has met, so that its rate and its disconnects fall evenly and alike in every run. */
	private static final class Counted {
		private static final long MILLION = 1_000_000;
		private final Fault fault;
		private final long perMillion;
		private final AtomicLong met = new AtomicLong();

		Counted(Fault fault) {
			this.fault = fault;
			this.perMillion = Objects.requireNonNullElse(fault.rate(), BigDecimal.ONE).movePointRight(6).setScale(0, RoundingMode.HALF_UP)
					.longValueExact();
		}

		Effect next() {
			long n = met.incrementAndGet();
			boolean hit = n * perMillion / MILLION > (n - 1) * perMillion / MILLION;
			boolean ends = fault.disconnectEvery() > 0 && n % fault.disconnectEvery() == 0;
			return new Effect(hit ? fault.latencyMs() : 0, hit ? fault.answer() : null,
					ends ? Objects.requireNonNullElse(fault.then(), Disconnect.GOAWAY) : null);
		}
	}
}
