package org.schoolbell.district.notice;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.decision.Decision;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Reach;

/** Decides changes that have not happened, by the same facts and rules as those that have, and keeps nothing of it. Thread-safe. */
@Component
class ReachOfChanges implements Reach {
	private final FactsLoader facts;
	private final InstantSource time;

	ReachOfChanges(FactsLoader facts, InstantSource time) {
		this.facts = facts;
		this.time = time;
	}

	@Override
	@Transactional(readOnly = true)
	public People of(List<ScoreChanged> changes, List<Assignment> asIf) {
		if (changes.isEmpty()) {
			return new People(0, 0);
		}
		BatchFacts loaded = facts.load(List.<SchoolEvent>copyOf(changes), asIf, time.instant());
		Set<PersonId> told = new HashSet<>();
		Set<PersonId> onPhone = new HashSet<>();
		for (ScoreChanged change : changes) {
			Decided decided = new Decided(change, true, Decision.decide(loaded.of(change, false)));
			told.addAll(decided.inInbox());
			onPhone.addAll(decided.onPhone());
		}
		return new People(told.size(), onPhone.size());
	}
}
