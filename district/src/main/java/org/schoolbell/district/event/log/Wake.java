package org.schoolbell.district.event.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever waits for work in this process. A hint only: signals that come while nobody waits are kept as one, and none crosses to another
 * server, so a waiter looks for work after every wait whatever it returned. Thread-safe.
 */
public final class Wake {
	private final Semaphore signals = new Semaphore(0);

	/** Ends the current wait, or the next one. */
	public void signal() {
		signals.release();
	}

	/**
	 * Waits for a signal, at most this long.
	 *
	 * @return whether there was one
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean await(Duration atMost) throws InterruptedException {
		boolean signalled = signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
		if (signalled) {
			signals.drainPermits();
		}
		return signalled;
	}
}
