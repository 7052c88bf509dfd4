package org.schoolbell.relay;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

import org.schoolbell.embedded.BrokerCredentials;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;

/** A district as the relay knows it: publishes to its exchange, reads its receipts, and may do nothing else. */
final class TestingDistrict implements AutoCloseable {
	static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final String NOTIFICATIONS = "notifications.north";

	private final WireCodec codec = new WireCodec();
	private final Connection connection;
	private final Channel out;
	private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
	private final BlockingQueue<BatchReceipt> batches = new LinkedBlockingQueue<>();

	TestingDistrict(EmbeddedBroker broker) throws IOException, TimeoutException {
		connection = connect(broker, broker.district());
		out = connection.createChannel();
		out.confirmSelect();
		Channel in = connection.createChannel();
		in.basicConsume("receipts.north", false, (_, delivery) -> {
			try {
				Receipts message = codec.decodeReceipts(delivery.getBody());
				receipts.addAll(message.receipts());
				batches.addAll(message.batches());
			} catch (MalformedMessageException e) {
				throw new IOException(e);
			}
			in.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
		}, _ -> {
		});
	}

	static Connection connect(EmbeddedBroker broker, BrokerCredentials credentials) throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("localhost");
		factory.setPort(broker.port());
		factory.setVirtualHost(broker.virtualHost());
		factory.setUsername(credentials.username());
		factory.setPassword(credentials.password().value());
		factory.setAutomaticRecoveryEnabled(false);
		try {
			factory.useSslProtocol(Trust.of(broker.certificate()));
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
		factory.enableHostnameVerification();
		return factory.newConnection("district");
	}

	void publish(PushBatch batch) throws IOException, InterruptedException, TimeoutException {
		publish("schoolbell.push-batch.v1", batch.batch().toString(), codec.encode(batch));
	}

	void publish(String type, String messageId, byte[] body) throws IOException, InterruptedException, TimeoutException {
		AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder().contentType("application/json").type(type).messageId(messageId)
				.deliveryMode(2).build();
		out.basicPublish(NOTIFICATIONS, NOTIFICATIONS, true, properties, body);
		out.waitForConfirmsOrDie(PATIENCE.toMillis());
	}

	/** The next so many receipts, in whatever order they come. */
	List<Receipt> receipts(int count) throws InterruptedException {
		return take(receipts, count);
	}

	List<BatchReceipt> batchReceipts(int count) throws InterruptedException {
		return take(batches, count);
	}

	/** A receipt that nobody has asked for yet. */
	boolean hasMore() {
		return !receipts.isEmpty() || !batches.isEmpty();
	}

	private static <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
		List<T> taken = new ArrayList<>();
		while (taken.size() < count) {
			T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			if (next == null) {
				throw new AssertionError("only " + taken.size() + " of " + count + " receipts within " + PATIENCE);
			}
			taken.add(next);
		}
		return taken;
	}

	@Override
	public void close() throws IOException {
		connection.close();
	}
}
