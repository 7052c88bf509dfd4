package org.schoolbell.district.decision;

/** Whether and how one possible recipient is told. */
public sealed interface Verdict {
	/** In the inbox, and on the phone. */
	record Tell() implements Verdict {}

	/** In the inbox; this rule of list 4 kept it off the phone. */
	record InboxOnly(Rule rule) implements Verdict {}

	/** Not at all, because of this rule: of list 3, or of list 1 when nobody is told. */
	record Withhold(Rule rule) implements Verdict {}
}
