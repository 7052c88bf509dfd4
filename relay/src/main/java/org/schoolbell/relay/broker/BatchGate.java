package org.schoolbell.relay.broker;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets batches in side by side, and a redelivered one alone: it may be what crashed the relay before, and then nothing else is to die with it.
 * Thread-safe and fair; one for the whole relay.
 */
final class BatchGate {
	/** Above what all districts' prefetch sums up to. */
	private static final int ALL = 1_000_000;

	private final Semaphore places = new Semaphore(ALL, true);

	/** A place in the relay, given back once however often it is closed. */
	final class Pass implements AutoCloseable {
		private final int taken;
		private final AtomicBoolean closed = new AtomicBoolean();

		private Pass(int taken) {
			this.taken = taken;
		}

		@Override
		public void close() {
			if (closed.compareAndSet(false, true)) {
				places.release(taken);
			}
		}
	}

	Pass enter(boolean alone) throws InterruptedException {
		int wanted = alone ? ALL : 1;
		places.acquire(wanted);
		return new Pass(wanted);
	}
}
