package org.schoolbell.relay.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.relay.delivery.Backoff;

/**
 * Publishes to queues until the broker has confirmed each message. Thread-safe.
 *
 * <p>A message counts only if it is acked and was not returned: RabbitMQ returns what it cannot route and then acks it, Broker-J nacks it and then
 * returns it. What failed is published again for as long as the channel lives; when that ends, whoever published starts over on the next.
 */
final class ConfirmedPublisher {
	private static final Logger LOG = LoggerFactory.getLogger(ConfirmedPublisher.class);
	/** A return names no sequence number, so each message carries its own. */
	private static final String PUBLICATION = "x-schoolbell-publication";
	private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));

	private final Channel channel;
	private final ReentrantLock publishing = new ReentrantLock();
	private final ConcurrentNavigableMap<Long, Publication> unconfirmed = new ConcurrentSkipListMap<>();

	private static final class Publication {
		final OutgoingMessage message;
		final Runnable confirmed;
		final int failures;
		volatile boolean returned;

		Publication(OutgoingMessage message, Runnable confirmed, int failures) {
			this.message = message;
			this.confirmed = confirmed;
			this.failures = failures;
		}
	}

	/** Takes the channel over: no one else may publish on it. */
	ConfirmedPublisher(Channel channel) throws IOException {
		this.channel = channel;
		channel.confirmSelect();
		channel.addReturnListener(this::returned);
		channel.addConfirmListener((number, multiple) -> answered(number, multiple, true),
				(number, multiple) -> answered(number, multiple, false));
	}

	/**
	 * @param confirmed
	 *            run once, on a thread of its own, when the broker has the message safe
	 * @throws IOException
	 *             if the channel has ended
	 */
	void publish(OutgoingMessage message, Runnable confirmed) throws IOException {
		publish(new Publication(message, confirmed, 0));
	}

	private void publish(Publication publication) throws IOException {
		publishing.lock();
		try {
			long number = channel.getNextPublishSeqNo();
			unconfirmed.put(number, publication);
			AMQP.BasicProperties properties = publication.message.properties(Map.of(PUBLICATION, number));
			channel.basicPublish("", publication.message.queue(), true, properties, publication.message.body());
		} catch (AlreadyClosedException e) {
			throw new IOException("the channel has ended", e);
		} finally {
			publishing.unlock();
		}
	}

	private void returned(Return back) {
		Map<String, Object> headers = back.getProperties().getHeaders();
		if (headers != null && headers.get(PUBLICATION) instanceof Long number) {
			Publication publication = unconfirmed.get(number);
			if (publication != null) {
				publication.returned = true;
			}
		}
	}

	/** On the connection's reading thread, which must not wait: what follows from an answer has threads of its own. */
	private void answered(long number, boolean multiple, boolean acked) {
		Map<Long, Publication> answered = multiple ? unconfirmed.headMap(number, true) : unconfirmed.subMap(number, true, number, true);
		for (Long each : answered.keySet()) {
			Publication publication = unconfirmed.remove(each);
			if (publication == null) {
				continue;
			}
			boolean safe = acked && !publication.returned;
			Thread.startVirtualThread(safe ? publication.confirmed : () -> again(publication));
		}
	}

	private void again(Publication failed) {
		int failures = failed.failures + 1;
		Duration wait = BACKOFF.delay(failures, ThreadLocalRandom.current().nextDouble());
		LOG.warn("The broker did not take a message for queue {} ({}); next try in {} ms", failed.message.queue(),
				failed.returned ? "no such queue" : "refused", wait.toMillis());
		try {
			Thread.sleep(wait);
			publish(new Publication(failed.message, failed.confirmed, failures));
		} catch (IOException e) {
			// The channel has ended, and with it the claim on the batches that this message was about: they come again.
			LOG.debug("Not published again", e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
