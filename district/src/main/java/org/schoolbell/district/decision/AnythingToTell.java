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

	private static final List<Check<RecordFacts.OfScore>> OF_THE_RECORD = List.of(
			new Check<>(Rule.NOT_ACTIVE_YEAR, record -> record.inActiveYear()),
			new Check<>(Rule.NOT_ENROLLED, record -> record.enrolled()),
			new Check<>(Rule.NOT_ON_ROSTER, record -> record.onRoster()),
			new Check<>(Rule.PORTAL_DISABLED, record -> record.calendarOpen() && record.termOpen()),
			new Check<>(Rule.NOT_PUBLISHED, record -> record.shown()),
			new Check<>(Rule.NOT_COUNTED, record -> record.active()));

	private static final List<Check<ScoreChanged>> OF_THE_VALUE = List.of(new Check<>(Rule.NOT_COUNTED, AnythingToTell::counts));

	private AnythingToTell() {
	}

	static Optional<Rule> stoppedBy(Facts facts) {
		return Check.firstStopping(OF_THE_CHANGE, facts).or(() -> stoppedBy(facts.event(), facts.record()));
	}

	/** @return whether the portals show the record, whatever it says now */
	static boolean sayable(Facts facts) {
		return stoppedByRecord(facts.event(), facts.record()).isEmpty();
	}

	private static Optional<Rule> stoppedBy(SchoolEvent event, RecordFacts record) {
		return stoppedByRecord(event, record).or(() -> switch (event) {
			case ScoreChanged score -> Check.firstStopping(OF_THE_VALUE, score);
		});
	}

	private static Optional<Rule> stoppedByRecord(SchoolEvent event, RecordFacts record) {
		return switch (event) {
			case ScoreChanged _ when record instanceof RecordFacts.OfScore around -> Check.firstStopping(OF_THE_RECORD, around);
			case ScoreChanged _ -> throw new IllegalArgumentException("A score is decided by the facts around a score");
		};
	}

	/** A removed score, or one of which only "turned in" is left, counts no more than exempt work: there is nothing that could be told. */
	private static boolean counts(ScoreChanged change) {
		return change.newsAfter().map(ScoreValue::flags)
				.filter(flags -> !flags.contains(Flag.EXEMPT) && !flags.contains(Flag.DROPPED)).isPresent();
	}
}
