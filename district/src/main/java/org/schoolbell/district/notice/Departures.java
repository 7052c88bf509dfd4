package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Subscriptions;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.notice.OutboxChanges.Fate;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.Outcome;

/** The last look: which rows leave now, and why the others do not. Thread-safe. */
@Component
class Departures {
	private final OutboxTable table;
	private final OutboxChanges changes;
	private final LastLookLoader loader;
	private final LastLookTraces traces;
	private final NoticeLines lines;
	private final Browsers browsers;
	private final Subscriptions subscriptions;
	private final InstantSource time;

	Departures(OutboxTable table, OutboxChanges changes, LastLookLoader loader, LastLookTraces traces, NoticeLines lines, Browsers browsers,
			Subscriptions subscriptions, InstantSource time) {
		this.table = table;
		this.changes = changes;
		this.loader = loader;
		this.traces = traces;
		this.lines = lines;
		this.browsers = browsers;
		this.subscriptions = subscriptions;
		this.time = time;
	}

	/** A page of rows that was looked at, and what of it leaves, in its order. */
	record Page(List<OutboxRow> looked, List<Departure> leaving) {}

	/**
	 * Looks at the most urgent rows and marks as in flight what passes, in one transaction of at most 19 statements. Whoever dies before its end has
	 * changed nothing; afterwards the marks are there, and without receipts the rows are sent again.
	 */
	@Transactional
	public Page next(long[] after, int window, int most) {
		Instant now = time.instant();
		List<OutboxRow> rows = table.lockNext(after, window, most, now);
		if (rows.isEmpty()) {
			return new Page(List.of(), List.of());
		}
		Look look = new Look(loader.load(rows, now), browsers);
		rows.forEach(look::at);
		changes.apply(look.ended(), now);
		record(look, now);
		List<Departure> leaving = batched(look.leaving);
		Map<OutboxKey, BatchId> marks = HashMap.newHashMap(leaving.size());
		leaving.forEach(departure -> marks.put(departure.row().key(), departure.batch()));
		if (!marks.isEmpty()) {
			table.publish(marks, now);
		}
		return new Page(rows, leaving);
	}

	/** Ends what was marked as in flight and could not be made into a push. */
	@Transactional
	public void giveUp(List<PushEnd> ends) {
		changes.apply(ends.stream().map(end -> (Fate) new Fate.Ends(end)).toList(), time.instant());
	}

	private void record(Look look, Instant now) {
		if (!look.traced.isEmpty()) {
			traces.write(look.traced, now);
		}
		Map<DeviceId, Instant> otherKeys = HashMap.newHashMap(0);
		look.ends.stream().filter(end -> Outcome.Rejected.VAPID_KEY_MISMATCH.equals(end.reason()))
				.forEach(end -> otherKeys.put(end.row().device(), now));
		if (!otherKeys.isEmpty()) {
			subscriptions.renewAtNextVisit(otherKeys);
		}
		List<NoticeLine.Key> withoutAccess = look.traced.stream().filter(stopped -> stopped.rule() == Rule.NO_ACCESS)
				.map(stopped -> stopped.line().key()).toList();
		if (!withoutAccess.isEmpty()) {
			lines.delete(withoutAccess);
		}
	}

	private static List<Departure> batched(List<Departure> leaving) {
		List<Departure> batched = new ArrayList<>(leaving.size());
		BatchId batch = new BatchId(UUID.randomUUID());
		for (Departure departure : leaving) {
			if (batched.size() % PushSource.PARCEL == 0) {
				batch = new BatchId(UUID.randomUUID());
			}
			batched.add(departure.in(batch));
		}
		return batched;
	}

	/** One page in the making. */
	private static final class Look {
		private static final BatchId NONE = new BatchId(new UUID(0, 0));

		private final LastLookFacts facts;
		private final Browsers browsers;
		private final List<Departure> leaving = new ArrayList<>();
		private final List<Stopped> traced = new ArrayList<>();
		private final List<PushEnd> ends = new ArrayList<>();

		Look(LastLookFacts facts, Browsers browsers) {
			this.facts = facts;
			this.browsers = browsers;
		}

		void at(OutboxRow row) {
			Optional<NoticeLine> line = facts.line(row);
			if (line.isEmpty()) {
				// A line goes only with the access to it, which an earlier row of the same notice has traced.
				ends.add(new PushEnd(row, How.STOPPED, Rule.NO_ACCESS.name()));
			} else if (line.get().corrected()) {
				// While it was in flight and came back, what it says became untrue.
				ends.add(PushEnd.overtaken(row));
			} else {
				at(row, line.get());
			}
		}

		private void at(OutboxRow row, NoticeLine line) {
			Optional<Rule> rule = facts.stoppedBy(row, line);
			if (rule.isPresent()) {
				stop(new Stopped(row, line, rule.get()));
				return;
			}
			// The last of the rules has found a device.
			Endpoint endpoint = facts.endpoint(row).orElseThrow();
			browsers.refusal(row, endpoint).ifPresentOrElse(ends::add,
					() -> leaving.add(new Departure(row, line, endpoint, facts.hidesDetails(row), NONE)));
		}

		private void stop(Stopped stopped) {
			ends.add(stopped.end());
			// The person's answer stays "told" as long as another phone of theirs buzzes.
			if (stopped.rule() != Rule.NO_DEVICE || !facts.reachedElsewhere(stopped.row())) {
				traced.add(stopped);
			}
		}

		List<Fate> ended() {
			return ends.stream().map(end -> (Fate) new Fate.Ends(end)).toList();
		}
	}
}
