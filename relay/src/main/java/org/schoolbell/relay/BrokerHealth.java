package org.schoolbell.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import org.schoolbell.relay.broker.Broker;

/** Up while connected and at least one district's queue is consumed; the details say which is not, why, and whether the way is encrypted. */
final class BrokerHealth implements HealthIndicator {
	private final Broker broker;

	BrokerHealth(Broker broker) {
		this.broker = broker;
	}

	@Override
	public Health health() {
		var districts = broker.districts();
		boolean serving = broker.connected() && districts.containsValue(Broker.CONSUMING);
		Health.Builder health = (serving ? Health.up() : Health.down()).withDetail("broker", broker.address());
		districts.forEach((district, state) -> health.withDetail("district " + district, state));
		return health.build();
	}
}
