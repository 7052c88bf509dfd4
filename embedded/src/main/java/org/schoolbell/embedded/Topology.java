package org.schoolbell.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;

/** The queues of one district, as the wire contract names them. Declaring them again changes nothing. */
record Topology(String district) {
	static final String DEAD = "notifications.dead";
	private static final Pattern DISTRICT_ID = Pattern.compile("[a-z0-9-]{1,40}");
	private static final Duration RECEIPTS_KEPT = Duration.ofDays(14);
	private static final Duration DEAD_KEPT = Duration.ofDays(7);
	/**
	 * A message's {@code expiration} is a number of milliseconds from its arrival, but this broker takes it for a moment in 1970 and drops the message. The least
	 * time that a queue keeps messages makes good for it; it is the age at which a push is too old by default.
	 */
	private static final Duration LEAST_KEPT = Duration.ofMinutes(10);

	Topology {
		if (!DISTRICT_ID.matcher(district).matches()) {
			throw new IllegalArgumentException("A district's id has 1 to 40 of a-z, 0-9 and '-', unlike '" + district + "'.");
		}
	}

	String notifications() {
		return "notifications." + district;
	}

	String receipts() {
		return "receipts." + district;
	}

	void declare(Channel channel) throws IOException {
		channel.exchangeDeclare(notifications(), BuiltinExchangeType.DIRECT, true);
		queue(channel, notifications(), Map.of("minimumMessageTtl", LEAST_KEPT.toMillis()));
		channel.queueBind(notifications(), notifications(), notifications());
		queue(channel, receipts(), keptFor(RECEIPTS_KEPT));
		queue(channel, DEAD, keptFor(DEAD_KEPT));
	}

	private static Map<String, Object> keptFor(Duration time) {
		return Map.of("maximumMessageTtl", time.toMillis());
	}

	private static void queue(Channel channel, String name, Map<String, Object> arguments) throws IOException {
		channel.queueDeclare(name, true, false, false, arguments);
	}
}
