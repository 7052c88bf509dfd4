package org.schoolbell.relay.broker;

import java.util.Map;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

/** What a message asks of the relay. */
sealed interface Work {
	/** RabbitMQ counts deliveries; a batch that came this often has probably crashed relay after relay. */
	int TOO_OFTEN = 20;

	/** Pushes to carry, at least one. */
	record Carry(PushBatch batch) implements Work {}

	/** Only an answer. */
	record Check(BatchId batch) implements Work {}

	/** Nothing that can be done, and why. */
	record SetAside(String reason) implements Work {}

	static Work of(Delivery delivery, WireCodec codec) {
		AMQP.BasicProperties properties = delivery.getProperties();
		if (deliveries(properties) > TOO_OFTEN) {
			return new SetAside("delivered more than " + TOO_OFTEN + " times without an end");
		}
		if (!WireNames.PUSH_BATCH_TYPE.equals(properties.getType())) {
			return new SetAside("the message's type is not " + WireNames.PUSH_BATCH_TYPE);
		}
		try {
			PushBatch batch = codec.decodePushBatch(delivery.getBody());
			return batch.isCheck() ? new Check(batch.batch()) : new Carry(batch);
		} catch (MalformedMessageException e) {
			return new SetAside(e.fault());
		}
	}

	private static long deliveries(AMQP.BasicProperties properties) {
		Map<String, Object> headers = properties.getHeaders();
		return headers != null && headers.get("x-delivery-count") instanceof Number count ? count.longValue() : 0;
	}
}
