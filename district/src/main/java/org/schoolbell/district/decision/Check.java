package org.schoolbell.district.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A named, pure rule: it passes, or it is the reason. */
record Check<F>(Rule rule, Predicate<F> passes) {
	/** @return the first rule of the list that does not pass */
	static <F> Optional<Rule> firstStopping(List<Check<F>> list, F facts) {
		return list.stream().filter(check -> !check.passes.test(facts)).map(Check::rule).findFirst();
	}
}
