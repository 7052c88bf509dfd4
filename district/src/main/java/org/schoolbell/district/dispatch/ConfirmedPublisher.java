package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;

import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/**
 * Publishes batches and knows which the broker has taken. A batch counts only if it is acked and was not returned: RabbitMQ returns what it cannot
 * route and then acks it, Broker-J nacks it and then returns it. One thread publishes; the answers come on the connection's.
 */
final class ConfirmedPublisher {
	/** Batches without an answer; more do not make the broker faster. */
	private static final int OUTSTANDING = 16;
	private static final int PERSISTENT = 2;

	private final Channel channel;
	private final String exchange;
	private final DispatchMetrics metrics;
	private final WireCodec codec = new WireCodec();
	private final Semaphore room = new Semaphore(OUTSTANDING);
	private final ConcurrentNavigableMap<Long, Publication> unconfirmed = new ConcurrentSkipListMap<>();
	private final Set<String> returned = ConcurrentHashMap.newKeySet();
	private final Queue<PushBatch> refused = new ConcurrentLinkedQueue<>();

	private record Publication(PushBatch batch, long since) {}

	/** Takes the channel over: nobody else publishes on it. */
	ConfirmedPublisher(Channel channel, String exchange, DispatchMetrics metrics) throws IOException {
		this.channel = channel;
		this.exchange = exchange;
		this.metrics = metrics;
		channel.confirmSelect();
		channel.addReturnListener(this::returned);
		channel.addConfirmListener((number, multiple) -> answered(number, multiple, true),
				(number, multiple) -> answered(number, multiple, false));
		// Whoever waits for an answer that will not come is let go, and finds the channel closed.
		channel.addShutdownListener(_ -> room.release(OUTSTANDING));
	}

	/**
	 * Waits while too many batches have no answer yet; call it before each {@link #publish}.
	 *
	 * @throws NotTakenException if the broker answers none within {@code patience}
	 * @throws ShutdownSignalException if the channel has ended
	 */
	void awaitRoom(Duration patience) throws NotTakenException, InterruptedException {
		acquire(1, patience);
	}

	/**
	 * Hands a batch to the broker. Whatever this throws, the broker may have got it.
	 *
	 * @throws IOException if the broker cannot be written to
	 * @throws ShutdownSignalException if the channel has ended
	 */
	void publish(PushBatch batch) throws IOException {
		byte[] body = codec.encode(batch);
		unconfirmed.put(channel.getNextPublishSeqNo(), new Publication(batch, System.nanoTime()));
		channel.basicPublish(exchange, exchange, true, properties(batch), body);
	}

	/**
	 * Waits until the broker has answered everything that was published.
	 *
	 * @throws NotTakenException if it does not within {@code patience}
	 * @throws ShutdownSignalException if the channel ends
	 */
	void awaitAnswers(Duration patience) throws NotTakenException, InterruptedException {
		acquire(OUTSTANDING, patience);
		room.release(OUTSTANDING);
	}

	private void acquire(int permits, Duration patience) throws NotTakenException, InterruptedException {
		if (!room.tryAcquire(permits, patience.toNanos(), TimeUnit.NANOSECONDS)) {
			throw new NotTakenException("The broker has not confirmed what was published within " + patience);
		}
		ShutdownSignalException closed = channel.getCloseReason();
		if (closed != null) {
			throw closed;
		}
	}

	boolean anyRefused() {
		return !refused.isEmpty();
	}

	/** @return what the broker has returned or refused, each once */
	List<PushBatch> takeRefused() {
		List<PushBatch> batches = new ArrayList<>();
		for (PushBatch batch = refused.poll(); batch != null; batch = refused.poll()) {
			batches.add(batch);
		}
		return batches;
	}

	/** @return what has no answer */
	List<PushBatch> unanswered() {
		return unconfirmed.values().stream().map(Publication::batch).toList();
	}

	private static AMQP.BasicProperties properties(PushBatch batch) {
		return new AMQP.BasicProperties.Builder().contentType(WireNames.CONTENT_TYPE).type(WireNames.PUSH_BATCH_TYPE)
				.deliveryMode(PERSISTENT)
				.messageId(batch.batch().toString()).expiration(Long.toString(batch.maxAge().toMillis())).build();
	}

	private void returned(Return back) {
		returned.add(back.getProperties().getMessageId());
	}

	private void answered(long number, boolean multiple, boolean acked) {
		Map<Long, Publication> answered = multiple ? unconfirmed.headMap(number, true) : unconfirmed.subMap(number, true, number, true);
		for (Long each : answered.keySet()) {
			Publication publication = unconfirmed.remove(each);
			if (publication != null) {
				answered(publication, acked);
			}
		}
	}

	private void answered(Publication publication, boolean acked) {
		PushBatch batch = publication.batch();
		boolean wasReturned = returned.remove(batch.batch().toString());
		if (acked && !wasReturned) {
			metrics.published(batch.pushes().size(), Duration.ofNanos(System.nanoTime() - publication.since()));
		} else {
			metrics.refused(batch.pushes().size());
			refused.add(batch);
		}
		room.release();
	}
}
