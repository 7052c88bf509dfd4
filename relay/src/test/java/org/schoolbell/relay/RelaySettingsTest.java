package org.schoolbell.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import org.schoolbell.relay.apns.ApnsSettings;
import org.schoolbell.relay.broker.BrokerSettings;
import org.schoolbell.relay.broker.Password;
import org.schoolbell.relay.delivery.DeliverySettings;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.relay.webpush.WebPushSettings;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.DistrictId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelaySettingsTest {
	private static final Map<String, String> LEAST = Map.of("districts[0].id", "north", "districts[0].topics", "org.example.portal",
			"broker.username", "relay", "broker.password", "secret");
	private static final Map<String, String> APPLE = Map.of("apns.team-id", "TEAM", "apns.key-id", "KEY", "apns.key-file", "key.p8",
			"apns.topics", "org.example.portal");

	@Test
	void everyDefaultIsAsDescribed() {
		RelaySettings settings = bind(LEAST);

		assertThat(settings.districts())
				.containsExactly(new District(new DistrictId("north"), Set.of(new ApnsTopic("org.example.portal"))));
		assertThat(settings.broker()).isEqualTo(new BrokerSettings("localhost", 5671, "/", "relay", new Password("secret"), true, null, 8,
				Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(20)));
		assertThat(settings.delivery())
				.isEqualTo(new DeliverySettings(1500, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1)));
		assertThat(settings.apns()).isNull();
		assertThat(settings.webpush()).isEqualTo(new WebPushSettings(
				List.of("fcm.googleapis.com", "jmt17.google.com", "*.push.services.mozilla.com", "*.notify.windows.com",
						"*.push.apple.com"),
				Set.of("fcm.googleapis.com", "jmt17.google.com"), null, Duration.ofSeconds(10), 500));
	}

	@Test
	void appleIsReachedInProductionUnlessToldOtherwise() {
		ApnsSettings apns = Objects.requireNonNull(bind(with(APPLE)).apns());

		assertThat(apns.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(apns.environments()).singleElement().satisfies(endpoint -> {
			assertThat(endpoint.environment()).isEqualTo(ApnsEnvironment.PRODUCTION);
			assertThat(endpoint.port()).isEqualTo(443);
			assertThat(endpoint.sslBundle()).isNull();
		});
	}

	@Test
	void aPasswordIsNeverShown() {
		assertThat(bind(LEAST).toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			districts[0].id | North | a district id is 1 to 40 of a-z, 0-9 and hyphen
			districts[1].id | north | districts names one district twice
			districts[1].topics | org.example.portal | a district has no id
			broker.linger | 300ms | linger is above 0 and at most 250ms
			broker.prefetch | 0 | prefetch is 1 to 100
			delivery.streams | 0 | streams is 1 or more
			delivery.hold | -1s | hold is a positive duration
			apns.team-id | T | key-id is missing
			webpush.hosts | *.com | webpush.hosts: a push service is a host such as
			webpush.hosts | 127.0.0.1 | webpush.hosts: a push service is named, never given as an address
			webpush.answer-timeout | 0s | answer-timeout is a positive duration
			webpush.streams-per-host | 0 | streams-per-host is 1 or more
			""")
	void aWrongSettingIsNamedWithWhatWouldBeRight(String key, String value, String sentence) {
		assertThatThrownBy(() -> bind(with(Map.of(key, value)))).hasStackTraceContaining(sentence);
	}

	private static Map<String, String> with(Map<String, String> more) {
		Map<String, String> all = new HashMap<>(LEAST);
		all.putAll(more);
		return all;
	}

	private static RelaySettings bind(Map<String, String> properties) {
		Map<String, String> prefixed = new HashMap<>();
		properties.forEach((key, value) -> prefixed.put("schoolbell.relay." + key, value));
		return new Binder(new MapConfigurationPropertySource(prefixed)).bind("schoolbell.relay", RelaySettings.class).get();
	}
}
