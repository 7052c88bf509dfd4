package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a district hands to the relay in one message.
 *
 * @param sentAt
 *            the district's clock when it was published
 * @param maxAge
 *            how long after {@code sentAt} the relay may still send; the district decides afresh about what is older
 * @param pushes
 *            at most {@link WireLimits#MAX_PUSHES}; none makes it a check, which the relay answers with {@link BatchReceipt.Outcome#CHECKED}
 */
public record PushBatch(BatchId batch, Instant sentAt, Duration maxAge, List<Push> pushes) {
	/** @throws IllegalArgumentException if a field is missing, {@code maxAge} is not positive or there are too many pushes */
	public PushBatch {
		Rules.present(batch, "batch");
		Rules.present(sentAt, "sentAt");
		Rules.check(Rules.present(maxAge, "maxAge").isPositive(), "maxAge is positive");
		pushes = Rules.presentAll(pushes, "pushes");
		Rules.check(pushes.size() <= WireLimits.MAX_PUSHES, "pushes holds at most " + WireLimits.MAX_PUSHES);
	}

	/** A batch with no pushes, which asks the relay for nothing but an answer. */
	public static PushBatch check(BatchId batch, Instant sentAt, Duration maxAge) {
		return new PushBatch(batch, sentAt, maxAge, List.of());
	}

	/** Whether this batch only asks for an answer. */
	@JsonIgnore
	public boolean isCheck() {
		return pushes.isEmpty();
	}
}
