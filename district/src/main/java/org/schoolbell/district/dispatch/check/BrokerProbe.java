package org.schoolbell.district.dispatch.check;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

import org.schoolbell.district.dispatch.BrokerLink;
import org.schoolbell.district.dispatch.BrokerSettings;
import org.schoolbell.district.dispatch.CheckAnswers;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/**
 * What only the broker and the relay can show: sign-in, a message taken, and its answer. The message is a batch without pushes, which the relay answers and
 * does nothing else with.
 *
 * <p>If the process dies after publishing, the batch is answered or expires, and its answer lies in the queue until a server takes it and finds that it is
 * about no push.
 *
 * <p>For one check, on one thread.
 */
final class BrokerProbe implements AutoCloseable {
	/** Nobody waits longer for the answer, so there is no use in keeping it longer in the broker. */
	private static final Duration MAX_AGE = Duration.ofMinutes(1);
	private static final Duration LOOK = Duration.ofMillis(200);
	private static final int PERSISTENT = 2;
	private static final int CLOSING_MILLIS = 5_000;

	private final BrokerSettings settings;
	private final BrokerLink link;
	private final @Nullable CheckAnswers answers;
	private final Patience patience;
	private final BatchId batch = new BatchId(UUID.randomUUID());
	private @Nullable Connection connection;
	private CheckAnswers.@Nullable Listening listening;

	/** How long is waited for the broker to confirm, and for the relay to answer. */
	record Patience(Duration confirm, Duration receipt) {}

	/** @param answers where the server that takes this district's receipts announces them; null where there is no database to hear of it */
	BrokerProbe(BrokerSettings settings, BrokerLink link, @Nullable CheckAnswers answers, Patience patience) {
		this.settings = settings;
		this.link = link;
		this.answers = answers;
		this.patience = patience;
	}

	Finding signIn() throws FaultException {
		String username = username();
		try {
			connection = link.open();
			return Finding.passed(Wording.of("check.found.signed-in", "username", username));
		} catch (PossibleAuthenticationFailureException e) {
			throw new FaultException(Fault.PASSWORD, e, "username", username);
		} catch (IOException | TimeoutException e) {
			Fault fault = Refusal.in(e).isPresent() ? Fault.VIRTUAL_HOST : Fault.SIGN_IN_ENDED;
			throw Refusal.quoted(new FaultException(fault, e, "username", username, "virtualHost", settings.virtualHost()), e);
		}
	}

	Finding publish(InstantSource time) throws FaultException, InterruptedException {
		// Before the message leaves: its answer may be quicker than this server.
		listen();
		String exchange = WireNames.notifications(district());
		try {
			Channel channel = Objects.requireNonNull(connection).createChannel();
			AtomicBoolean returned = new AtomicBoolean();
			channel.addReturnListener(_ -> returned.set(true));
			channel.confirmSelect();
			channel.basicPublish(exchange, exchange, true, properties(),
					new WireCodec().encode(PushBatch.check(batch, time.instant(), MAX_AGE)));
			// RabbitMQ returns what it cannot route and then acks it, Broker-J nacks it and then returns it.
			if (!channel.waitForConfirms(patience.confirm().toMillis()) || returned.get()) {
				throw new FaultException(Fault.NOT_TAKEN, null, "exchange", exchange);
			}
			channel.close();
			return Finding.passed(Wording.of("check.found.taken"));
		} catch (IOException | ShutdownSignalException | TimeoutException e) {
			Fault fault = Refusal.in(e).map(refusal -> refusal.absent() ? Fault.NO_EXCHANGE : Fault.PUBLISH_FORBIDDEN)
					.orElse(Fault.PUBLISH_ENDED);
			throw Refusal.quoted(new FaultException(fault, e, "exchange", exchange, "username", username()), e);
		}
	}

	Finding receipt() throws FaultException, InterruptedException {
		String queue = WireNames.receipts(district());
		try {
			return switch (await(queue)) {
				case CHECKED -> Finding.passed(Wording.of("check.found.answered"));
				case REJECTED -> throw new FaultException(Fault.REJECTED, null);
			};
		} catch (IOException | ShutdownSignalException e) {
			Fault fault = Refusal.in(e).map(refusal -> refusal.absent() ? Fault.NO_RECEIPTS : Fault.RECEIPTS_FORBIDDEN)
					.orElse(Fault.NO_RECEIPT);
			throw Refusal.quoted(
					new FaultException(fault, e, "queue", queue, "username", username(), "seconds",
							patience.receipt().toSeconds()),
					e);
		}
	}

	/** A server that runs takes the receipts and announces this one. Where none does, they are looked through here, until one comes. */
	private BatchReceipt.Outcome await(String queue) throws FaultException, IOException, InterruptedException {
		Connection open = Objects.requireNonNull(connection);
		Channel asking = open.createChannel();
		ReceiptSearch search = null;
		long began = System.nanoTime();
		while (System.nanoTime() - began < patience.receipt().toNanos()) {
			if (search == null && asking.queueDeclarePassive(queue).getConsumerCount() == 0) {
				search = ReceiptSearch.begin(open.createChannel(), queue, batch);
			}
			if (search == null && listening == null) {
				throw new FaultException(Fault.RECEIPTS_TAKEN, null);
			}
			Optional<BatchReceipt.Outcome> found = look(search);
			if (found.isPresent()) {
				return found.get();
			}
		}
		throw new FaultException(Fault.NO_RECEIPT, null, "seconds", patience.receipt().toSeconds());
	}

	private Optional<BatchReceipt.Outcome> look(@Nullable ReceiptSearch search) throws InterruptedException {
		Optional<BatchReceipt.Outcome> here = search == null ? Optional.empty() : search.found(listening == null ? LOOK : Duration.ZERO);
		if (here.isPresent() || listening == null) {
			return here;
		}
		try {
			return listening.heard(batch, LOOK);
		} catch (SQLException _) {
			// The database went away; what is left is the queue.
			listening.close();
			listening = null;
			return Optional.empty();
		}
	}

	/** Without the database the check goes on: if no server runs, the answer is found in the queue. */
	private void listen() {
		try {
			listening = answers == null ? null : answers.listen();
		} catch (SQLException | DataAccessException _) {
			listening = null;
		}
	}

	private AMQP.BasicProperties properties() {
		return new AMQP.BasicProperties.Builder().contentType(WireNames.CONTENT_TYPE).type(WireNames.PUSH_BATCH_TYPE)
				.deliveryMode(PERSISTENT).messageId(batch.toString()).expiration(Long.toString(MAX_AGE.toMillis())).build();
	}

	private String username() {
		return Objects.requireNonNull(settings.username());
	}

	private DistrictId district() {
		return new DistrictId(Objects.requireNonNull(settings.district()));
	}

	/** Ends the connection; what was looked at and not acknowledged goes back into the queue. */
	@Override
	public void close() {
		if (listening != null) {
			listening.close();
		}
		if (connection != null) {
			connection.abort(CLOSING_MILLIS);
		}
	}
}
