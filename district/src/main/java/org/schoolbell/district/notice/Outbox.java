package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.Parcel;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.Settled;
import org.schoolbell.district.dispatch.Taken;
import org.schoolbell.district.event.log.Wake;
import org.schoolbell.district.notice.Departures.Page;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Receipts;

/** What the publisher takes from and tells to: the outbox, whose rows become pushes only when they leave. */
@Component
class Outbox implements PushSource {
	/** Rows looked at in one transaction. */
	private static final int PAGE = 4 * PARCEL;

	private final OutboxTable table;
	private final Departures departures;
	private final Returns returns;
	private final Settlement settlement;
	private final Pushes pushes;
	private final Wake outboxWake;
	private final OutboxCursor cursor = new OutboxCursor(System::nanoTime);

	Outbox(OutboxTable table, Departures departures, Returns returns, Settlement settlement, Pushes pushes,
			Wake outboxWake) {
		this.table = table;
		this.departures = departures;
		this.returns = returns;
		this.settlement = settlement;
		this.pushes = pushes;
		this.outboxWake = outboxWake;
	}

	@Override
	public Taken take(int window) {
		long[] after = cursor.next();
		Page page = Conflicts.retried(() -> departures.next(after, window, PAGE));
		page.looked().forEach(row -> cursor.took(row.key()));
		return new Taken(parcels(page.leaving()), page.looked().size());
	}

	/** After the commit, so that no row is locked while pushes are made. Whoever dies here leaves marks, and the rows are sent again. */
	private List<Parcel> parcels(List<Departure> leaving) {
		if (leaving.isEmpty()) {
			return List.of();
		}
		Pushes.Made made = pushes.of(leaving);
		if (!made.unsaid().isEmpty()) {
			departures.giveUp(made.unsaid());
		}
		return made.parcels();
	}

	@Override
	public void release(Parcel parcel) {
		List<PushRef> refs = parcel.pushes().stream().map(Push::ref).toList();
		Conflicts.retried(() -> returns.release(parcel.batch(), refs));
	}

	@Override
	public int releaseUnanswered(Instant takenUntil) {
		return Conflicts.retried(() -> returns.releaseUnanswered(takenUntil));
	}

	@Override
	public Settled settle(List<Receipts> messages) {
		Settled settled = Conflicts.retried(() -> settlement.settle(messages));
		// There is room in the window again, and what waited for a receipt may leave.
		outboxWake.signal();
		return settled;
	}

	@Override
	public int inFlight() {
		return table.inFlight();
	}

	@Override
	public void await(Duration atMost) throws InterruptedException {
		outboxWake.await(atMost);
	}
}
