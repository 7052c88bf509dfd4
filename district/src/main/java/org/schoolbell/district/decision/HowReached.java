package org.schoolbell.district.decision;

import java.util.List;
import java.util.Optional;

/** List 4: how does it reach them? Push only; the inbox has it already. */
final class HowReached {
	private static final List<Check<Way>> LIST = List.of(
			new Check<>(Rule.PUSH_DISABLED, way -> way.facts.pushEnabled()),
			new Check<>(Rule.TOO_OLD, way -> way.facts.now().isBefore(Expiry.of(way.facts.event()))),
			new Check<>(Rule.NO_DEVICE, way -> way.person.reachable()));

	/** Old age keeps no correction off a phone that may show the untruth. */
	private static final List<Check<Way>> OF_A_CORRECTION = LIST.stream().filter(check -> check.rule() != Rule.TOO_OLD).toList();

	private HowReached() {
	}

	static Optional<Rule> stoppedBy(Facts facts, PersonFacts person) {
		return Check.firstStopping(LIST, new Way(facts, person));
	}

	static Optional<Rule> ofCorrection(Facts facts, PersonFacts person) {
		return Check.firstStopping(OF_A_CORRECTION, new Way(facts, person));
	}

	private record Way(Facts facts, PersonFacts person) {}
}
