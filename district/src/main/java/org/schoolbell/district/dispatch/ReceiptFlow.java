package org.schoolbell.district.dispatch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether receipts come, and thus how much may be in flight: while none comes, the relay may be away, and what is published to nobody grows old in
 * the broker instead of being decided afresh here. Thread-safe.
 */
final class ReceiptFlow {
	private final DispatchSettings settings;
	private final LongSupplier nanos;
	/** 0: none so far. */
	private final AtomicLong last = new AtomicLong();

	ReceiptFlow(DispatchSettings settings, LongSupplier nanos) {
		this.settings = settings;
		this.nanos = nanos;
	}

	/** A receipt, or the answer to a check, has come. */
	void came() {
		long now = nanos.getAsLong();
		last.set(now == 0 ? 1 : now);
	}

	/** @return whether one has come at all since this connection began */
	boolean any() {
		return last.get() != 0;
	}

	/** @return whether none has come for the time that makes it quiet */
	boolean quiet() {
		return !any() || nanos.getAsLong() - last.get() >= settings.quietAfter().toNanos();
	}

	/** @return how many may be in flight now */
	int window() {
		return quiet() ? Math.min(settings.quietWindow(), settings.window()) : settings.window();
	}
}
