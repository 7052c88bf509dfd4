package org.schoolbell.district.oracle;

import java.util.List;

/**
 * Why someone was, or was not, told of an event. Verdicts and rules are the API's words; a rule is empty where none stopped it.
 *
 * @param event the API's answer to a post
 * @param student sourcedId
 * @param person sourcedId
 */
record Answer(String event, String student, String person, String eventVerdict, String eventRule, String verdict, String rule) {

	/** What the rules say, asked in this order. */
	static Answer of(Recipient recipient, List<Rule> order) {
		List<Rule> failing = order.stream().filter(recipient.failing()::contains).toList();
		return failing.stream().findFirst().map(first -> switch (first.stage()) {
			case EVENT -> recipient.answer("DROP", first.name(), "WITHHOLD", first.name());
			case INBOX -> recipient.answer("TELL", "", "WITHHOLD", first.name());
			case PUSH -> recipient.answer("TELL", "", "INBOX_ONLY", first.name());
		}).orElseGet(() -> recipient.answer("TELL", "", "TELL", ""));
	}

	/** The same for all events and people with the same fate. */
	String fate() {
		return eventVerdict + (eventRule.isEmpty() ? "" : " by " + eventRule) + " / " + verdict + (rule.isEmpty() ? "" : " by " + rule);
	}
}
