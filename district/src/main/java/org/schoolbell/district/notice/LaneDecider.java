package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.decision.Decision;
import org.schoolbell.district.event.Fold;
import org.schoolbell.district.event.Folded;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;

/**
 * Decides the oldest changes of a lane: claim, fold, facts, decide, write, all in one transaction of at most 12 statements. Whoever dies before its
 * commit has changed nothing, and the changes are claimed again; after it, the changes are gone from the log, and inbox, traces and outbox are there.
 * Thread-safe.
 */
@Component
class LaneDecider {
	private final Claims claims;
	private final FactsLoader facts;
	private final InboxWriter inbox;
	private final TraceWriter traces;
	private final OutboxWriter outbox;
	private final InstantSource time;

	LaneDecider(Claims claims, FactsLoader facts, InboxWriter inbox, TraceWriter traces, OutboxWriter outbox, InstantSource time) {
		this.claims = claims;
		this.facts = facts;
		this.inbox = inbox;
		this.traces = traces;
		this.outbox = outbox;
		this.time = time;
	}

	/** What one batch came to. */
	record Batch(int changes, int notices, int pushes) {
		static final Batch NOTHING = new Batch(0, 0, 0);
	}

	/** @return empty if another server has the lane in work */
	@Transactional
	public Optional<Batch> decide(Lane lane) {
		return claims.claim(lane).map(changes -> changes.isEmpty() ? Batch.NOTHING : decide(changes));
	}

	private Batch decide(List<SchoolEvent> changes) {
		Instant now = time.instant();
		List<Folded> folded = Fold.bySubject(changes);
		BatchFacts loaded = facts.load(changes, now);
		List<Decided> decided = decided(folded, loaded);
		// With the switch off everything is decided once more as if it were on, since a rule that stops hides those behind it.
		List<Decided> ifEnabled = loaded.settings().pushEnabled() ? decided : decided(folded, loaded.asIfPushEnabled());
		OutboxWriter.Written written = outbox.write(decided, ifEnabled, loaded);
		int notices = inbox.write(decided, written.corrections(), loaded);
		traces.write(decided, written.corrections(), now);
		return new Batch(changes.size(), notices, written.pushes());
	}

	private static List<Decided> decided(List<Folded> folded, BatchFacts facts) {
		List<Decided> decided = new ArrayList<>();
		for (Folded fold : folded) {
			fold.overtaken().forEach(event -> decided.add(new Decided(event, false, Decision.decide(facts.of(event, true)))));
			decided.add(new Decided(fold.event(), true, Decision.decide(facts.of(fold.event(), false))));
		}
		return decided;
	}
}
