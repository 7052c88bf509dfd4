package org.schoolbell.district.oneroster.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

class GradebookServiceTest extends ServerTest {
	private static final String SERVICE = "/ims/oneroster/gradebook/v1p2/";
	private static final Pattern NEXT = Pattern.compile("<http://localhost:\\d+(/[^>]*)>; rel=\"next\"");

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
	void aLineItemHasTheShapeOfTheSpecification() {
		JsonNode item = get("lineItems/" + quiz).json().required("lineItem");

		assertThat(item.propertyNames()).containsExactlyInAnyOrder("sourcedId", "status", "dateLastModified", "metadata", "title",
				"assignDate",
				"dueDate", "class", "school", "academicSession", "resultValueMin", "resultValueMax");
		assertThat(item.required("sourcedId").asString()).isEqualTo(quiz.value());
		assertThat(item.required("status").asString()).isEqualTo("active");
		assertThat(item.required("dateLastModified").asString()).isEqualTo("2026-11-01T00:00:00.000Z");
		assertThat(item.required("dueDate").asString()).isEqualTo("2026-11-23T06:00:00.000Z");
		assertThat(item.required("resultValueMax").decimalValue()).isEqualByComparingTo("20");
		assertThat(item.required("class").toString()).matches("\\{\"href\":\"http://localhost:\\d+/ims/oneroster/rostering/v1p2/classes/"
				+ school.name() + "section\",\"sourcedId\":\"" + school.name() + "section\",\"type\":\"class\"}");
		assertThat(item.required("school").required("sourcedId").asString()).isEqualTo(school.name() + "school");
		assertThat(item.required("metadata").toString()).contains("\"shown\":\"true\"");
	}

	@Test
	void aResultThatIsPutIsNewThenChangedThenUnchangedAndReadBackAsItWas() {
		String result = school.name() + "r1";
		Reply created = put(result,
				body("\"score\": 18, \"scoreStatus\": \"fully graded\", \"scoreDate\": \"2026-11-23\", \"late\": \"true\", "
						+ "\"comment\": \"well done\", \"metadata\": {\"dropped\": \"false\", \"theirs\": {\"a\": [1]}}"));
		Reply changed = put(result, body("\"score\": 25, \"textScore\": \"A+\", \"scoreStatus\": \"exempt\", "
				+ "\"scoreDate\": \"2026-11-24T03:00:00Z\", \"inProgress\": \"true\""));
		Reply same = put(result, body("\"score\": 25.0, \"textScore\": \"A+\", \"scoreStatus\": \"exempt\", "
				+ "\"scoreDate\": \"2026-11-24T03:00:00Z\", \"inProgress\": \"true\""));

		assertThat(List.of(created.status(), changed.status(), same.status())).containsExactly(201, 200, 200);
		JsonNode first = created.json().required("result");
		assertThat(first.required("late").asString()).isEqualTo("true");
		assertThat(first.required("comment").asString()).isEqualTo("well done");
		JsonNode read = get("results/" + result).json().required("result");
		assertThat(read).isEqualTo(same.json().required("result"));
		assertThat(read.propertyNames()).containsExactlyInAnyOrder("sourcedId", "status", "dateLastModified", "metadata", "lineItem",
				"student",
				"class", "scoreStatus", "score", "textScore", "scoreDate", "inProgress", "incomplete", "late", "missing");
		assertThat(read.required("score").decimalValue()).isEqualByComparingTo("25");
		assertThat(read.required("scoreStatus").asString()).isEqualTo("exempt");
		assertThat(read.required("scoreDate").asString()).isEqualTo("2026-11-23");
		assertThat(read.required("inProgress").asString()).isEqualTo("true");
		assertThat(read.required("late").asString()).isEqualTo("false");
		assertThat(read.required("student").required("type").asString()).isEqualTo("user");
	}

