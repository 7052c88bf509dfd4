package org.schoolbell.relay.broker;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay reaches its broker.
 *
 * @param tls
 *            false speaks plain AMQP, which the log and the health page then say
 * @param sslBundle
 *            names the Spring SSL bundle whose trust store signs the broker's certificate (PEM or PKCS12); by default the JVM's authorities. The host's
 *            name is verified in either case
 * @param prefetch
 *            batches of one district taken and not yet acknowledged
 * @param linger
 *            how long finished receipts wait for others to share a message with; at most 250 ms
 * @param reconnect
 *            the wait after the first failure to connect; it doubles up to 5 s
 * @param stopWithin
 *            how long an orderly stop waits for what is in flight
 */
public record BrokerSettings(@DefaultValue("localhost") String host, @DefaultValue("5671") int port,
		@DefaultValue("/") String virtualHost, String username, Password password, @DefaultValue("true") boolean tls,
		@Nullable String sslBundle, @DefaultValue("8") int prefetch, @DefaultValue("50ms") Duration linger,
		@DefaultValue("1s") Duration reconnect, @DefaultValue("20s") Duration stopWithin) {
	private static final Duration LONGEST_LINGER = Duration.ofMillis(250);

	@SuppressWarnings("ConstantValue") // The binder passes null for what the configuration leaves out.
	public BrokerSettings {
		require(username != null && !username.isBlank(), "username is missing");
		require(password != null, "password is missing");
		require(tls || sslBundle == null, "ssl-bundle is set although tls is false");
		require(prefetch >= 1 && prefetch <= 100, "prefetch is 1 to 100");
		require(linger.isPositive() && linger.compareTo(LONGEST_LINGER) <= 0, "linger is above 0 and at most 250ms");
		require(reconnect.isPositive(), "reconnect is a positive duration such as 1s");
		require(!stopWithin.isNegative(), "stop-within is a duration such as 20s");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.relay.broker: " + rule);
		}
	}

	/** For logs and health pages: where to, and whether encrypted. */
	String address() {
		return (tls ? "amqps://" : "amqp://") + host + ":" + port + (tls ? "" : " (plain AMQP, NOT ENCRYPTED, as configured)");
	}
}
