package org.schoolbell.district.notice;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.Target;

/** A row that has just been marked as in flight: what it tells, and where it goes. */
record Departure(OutboxRow row, NoticeLine line, Target target, BatchId batch) {}
