package org.schoolbell.district.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.testing.TestClient;

/** Reads what the district says of its own decisions, page by page. */
final class Traces {
	private static final int PAGE = 7;

	private final TestClient api;

	Traces(TestClient api) {
		this.api = api;
	}

	/** What was decided of these students' events when they were first decided; rounds that later looks added are left out. */
	Set<Answer> of(List<String> students) {
		Set<Answer> answers = new HashSet<>();
		for (String student : students) {
			for (JsonNode trace : first(student)) {
				for (JsonNode recipient : trace.required("recipients").values()) {
					if (!answers.add(answer(trace, recipient))) {
						throw new IllegalStateException("A trace lists someone twice: " + trace.required("event"));
					}
				}
			}
		}
		return answers;
	}

	/** Whom these students' events corrected: those who were not told of them, and in the next round were. */
	Set<Answer> corrections(List<String> students) {
		Set<Answer> corrections = new HashSet<>();
		for (String student : students) {
			Set<String> withheld = new HashSet<>();
			Set<Answer> later = new HashSet<>();
			for (JsonNode trace : all(student)) {
				for (JsonNode recipient : trace.required("recipients").values()) {
					Answer answer = answer(trace, recipient);
					if (round(trace) == 1 && answer.verdict().equals("WITHHOLD")) {
						withheld.add(answer.event() + answer.person());
					} else if (round(trace) == 2) {
						later.add(answer);
					}
				}
			}
			later.stream().filter(answer -> withheld.contains(answer.event() + answer.person())).forEach(corrections::add);
		}
		return corrections;
	}

	private Iterable<JsonNode> first(String student) {
		Map<String, JsonNode> first = new HashMap<>();
		for (JsonNode trace : all(student)) {
			JsonNode known = first.get(trace.required("event").asString());
			if (known == null || round(trace) < round(known)) {
				first.put(trace.required("event").asString(), trace);
			} else if (round(trace) == round(known)) {
				throw new IllegalStateException("Two traces of one round: " + trace.required("event"));
			}
		}
		return first.values();
	}

	private List<JsonNode> all(String student) {
		List<JsonNode> traces = new ArrayList<>();
		String after = "";
		do {
			TestClient.Reply reply = api.get("/api/v1/traces?student=" + TestClient.encoded(student) + "&limit=" + PAGE + after,
					Scope.SCHOOLBELL_READ);
			if (reply.status() != 200) {
				throw new IllegalStateException("The API answered " + reply.status() + ": " + reply.text());
			}
			JsonNode page = reply.json();
			traces.addAll(page.required("traces").values());
			after = page.hasNonNull("next") ? "&after=" + TestClient.encoded(page.required("next").asString()) : "";
		} while (!after.isEmpty());
		return traces;
	}

	private static int round(JsonNode trace) {
		return trace.required("round").asInt();
	}

	private static Answer answer(JsonNode trace, JsonNode recipient) {
		return new Answer(text(trace.required("event")), text(trace.required("student")), text(recipient.required("person")),
				text(trace.required("verdict")), text(trace.get("rule")), text(recipient.required("verdict")),
				text(recipient.get("rule")));
	}

	private static String text(@Nullable JsonNode node) {
		return node == null || node.isNull() ? "" : node.asString();
	}
}
