package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.wire.Outcome;

/**
 * What is known of one credential since the process started, and what an answer therefore means for the district. Thread-safe.
 *
 * <p>A fault pauses it: everything is deferred, one push at a time probes, and the first that shows the credential good again ends the pause. This
 * memory dies with the process; the next one learns the same from its first pushes, and until then no device is removed on suspicion.
 */
final class CredentialHealth {
	/** How long the district waits with what a paused or unproven credential holds up. */
	static final Duration FAULT_DELAY = Duration.ofMinutes(5);
	private static final Logger LOG = LoggerFactory.getLogger(CredentialHealth.class);
	private static final String BREAKER = "TooManyMismatches";

	private final Credential credential;
	private final InstantSource clock;
	private final Duration probeEvery;
	private final MismatchWindow window = new MismatchWindow();
	private boolean proven;
	private @Nullable Pause pause;

	CredentialHealth(Credential credential, InstantSource clock, Duration probeEvery) {
		this.credential = credential;
		this.clock = clock;
		this.probeEvery = probeEvery;
	}

	private record Pause(String reason, Instant since, Instant nextProbe) {}

	/** Whether a push may be sent now, and as what. */
	sealed interface Admission {
		record Open() implements Admission {}

		/** The one push that finds out whether a pause may end. */
		record Probe() implements Admission {}

		record Paused(String reason) implements Admission {}
	}

	synchronized Admission admit() {
		Pause current = pause;
		if (current == null) {
			return new Admission.Open();
		}
		Instant now = clock.instant();
		if (now.isBefore(current.nextProbe())) {
			return new Admission.Paused(current.reason());
		}
		// The next one in turn, whatever becomes of this one: should its thread die, another probes.
		pause = new Pause(current.reason(), current.since(), now.plus(probeEvery));
		return new Admission.Probe();
	}

	/** What the district is told of an answer. */
	synchronized Outcome judge(Answer answer, boolean probe) {
		return switch (answer) {
			case Answer.Accepted _ -> {
				proven = true;
				answered(probe);
				yield new Outcome.Accepted();
			}
			case Answer.Gone(Instant since) -> {
				answered(probe);
				yield new Outcome.DeviceGone(since);
			}
			case Answer.Refused(String reason) -> {
				answered(probe);
				yield new Outcome.Rejected(reason);
			}
			case Answer.Mismatched(String reason) -> mismatched(reason, new Outcome.DeviceGone(null));
			case Answer.Misbound(String reason) -> mismatched(reason, new Outcome.Rejected(reason));
			case Answer.Throttled(Duration retryAfter, String reason) -> new Outcome.Deferred(retryAfter, reason);
			case Answer.Unreachable(Duration retryAfter, String cause) -> new Outcome.Deferred(retryAfter, cause);
			case Answer.CredentialFault(String reason) -> {
				paused(reason);
				yield new Outcome.Deferred(FAULT_DELAY, reason);
			}
		};
	}

	private Outcome mismatched(String reason, Outcome ifBelieved) {
		if (!proven) {
			// Nothing has ever been accepted: a wrong topic, key or environment looks exactly like this.
			return new Outcome.Deferred(FAULT_DELAY, reason);
		}
		window.add(true);
		if (pause == null && window.suspicious()) {
			paused(BREAKER);
		}
		return pause == null ? ifBelieved : new Outcome.Deferred(FAULT_DELAY, reason);
	}

	private void answered(boolean probe) {
		window.add(false);
		Pause current = pause;
		if (probe && current != null) {
			pause = null;
			LOG.info("Credential {} serves again; it was paused since {} for {}", credential, current.since(), current.reason());
		}
	}

	private void paused(String reason) {
		Instant now = clock.instant();
		Pause current = pause;
		if (current == null) {
			LOG.error("Credential {} is paused: {}. Pushes for it are deferred until one is taken again", credential, reason);
		}
		pause = new Pause(reason, current == null ? now : current.since(), now.plus(probeEvery));
	}

	synchronized CredentialState state() {
		Pause current = pause;
		return new CredentialState(proven, current == null ? null : current.reason() + " since " + current.since());
	}
}
