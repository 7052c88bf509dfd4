package org.schoolbell.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/** What the relay tells a district in one message: receipts of pushes, and of whole batches. */
public record Receipts(List<Receipt> receipts,
		@JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BatchReceipt> batches) {
	/** @throws IllegalArgumentException if there are more of either than {@link WireLimits#MAX_RECEIPTS} */
	public Receipts {
		receipts = Rules.presentAll(receipts, "receipts");
		batches = Rules.presentAll(batches, "batches");
		Rules.check(receipts.size() <= WireLimits.MAX_RECEIPTS, "receipts holds at most " + WireLimits.MAX_RECEIPTS);
		Rules.check(batches.size() <= WireLimits.MAX_RECEIPTS, "batches holds at most " + WireLimits.MAX_RECEIPTS);
	}

	public static Receipts ofPushes(List<Receipt> receipts) {
		return new Receipts(receipts, List.of());
	}

	public static Receipts ofBatch(BatchReceipt batch) {
		return new Receipts(List.of(), List.of(batch));
	}
}
