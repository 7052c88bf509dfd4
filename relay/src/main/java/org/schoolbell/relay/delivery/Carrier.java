package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Target;

/**
 * Carries every push of a consignment to its provider and answers each with a receipt. Thread-safe.
 *
 * <p>If the process dies anywhere in here, nothing is lost: the batch was not acknowledged, the broker gives it to the next relay, and a push that
 * had arrived already arrives again with the same ids.
 */
public final class Carrier {
	private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
	private static final Duration LONGEST_RETRY = Duration.ofSeconds(8);
	/** For what is no provider's fault but this relay's own. */
	private static final Duration OWN_DELAY = Duration.ofSeconds(30);

	private final List<PushService> services;
	private final InstantSource clock;
	private final DeliverySettings settings;
	private final Backoff backoff;
	private final Semaphore streams;
	private final DeliveryMetrics metrics;
	private final Map<Credential, CredentialHealth> health = new LinkedHashMap<>();
	private final ThreadFactory threads = Thread.ofVirtual().name("push-", 0).factory();

	public Carrier(List<PushService> services, InstantSource clock, DeliverySettings settings, MeterRegistry registry) {
		this.services = List.copyOf(services);
		this.clock = clock;
		this.settings = settings;
		this.backoff = new Backoff(settings.firstRetry(), max(settings.firstRetry(), LONGEST_RETRY));
		this.streams = new Semaphore(settings.streams(), true);
		this.metrics = new DeliveryMetrics(registry);
		registry.gauge("schoolbell.relay.in.flight", streams, permits -> settings.streams() - permits.availablePermits());
		for (PushService service : services) {
			for (Credential credential : service.credentials()) {
				CredentialHealth state = new CredentialHealth(credential, clock, settings.probeEvery());
				health.put(credential, state);
				metrics.watch(credential, state);
			}
		}
	}

	/** When a batch that is taken now must have all its receipts. */
	public Deadline deadline() {
		return Deadline.in(settings.hold());
	}

	/**
	 * Starts every push of the consignment, waiting while too many are in flight; receipts may come before and after this returns.
	 *
	 * @throws InterruptedException
	 *             if the relay stops: pushes not started get no receipt, so their batch comes again
	 */
	public void carry(Consignment consignment) throws InterruptedException {
		for (Push push : consignment.batch().pushes()) {
			if (!streams.tryAcquire(Math.max(0, consignment.deadline().left().toNanos()), TimeUnit.NANOSECONDS)) {
				finish(consignment, push, new Outcome.Deferred(OWN_DELAY, "RelayBusy"), 0);
			} else {
				threads.newThread(() -> {
					try {
						carry(consignment, push);
					} finally {
						streams.release();
					}
				}).start();
			}
		}
	}

	private void carry(Consignment consignment, Push push) {
		Optional<Route> route = route(consignment.district(), push.target());
		if (route.isEmpty()) {
			finish(consignment, push, new Outcome.NoProvider(), 0);
			return;
		}
		Journey journey = new Journey(consignment, push, route.get().service(), route.get().health(), clock, backoff);
		try {
			journey.travel().ifPresent(outcome -> finish(consignment, push, outcome, journey.attempts()));
		} catch (InterruptedException _) {
			// The relay stops: no receipt, so the batch is not acknowledged and comes again.
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			// A fault of this relay must cost neither the push nor its receipt, without which the batch would come again for ever.
			LOG.error("Push {} met a fault of this relay", push.id(), e);
			finish(consignment, push, new Outcome.Deferred(OWN_DELAY, "RelayFault"), journey.attempts());
		}
	}

	private void finish(Consignment consignment, Push push, Outcome outcome, int attempts) {
		Duration held = settings.hold().minus(consignment.deadline().left());
		metrics.finished(consignment.district().id(), push.target().platform(), outcome, held.isNegative() ? Duration.ZERO : held);
		consignment.finished(new Receipt(push.id(), push.ref(), outcome, push.target().platform(), clock.instant(), attempts));
	}

	private Optional<Route> route(District district, Target target) {
		boolean allowed = switch (target) {
			case Target.Apns apns -> district.topics().contains(apns.topic());
			case Target.Fcm _,Target.WebPush _ -> true;
		};
		if (!allowed) {
			return Optional.empty();
		}
		for (PushService service : services) {
			Optional<Credential> credential = service.credentialFor(district.id(), target);
			if (credential.isPresent()) {
				return Optional.of(new Route(service, Objects.requireNonNull(health.get(credential.get()))));
			}
		}
		return Optional.empty();
	}

	private record Route(PushService service, CredentialHealth health) {}

	/** How each credential stands now. */
	public Map<Credential, CredentialState> credentials() {
		Map<Credential, CredentialState> states = new LinkedHashMap<>();
		health.forEach((credential, state) -> states.put(credential, state.state()));
		return states;
	}

	private static Duration max(Duration one, Duration other) {
		return one.compareTo(other) > 0 ? one : other;
	}
}
