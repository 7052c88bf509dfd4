package org.schoolbell.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.sandbox.school.RuleWords;

import static org.assertj.core.api.Assertions.assertThat;

/** The phone page's buttons, as a browser would press them, on a demo that is complete. */
class RingTheBellTest {
	private static final Duration SOON = Duration.ofSeconds(60);
	private static final String INBOX_ONLY = "In the inbox only: push is off for the district";

	@TempDir
	Path folder;

	@Test
	void eachTapEndsOnThePhonesAndSaysWhyOnTheOthers() throws Exception {
		try (TestingDemo demo = new TestingDemo(folder, new SampleRequest(20, 5L, LocalDate.of(2026, 11, 24)))) {
			assertThat(demo.printed()).containsSubsequence("Schoolbell is ready", "Phones", demo.address("sandbox").toString(), "District");
			JsonNode school = demo.sandbox("/school");
			assertThat(school.required("district").asString()).isEqualTo(demo.address("district").toString());
			assertThat(school.toString()).doesNotContain("secret", "demo-client");

			JsonNode story = story(demo, "SCORE_18");
			assertThat(outcomes(story)).isEqualTo(Map.of("maya-lopez", "TOLD", "ana-lopez", "TOLD",
					"ben-lopez", "Wants only low scores, and this one is not", "rosa-lopez", "May not see this student in the portal",
					"carla-lopez", "In the inbox only: signed out on this phone"));
			assertThat(delivered(demo, "ana-lopez")).containsAll(pushes(story, "ana-lopez"));
			assertThat(demo.sandbox("/school/stories/latest").required("story")).isEqualTo(story);

			assertThat(demo.ring("POST", "/school/acts/SCORE_18", null).required("outcome").asString()).isEqualTo("UNCHANGED");
			assertThat(outcomes(story(demo, "SCORE_12"))).containsEntry("ben-lopez", "TOLD");
			assertThat(story(demo, "LAST_YEAR").required("why").asString()).isEqualTo("The class belongs to a year that is over");

			assertThat(demo.ring("PUT", "/school/push", Map.of("enabled", false)).required("enabled").asBoolean()).isFalse();
			assertThat(outcomes(story(demo, "MISSING"))).containsEntry("ana-lopez", INBOX_ONLY).containsEntry("maya-lopez", INBOX_ONLY);
			assertThat(demo.sandbox("/school").required("push").asBoolean()).isFalse();

			assertThat(demo.ring("PUT", "/school/push", Map.of("enabled", true)).required("enabled").asBoolean()).isTrue();
			assertThat(outcomes(story(demo, "CORRECT_19"))).containsEntry("maya-lopez", "TOLD");
		}
	}

	@ParameterizedTest
	@EnumSource(Rule.class)
	void everyRuleOfTheDistrictHasItsWordsOnThePage(Rule rule) {
		assertThat(RuleWords.ofRule(rule.name())).isNotEqualTo(rule.name()).hasSizeBetween(20, 50);
	}

	/** Taps, and waits until nothing more will come of it. */
	private static JsonNode story(TestingDemo demo, String act) throws Exception {
		JsonNode done = demo.ring("POST", "/school/acts/" + act, null);
		assertThat(done.required("outcome").asString()).as(act).isEqualTo("SAVED");
		String path = "/school/stories/" + done.required("student").asString() + "/" + done.required("event").asString();
		AtomicReference<JsonNode> story = new AtomicReference<>(done);
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> {
			story.set(demo.sandbox(path));
			return story.get().required("settled").asBoolean();
		});
		return story.get();
	}

	/** @return by person that they were told, or why not */
	private static Map<String, String> outcomes(JsonNode story) {
		return story.required("people").valueStream().collect(Collectors.toMap(person -> person.required("person").asString(),
				person -> person.required("why").isNull() ? person.required("outcome").asString() : person.required("why").asString()));
	}

	private static List<String> pushes(JsonNode story, String person) {
		return story.required("people").valueStream().filter(one -> one.required("person").asString().equals(person))
				.flatMap(one -> one.required("pushes").valueStream()).map(JsonNode::asString).toList();
	}

	private static List<String> delivered(TestingDemo demo, String person) throws Exception {
		return demo.sandbox("/deliveries?person=" + person).required("deliveries").valueStream()
				.map(delivery -> delivery.required("id").asString()).toList();
	}
}
