package org.schoolbell.relay;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.relay.apns.ApnsSettings;
import org.schoolbell.relay.broker.BrokerSettings;
import org.schoolbell.relay.delivery.DeliverySettings;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.relay.webpush.WebPushSettings;

/**
 * Everything under {@code schoolbell.relay}.
 *
 * @param districts
 *            whose queues to consume, each with the topics it may use
 * @param apns
 *            how to reach Apple; without it pushes to Apple are answered as not served
 * @param webpush
 *            which push services of browsers to call, and how
 */
@ConfigurationProperties("schoolbell.relay")
record RelaySettings(List<District> districts, BrokerSettings broker, @DefaultValue DeliverySettings delivery,
		@Nullable ApnsSettings apns, @DefaultValue WebPushSettings webpush) {

	@SuppressWarnings("ConstantValue") // The binder passes null for what the configuration leaves out.
	RelaySettings {
		require(districts != null && !districts.isEmpty(), "districts is empty: name at least one, with id and topics");
		require(districts.stream().map(District::id).distinct().count() == districts.size(), "districts names one district twice");
		require(broker != null, "broker is missing: set at least broker.username and broker.password");
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.relay: " + rule);
		}
	}
}
