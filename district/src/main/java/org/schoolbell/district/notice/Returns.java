package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.notice.OutboxChanges.Fate;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.PushRef;

/** Rows in flight that come back without a receipt and may leave again at once, with the same ids. Thread-safe. */
@Component
class Returns {
	/** So that one transaction stays short; the rest comes back a moment later. */
	private static final int MOST = 5_000;

	private final OutboxTable table;
	private final OutboxChanges changes;
	private final InstantSource time;

	Returns(OutboxTable table, OutboxChanges changes, InstantSource time) {
		this.table = table;
		this.changes = changes;
		this.time = time;
	}

	/** Those of these rows that are still in flight in this batch. */
	@Transactional
	public int release(BatchId batch, List<PushRef> refs) {
		List<OutboxKey> keys = refs.stream().map(OutboxKey::of).flatMap(Optional::stream).toList();
		return back(table.lock(keys).stream().filter(row -> row.batch().filter(batch::equals).isPresent()).toList());
	}

	/** What is in flight since this moment or longer. */
	@Transactional
	public int releaseUnanswered(Instant publishedUntil) {
		return back(table.lockPublishedUntil(publishedUntil, MOST));
	}

	private int back(List<OutboxRow> rows) {
		Instant now = time.instant();
		changes.apply(rows.stream().map(row -> (Fate) new Fate.WaitsAgain(row.asUnanswered(), now, row.attempts())).toList(), now);
		return rows.size();
	}
}
