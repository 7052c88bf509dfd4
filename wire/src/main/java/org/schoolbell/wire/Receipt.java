package org.schoolbell.wire;

import java.time.Instant;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What became of one push.
 *
 * @param ref
 *            as the push had it
 * @param at
 *            the relay's clock when the push was finished
 * @param attempts
 *            how often the provider was asked for it, 0 or more
 */
public record Receipt(PushId push, PushRef ref, Outcome outcome, Platform provider, Instant at, int attempts) {
	private static final Pattern REASON = Pattern.compile("[ -~]{1,200}");

	/** @throws IllegalArgumentException if a field is missing or {@code attempts} is negative */
	public Receipt {
		Rules.present(push, "push");
		Rules.present(ref, "ref");
		Rules.present(outcome, "outcome");
		Rules.present(provider, "provider");
		Rules.present(at, "at");
		Rules.check(attempts >= 0, "attempts is 0 or more");
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Receipt of(ReceiptForm form) {
		return form.receipt();
	}

	@JsonValue
	ReceiptForm form() {
		return ReceiptForm.of(this);
	}

	static void checkReason(String reason) {
		Rules.matches(REASON, reason, "reason is 1 to 200 printable ASCII characters");
	}
}
