package org.schoolbell.relay.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.relay.delivery.Deadline;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;

/**
 * Sends one district's receipts as its pushes finish, those of a short while together. Adding is thread-safe; {@link #run} belongs to one thread.
 *
 * <p>If the process dies with receipts in here, their batches were not acknowledged and come again.
 */
final class ReceiptSender implements Runnable {
	private static final Logger LOG = LoggerFactory.getLogger(ReceiptSender.class);
	private static final int MOST = 500;

	private final String queue;
	private final Duration linger;
	private final WireCodec codec;
	private final ConfirmedPublisher publisher;
	private final BlockingQueue<Entry> finished = new LinkedBlockingQueue<>();

	private sealed interface Entry {
		Taken of();

		record OfPush(Taken of, Receipt receipt) implements Entry {}

		record OfBatch(Taken of, BatchReceipt receipt) implements Entry {}
	}

	ReceiptSender(String queue, Duration linger, WireCodec codec, ConfirmedPublisher publisher) {
		this.queue = queue;
		this.linger = linger;
		this.codec = codec;
		this.publisher = publisher;
	}

	void add(Taken of, Receipt receipt) {
		finished.add(new Entry.OfPush(of, receipt));
	}

	void add(Taken of, BatchReceipt receipt) {
		finished.add(new Entry.OfBatch(of, receipt));
	}

	/** Sends until interrupted or the channel has ended. */
	@Override
	public void run() {
		try {
			while (true) {
				send(gather());
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} catch (IOException e) {
			LOG.debug("{}: no more receipts on this channel", queue, e);
		}
	}

	private List<Entry> gather() throws InterruptedException {
		List<Entry> together = new ArrayList<>();
		together.add(finished.take());
		Deadline departure = Deadline.in(linger);
		while (together.size() < MOST) {
			Entry next = finished.poll(departure.left().toNanos(), TimeUnit.NANOSECONDS);
			if (next == null) {
				break;
			}
			together.add(next);
		}
		return together;
	}

	private void send(List<Entry> together) throws IOException {
		List<Receipt> ofPushes = new ArrayList<>();
		List<BatchReceipt> ofBatches = new ArrayList<>();
		for (Entry entry : together) {
			switch (entry) {
				case Entry.OfPush(Taken _, Receipt receipt) -> ofPushes.add(receipt);
				case Entry.OfBatch(Taken _, BatchReceipt receipt) -> ofBatches.add(receipt);
			}
		}
		byte[] body = codec.encode(new Receipts(ofPushes, ofBatches));
		publisher.publish(OutgoingMessage.receipts(queue, body), () -> together.forEach(entry -> entry.of().confirmed()));
	}
}
