package org.schoolbell.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import org.schoolbell.relay.delivery.Carrier;
import org.schoolbell.relay.delivery.CredentialState;

/** Down while a provider refuses one of our credentials; the details say which and why. */
final class CredentialsHealth implements HealthIndicator {
	private final Carrier carrier;

	CredentialsHealth(Carrier carrier) {
		this.carrier = carrier;
	}

	@Override
	public Health health() {
		var credentials = carrier.credentials();
		boolean paused = credentials.values().stream().anyMatch(CredentialState::paused);
		Health.Builder health = paused ? Health.down() : Health.up();
		credentials.forEach((credential, state) -> health.withDetail(credential.name(), words(state)));
		return health.build();
	}

	private static String words(CredentialState state) {
		if (state.pausedFor() != null) {
			return "paused: " + state.pausedFor();
		}
		return state.proven() ? "serving" : "serving, nothing accepted yet";
	}
}
