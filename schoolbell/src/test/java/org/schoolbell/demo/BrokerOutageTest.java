package org.schoolbell.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.schoolbell.sandbox.sample.SampleAssignment;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SampleStudent;
import org.schoolbell.sandbox.sample.StoryFamily;

import static org.assertj.core.api.Assertions.assertThat;

/** The district's promise to teachers: saving never waits for anything outside the school. */
class BrokerOutageTest {
	private static final Duration SOON = Duration.ofMinutes(3);
	private static final int STUDENTS = 40;
	private static final int ASSIGNMENTS = 12;
	private static final int BEN_BELOW = 80;
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	@TempDir
	Path folder;

	@Test
	void whatIsSavedWhileTheBrokerIsDownReachesEveryPhoneOnceItIsBackAndLiesThereOnce() throws Exception {
		long seed = new SplittableRandom().nextLong(1_000_000);
		SplittableRandom random = new SplittableRandom(seed);
		List<SampleAssignment> assignments = assignments(SampleDistrict.of(STUDENTS, seed, TODAY));
		try (TestingDemo demo = new TestingDemo(folder, new SampleRequest(STUDENTS, seed, TODAY))) {
			assertThat(demo.checkConnection()).as("all six steps, while the district's server takes the receipts").isZero();
			demo.stopBroker();
			assertThat(demo.checkConnection()).as("nobody listens").isEqualTo(12);
			save(demo, draw(random, assignments, new BigDecimal("0.25")));
			List<Score> last = draw(random, assignments, new BigDecimal("0.75"));
			save(demo, last);
			// Ben's inbox may keep what was below 80 % until the second score of the same assignment was saved.
			List<String> below = last.stream().filter(score -> score.isBelow(BEN_BELOW)).map(Score::inSpanish).toList();

			await(() -> inbox(demo, StoryFamily.MAYA).keySet().size() == last.size());
			await(() -> inbox(demo, StoryFamily.ANA).keySet().size() == last.size());
			assertThat(states(demo)).doesNotContain("ACCEPTED");
			assertThat(demo.sandbox("/deliveries").required("deliveries")).isEmpty();

			demo.startBroker();

			await(() -> !states(demo).contains("WAITING") && !states(demo).contains("IN_FLIGHT"));
			assertThat(states(demo)).as("seed %d", seed).isSubsetOf("ACCEPTED", "OVERTAKEN").contains("ACCEPTED");
			assertThat(shown(demo, StoryFamily.MAYA)).as("seed %d", seed).isEqualTo(inbox(demo, StoryFamily.MAYA)).hasSize(last.size());
			assertThat(shown(demo, StoryFamily.ANA)).as("seed %d", seed).isEqualTo(inbox(demo, StoryFamily.ANA)).hasSize(last.size());
			assertThat(inbox(demo, StoryFamily.BEN)).as("seed %d", seed).containsAllEntriesOf(shown(demo, StoryFamily.BEN));
			for (String title : below) {
				assertThat(shown(demo, StoryFamily.BEN).values()).as("seed %d", seed).anyMatch(shown -> shown.startsWith(title));
			}
			assertThat(shown(demo, StoryFamily.ROSA)).isEmpty();
			assertThat(shown(demo, StoryFamily.CARLA)).isEmpty();
		}
	}

	/** @param points with a fraction that no result of a sample has, so that each is a change */
	private record Score(String assignment, String student, BigDecimal points, int possible) {
		boolean isBelow(int percent) {
			return points.multiply(BigDecimal.valueOf(100)).compareTo(BigDecimal.valueOf((long) percent * possible)) < 0;
		}

		/** How the title begins that Ben, who reads Spanish, is told. */
		String inSpanish() {
			return "Maya: %s de %d en ".formatted(points, possible);
		}

		Map<String, Object> item() {
			return Map.of("assignment", assignment, "student", student, "points", points);
		}
	}

	/** Some of Maya's of this year, those that are the record of a day on which she was there, and that the portal shows. */
	private static List<SampleAssignment> assignments(SampleDistrict sample) {
		SampleStudent maya = sample.students().filter(student -> student.sourcedId().equals(StoryFamily.MAYA)).findFirst().orElseThrow();
		List<SampleAssignment> assignments = new ArrayList<>();
		maya.roster().stream().filter(line -> line.section().year().equals(sample.activeYear())).forEach(line -> sample
				.assignments(line.section()).stream().filter(assignment -> assignment.shown() && line.holds(assignment.due())
						&& maya.enrollments().stream().anyMatch(enrollment -> enrollment.holds(assignment.due())))
				.forEach(assignments::add));
		return assignments.subList(0, Math.min(ASSIGNMENTS, assignments.size()));
	}

	private static List<Score> draw(SplittableRandom random, List<SampleAssignment> assignments, BigDecimal fraction) {
		return assignments.stream().map(assignment -> new Score(assignment.sourcedId(), StoryFamily.MAYA,
				BigDecimal.valueOf(random.nextInt(assignment.points())).add(fraction), assignment.points())).toList();
	}

	private static void save(TestingDemo demo, List<Score> scores) throws Exception {
		for (Score score : scores) {
			assertThat(demo.write("/api/v1/scores", List.of(score.item())).required("results").required(0).required("status").asInt())
					.isEqualTo(201);
		}
	}

	/** @return the titles in this person's inbox by what they are about */
	private static Map<String, String> inbox(TestingDemo demo, String person) throws Exception {
		Map<String, String> titles = new HashMap<>();
		for (JsonNode notice : pages(demo, "/api/v1/notices?person=" + person, "notices")) {
			titles.put(notice.required("link").asString(), notice.required("title").asString());
		}
		return titles;
	}

	/** @return the titles on this person's lock screens by what they are about; a notice that lies there twice is an error */
	private static Map<String, String> shown(TestingDemo demo, String person) throws Exception {
		Map<String, String> titles = new HashMap<>();
		for (JsonNode screen : demo.sandbox("/screens?person=" + person).required("screens")) {
			for (JsonNode notice : screen.required("shows")) {
				String before = titles.put(notice.required("data").required("link").asString(), notice.required("title").asString());
				assertThat(before).isNull();
			}
		}
		return titles;
	}

	/** @return the states in which pushes of Maya's events are */
	private static Set<String> states(TestingDemo demo) throws Exception {
		Set<String> states = new HashSet<>();
		for (JsonNode trace : pages(demo, "/api/v1/traces?student=" + StoryFamily.MAYA, "traces")) {
			for (JsonNode recipient : trace.required("recipients")) {
				recipient.required("pushes").forEach(push -> states.add(push.required("outcome").asString()));
			}
		}
		return states;
	}

	private static List<JsonNode> pages(TestingDemo demo, String path, String list) throws Exception {
		List<JsonNode> all = new ArrayList<>();
		JsonNode page = demo.read(path);
		page.required(list).forEach(all::add);
		while (page.hasNonNull("next")) {
			page = demo.read(path + "&after=" + page.required("next").asString());
			page.required(list).forEach(all::add);
		}
		return all;
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(condition);
	}
}
