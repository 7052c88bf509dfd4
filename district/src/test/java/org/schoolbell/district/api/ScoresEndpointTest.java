package org.schoolbell.district.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient.Reply;
import org.schoolbell.district.testing.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;

class ScoresEndpointTest extends ServerTest {
	private static final String PATH = "/api/v1/scores";

	private TestSchool school;
	private SourcedId quiz;
	private SourcedId maya;

	@BeforeEach
	void makeSchool() {
		school = school();
		quiz = school.assignment(20);
		maya = school.student();
	}

	@Test
	void aNewScoreIsSavedWithAnEventAndTheSameAgainIsNot() {
		JsonNode first = post(item("\"points\": 18"));
		JsonNode again = post(item("\"points\": 18.0"));

		assertThat(first.required("results")).hasSize(1);
		JsonNode saved = first.required("results").get(0);
		assertThat(saved.propertyNames()).containsExactly("index", "status", "event");
		assertThat(saved.required("status").asInt()).isEqualTo(201);
		assertThat(UUID.fromString(saved.required("event").asString()).version()).isEqualTo(7);
		assertThat(again.required("results").get(0).toString()).isEqualTo("{\"index\":0,\"status\":200}");
		assertThat(row()).containsEntry("points", "18").containsEntry("percent", "90");
	}

	@Test
	void aChangeIsWholeAndKeepsWhatItWasBefore() {
		post(item("\"points\": 18, \"mark\": \"A-\", \"flags\": [\"LATE\"]"));
		JsonNode changed = post(item("\"points\": 12.5"));

		assertThat(changed.required("results").get(0).required("status").asInt()).isEqualTo(201);
		assertThat(row()).containsEntry("points", "12.5").containsEntry("percent", "62.5").containsEntry("mark", null).containsEntry(
				"flags",
				"0");
	}

	@Test
	void aPercentThatTheWriterGivesStandsAndPointsAboveTheMaximumAreKept() {
		post(item("\"points\": 18, \"percent\": 85.5"));
		assertThat(row()).containsEntry("percent", "85.5");

		post(item("\"points\": 25"));
		assertThat(row()).containsEntry("points", "25").containsEntry("percent", "125");
	}

	@Test
	void anEmptyArrayOfFlagsTakesAScoreBack() {
		post(item("\"flags\": [\"MISSING\"]"));

		assertThat(post(item("\"flags\": []")).required("results").get(0).required("status").asInt()).isEqualTo(201);
		assertThat(post(item("\"flags\": []")).required("results").get(0).required("status").asInt()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"'points': -0.01                              | /points",
			"'points': 1000000.5                          | /points",
			"'points': 1e999999999                        | /points",
			"'points': 1e-999999999                       | /points",
			"'points': '18'                               | /points",
			"'points': true                               | /points",
			"'points': [18]                               | /points",
			"'percent': -1                                | /percent",
			"'percent': 1001                              | /percent",
			"'percent': '90%'                             | /percent",
			"'mark': 4                                    | /mark",
			"'mark': ''                                   | /mark",
			"'mark': 'AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE' | /mark",
			"'mark': 'A\\u0000'                           | /mark",
			"'mark': 'A\\ud800'                           | /mark",
			"'mark': 'A\\u0007'                           | /mark",
			"'mark': '<b>x</b>\\u202e'                    | /mark",
			"'mark': '\\u2066A'                           | /mark",
			"'flags': 'LATE'                              | /flags",
			"'flags': ['LATE', 'LOST']                    | /flags/1",
			"'flags': ['late']                            | /flags/0",
			"'flags': [null]                              | /flags/0",
			"'points': 1, 'scoredAt': 'yesterday'         | /scoredAt",
			"'points': 1, 'scoredAt': '2026-11-24'        | /scoredAt",
			"'points': 1, 'scoredAt': 1764000000          | /scoredAt",
			"'points': 1, 'scoredAt': '+999999-01-01T00:00:00Z' | /scoredAt",
			"'pionts': 18                                 | /pionts",
			"'a/b': 18                                     | /a~1b",
			"'points': null                               |"})
	void aWrongValueIsThatItemsMistakeAndTheOthersAreSaved(String members, @Nullable String pointer) {
		String wrong = item(members.replace('\'', '"'));
		SourcedId leo = school.student();

		JsonNode results = post("[" + wrong + "," + score(quiz.value(), leo.value(), "\"points\": 18") + "]").required("results");

		assertThat(results.get(0).required("status").asInt()).isEqualTo(422);
		assertThat(results.get(0).required("pointer").asString()).isEqualTo("/0" + Objects.toString(pointer, ""));
		assertThat(results.get(0).required("reason").asString())
				.startsWith(pointer != null && pointer.matches(".*(pionts|a~1b)") ? "is not known" : "must");
		assertThat(results.get(1).required("status").asInt()).isEqualTo(201);
		assertThat(scoresOf(maya)).isZero();
	}

