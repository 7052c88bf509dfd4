package org.schoolbell.sandbox.school;

import java.util.Map;

/** The district's rules and what became of pushes in plain words, short enough for two lines under a phone. */
public final class RuleWords {
	private static final Map<String, String> RULES = Map.ofEntries(
			Map.entry("SILENT", "It was saved without telling anybody"),
			Map.entry("OVERTAKEN", "A later change took its place"),
			Map.entry("WITHDRAWN", "It was taken back before anybody heard"),
			Map.entry("NOT_ACTIVE_YEAR", "The class belongs to a year that is over"),
			Map.entry("NOT_ENROLLED", "The student was not enrolled on that day"),
			Map.entry("NOT_ON_ROSTER", "The student was not on the class list that day"),
			Map.entry("PORTAL_DISABLED", "The school has closed its portal"),
			Map.entry("NOT_PUBLISHED", "The assignment is hidden from the portal"),
			Map.entry("NOT_COUNTED", "The work is exempt, or has no score any more"),
			Map.entry("NO_ACCESS", "May not see this student in the portal"),
			Map.entry("TOOL_HIDDEN", "The school does not show this part of the portal"),
			Map.entry("OWN_ACT", "Did it, and so knows it already"),
			Map.entry("KIND_OFF", "Has switched this kind off"),
			Map.entry("ABOVE_THRESHOLD", "Wants only low scores, and this one is not"),
			Map.entry("PUSH_DISABLED", "In the inbox only: push is off for the district"),
			Map.entry("TOO_OLD", "In the inbox only: it is old news"),
			Map.entry("NO_DEVICE", "In the inbox only: signed out on this phone"));
	private static final Map<String, String> PUSHES = Map.of(
			"DEFERRED", "The push service asked to try later",
			"DEVICE_GONE", "The app is no longer on this phone",
			"REJECTED", "The push service refused it",
			"NO_PROVIDER", "The relay has no service for this phone",
			"OVERTAKEN", "A newer push took its place",
			"STOPPED", "It was stopped on its way out",
			"EXPIRED", "It came too late to be sent");

	private RuleWords() {
	}

	/** @return a sentence without its full stop; of a rule that is not known here, its name */
	public static String ofRule(String rule) {
		return RULES.getOrDefault(rule, rule);
	}

	/** @return the same for a push that did not arrive */
	static String ofPush(String outcome) {
		return PUSHES.getOrDefault(outcome, outcome);
	}
}
