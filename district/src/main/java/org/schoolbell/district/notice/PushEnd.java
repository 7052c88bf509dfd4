package org.schoolbell.district.notice;

import org.jspecify.annotations.Nullable;

/**
 * The end of an outbox row.
 *
 * @param reason the provider's, or the rule of the last look; null where the outcome says it all
 */
record PushEnd(OutboxRow row, How how, @Nullable String reason) {

	/** How a push ended, with the number that tables keep. Numbers are never used twice. */
	enum How {
		/** The provider took it. */
		ACCEPTED(1),
		/** The device's token is dead. */
		DEVICE_GONE(2),
		/** Our fault or the operator's. */
		REJECTED(3),
		/** Nobody serves this platform or topic. */
		NO_PROVIDER(4),
		/** Never sent: a newer value took its place. */
		OVERTAKEN(5),
		/** Never sent: stopped by the last look. */
		STOPPED(6),
		/** Never sent: nobody needs it on a phone any more. */
		EXPIRED(7);

		private final int code;

		How(int code) {
			this.code = code;
		}

		/** @return the number in tables */
		int code() {
			return code;
		}
	}

	/** @return whether a phone may show it: the provider took it, or nobody knows */
	boolean onPhone() {
		return how == How.ACCEPTED || row.unanswered();
	}

	static PushEnd overtaken(OutboxRow row) {
		return new PushEnd(row, How.OVERTAKEN, null);
	}
}
