package org.schoolbell.relay.broker;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.relay.delivery.Deadline;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/**
 * A claim on one district's queue: a channel that consumes and a channel that publishes, which end together. Thread-safe.
 *
 * <p>If the process, the connection or a channel dies at any point, every batch without an acknowledgement comes again, here or at another relay;
 * receipts confirmed before that come twice, which the district expects.
 */
final class DistrictSession implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(DistrictSession.class);

	private final District district;
	private final Surroundings surroundings;
	private final WireCodec codec = new WireCodec();
	private final Channel inward;
	private final Channel outward;
	private final ConfirmedPublisher publisher;
	private final ReceiptSender receipts;
	private final Thread sending;
	private final Thread intake;
	private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
	private final Set<Taken> open = ConcurrentHashMap.newKeySet();
	/** Completed with the reason once the session has ended. */
	private final CompletableFuture<String> end = new CompletableFuture<>();
	private volatile boolean finishing;

	/** A message as it came, and by when it must be answered. */
	private record Arrival(Delivery delivery, Deadline deadline) {}

	/** @param inward and outward two new channels of one connection, which this session takes over */
	DistrictSession(District district, Surroundings surroundings, Channel inward, Channel outward) throws IOException {
		this.district = district;
		this.surroundings = surroundings;
		this.inward = inward;
		this.outward = outward;
		this.publisher = new ConfirmedPublisher(outward);
		this.receipts = new ReceiptSender(WireNames.receipts(district.id()), surroundings.settings().linger(), codec, publisher);
		this.sending = worker("receipts", receipts);
		this.intake = worker("intake", this::takeAll);
	}

	/** A thread without which the session is of no use, so that the session ends with it. */
	private Thread worker(String name, Runnable work) {
		return Thread.ofVirtual().name(name + "-" + district.id()).unstarted(() -> {
			try {
				work.run();
			} catch (RuntimeException e) {
				LOG.error("{}: {} met a fault of this relay; the session starts anew", district.id(), name, e);
			} finally {
				end("its " + name + " thread has ended");
			}
		});
	}

	/** Starts to consume; fails if a queue is missing or not ours. */
	void start() throws IOException {
		// A batch whose receipts have nowhere to go is better left where it is.
		outward.queueDeclarePassive(WireNames.receipts(district.id()));
		inward.basicQos(surroundings.settings().prefetch());
		inward.addShutdownListener(cause -> end(Failures.sentence(cause)));
		outward.addShutdownListener(cause -> end(Failures.sentence(cause)));
		String queue = WireNames.notifications(district.id());
		inward.basicConsume(queue, false, (_, delivery) -> arrivals.add(new Arrival(delivery, surroundings.carrier().deadline())),
				_ -> end("the queue " + queue + " was deleted"));
		sending.start();
		intake.start();
	}

	private void takeAll() {
		try {
			while (live()) {
				Arrival arrival = arrivals.take();
				BatchGate.Pass pass = surroundings.gate().enter(arrival.delivery().getEnvelope().isRedeliver());
				try {
					take(arrival, pass);
				} catch (RuntimeException e) {
					pass.close();
					throw e;
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} catch (IOException e) {
			LOG.debug("{}: no more batches on this channel", district.id(), e);
		}
	}

	private void take(Arrival arrival, BatchGate.Pass pass) throws IOException, InterruptedException {
		Delivery delivery = arrival.delivery();
		Work work = Work.of(delivery, codec);
		int answers = work instanceof Work.Carry(var batch) ? batch.pushes().size() : 1;
		Taken taken = new Taken(answers, pass, () -> acknowledge(delivery));
		if (!register(taken)) {
			taken.ended();
			return;
		}
		surroundings.metrics().taken(district.id());
		switch (work) {
			case Work.Carry(var batch) -> surroundings.carrier()
					.carry(new BatchConsignment(district, batch, arrival.deadline(), this::live, taken, receipts));
			case Work.Check(BatchId batch) -> receipts.add(taken, BatchReceipt.checked(batch));
			case Work.SetAside(String reason) -> setAside(delivery, taken, reason);
		}
	}

	/** Copy, receipt, acknowledgement, each after the one before is safe: dying in between repeats, and loses nothing. */
	private void setAside(Delivery delivery, Taken taken, String reason) throws IOException {
		String queue = WireNames.notifications(district.id());
		LOG.error("A message of {} is set aside in {}: {}", queue, WireNames.DEAD, reason);
		surroundings.metrics().setAside(district.id());
		publisher.publish(OutgoingMessage.dead(delivery, queue, reason), () -> batchId(delivery).ifPresentOrElse(
				batch -> receipts.add(taken, BatchReceipt.rejected(batch, reason)), taken::confirmed));
	}

	/** The id that a receipt can name; empty if the message has none. */
	private static Optional<BatchId> batchId(Delivery delivery) {
		try {
			return Optional.of(BatchId.parse(String.valueOf(delivery.getProperties().getMessageId())));
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private void acknowledge(Delivery delivery) {
		try {
			inward.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
		} catch (IOException | AlreadyClosedException e) {
			// The batch comes again, and its receipts with it.
			LOG.debug("{}: not acknowledged", district.id(), e);
		}
	}

	private synchronized boolean register(Taken taken) {
		if (finishing || end.isDone()) {
			return false;
		}
		open.add(taken);
		var _ = taken.end().thenRun(() -> open.remove(taken));
		return true;
	}

	private boolean live() {
		return !end.isDone();
	}

	private void end(String reason) {
		synchronized (this) {
			if (!end.complete(reason)) {
				return;
			}
		}
		open.forEach(Taken::ended);
	}

	/** Waits until a channel has ended, and says why. */
	String awaitEnd() throws InterruptedException {
		try {
			return end.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException("a session ends with a reason only", e);
		}
	}

	/** Takes no more, and waits until what was taken is answered and acknowledged, or time is up. */
	void finish(Deadline deadline) throws InterruptedException {
		CompletableFuture<?> all;
		synchronized (this) {
			finishing = true;
			all = CompletableFuture.allOf(open.stream().map(Taken::end).toArray(CompletableFuture[]::new));
		}
		try {
			all.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
		} catch (TimeoutException | ExecutionException _) {
			LOG.warn("{}: stopped with {} batches unanswered; they come again", district.id(), open.size());
		}
	}

	/** Ends channels and threads; what was not acknowledged comes again. */
	@Override
	public void close() {
		end("closed");
		intake.interrupt();
		sending.interrupt();
		abort(inward);
		abort(outward);
	}

	private static void abort(Channel channel) {
		try {
			channel.abort();
		} catch (IOException e) {
			LOG.debug("A channel was closed already", e);
		}
	}
}
