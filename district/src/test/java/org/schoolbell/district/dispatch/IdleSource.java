package org.schoolbell.district.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.schoolbell.wire.Receipts;

/** A district in which nothing has happened: there is nothing to publish, and no receipt meets a push. */
public final class IdleSource implements PushSource {
	@Override
	public Taken take(int window) {
		return Taken.NOTHING;
	}

	@Override
	public void release(Parcel parcel) {
		throw new AssertionError("Nothing was taken");
	}

	@Override
	public int releaseUnanswered(Instant takenUntil) {
		return 0;
	}

	@Override
	public Settled settle(List<Receipts> messages) {
		return new Settled(0, messages.stream().mapToInt(message -> message.receipts().size()).sum(), Duration.ZERO);
	}

	@Override
	public int inFlight() {
		return 0;
	}

	@Override
	public void await(Duration atMost) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
	}
}
