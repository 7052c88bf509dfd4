package org.schoolbell.district.decision;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a change for somebody who is not told of it, but was told otherwise before: they are owed a correction. It asks fewer rules than news
 * does: who has raised a threshold or switched the kind off since is corrected all the same. Only a silent writer is heard, who asked that nobody be told.
 */
final class Correct {
	private static final List<Check<Facts>> IS_OWED = List.of(
			new Check<>(Rule.SILENT, facts -> !facts.event().silent()),
			new Check<>(Rule.OVERTAKEN, facts -> !facts.overtaken()),
			new Check<>(Rule.WITHDRAWN, facts -> !facts.event().withdrawn()));

	private static final List<Check<PersonFacts>> WHO = List.of(
			new Check<>(Rule.NO_ACCESS, PersonFacts::access),
			new Check<>(Rule.TOOL_HIDDEN, PersonFacts::toolShown));

	private Correct() {
	}

	static Verdict of(Facts facts, PersonFacts person) {
		Optional<Rule> none = Check.firstStopping(IS_OWED, facts).or(() -> Check.firstStopping(WHO, person));
		if (none.isPresent()) {
			return new Verdict.Withhold(none.get());
		}
		return HowReached.ofCorrection(facts, person).<Verdict>map(Verdict.InboxOnly::new).orElseGet(Verdict.Tell::new);
	}
}
