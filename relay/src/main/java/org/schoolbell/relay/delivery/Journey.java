package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;

/** One push from here to its provider, with the relay's own tries again. For one thread. */
final class Journey {
	private final Consignment consignment;
	private final Push push;
	private final PushService service;
	private final CredentialHealth health;
	private final InstantSource clock;
	private final Backoff backoff;
	private int attempts;

	Journey(Consignment consignment, Push push, PushService service, CredentialHealth health, InstantSource clock, Backoff backoff) {
		this.consignment = consignment;
		this.push = push;
		this.service = service;
		this.health = health;
		this.clock = clock;
		this.backoff = backoff;
	}

	/** How it ended; empty if nobody waits for it any more. */
	Optional<Outcome> travel() throws InterruptedException {
		while (consignment.wanted()) {
			if (Staleness.stale(consignment.batch(), push, clock.instant())) {
				return Optional.of(new Outcome.Stale());
			}
			Optional<Outcome> end = switch (health.admit()) {
				case CredentialHealth.Admission.Paused(String reason) ->
					Optional.of(new Outcome.Deferred(CredentialHealth.FAULT_DELAY, reason));
				case CredentialHealth.Admission.Open _ -> attempt(false);
				case CredentialHealth.Admission.Probe _ -> attempt(true);
			};
			if (end.isPresent()) {
				return end;
			}
		}
		return Optional.empty();
	}

	/** How often the provider was asked. */
	int attempts() {
		return attempts;
	}

	/** What came of asking once; empty, after a wait, if it is worth another try. */
	private Optional<Outcome> attempt(boolean probe) throws InterruptedException {
		attempts++;
		Answer answer = service.send(push);
		if (answer instanceof Answer.Retriable) {
			Duration wait = backoff.delay(attempts, ThreadLocalRandom.current().nextDouble());
			if (wait.compareTo(consignment.deadline().left()) < 0) {
				Thread.sleep(wait);
				return Optional.empty();
			}
		}
		return Optional.of(health.judge(answer, probe));
	}
}
