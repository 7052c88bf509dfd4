package org.schoolbell.district.dispatch.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;

/**
 * Looks for the answer to one check in a queue that nobody else reads. Only a message that holds that answer and nothing else is acknowledged. Everything
 * else is left as it is: it goes back when the channel ends, however that comes, and is the server's, which settles a receipt as often as it comes.
 */
final class ReceiptSearch extends DefaultConsumer {
	private final BatchId batch;
	private final WireCodec codec = new WireCodec();
	private final BlockingQueue<BatchReceipt.Outcome> answer = new LinkedBlockingQueue<>();

	private ReceiptSearch(Channel channel, BatchId batch) {
		super(channel);
		this.batch = batch;
	}

	/** Takes the channel over. Without a limit, since the answer lies behind all that is there already. */
	static ReceiptSearch begin(Channel channel, String queue, BatchId batch) throws IOException {
		ReceiptSearch search = new ReceiptSearch(channel, batch);
		channel.basicConsume(queue, false, search);
		return search;
	}

	/** @return the answer, if it comes within this time */
	Optional<BatchReceipt.Outcome> found(Duration atMost) throws InterruptedException {
		return Optional.ofNullable(answer.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
	}

	@Override
	public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) throws IOException {
		Optional<Receipts> message = decode(body);
		Optional<BatchReceipt> ours = message.stream().flatMap(receipts -> receipts.batches().stream())
				.filter(receipt -> receipt.batch().equals(batch)).findFirst();
		if (ours.isPresent()) {
			if (message.get().receipts().isEmpty() && message.get().batches().size() == 1) {
				getChannel().basicAck(envelope.getDeliveryTag(), false);
			}
			answer.add(ours.get().outcome());
		}
	}

	/** What cannot be read is no answer; the server says so when it comes upon it. */
	private Optional<Receipts> decode(byte[] body) {
		try {
			return Optional.of(codec.decodeReceipts(body));
		} catch (MalformedMessageException _) {
			return Optional.empty();
		}
	}
}
