package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.embedded.BrokerCredentials;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/** Speaks the contract as a relay does, over AMQP and TLS, and answers as a test scripts it. */
public final class TestRelay implements AutoCloseable {
	private static final String QUEUE = "notifications.north";
	private static final String RECEIPTS = "receipts.north";

	private final WireCodec codec = new WireCodec();
	private final InstantSource time;
	private final Connection connection;
	private final Channel channel;
	private final List<PushBatch> batches = new CopyOnWriteArrayList<>();
	private final List<AMQP.BasicProperties> properties = new CopyOnWriteArrayList<>();
	private volatile Function<Push, Optional<Outcome>> script;

	/** @param script what becomes of a push; empty: no answer */
	public TestRelay(EmbeddedBroker broker, InstantSource time, Function<Push, Optional<Outcome>> script)
			throws IOException, TimeoutException {
		this.time = time;
		this.script = script;
		connection = connect(broker, broker.relay());
		channel = connection.createChannel();
		channel.basicConsume(QUEUE, false, new DefaultConsumer(channel) {
			@Override
			public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties with, byte[] body) throws IOException {
				take(with, body);
				channel.basicAck(envelope.getDeliveryTag(), false);
			}
		});
	}

	/** Takes everything for delivered. */
	public static Function<Push, Optional<Outcome>> accepting() {
		return _ -> Optional.of(new Outcome.Accepted());
	}

	/** Takes everything and answers nothing but a check. */
	public static Function<Push, Optional<Outcome>> silent() {
		return _ -> Optional.empty();
	}

	public static Connection connect(EmbeddedBroker broker, BrokerCredentials user) throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("localhost");
		factory.setPort(broker.port());
		factory.setVirtualHost(broker.virtualHost());
		factory.setUsername(user.username());
		factory.setPassword(user.password().value());
		factory.setAutomaticRecoveryEnabled(false);
		PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(broker.certificate().toUri().toString());
		factory.useSslProtocol(SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext());
		factory.enableHostnameVerification();
		return factory.newConnection("test relay");
	}

	public void script(Function<Push, Optional<Outcome>> next) {
		script = next;
	}

	/** @return every push that came, in order, repeats included */
	public List<Push> pushes() {
		return batches.stream().flatMap(batch -> batch.pushes().stream()).toList();
	}

	/** @return every batch that came, checks included */
	public List<PushBatch> batches() {
		return List.copyOf(batches);
	}

	public List<AMQP.BasicProperties> properties() {
		return List.copyOf(properties);
	}

	public void send(Receipts receipts) throws IOException {
		send(WireNames.RECEIPTS_TYPE, codec.encode(receipts));
	}

	/** Sends anything to the district. */
	public void send(String type, byte[] body) throws IOException {
		synchronized (channel) {
			channel.basicPublish("", RECEIPTS, new AMQP.BasicProperties.Builder().type(type).deliveryMode(2).build(), body);
		}
	}

	public Receipt receipt(Push push, Outcome outcome) {
		return new Receipt(push.id(), push.ref(), outcome, push.target().platform(), time.instant(), 1);
	}

	private void take(AMQP.BasicProperties with, byte[] body) throws IOException {
		PushBatch batch = decode(body);
		properties.add(with);
		batches.add(batch);
		Function<Push, Optional<Outcome>> now = script;
		if (batch.isCheck()) {
			send(Receipts.ofBatch(BatchReceipt.checked(batch.batch())));
			return;
		}
		List<Receipt> receipts = new ArrayList<>();
		batch.pushes().forEach(push -> now.apply(push).ifPresent(outcome -> receipts.add(receipt(push, outcome))));
		if (!receipts.isEmpty()) {
			send(Receipts.ofPushes(receipts));
		}
	}

	private PushBatch decode(byte[] body) {
		try {
			return codec.decodePushBatch(body);
		} catch (MalformedMessageException e) {
			throw new AssertionError("The district sent what is no push batch", e);
		}
	}

	@Override
	public void close() {
		connection.abort(2_000);
	}
}
