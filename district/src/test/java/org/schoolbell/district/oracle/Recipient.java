package org.schoolbell.district.oracle;

import java.util.Set;

/**
 * Someone who could be told of an event: the student or a related adult.
 *
 * @param failing every rule that does not pass, in no order
 */
record Recipient(String event, String student, String person, Set<Rule> failing) {
	Answer answer(String eventVerdict, String eventRule, String verdict, String rule) {
		return new Answer(event, student, person, eventVerdict, eventRule, verdict, rule);
	}
}
