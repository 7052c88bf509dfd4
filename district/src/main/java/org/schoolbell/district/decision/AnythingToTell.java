package org.schoolbell.district.decision;

import java.util.List;
import java.util.Optional;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;

/** List 1: is there anything to tell? Asked once an event; whatever stops here is told to nobody. */
final class AnythingToTell {
	private static final List<Check<Facts>> OF_THE_CHANGE = List.of(
			new Check<>(Rule.SILENT, facts -> !facts.event().silent()),
			new Check<>(Rule.OVERTAKEN, facts -> !facts.overtaken()),
			new Check<>(Rule.WITHDRAWN, facts -> !facts.event().withdrawn()));

	private static final List<Check<Score>> OF_THE_SCORE = List.of(
			new Check<>(Rule.NOT_ACTIVE_YEAR, score -> score.record.inActiveYear()),
			new Check<>(Rule.NOT_ENROLLED, score -> score.record.enrolled()),
			new Check<>(Rule.NOT_ON_ROSTER, score -> score.record.onRoster()),
			new Check<>(Rule.PORTAL_DISABLED, score -> score.record.calendarOpen() && score.record.termOpen()),
			new Check<>(Rule.NOT_PUBLISHED, score -> score.record.shown()),
			new Check<>(Rule.NOT_COUNTED, score -> score.record.active() && counts(score.change)));

	private AnythingToTell() {
	}

	static Optional<Rule> stoppedBy(Facts facts) {
		return Check.firstStopping(OF_THE_CHANGE, facts).or(() -> stoppedBy(facts.event(), facts.record()));
	}

	private static Optional<Rule> stoppedBy(SchoolEvent event, RecordFacts record) {
		return switch (event) {
			case ScoreChanged score when record instanceof RecordFacts.OfScore around ->
				Check.firstStopping(OF_THE_SCORE, new Score(score, around));
			case ScoreChanged _ -> throw new IllegalArgumentException("A score is decided by the facts around a score");
		};
	}

	/** A removed score, or one of which only "turned in" is left, counts no more than exempt work: there is nothing that could be told. */
	private static boolean counts(ScoreChanged change) {
		return change.newsAfter().map(ScoreValue::flags)
				.filter(flags -> !flags.contains(Flag.EXEMPT) && !flags.contains(Flag.DROPPED)).isPresent();
	}

	private record Score(ScoreChanged change, RecordFacts.OfScore record) {}
}
