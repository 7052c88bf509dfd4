package org.schoolbell.district.notice;

import org.schoolbell.district.device.Endpoint;
import org.schoolbell.wire.BatchId;

/**
 * A row that has just been marked as in flight: what it tells, and where it goes.
 *
 * @param hidesDetails whether what is seen on the lock screen may say nothing of what it is about
 */
record Departure(OutboxRow row, NoticeLine line, Endpoint endpoint, boolean hidesDetails, BatchId batch) {
	Departure in(BatchId other) {
		return new Departure(row, line, endpoint, hidesDetails, other);
	}
}
