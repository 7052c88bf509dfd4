package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of rows that were locked: they end, or wait again. Thread-safe. */
@Component
class OutboxChanges {
	private final OutboxTable table;
	private final PushEnds ends;

	OutboxChanges(OutboxTable table, PushEnds ends) {
		this.table = table;
		this.ends = ends;
	}

	/** What becomes of one row. */
	sealed interface Fate {
		OutboxRow row();

		/** It is over. */
		record Ends(PushEnd end) implements Fate {
			@Override
			public OutboxRow row() {
				return end.row();
			}
		}

		/** It may leave again, from this moment on. */
		record WaitsAgain(OutboxRow row, Instant notBefore, int attempts) implements Fate {}
	}

	/**
	 * Applies these fates, in at most four statements. A row that would wait again beside a newer one of its slot ends instead, and the newer one,
	 * which waited for it, may leave.
	 *
	 * <p>If another transaction adds such a newer row at this very moment, the index of the slots refuses one of the two transactions; the next attempt
	 * sees the other's row.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void apply(List<Fate> fates, Instant now) {
		List<PushEnd> over = new ArrayList<>();
		List<Fate.WaitsAgain> again = new ArrayList<>();
		for (Fate fate : fates) {
			switch (fate) {
				case Fate.Ends ends -> over.add(ends.end());
				case Fate.WaitsAgain waits when waits.row().overtaken() -> over.add(PushEnd.overtaken(waits.row()));
				case Fate.WaitsAgain waits -> again.add(waits);
			}
		}
		if (!over.isEmpty()) {
			List<OutboxRow> rows = over.stream().map(PushEnd::row).toList();
			table.delete(rows);
			ends.append(over);
			table.letFollow(rows, now);
		}
		if (!again.isEmpty()) {
			table.waitAgain(again);
		}
	}
}
