package org.schoolbell.wire;

import org.jspecify.annotations.Nullable;

/**
 * What became of a whole batch, where that is not told push by push.
 *
 * @param reason
 *            why it was rejected; absent when checked
 */
public record BatchReceipt(BatchId batch, Outcome outcome, @Nullable String reason) {

	/** What can become of a whole batch. */
	public enum Outcome {
		/** The answer to a check. */
		CHECKED,
		/** Undecodable, or set aside after crashes: every push of it counts as rejected. */
		REJECTED
	}

	/** @throws IllegalArgumentException if a field is missing, or a reason is there for a check or not there for a rejection */
	public BatchReceipt {
		Rules.present(batch, "batch");
		Rules.present(outcome, "outcome");
		Rules.check((reason != null) == (outcome == Outcome.REJECTED), "reason is present exactly for REJECTED");
		if (reason != null) {
			Receipt.checkReason(reason);
		}
	}

	public static BatchReceipt checked(BatchId batch) {
		return new BatchReceipt(batch, Outcome.CHECKED, null);
	}

	public static BatchReceipt rejected(BatchId batch, String reason) {
		return new BatchReceipt(batch, Outcome.REJECTED, reason);
	}
}
