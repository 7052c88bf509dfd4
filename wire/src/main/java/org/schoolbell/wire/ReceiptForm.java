package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A receipt as it lies on the wire, where an outcome's details are fields beside it. */
record ReceiptForm(PushId push, PushRef ref, Outcome.Code outcome, @Nullable String reason, @Nullable Instant since,
		@Nullable Duration retryAfter, Platform provider, Instant at, @JsonProperty(required = true) int attempts) {

	ReceiptForm {
		Rules.present(outcome, "outcome");
		Rules.check(reason == null || outcome == Outcome.Code.REJECTED || outcome == Outcome.Code.DEFERRED,
				"reason is absent beside " + outcome);
		Rules.check(since == null || outcome == Outcome.Code.DEVICE_GONE, "since is absent beside " + outcome);
		Rules.check(retryAfter == null || outcome == Outcome.Code.DEFERRED, "retryAfter is absent beside " + outcome);
	}

	static ReceiptForm of(Receipt receipt) {
		Outcome outcome = receipt.outcome();
		String reason = switch (outcome) {
			case Outcome.Rejected rejected -> rejected.reason();
			case Outcome.Deferred deferred -> deferred.reason();
			case Outcome.Accepted _,Outcome.DeviceGone _,Outcome.Stale _,Outcome.NoProvider _ -> null;
		};
		Instant since = outcome instanceof Outcome.DeviceGone gone ? gone.since() : null;
		Duration retryAfter = outcome instanceof Outcome.Deferred deferred ? deferred.retryAfter() : null;
		return new ReceiptForm(receipt.push(), receipt.ref(), outcome.code(), reason, since, retryAfter, receipt.provider(), receipt.at(),
				receipt.attempts());
	}

	Receipt receipt() {
		return new Receipt(push, ref, typed(), provider, at, attempts);
	}

	private Outcome typed() {
		return switch (outcome) {
			case ACCEPTED -> new Outcome.Accepted();
			case DEVICE_GONE -> new Outcome.DeviceGone(since);
			case REJECTED -> new Outcome.Rejected(Rules.present(reason, "reason"));
			case DEFERRED -> new Outcome.Deferred(Rules.present(retryAfter, "retryAfter"), Rules.present(reason, "reason"));
			case STALE -> new Outcome.Stale();
			case NO_PROVIDER -> new Outcome.NoProvider();
		};
	}
}
