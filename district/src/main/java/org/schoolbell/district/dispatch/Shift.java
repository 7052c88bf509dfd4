package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchSplitter;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.WireCodec;

/** Publishing over one connection, until it fails or the server stops. For one thread. */
final class Shift {
	private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
	/** A broker that answers later than this is tried over a new connection. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Duration LOCK_CHECK = Duration.ofSeconds(1);

	private final BrokerSession session;
	private final PushSource source;
	private final PublisherLock lock;
	private final ReceiptFlow flow;
	private final DispatchSettings settings;
	private final DispatchMetrics metrics;
	private final InstantSource time;
	private final Unanswered unanswered;
	private final BatchSplitter splitter = new BatchSplitter(new WireCodec());
	/** Taken, and not handed to the broker yet. */
	private final Deque<Parcel> inHand = new ArrayDeque<>();
	private long lockChecked = System.nanoTime();

	Shift(BrokerSession session, PushSource source, PublisherLock lock, ReceiptFlow flow, DispatchSettings settings,
			DispatchMetrics metrics,
			InstantSource time) {
		this.session = session;
		this.source = source;
		this.lock = lock;
		this.flow = flow;
		this.settings = settings;
		this.metrics = metrics;
		this.time = time;
		this.unanswered = new Unanswered(settings, time.instant());
	}

	/**
	 * Sends a batch without pushes. The broker's answer shows that publishing works, and the relay's, which comes after those to everything that was
	 * published before, that receipts flow.
	 *
	 * @throws IOException if the broker does not take it
	 */
	void sayHello() throws IOException, InterruptedException {
		session.publisher().awaitRoom(PATIENCE);
		session.publisher().publish(PushBatch.check(new BatchId(UUID.randomUUID()), time.instant(), settings.maxAge()));
		session.publisher().awaitAnswers(PATIENCE);
		if (session.publisher().anyRefused()) {
			throw new NotTakenException("The broker did not take a check: is the relay's queue bound to this district's exchange?");
		}
	}

	/** @param stop asked between any two steps; once true, waits for receipts for a while and returns */
	void work(BooleanSupplier stop) throws IOException, SQLException, InterruptedException {
		try {
			while (!stop.getAsBoolean()) {
				check();
				unanswered.due(time.instant(), flow.any()).ifPresent(this::releaseUnanswered);
				Taken taken = take();
				publish(taken.parcels());
				if (taken.looked() == 0) {
					source.await(settings.poll());
				}
			}
			awaitReceipts();
		} finally {
			putBack();
		}
	}

	private void check() throws IOException, SQLException, InterruptedException {
		session.check();
		if (session.publisher().anyRefused()) {
			// First the others' answers: what the broker has taken must not be sent twice.
			session.publisher().awaitAnswers(PATIENCE);
			throw new NotTakenException("The broker returned or refused a message");
		}
		if (System.nanoTime() - lockChecked >= LOCK_CHECK.toNanos()) {
			lockChecked = System.nanoTime();
			if (!lock.held()) {
				throw new SQLException("The connection that holds the publisher's lock was lost");
			}
		}
	}

	private Taken take() {
		long began = System.nanoTime();
		Taken taken = source.take(flow.window());
		if (taken.looked() > 0) {
			metrics.take().record(Duration.ofNanos(System.nanoTime() - began));
		}
		return taken;
	}

	private void publish(List<Parcel> parcels) throws IOException, InterruptedException {
		inHand.addAll(parcels);
		while (!inHand.isEmpty()) {
			session.publisher().awaitRoom(PATIENCE);
			// From here until its receipt nobody else knows of it: if the process dies, its mark stays, and the next publisher finds it unanswered.
			Parcel parcel = withinLimits(inHand.removeFirst());
			session.publisher().publish(new PushBatch(parcel.batch(), time.instant(), settings.maxAge(), parcel.pushes()));
		}
	}

	/** As much of a parcel as fits into a message; the rest goes back and gets a batch id of its own. */
	private Parcel withinLimits(Parcel parcel) {
		List<Push> first = splitter.split(parcel.pushes()).getFirst();
		if (first.size() == parcel.pushes().size()) {
			return parcel;
		}
		source.release(new Parcel(parcel.batch(), parcel.pushes().subList(first.size(), parcel.pushes().size())));
		return new Parcel(parcel.batch(), first);
	}

	private void releaseUnanswered(Instant takenUntil) {
		int released = source.releaseUnanswered(takenUntil);
		if (released > 0) {
			metrics.unanswered(released);
			LOG.info("{} pushes have no receipt and are sent again with the same ids", released);
		}
	}

	/** An orderly stop: what is in flight is answered soon, and if not, the next start sees to it. */
	private void awaitReceipts() throws InterruptedException {
		long began = System.nanoTime();
		while (System.nanoTime() - began < settings.stopWithin().toNanos() && !flow.quiet() && source.inFlight() > 0) {
			session.check();
			source.await(settings.poll());
		}
	}

	/** What the broker has certainly not taken leaves again at once. What it has not answered may be there: its receipt is waited for. */
	private void putBack() {
		try {
			inHand.forEach(source::release);
			session.publisher().takeRefused().forEach(this::release);
			if (session.publishRefused()) {
				session.publisher().unanswered().forEach(this::release);
			}
		} catch (RuntimeException e) {
			// Their marks stay, so they leave again like those without an answer. What ended the shift says more than this does.
			LOG.debug("Pushes that were not published could not be put back", e);
		}
	}

	private void release(PushBatch batch) {
		if (!batch.isCheck()) {
			source.release(new Parcel(batch.batch(), batch.pushes()));
		}
	}
}
