package org.schoolbell.relay.broker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message taken from a district's queue and not yet acknowledged: it is, once the broker has confirmed every receipt that follows from it.
 * Thread-safe.
 */
final class Taken {
	private final Runnable acknowledge;
	private final BatchGate.Pass pass;
	private final AtomicInteger unconfirmed;
	private final CompletableFuture<Void> end = new CompletableFuture<>();

	/**
	 * @param receipts
	 *            how many receipts will follow from it, 1 or more
	 */
	Taken(int receipts, BatchGate.Pass pass, Runnable acknowledge) {
		this.unconfirmed = new AtomicInteger(receipts);
		this.pass = pass;
		this.acknowledge = acknowledge;
	}

	/** One more of its receipts is safe with the broker. */
	void confirmed() {
		if (unconfirmed.decrementAndGet() == 0 && !end.isDone()) {
			acknowledge.run();
			ended();
		}
	}

	/** Nothing more will come of it: acknowledged, or lost with its channel and given to someone again. */
	void ended() {
		pass.close();
		end.complete(null);
	}

	CompletableFuture<Void> end() {
		return end;
	}
}
