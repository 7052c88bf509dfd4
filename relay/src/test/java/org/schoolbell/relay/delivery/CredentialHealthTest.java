package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.schoolbell.relay.delivery.CredentialHealth.Admission;
import org.schoolbell.wire.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialHealthTest {
	private static final Answer ACCEPTED = new Answer.Accepted("");
	private static final Answer MISMATCHED = new Answer.Mismatched("BadDeviceToken");
	private static final Answer FAULT = new Answer.CredentialFault("InvalidProviderToken");
	private static final Outcome LATER = new Outcome.Deferred(Duration.ofMinutes(5), "BadDeviceToken");
	private static final Outcome GONE = new Outcome.DeviceGone(null);

	private Instant now = Instant.parse("2026-11-24T14:00:00Z");
	private final CredentialHealth health = new CredentialHealth(new Credential("test"), () -> now, Duration.ofMinutes(1));

	@Test
	void untilSomethingIsAcceptedASuspiciousTokenIsOnlyDeferredAndNothingPauses() {
		for (int i = 0; i < 300; i++) {
			assertThat(tell(MISMATCHED)).isEqualTo(LATER);
		}
		assertThat(health.admit()).isEqualTo(new Admission.Open());

		tell(ACCEPTED);

		assertThat(tell(MISMATCHED)).isEqualTo(GONE);
	}

	@Test
	void aWrongKeyCountsLikeAWrongTokenButNeverCostsADevice() {
		Answer misbound = new Answer.Misbound("VapidKeyMismatch");
		Outcome later = new Outcome.Deferred(Duration.ofMinutes(5), "VapidKeyMismatch");
		assertThat(tell(misbound)).isEqualTo(later);
		for (int i = 0; i < 160; i++) {
			tell(ACCEPTED);
		}
		for (int i = 0; i < 40; i++) {
			assertThat(tell(misbound)).isEqualTo(new Outcome.Rejected("VapidKeyMismatch"));
		}

		assertThat(tell(misbound)).isEqualTo(later);
		assertThat(health.admit()).isEqualTo(new Admission.Paused("TooManyMismatches"));
	}

	@Test
	void aDeathThatTheProviderIsSureOfIsBelievedFromTheStart() {
		Instant since = Instant.parse("2026-11-01T00:00:00Z");

		assertThat(tell(new Answer.Gone(since))).isEqualTo(new Outcome.DeviceGone(since));
	}

	@Test
	void oneInFiveOfTheLastTwoHundredMayBeWrongAndNoMore() {
		for (int i = 0; i < 160; i++) {
			tell(ACCEPTED);
		}
		for (int i = 0; i < 40; i++) {
			assertThat(tell(MISMATCHED)).isEqualTo(GONE);
		}

		assertThat(tell(MISMATCHED)).isEqualTo(LATER);
		assertThat(health.admit()).isEqualTo(new Admission.Paused("TooManyMismatches"));
		assertThat(health.state().pausedFor()).isEqualTo("TooManyMismatches since 2026-11-24T14:00:00Z");
	}

	@Test
	void onlyTheLastTwoHundredCount() {
		for (int i = 0; i < 160; i++) {
			tell(ACCEPTED);
		}
		for (int i = 0; i < 40; i++) {
			tell(MISMATCHED);
		}
		for (int i = 0; i < 200; i++) {
			tell(ACCEPTED);
		}
		for (int i = 0; i < 40; i++) {
			assertThat(tell(MISMATCHED)).isEqualTo(GONE);
		}
	}

	@Test
	void aFewAnswersAreNoReasonToSuspectOurselves() {
		tell(ACCEPTED);
		for (int i = 0; i < 18; i++) {
			assertThat(tell(MISMATCHED)).isEqualTo(GONE);
		}

		assertThat(tell(MISMATCHED)).isEqualTo(LATER);
	}

	@Test
	void aFaultPausesUntilAProbeShowsTheCredentialGoodAgain() {
		tell(ACCEPTED);
		assertThat(tell(FAULT)).isEqualTo(new Outcome.Deferred(Duration.ofMinutes(5), "InvalidProviderToken"));
		assertThat(health.admit()).isEqualTo(new Admission.Paused("InvalidProviderToken"));

		now = now.plusSeconds(60);
		assertThat(health.admit()).isEqualTo(new Admission.Probe());
		assertThat(health.admit()).isEqualTo(new Admission.Paused("InvalidProviderToken"));
		health.judge(FAULT, true);
		assertThat(health.admit()).isInstanceOf(Admission.Paused.class);

		now = now.plusSeconds(60);
		assertThat(health.admit()).isEqualTo(new Admission.Probe());
		assertThat(health.judge(ACCEPTED, true)).isEqualTo(new Outcome.Accepted());
		assertThat(health.admit()).isEqualTo(new Admission.Open());
		assertThat(health.state()).isEqualTo(new CredentialState(true, null));
	}

	@Test
	void whatWasUnderWayWhenAFaultCameDoesNotEndThePause() {
		tell(FAULT);

		assertThat(tell(ACCEPTED)).isEqualTo(new Outcome.Accepted());
		assertThat(health.admit()).isInstanceOf(Admission.Paused.class);
	}

	@Test
	void aProbeThatMeetsSilenceOrADeadTokenLeavesThePauseAndTheNextOneTries() {
		tell(ACCEPTED);
		tell(FAULT);
		now = now.plusSeconds(60);
		health.admit();

		assertThat(health.judge(new Answer.Unreachable(Duration.ofSeconds(30), "NoAnswer"), true))
				.isEqualTo(new Outcome.Deferred(Duration.ofSeconds(30), "NoAnswer"));
		now = now.plusSeconds(60);
		assertThat(health.admit()).isEqualTo(new Admission.Probe());
		assertThat(health.judge(MISMATCHED, true)).isEqualTo(LATER);
		now = now.plusSeconds(60);
		assertThat(health.admit()).isEqualTo(new Admission.Probe());
	}

	@Test
	void throttlingAndRefusalsConcernOnePushAlone() {
		assertThat(tell(new Answer.Throttled(Duration.ofMinutes(1), "TooManyRequests")))
				.isEqualTo(new Outcome.Deferred(Duration.ofMinutes(1), "TooManyRequests"));
		assertThat(tell(new Answer.Refused("PayloadTooLarge"))).isEqualTo(new Outcome.Rejected("PayloadTooLarge"));
		assertThat(health.admit()).isEqualTo(new Admission.Open());
	}

	private Outcome tell(Answer answer) {
		return health.judge(answer, false);
	}
}