	@Test
	void whoAndWhatTheScoreIsAboutMustBeKnownAndFitTogether() {
		SourcedId stranger = school.stranger();
		SourcedId otherSchools = school().student();
		String both = "[" + String.join(",", score("nothing", maya.value(), "\"points\": 1"),
				score(quiz.value(), "nobody", "\"points\": 1"),
				score(quiz.value(), stranger.value(), "\"points\": 1"), score(quiz.value(), otherSchools.value(), "\"points\": 1"),
				"{\"student\": \"" + maya + "\", \"points\": 1}", "{\"assignment\": 7, \"student\": \"" + maya + "\", \"points\": 1}",
				"{\"assignment\": \"" + quiz + "\", \"student\": \"\", \"points\": 1}", "7", "null", "[]") + "]";

		JsonNode results = post(both).required("results");

		assertThat(results.values()).extracting(result -> result.required("status").asInt()).containsOnly(422);
		assertThat(results.values()).extracting(result -> result.required("pointer").asString()).containsExactly("/0/assignment",
				"/1/student",
				"/2/student", "/3/student", "/4/assignment", "/5/assignment", "/6/student", "/7", "/8", "/9");
		assertThat(results.values()).extracting(result -> result.required("index").asInt()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
		assertThat(scoresOf(maya)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "{", "[{]", "{\"points\": NaN}", "{\"points\": Infinity}", "{\"points\": 018}", "{'points': 18}",
			"{\"points\": 1, \"points\": 2}", "[] []", "nonsense", "\"text\"", "18", "null",
			"[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"})
	void aBodyThatIsNoJsonOrHoldsNoItemsChangesNothing(String body) {
		Reply reply = client().post(PATH, body, Scope.SCHOOLBELL_WRITE);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(reply.json().required("title").asString()).isEqualTo("Bad Request");
		assertThat(reply.json().required("detail").asString()).startsWith("The body ");
	}

	@Test
	void tenThousandItemsAreTakenAndOneMoreIsNot() {
		String item = item("\"points\": 18");
		String tooMany = IntStream.range(0, 10_001).mapToObj(_ -> item).collect(Collectors.joining(",", "[", "]"));
		Reply refused = client().post(PATH, tooMany, Scope.SCHOOLBELL_WRITE);

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().required("detail").asString()).contains("10001").contains("10000");
		assertThat(scoresOf(maya)).isZero();

		String enough = IntStream.range(0, 10_000).mapToObj(_ -> item).collect(Collectors.joining(",", "[", "]"));
		JsonNode results = client().post(PATH, enough, Scope.SCHOOLBELL_WRITE).json().required("results");
		assertThat(results).hasSize(10_000);
		assertThat(results.get(9_999).required("status").asInt()).isEqualTo(201);
	}

	@Test
	void aBodyOfMoreThanTenMegabytesIsTooLarge() {
		Reply reply = client().post(PATH, "[\"" + "x".repeat(10 << 20) + "\"]", Scope.SCHOOLBELL_WRITE);

		assertThat(reply.status()).isEqualTo(413);
		assertThat(reply.json().required("detail").asString()).contains("10 MB");
	}

	@Test
	void silentScoresAreSavedAndTheirEventsSaySo() {
		JsonNode saved = client().post(PATH + "?silent=true", item("\"points\": 18"), Scope.SCHOOLBELL_WRITE).json();

		assertThat(saved.required("results").get(0).required("status").asInt()).isEqualTo(201);
		assertThat(client().post(PATH + "?silent=maybe", item("\"points\": 19"), Scope.SCHOOLBELL_WRITE).status()).isEqualTo(400);
		assertThat(row()).containsEntry("points", "18");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Silent", "atomic"})
	void aParameterThatIsNotKnownIsNamedAndNothingIsSaved(String name) {
		Reply reply = client().post(PATH + "?" + name + "=true", item("\"points\": 18"), Scope.SCHOOLBELL_WRITE);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().required("detail").asString())
				.isEqualTo("The parameter " + name + " is not known here; what is known: silent. Nothing was changed.");
		assertThat(scoresOf(maya)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"notices?person=%s&since=%%2B999999999-12-31T23:59:59Z", "notices?person=%s&since=-999999999-01-01T00:00:00Z",
			"traces?student=%s&date=%%2B999999999-12-31", "traces?student=%s&date=-999999999-01-01",
			"traces?student=%s&date=2200-01-01", "notices?person=%s&since=1969-12-31T23:59:59Z"})
	void aTimeThatNoRecordHasIsRefusedWithTheRange(String query) {
		Reply reply = client().get("/api/v1/" + query.formatted(maya), Scope.SCHOOLBELL_READ);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().required("detail").asString()).contains("from 1970-01-01", "before 2200-01-01");
	}

	@Test
	void aParameterThatIsNoTextIsRefusedAndNotRepeated() {
		Reply reply = client().get("/api/v1/notices?person=%ff%fe", Scope.SCHOOLBELL_READ);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(reply.json().required("detail").asString()).startsWith("A parameter is not readable");
	}

	@Test
	void noItemsHaveNoResults() {
		assertThat(post("[]").toString()).isEqualTo("{\"results\":[]}");
	}

	private JsonNode post(String body) {
		Reply reply = client().post(PATH, body, Scope.SCHOOLBELL_WRITE);
		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
		return reply.json();
	}

	private String item(String members) {
		return score(quiz.value(), maya.value(), members);
	}

	private static String score(String assignment, String student, String members) {
		return "{\"assignment\": \"" + assignment + "\", \"student\": \"" + student + "\", " + members + "}";
	}

	private Map<String, @Nullable Object> row() {
		return jdbc().sql("""
				SELECT s.points::text AS points, s.percent::text AS percent, s.mark, s.flags::text AS flags
				FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?
				""").param(maya.value()).query().singleRow();
	}

	private long scoresOf(SourcedId student) {
		return jdbc().sql("SELECT count(*) FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(student.value()).query(Long.class).single();
	}
}
