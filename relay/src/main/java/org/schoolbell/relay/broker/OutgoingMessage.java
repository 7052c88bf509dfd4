package org.schoolbell.relay.broker;

import java.util.HashMap;
import java.util.Map;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;

import org.schoolbell.wire.WireNames;

/** A message for one queue, persistent. */
@SuppressWarnings("ArrayRecordComponent") // A body is written once and compared never.
record OutgoingMessage(String queue, AMQP.BasicProperties properties, byte[] body) {
	private static final int PERSISTENT = 2;
	/** Why a message was set aside, for whoever looks into the dead queue. */
	static final String REASON = "x-schoolbell-reason";
	/** The queue it came from, which names the district. */
	static final String ORIGIN = "x-schoolbell-queue";

	/** Receipts for a district. */
	static OutgoingMessage receipts(String queue, byte[] body) {
		return new OutgoingMessage(queue, new AMQP.BasicProperties.Builder().contentType(WireNames.CONTENT_TYPE)
				.type(WireNames.RECEIPTS_TYPE).deliveryMode(PERSISTENT).build(), body);
	}

	/** A copy of a message that cannot be carried, as it came but without its expiry. */
	static OutgoingMessage dead(Delivery delivery, String origin, String reason) {
		AMQP.BasicProperties original = delivery.getProperties();
		AMQP.BasicProperties properties = original.builder().expiration(null).userId(null).deliveryMode(PERSISTENT)
				.headers(Map.of(REASON, reason, ORIGIN, origin)).build();
		return new OutgoingMessage(WireNames.DEAD, properties, delivery.getBody());
	}

	AMQP.BasicProperties properties(Map<String, Object> moreHeaders) {
		Map<String, Object> headers = new HashMap<>(moreHeaders);
		if (properties.getHeaders() != null) {
			headers.putAll(properties.getHeaders());
		}
		return properties.builder().headers(headers).build();
	}
}
