package org.schoolbell.wire;

/** Names on the broker. Who may do what with them: a district writes to its notifications exchange and reads its receipts queue, no more. */
public final class WireNames {
	/** {@code content-type} of every message. */
	public static final String CONTENT_TYPE = "application/json";
	/** {@code type} of a {@link PushBatch}. */
	public static final String PUSH_BATCH_TYPE = "schoolbell.push-batch.v1";
	/** {@code type} of {@link Receipts}. */
	public static final String RECEIPTS_TYPE = "schoolbell.receipts.v1";
	/** The relay's queue for what it could not decode, or what crashed it over and over. */
	public static final String DEAD = "notifications.dead";

	private WireNames() {
	}

	/** The direct exchange that the district publishes to, its queue's name, and the routing key that binds the two. */
	public static String notifications(DistrictId district) {
		return "notifications." + district.value();
	}

	/** The queue that the district reads receipts from. */
	public static String receipts(DistrictId district) {
		return "receipts." + district.value();
	}
}
