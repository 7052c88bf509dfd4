package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;

import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.WireNames;

/** One life of a connection: a channel to publish on and one to consume from, since Broker-J counts prefetch per channel. For one thread. */
final class BrokerSession implements AutoCloseable {
	private static final Duration CLOSING = Duration.ofSeconds(5);

	private final Connection connection;
	private final Channel publishing;
	private final Channel consuming;
	private final ConfirmedPublisher publisher;
	private final ReceiptConsumer consumer;

	/** Connects and signs in; receipts begin to come. */
	static BrokerSession open(BrokerLink link, DistrictId district, PushSource source, ReceiptFlow flow, DispatchStatus status,
			DispatchMetrics metrics, CheckAnswers answers) throws IOException, TimeoutException {
		Connection connection = link.open();
		try {
			return new BrokerSession(connection, district, source, flow, status, metrics, answers);
		} catch (IOException | RuntimeException e) {
			connection.abort((int) CLOSING.toMillis());
			throw e;
		}
	}

	private BrokerSession(Connection connection, DistrictId district, PushSource source, ReceiptFlow flow, DispatchStatus status,
			DispatchMetrics metrics, CheckAnswers answers)
			throws IOException {
		this.connection = connection;
		this.publishing = connection.createChannel();
		this.consuming = connection.createChannel();
		this.publisher = new ConfirmedPublisher(publishing, WireNames.notifications(district), metrics);
		this.consumer = new ReceiptConsumer(consuming, source, flow, status, metrics, answers);
		consumer.start(WireNames.receipts(district));
	}

	ConfirmedPublisher publisher() {
		return publisher;
	}

	/** @throws ShutdownSignalException if a channel has ended: there is one way to fail, and one to begin again */
	void check() {
		for (Channel channel : new Channel[]{publishing, consuming}) {
			ShutdownSignalException closed = channel.getCloseReason();
			if (closed != null) {
				throw closed;
			}
		}
	}

	/** @return whether the broker has closed because of what was published */
	boolean publishRefused() {
		ShutdownSignalException closed = publishing.getCloseReason();
		return closed != null && Faults.publishRefused(closed);
	}

	/** Ends the connection, and waits for the receipts that are being settled. */
	@Override
	public void close() {
		connection.abort((int) CLOSING.toMillis());
		try {
			consumer.join(CLOSING);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
