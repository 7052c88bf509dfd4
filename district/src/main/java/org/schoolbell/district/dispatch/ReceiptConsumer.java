package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/**
 * Takes receipts from the queue, has them settled, and acknowledges them only then. If the process dies between the two, the broker sends them once more,
 * and settling them again changes nothing. A thread of its own settles; it ends with the channel.
 */
final class ReceiptConsumer extends DefaultConsumer {
	private static final Logger LOG = LoggerFactory.getLogger(ReceiptConsumer.class);
	/** Messages that wait here or are being settled; what has arrived meanwhile is settled together. */
	static final int PREFETCH = 64;
	/** Wakes the settling thread for the last time. It is never interrupted: that would end the database's connection under it. */
	private static final Delivery END = new Delivery(new Envelope(0, false, "", ""), new AMQP.BasicProperties(), new byte[0]);
	private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));

	private final PushSource source;
	private final ReceiptFlow flow;
	private final DispatchStatus status;
	private final DispatchMetrics metrics;
	private final CheckAnswers answers;
	private final WireCodec codec = new WireCodec();
	private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
	private final Thread settler = Thread.ofVirtual().name("receipts").unstarted(this::work);

	ReceiptConsumer(Channel channel, PushSource source, ReceiptFlow flow, DispatchStatus status, DispatchMetrics metrics,
			CheckAnswers answers) {
		super(channel);
		this.source = source;
		this.flow = flow;
		this.status = status;
		this.metrics = metrics;
		this.answers = answers;
	}

	void start(String queue) throws IOException {
		settler.start();
		getChannel().basicQos(PREFETCH);
		getChannel().basicConsume(queue, false, this);
	}

	@Override
	public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
		arrived.add(new Delivery(envelope, properties, body));
	}

	/** The queue was deleted: a new connection finds out whether it is there again. */
	@Override
	public void handleCancel(String tag) throws IOException {
		getChannel().abort(AMQP.NOT_FOUND, "the receipts queue is gone");
	}

	@Override
	public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
		arrived.add(END);
	}

	/** Waits for what is being settled, at most this long; the channel has been closed before. */
	void join(Duration atMost) throws InterruptedException {
		arrived.add(END);
		settler.join(atMost);
	}

	private void work() {
		try {
			while (getChannel().isOpen()) {
				List<Delivery> messages = new ArrayList<>();
				messages.add(arrived.take());
				arrived.drainTo(messages);
				messages.removeIf(message -> message == END);
				if (!messages.isEmpty()) {
					settle(messages.stream().flatMap(message -> decode(message).stream()).toList());
					getChannel().basicAck(messages.getLast().getEnvelope().getDeliveryTag(), true);
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} catch (IOException | ShutdownSignalException e) {
			// What was settled and not acknowledged comes again.
			LOG.debug("Receipts are no longer taken from this connection", e);
		}
	}

	private void settle(List<Receipts> messages) throws InterruptedException {
		if (messages.isEmpty()) {
			return;
		}
		flow.came();
		for (int failures = 0; getChannel().isOpen();) {
			try {
				Settled settled = metrics.settle().recordCallable(() -> source.settle(messages));
				metrics.settled(messages, settled);
				answers.announce(messages.stream().flatMap(message -> message.batches().stream()).toList());
				if (settled.matched() > 0) {
					status.skewSeen(settled.clockSkew());
				}
				return;
			} catch (Exception e) {
				failures++;
				LOG.warn("Receipts could not be settled ({}); they are kept and tried again", Faults.reason(e).sentence(), e);
				Thread.sleep(AFTER_FAILURE.delay(failures, ThreadLocalRandom.current().nextDouble()));
			}
		}
	}

	/** What cannot be read is counted and let go: it would come again for ever. Its pushes are sent again when their time is over. */
	private Optional<Receipts> decode(Delivery message) {
		try {
			if (!WireNames.RECEIPTS_TYPE.equals(message.getProperties().getType())) {
				throw new UnknownTypeException();
			}
			return Optional.of(codec.decodeReceipts(message.getBody()));
		} catch (MalformedMessageException | UnknownTypeException e) {
			metrics.undecodable();
			LOG.warn("A message of {} bytes from the relay is no receipt and is let go: {}", message.getBody().length, e.getMessage());
			return Optional.empty();
		}
	}

	private static final class UnknownTypeException extends Exception {
		UnknownTypeException() {
			super("its type is not " + WireNames.RECEIPTS_TYPE);
		}
	}
}
