package org.schoolbell.district.dispatch;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says how the server stands to the broker, and whether it speaks to it unencrypted. Not part of readiness: saving and reading work without a broker.
 */
@Component("dispatch")
class DispatchHealth implements HealthIndicator {
	private static final Duration SKEW_TOLERATED = Duration.ofMinutes(1);

	private final DispatchStatus status;
	private final BrokerSecurity security;

	DispatchHealth(DispatchStatus status, BrokerSecurity security) {
		this.status = status;
		this.security = security;
	}

	@Override
	public Health health() {
		ConnectionState connection = status.connection();
		Health.Builder health = switch (connection) {
			case ConnectionState.Connected _ -> Health.up().withDetail("connection", "CONNECTED");
			case ConnectionState.StandingBy _ -> Health.up().withDetail("connection", "STANDING_BY");
			case ConnectionState.NotConfigured _ -> Health.unknown().withDetail("connection", "NOT_CONFIGURED");
			case ConnectionState.Down down -> Health.down().withDetail("connection", "DOWN").withDetail("reason", down.reason().sentence());
		};
		health.withDetail("since", connection.since()).withDetail("encrypted", security.encrypted());
		if (!security.encrypted()) {
			health.withDetail("warning", "plain AMQP, NOT ENCRYPTED, as configured; never use this in production. " + security.ask());
		}
		if (status.clockSkew().compareTo(SKEW_TOLERATED) > 0) {
			health.withDetail("clockSkew", "the relay's clock and ours differ by at least " + status.clockSkew());
		}
		return health.build();
	}
}
