package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What became of a push, as the relay tells the district. Which details there are is in the type. */
public sealed interface Outcome {

	/** The outcomes' names on the wire. */
	enum Code {
		ACCEPTED, DEVICE_GONE, REJECTED, DEFERRED, STALE, NO_PROVIDER
	}

	default Code code() {
		return switch (this) {
			case Accepted _ -> Code.ACCEPTED;
			case DeviceGone _ -> Code.DEVICE_GONE;
			case Rejected _ -> Code.REJECTED;
			case Deferred _ -> Code.DEFERRED;
			case Stale _ -> Code.STALE;
			case NoProvider _ -> Code.NO_PROVIDER;
		};
	}

	/** The provider took it, which is not the phone, let alone an eye. */
	record Accepted() implements Outcome {}

	/**
	 * The token is dead.
	 *
	 * @param since
	 *            from when the provider knew, if it said; a device registered or refreshed later lives
	 */
	record DeviceGone(@Nullable Instant since) implements Outcome {}

	/** Our fault or the operator's: sending it again changes nothing, and no device is to be removed for it. */
	record Rejected(String reason) implements Outcome {
		/** The reason where a browser subscribed with another key than the one that signed: it has to subscribe again at its next visit. */
		public static final String VAPID_KEY_MISMATCH = "VapidKeyMismatch";

		public Rejected {
			Receipt.checkReason(Rules.present(reason, "reason"));
		}
	}

	/** Not now. A duration, not a moment, since clocks differ. */
	record Deferred(Duration retryAfter, String reason) implements Outcome {
		public Deferred {
			Rules.check(Rules.present(retryAfter, "retryAfter").isPositive(), "retryAfter is positive");
			Receipt.checkReason(Rules.present(reason, "reason"));
		}
	}

	/** Too old, or past its end, when the relay came to it. */
	record Stale() implements Outcome {}

	/** This relay does not serve that platform or topic. */
	record NoProvider() implements Outcome {}
}
