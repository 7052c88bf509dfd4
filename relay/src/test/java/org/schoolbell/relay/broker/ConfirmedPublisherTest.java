package org.schoolbell.relay.broker;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmCallback;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ReturnCallback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The order in which brokers answer, which only a RabbitMQ and a Broker-J with broken queues would show together: a channel that plays both. */
class ConfirmedPublisherTest {
	private static final OutgoingMessage MESSAGE = OutgoingMessage.receipts("receipts.north", "{}".getBytes(UTF_8));

	private final ScriptedChannel broker = new ScriptedChannel();
	private final AtomicInteger confirmed = new AtomicInteger();
	private ConfirmedPublisher publisher;

	@BeforeEach
	void open() throws IOException {
		publisher = new ConfirmedPublisher(broker.channel());
	}

	@Test
	void anAckConfirmsOnce() throws Exception {
		publisher.publish(MESSAGE, confirmed::incrementAndGet);

		broker.ack(broker.published(), false);
		broker.ack(1, false);

		await().untilAtomic(confirmed, equalTo(1));
		assertThat(broker.nothingMore()).isTrue();
	}

	@Test
	void oneAckMayConfirmAllBeforeIt() throws Exception {
		for (int i = 0; i < 5; i++) {
			publisher.publish(MESSAGE, confirmed::incrementAndGet);
		}

		broker.ack(4, true);
		await().untilAtomic(confirmed, equalTo(4));
		broker.ack(5, false);
		await().untilAtomic(confirmed, equalTo(5));
	}

	@Test
	void whatRabbitMqReturnsAndThenAcksIsPublishedAgain() throws Exception {
		publisher.publish(MESSAGE, confirmed::incrementAndGet);
		long first = broker.published();

		broker.giveBack(first);
		broker.ack(first, false);

		long second = broker.published();
		assertThat(second).isGreaterThan(first);
		assertThat(confirmed).hasValue(0);
		broker.ack(second, false);
		await().untilAtomic(confirmed, equalTo(1));
	}

	@Test
	void whatBrokerJNacksAndThenReturnsIsPublishedAgainOnce() throws Exception {
		publisher.publish(MESSAGE, confirmed::incrementAndGet);
		long first = broker.published();

		broker.nack(first);
		broker.giveBack(first);

		long second = broker.published();
		broker.ack(second, false);
		await().untilAtomic(confirmed, equalTo(1));
		assertThat(broker.nothingMore()).isTrue();
	}

	/** Takes messages as a broker's channel would and answers when told to. */
	private static final class ScriptedChannel {
		private final BlockingQueue<Long> published = new LinkedBlockingQueue<>();
		private long next = 1;
		private ConfirmCallback acks = unheard();
		private ConfirmCallback nacks = unheard();
		private ReturnCallback returns = _ -> {
			throw new IllegalStateException("nobody listens");
		};
		private AMQP.BasicProperties last = new AMQP.BasicProperties();

		private static ConfirmCallback unheard() {
			return (_, _) -> {
				throw new IllegalStateException("nobody listens");
			};
		}

		Channel channel() {
			return (Channel) Proxy.newProxyInstance(Channel.class.getClassLoader(), new Class<?>[]{Channel.class},
					(_, method, arguments) -> switch (method.getName()) {
						case "confirmSelect" -> null;
						case "addReturnListener" -> {
							returns = (ReturnCallback) arguments[0];
							yield null;
						}
						case "addConfirmListener" -> {
							acks = (ConfirmCallback) arguments[0];
							nacks = (ConfirmCallback) arguments[1];
							yield null;
						}
						case "getNextPublishSeqNo" -> next;
						case "basicPublish" -> {
							assertThat(arguments[2]).as("mandatory").isEqualTo(true);
							last = (AMQP.BasicProperties) arguments[3];
							published.add(next++);
							yield null;
						}
						default -> throw new UnsupportedOperationException(method.getName());
					});
		}

		/** The number of the next message that was published. */
		long published() throws InterruptedException {
			Long number = published.poll(10, TimeUnit.SECONDS);
			if (number == null) {
				throw new AssertionError("nothing was published");
			}
			return number;
		}

		boolean nothingMore() {
			return published.isEmpty();
		}

		void ack(long number, boolean multiple) throws IOException {
			acks.handle(number, multiple);
		}

		void nack(long number) throws IOException {
			nacks.handle(number, false);
		}

		void giveBack(long number) {
			assertThat(last.getHeaders()).containsValue(number);
			returns.handle(new Return(312, "NO_ROUTE", "", "receipts.north", last, new byte[0]));
		}
	}
}
