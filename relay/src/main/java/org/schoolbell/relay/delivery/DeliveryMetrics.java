package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Platform;

/** Counts pushes by district, provider, outcome and reason, and times them. Never a token, a text or a push's id. */
final class DeliveryMetrics {
	private static final Duration[] BUCKETS = Stream.of(50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
			.map(millis -> Duration.ofMillis(millis))
			.toArray(Duration[]::new);

	private final MeterRegistry registry;

	DeliveryMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void finished(DistrictId district, Platform platform, Outcome outcome, Duration held) {
		Counter.builder("schoolbell.relay.pushes").description("Pushes answered, by outcome and reason")
				.tag("district", district.value()).tag("provider", platform.name()).tag("outcome", outcome.code().name())
				.tag("reason", reason(outcome)).register(registry).increment();
		Timer.builder("schoolbell.relay.push").description("From taking a push to its receipt").serviceLevelObjectives(BUCKETS)
				.tag("provider", platform.name()).tag("outcome", outcome.code().name()).register(registry).record(held);
	}

	/** 1 while the credential is paused: the figure to raise an alarm on. */
	void watch(Credential credential, CredentialHealth health) {
		Gauge.builder("schoolbell.relay.credential.paused", health, h -> h.state().paused() ? 1 : 0)
				.description("1 while a provider refuses this credential").tag("credential", credential.name()).register(registry);
	}

	private static String reason(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Rejected(String reason) -> reason;
			case Outcome.Deferred(Duration _, String reason) -> reason;
			case Outcome.Accepted _,Outcome.DeviceGone _,Outcome.Stale _,Outcome.NoProvider _ -> "none";
		};
	}
}
