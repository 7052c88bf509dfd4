package org.schoolbell.sandbox.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one change, as the district's traces tell it.
 *
 * @param at when it was decided, as the district says it; null as long as it is not
 * @param settled whether nothing more will come: it is decided and no push is on its way
 * @param why what stopped it for everybody, in words; null if nothing did
 */
record Story(String event, @Nullable String student, @Nullable String at, boolean settled, @Nullable String why, List<Person> people) {
	private static final Set<String> ON_ITS_WAY = Set.of("WAITING", "IN_FLIGHT");
	private static final String TELL = "TELL";

	/** How it stands with somebody. */
	enum Outcome {
		TOLD, ON_ITS_WAY, QUIET
	}

	/**
	 * A possible recipient.
	 *
	 * @param person a sourcedId
	 * @param why what stopped it, in words; null if nothing did
	 * @param pushes their ids, as in the deliveries
	 */
	record Person(@Nullable String person, Outcome outcome, @Nullable String why, List<String> pushes) {}

	/** @param traces all rounds of one event, in any order; where a later round lists a person again, that one counts */
	static Story of(String event, List<JsonNode> traces) {
		List<JsonNode> rounds = new ArrayList<>(traces);
		if (rounds.isEmpty()) {
			return new Story(event, null, null, false, null, List.of());
		}
		rounds.sort(Comparator.comparingInt(round -> round.path("round").asInt()));
		JsonNode first = rounds.getFirst();
		boolean dropped = !first.path("verdict").asString("").equals(TELL);
		Map<String, Person> people = new LinkedHashMap<>();
		rounds.forEach(round -> round.path("recipients").forEach(recipient -> people.merge(recipient.path("person").asString(""),
				person(recipient, rule(round)), Story::later)));
		boolean settled = people.values().stream().noneMatch(person -> person.outcome() == Outcome.ON_ITS_WAY);
		return new Story(event, text(first, "student"), text(first, "at"), settled, dropped ? rule(first) : null,
				List.copyOf(people.values()));
	}

	private static Person later(Person before, Person now) {
		return new Person(now.person(), now.outcome(), now.why(), now.pushes().isEmpty() ? before.pushes() : now.pushes());
	}

	private static Person person(JsonNode recipient, @Nullable String ruleOfAll) {
		List<String> pushes = recipient.path("pushes").valueStream().map(push -> push.path("id").asString("")).toList();
		List<String> outcomes = recipient.path("pushes").valueStream().map(push -> push.path("outcome").asString("")).toList();
		String person = text(recipient, "person");
		String why = rule(recipient) == null ? ruleOfAll : rule(recipient);
		if (!recipient.path("verdict").asString("").equals(TELL) || why != null) {
			return new Person(person, Outcome.QUIET, why, pushes);
		}
		if (outcomes.contains("ACCEPTED")) {
			return new Person(person, Outcome.TOLD, null, pushes);
		}
		// A push without an outcome has not been written down yet.
		return outcomes.isEmpty() || outcomes.stream().anyMatch(ON_ITS_WAY::contains)
				? new Person(person, Outcome.ON_ITS_WAY, null, pushes)
				: new Person(person, Outcome.QUIET, RuleWords.ofPush(outcomes.getFirst()), pushes);
	}

	private static @Nullable String rule(JsonNode node) {
		String rule = text(node, "rule");
		return rule == null ? null : RuleWords.ofRule(rule);
	}

	private static @Nullable String text(JsonNode node, String name) {
		return node.hasNonNull(name) ? node.path(name).asString() : null;
	}
}
