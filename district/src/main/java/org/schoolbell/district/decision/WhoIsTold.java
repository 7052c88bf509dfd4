package org.schoolbell.district.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/** List 3: who is told? Asked of each possible recipient; decides the inbox, and whoever is stopped here gets nothing at all. */
final class WhoIsTold {
	private static final List<Check<Candidate>> LIST = List.of(
			new Check<>(Rule.NO_ACCESS, candidate -> candidate.person.access()),
			new Check<>(Rule.TOOL_HIDDEN, candidate -> candidate.person.toolShown()),
			new Check<>(Rule.OWN_ACT, candidate -> !candidate.person.person().equals(candidate.event.actor())),
			new Check<>(Rule.KIND_OFF,
					candidate -> candidate.person.kindOn() && (candidate.person.missingOn() || !isMissing(candidate.event))),
			new Check<>(Rule.ABOVE_THRESHOLD, candidate -> isBelow(candidate.person.below(), effectivePercent(candidate.event))));

	private WhoIsTold() {
	}

	static Optional<Rule> stoppedBy(SchoolEvent event, PersonFacts person) {
		return Check.firstStopping(LIST, new Candidate(event, person));
	}

	/** Strictly below. Without a threshold everything is; what has no percent is not, as long as no grade scale says that a mark is below passing. */
	private static boolean isBelow(@Nullable BigDecimal threshold, Optional<BigDecimal> percent) {
		return threshold == null || percent.filter(value -> value.compareTo(threshold) < 0).isPresent();
	}

	private static Optional<BigDecimal> effectivePercent(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> score.newsAfter().flatMap(value -> value.effectivePercent());
		};
	}

	private static boolean isMissing(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> score.newsAfter().filter(value -> value.flags().contains(Flag.MISSING)).isPresent();
		};
	}

	private record Candidate(SchoolEvent event, PersonFacts person) {}
}
