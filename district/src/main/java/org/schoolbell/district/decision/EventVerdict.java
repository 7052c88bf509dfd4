package org.schoolbell.district.decision;

/** Whether an event is told at all. */
public sealed interface EventVerdict {
	/** Lists 1 and 2 pass, even if then nobody is told. */
	record Tell() implements EventVerdict {}

	/** Nobody is told, because of this rule of list 1. */
	record Drop(Rule rule) implements EventVerdict {}
}
