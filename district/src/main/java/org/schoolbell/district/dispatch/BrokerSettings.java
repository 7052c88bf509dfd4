package org.schoolbell.district.dispatch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this district reaches the relay's broker, as the relay's operator told it.
 *
 * @param host without one nothing is published: everything is decided, and pushes wait in the outbox
 * @param district this district's id at the relay, which names its exchange and queue
 * @param tls off speaks plain AMQP, which the log and every status page then say; never for production
 * @param sslBundle names the Spring SSL bundle whose trust store (a PEM file or PKCS12) signs the broker's certificate; by default the JVM's
 *        authorities. The host's name is verified in either case
 */
@ConfigurationProperties("schoolbell.broker")
public record BrokerSettings(@Nullable String host, @DefaultValue("5671") int port, @DefaultValue("/") String virtualHost,
		@Nullable String username, @Nullable Password password, @Nullable String district, @DefaultValue("on") boolean tls,
		@Nullable String sslBundle) {
	/** @throws IllegalArgumentException if there is a host, and what belongs to it is missing */
	public BrokerSettings {
		if (host != null) {
			require(!host.isBlank(), "host is blank: name the relay's broker, or leave it out to publish nothing");
			require(port >= 1 && port <= 65_535, "port is 1 to 65535");
			require(username != null && !username.isBlank(), "username is missing");
			require(password != null, "password is missing");
			require(district != null, "district is missing: the id that the relay's operator gave to this district");
			require(tls || sslBundle == null, "ssl-bundle is set although tls is off");
		}
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.broker: " + rule);
		}
	}
}
