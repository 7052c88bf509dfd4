package org.schoolbell.relay.broker;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerSettingsTest {
	@Test
	void anAddressWithoutTlsSaysSo() {
		assertThat(settings(true).address()).isEqualTo("amqps://broker.example.org:5671");
		assertThat(settings(false).address())
				.isEqualTo("amqp://broker.example.org:5671 (plain AMQP, NOT ENCRYPTED, as configured)");
	}

	private static BrokerSettings settings(boolean tls) {
		return new BrokerSettings("broker.example.org", 5671, "/", "relay", new Password("secret"), tls, null, 8, Duration.ofMillis(50),
				Duration.ofSeconds(1), Duration.ofSeconds(20));
	}
}
