package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.Parcel;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.Settled;
import org.schoolbell.district.dispatch.Taken;
import org.schoolbell.district.event.log.Wake;
import org.schoolbell.district.notice.Departures.Page;
import org.schoolbell.district.text.Rendered;
import org.schoolbell.wire.Alert;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Receipts;

/** What the publisher takes from and tells to: the outbox, whose rows become pushes only when they leave. */
@Component
class Outbox implements PushSource {
	/** Rows looked at in one transaction. */
	private static final int PAGE = 4 * PARCEL;
	private static final int ALERTING_VERSION = 1;

	private final OutboxTable table;
	private final Departures departures;
	private final Returns returns;
	private final Settlement settlement;
	private final NoticeTexts texts;
	private final CollapseKeys collapse;
	private final Wake outboxWake;
	private final OutboxCursor cursor = new OutboxCursor(System::nanoTime);

	Outbox(OutboxTable table, Departures departures, Returns returns, Settlement settlement, NoticeTexts texts, CollapseKeys collapse,
			Wake outboxWake) {
		this.table = table;
		this.departures = departures;
		this.returns = returns;
		this.settlement = settlement;
		this.texts = texts;
		this.collapse = collapse;
		this.outboxWake = outboxWake;
	}

	@Override
	public Taken take(int window) {
		long[] after = cursor.next();
		Page page = Conflicts.retried(() -> departures.next(after, window, PAGE));
		page.looked().forEach(row -> cursor.took(row.key()));
		return new Taken(parcels(page.leaving()), page.looked().size());
	}

	/** After the commit, so that no row is locked while texts are made. Whoever dies here leaves marks, and the rows are sent again. */
	private List<Parcel> parcels(List<Departure> leaving) {
		if (leaving.isEmpty()) {
			return List.of();
		}
		Map<NoticeLine.Key, Rendered> rendered = texts.of(leaving.stream().map(Departure::line).distinct().toList());
		Map<BatchId, List<Push>> batches = new LinkedHashMap<>();
		List<OutboxRow> unsaid = new ArrayList<>();
		for (Departure departure : leaving) {
			Rendered text = rendered.get(departure.line().key());
			if (text == null) {
				unsaid.add(departure.row());
			} else {
				batches.computeIfAbsent(departure.batch(), _ -> new ArrayList<>()).add(push(departure, text));
			}
		}
		if (!unsaid.isEmpty()) {
			departures.giveUp(unsaid);
		}
		return batches.entrySet().stream().map(batch -> new Parcel(batch.getKey(), batch.getValue())).toList();
	}

	/** Without a badge: a number that nothing takes away again would only grow, and nobody can mark lines as read yet. */
	private Push push(Departure departure, Rendered text) {
		OutboxRow row = departure.row();
		return new Push(row.push(), row.key().ref(), departure.target(), collapse.of(row.device(), row.slot()), Priorities.of(row.key()),
				row.version() == ALERTING_VERSION, row.expiresAt(), departure.line().kind().name(), new Alert(text.title(), text.body()),
				null,
				"/n/" + row.notice(), null);
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