	@ParameterizedTest
	@ValueSource(strings = {"exempt", "fully graded", "not submitted", "partially graded", "submitted"})
	void everyScoreStatusIsReadBackAsItWasPut(String status) {
		String score = status.endsWith("submitted") ? "" : "\"score\": 7, ";
		String result = school.name() + "status";

		assertThat(put(result, body(score + "\"scoreStatus\": \"" + status + "\"")).status()).isEqualTo(201);
		assertThat(get("results/" + result).json().required("result").required("scoreStatus").asString()).isEqualTo(status);
	}

	@Test
	void aScoreOfTheOtherDoorHasANameUntilItIsGivenOne() {
		client().post("/api/v1/scores", "{\"assignment\": \"" + quiz + "\", \"student\": \"" + maya + "\", \"points\": 18}",
				Scope.SCHOOLBELL_WRITE);
		String given = school.name() + "r2";

		Reply named = put(given, body("\"score\": 18, \"scoreStatus\": \"fully graded\""));

		assertThat(named.status()).isEqualTo(200);
		assertThat(get("results/" + given).status()).isEqualTo(200);
		Reply other = put(school.name() + "r3", body("\"score\": 18, \"scoreStatus\": \"fully graded\""));
		assertThat(other.status()).isEqualTo(422);
		assertThat(description(other)).startsWith("/result/sourcedId must be that of the result");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"'score': -1, 'scoreStatus': 'fully graded'                        | /result/score",
			"'score': '18', 'scoreStatus': 'fully graded'                      | /result/score",
			"'score': 1e999999999, 'scoreStatus': 'fully graded'               | /result/score",
			"'score': 18                                                       | /result/scoreStatus",
			"'score': 18, 'scoreStatus': 'graded'                              | /result/scoreStatus",
			"'score': 18, 'scoreStatus': 'fully graded', 'late': true          | /result/late",
			"'score': 18, 'scoreStatus': 'fully graded', 'missing': 'yes'      | /result/missing",
			"'score': 18, 'scoreStatus': 'fully graded', 'scoreDate': 'today'  | /result/scoreDate",
			"'score': 18, 'scoreStatus': 'fully graded', 'scoreDate': '2026-02-30' | /result/scoreDate",
			"'score': 18, 'scoreStatus': 'fully graded', 'sourcedId': 'other'  | /result/sourcedId",
			"'score': 18, 'scoreStatus': 'fully graded', 'status': 'tobedeleted' | /result/status",
			"'score': 18, 'scoreStatus': 'fully graded', 'metadata': {'cheated': 1} | /result/metadata/cheated",
			"'score': 18, 'scoreStatus': 'fully graded', 'comment': 1          | /result/comment"})
	void aWrongValueIsRefusedWithItsPlaceAndChangesNothing(String members, String pointer) {
		String result = school.name() + "bad";

		Reply reply = put(result, body(members.replace('\'', '"')));

		assertThat(reply.status()).isEqualTo(422);
		assertThat(description(reply)).startsWith(pointer + " must be");
		assertThat(minor(reply)).isEqualTo("invaliddata");
		assertThat(get("results/" + result).status()).isEqualTo(404);
	}

	@Test
	void whatAResultRefersToMustBeKnown() {
		String graded = "\"score\": 18, \"scoreStatus\": \"fully graded\"";

		assertThat(description(put("x", "{\"result\": {\"student\": {\"sourcedId\": \"" + maya + "\"}, " + graded + "}}")))
				.startsWith("/result/lineItem is missing");
		assertThat(description(put("x", "{\"result\": {\"lineItem\": {\"sourcedId\": \"none\"}, \"student\": {\"sourcedId\": \"" + maya
				+ "\"}, " + graded + "}}"))).startsWith("/result/lineItem/sourcedId must be");
		assertThat(description(put("x", "{\"result\": {\"lineItem\": {\"sourcedId\": \"" + quiz + "\"}, \"student\": {\"sourcedId\": \""
				+ school.stranger() + "\"}, " + graded + "}}"))).startsWith("/result/student/sourcedId was never on the class list");
		assertThat(description(put("x", "{}"))).startsWith("/result is missing");
		assertThat(put("x", "{\"result\":").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({"lineItems?limit=0, invaliddata", "lineItems?limit=10001, invaliddata", "results?limit=ten, invaliddata",
			"results?offset=-1, invaliddata", "lineItems?filter=title%3D%27x%27, invalid_filter_field",
			"results?sort=score, invalid_selection_field",
			"results?fields=score, invalid_selection_field"})
	void whatIsNotServedIsRefusedInTheSpecificationsWords(String query, String minor) {
		Reply reply = get(query);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.header("Content-Type")).isEqualTo("application/json");
		assertThat(reply.json().propertyNames()).containsExactly("imsx_codeMajor", "imsx_severity", "imsx_description", "imsx_CodeMinor");
		assertThat(reply.json().required("imsx_codeMajor").asString()).isEqualTo("failure");
		assertThat(reply.json().required("imsx_severity").asString()).isEqualTo("error");
		assertThat(minor(reply)).isEqualTo(minor);
	}

	@Test
	void unknownRecordsAndWrongScopesAreAnsweredInTheSpecificationsWords() {
		assertThat(minor(get("lineItems/nothing"))).isEqualTo("unknownobject");
		assertThat(minor(get("results/nothing"))).isEqualTo("unknownobject");
		Reply forbidden = client().get(SERVICE + "results", Scope.SCHOOLBELL_READ);
		assertThat(forbidden.status()).isEqualTo(403);
		assertThat(minor(forbidden)).isEqualTo("forbidden");
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 256})
	void aResultCannotBePutUnderANameThatNoneCanHave(int length) {
		Reply reply = put(length == 0 ? "%20" : "x".repeat(length), body("\"score\": 18, \"scoreStatus\": \"fully graded\""));

		assertThat(reply.status()).isEqualTo(422);
		assertThat(minor(reply)).isEqualTo("invaliddata");
		assertThat(description(reply)).contains("1 to 255 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = {"lineItems/a%2Fb", "lineItems/%00", "results/..%2F.."})
	void whatTheContainerRefusesIsWordedAsTheRest(String path) {
		Reply reply = get(path);

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.header("Content-Type")).isEqualTo("application/json");
		assertThat(minor(reply)).isEqualTo("invaliddata");
		assertThat(reply.text()).doesNotContain("Tomcat", "a%2Fb", "<");
	}

	@Test
	void followingTheLinksShowsEveryRecordOnce() {
		for (int i = 0; i < 7; i++) {
			school.assignment(10);
		}
		List<String> seen = new ArrayList<>();
		String path = "lineItems?limit=3";
		while (!path.isEmpty()) {
			Reply reply = get(path);
			JsonNode items = reply.json().required("lineItems");
			items.forEach(item -> seen.add(item.required("sourcedId").asString()));
			Matcher next = NEXT.matcher(reply.header("Link"));
			assertThat(Integer.parseInt(reply.header("X-Total-Count"))).isGreaterThanOrEqualTo(8);
			assertThat(reply.header("Link")).contains("rel=\"first\"", "rel=\"last\"");
			path = next.find() ? next.group(1).replace(SERVICE, "") : "";
		}

		assertThat(seen).doesNotHaveDuplicates()
				.hasSameSizeAs(jdbc().sql("SELECT sourced_id FROM gradebook.assignment").query(String.class).list());
	}

	private Reply get(String path) {
		return client().get(SERVICE + path, Scope.GRADEBOOK_READONLY);
	}

	private Reply put(String sourcedId, String body) {
		return client().put(SERVICE + "results/" + sourcedId, body, Scope.GRADEBOOK_CREATEPUT);
	}

	private String body(String members) {
		return "{\"result\": {\"lineItem\": {\"sourcedId\": \"" + quiz + "\", \"type\": \"lineItem\"}, \"student\": {\"sourcedId\": \""
				+ maya
				+ "\"}, " + members + "}}";
	}

	private static String description(Reply reply) {
		return reply.json().required("imsx_description").asString();
	}

	private static String minor(Reply reply) {
		return reply.json().at("/imsx_CodeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue").asString();
	}
}
