package org.schoolbell.district.gradebook.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages and doors of the gradebook over HTTP, for whoever a header says is signed in; signing in has tests of its own. */
@Import(SignedInByHeader.class)
class GradebookPagesTest extends ServerTest {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@LocalServerPort
	private int port;
	private ChemistryClass chemistry;

	@BeforeEach
	void makeClass() {
		chemistry = new ChemistryClass(jdbc());
	}

	@Test
	void theGridShowsTheClassByNameAndTheLatestWorkFirst() {
		saved(cell(1, 5, "0", "12"));
		HttpResponse<String> page = get(chemistry.ada, chemistry.home());

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(all(page, "<th scope=\"row\" class=\"name\"><bdi>([^<]+)</bdi>")).isEqualTo(ChemistryClass.STUDENTS);
		assertThat(all(page, "<th scope=\"col\" data-a=\"[^\"]+\"[^>]*><a [^>]+><bdi>([^<]+)</bdi>")).containsExactly("Homework 11",
				"Lab report 4", "Quiz 6", "Homework 10", "Lab report 3", "Unit test 2");
		assertThat(page.body()).containsPattern("<td data-v=\"\\d+\">12</td>").contains("out of 20").doesNotContain("<script>", " style=",
				" onclick=");
	}

	@Test
	void theGridIsEmptyForATermWithoutWork() {
		assertThat(get(chemistry.ada, chemistry.home() + "?term=2").body()).contains("No assignments in this term");
		assertThat(get(chemistry.ada, chemistry.home() + "?term=all").body()).contains("Unit test 2");
	}

	@Test
	void thePageSpeaksSpanish() {
		assertThat(get(chemistry.ada, chemistry.home() + "?language=es").body()).contains("lang=\"es\"", "Nueva tarea", "11 estudiantes");
	}

	@Test
	void aSectionIsOpenToItsTeachersAndAnAdministratorAndNotThereForOthers() {
		String[] addresses = {chemistry.home(), chemistry.home() + "/assignments",
				chemistry.home() + "/assignments/" + chemistry.assignments.getFirst().value()};
		PersonId stranger = chemistry.stranger();
		for (String address : addresses) {
			assertThat(get(chemistry.ada, address).statusCode()).as(address).isEqualTo(200);
			assertThat(get(chemistry.grace, address).statusCode()).as(address).isEqualTo(200);
			assertThat(get(stranger, address).statusCode()).as(address).isEqualTo(404);
			assertThat(get(stranger, "ADMINISTRATOR", address).statusCode()).as(address).isEqualTo(200);
		}
		assertThat(post(stranger, "/scores", body(cell(0, 0, "0", "9"))).statusCode()).isEqualTo(404);
		assertThat(post(stranger, "/reach", body(cell(0, 0, "0", "9"))).statusCode()).isEqualTo(404);
		assertThat(form(stranger, "/assignments", draft("Theirs", UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
		assertThat(form(stranger, "/assignments/" + chemistry.assignments.getFirst().value(), draft("Theirs", "2026-10-01T00:00:00Z"))
				.statusCode()).isEqualTo(404);
		assertThat(chemistry.points(0, 0)).isNull();
		assertThat(get(stranger, "/gradebook").body()).contains("No sections yet").doesNotContain("Chemistry");
		assertThat(get(chemistry.ada, "/gradebook").body()).contains("Chemistry", chemistry.home());
		assertThat(get(chemistry.ada, "/gradebook/nothing").statusCode()).isEqualTo(404);
	}

	@Test
	void lastYearsSectionsAreClosed() {
		jdbc().sql("""
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends) VALUES (?, 'Past', '2019-08-01', '2020-08-01')
				""").param(chemistry.name + "past").update();
		jdbc().sql("""
				UPDATE calendar.calendar SET school_year = (SELECT id FROM calendar.school_year WHERE sourced_id = ?)
				WHERE id = (SELECT calendar FROM roster.section WHERE sourced_id = ?)
				""").param(chemistry.name + "past").param(chemistry.section.value()).update();

		assertThat(get(chemistry.ada, chemistry.home()).statusCode()).isEqualTo(404);
		assertThat(get(chemistry.ada, "/gradebook").body()).doesNotContain(chemistry.home());
	}

	@Test
	void cellsAreSavedOrSayWhyNotEachByItself() {
		JsonNode results = results(
				post(chemistry.ada, "/scores", body(cell(1, 0, "0", "18"), cell(1, 1, "0", "abc"), cell(1, 2, "0", "24"))));

		assertThat(results.path(0).path("status").asString()).isEqualTo("saved");
		assertThat(results.path(0).path("now").path("entry").asString()).isEqualTo("18");
		assertThat(results.path(1).path("status").asString()).isEqualTo("refused");
		assertThat(results.path(1).path("text").asString()).contains("enter a number");
		assertThat(results.path(2).path("status").asString()).isEqualTo("more");
		assertThat(results.path(2).path("text").asString()).contains("24", "20", "extra credit");
		assertThat(List.of(String.valueOf(chemistry.points(1, 0)), String.valueOf(chemistry.points(1, 1)))).containsExactly("18", "null");
	}

	@Test
	void anotherTeachersValueIsAnsweredWithTheNameAndNotOverwritten() {
		saved(cell(1, 0, "0", "18"));

		JsonNode mine = results(post(chemistry.grace, "/scores", body(cell(1, 0, "0", "12")))).path(0);

		assertThat(mine.path("status").asString()).isEqualTo("overtaken");
		assertThat(mine.path("now").path("entry").asString()).isEqualTo("18");
		assertThat(mine.path("text").asString()).contains("Ada Okafor");
		assertThat(chemistry.points(1, 0)).isEqualTo("18");
		String seen = mine.path("now").path("seen").asString();
		assertThat(results(post(chemistry.grace, "/scores", body(cell(1, 0, seen, "12")))).path(0).path("status").asString())
				.isEqualTo("saved");
	}

	@Test
	void whatIsSentAgainAfterALostAnswerIsSavedOnce() {
		String edits = body(cell(1, 0, "0", "18"), cell(1, 1, "0", "17"));

		HttpResponse<String> first = post(chemistry.ada, "/scores", edits);
		HttpResponse<String> again = post(chemistry.ada, "/scores", edits);

		assertThat(again.body()).isEqualTo(first.body());
	}

	@Test
	void theReachIsSaidBeforehandAndNothingIsSaved() {
		JsonNode reach = JSON.readTree(post(chemistry.ada, "/reach", body(cell(1, 0, "0", "18"), cell(1, 1, "0", "17"))).body());

		assertThat(reach.path("text").asString()).isEqualTo("These 2 scores reach 2 people now");
		assertThat(reach.path("onPhone").asInt()).isZero();
		assertThat(chemistry.points(1, 0)).isNull();
	}

	@Test
	void aBodyThatIsNotWellFormedSaysWhereAndChangesNothing() {
		String good = cell(1, 0, "0", "18");
		for (String[] wrong : new String[][]{{"{\"edits\": []}", "/edits"}, {body(good, good), "/edits/1"},
				{body(good.replace("\"0\"", "\"x\"")), "/edits/0/seen"}, {body(good.replace("\"18\"", "18")), "/edits/0/entry"},
				{body(good.replace("\"entry\"", "\"entries\"")), "/edits/0"},
				{body(good.replace("}", ", \"flags\": [\"CHEATED\"]}")), "/edits/0/flags"}}) {
			HttpResponse<String> answer = post(chemistry.ada, "/scores", wrong[0]);

			assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(422);
			assertThat(JSON.readTree(answer.body()).path("pointer").asString()).as(wrong[0]).startsWith(wrong[1]);
		}
		assertThat(chemistry.points(1, 0)).isNull();
	}

	@Test
	void aNewAssignmentIsMadeOnceAndTheFormKeepsWhatIsWrong() {
		String token = UUID.randomUUID().toString();
		HttpResponse<String> wrong = form(chemistry.ada, "/assignments",
				Map.of("token", token, "title", "", "due", "2019-01-01", "points", "many", "category", "99999999"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("4 fields need another look", "value=\"many\"", "Enter a title");

		for (int i = 0; i < 2; i++) {
			HttpResponse<String> made = form(chemistry.ada, "/assignments", draft("Quiz 7", token));
			assertThat(made.statusCode()).isEqualTo(302);
			assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(chemistry.home());
		}
		assertThat(all(get(chemistry.ada, chemistry.home()), "<bdi>(Quiz 7)</bdi>")).hasSize(1);
	}

	@Test
	void whoSavesAnOlderFormOfAnAssignmentSeesBothAndMaySaveAgain() {
		String address = "/assignments/" + chemistry.assignments.get(1).value();
		String token = token(get(chemistry.ada, chemistry.home() + address));
		assertThat(form(chemistry.grace, address, draft("Theirs", token)).statusCode()).isEqualTo(302);

		HttpResponse<String> mine = form(chemistry.ada, address, draft("Mine", token));

		assertThat(mine.statusCode()).isEqualTo(409);
		assertThat(mine.body()).contains("<bdi>Theirs</bdi>", "value=\"Mine\"");
		assertThat(form(chemistry.ada, address, draft("Mine", token(mine))).statusCode()).isEqualTo(302);
	}

	@Test
	void beforeHiddenScoresAreShownTheFormAsksWhetherToTell() {
		String address = "/assignments/" + chemistry.assignments.get(1).value();
		saved(cell(1, 0, "0", "18"));
		jdbc().sql("UPDATE gradebook.assignment SET shown = false WHERE sourced_id = ?").param(chemistry.assignments.get(1).value())
				.update();
		String token = token(get(chemistry.ada, chemistry.home() + address));

		HttpResponse<String> asks = form(chemistry.ada, address, draft("Lab report 4", token));
		assertThat(asks.statusCode()).isEqualTo(200);
		assertThat(asks.body()).contains("Showing it tells 1 person", "name=\"tell\" value=\"no\"");
		assertThat(get(chemistry.ada, chemistry.home()).body()).contains("not shown");

		assertThat(form(chemistry.ada, address, with(draft("Lab report 4", token), "tell", "no")).statusCode()).isEqualTo(302);
		assertThat(get(chemistry.ada, chemistry.home()).body()).doesNotContain("not shown");
	}

	private static Map<String, String> draft(String title, String token) {
		return Map.of("token", token, "title", title, "due", "2026-11-20", "points", "20", "category", "", "shown", "true", "counts",
				"true");
	}

	private static Map<String, String> with(Map<String, String> fields, String name, String value) {
		return Stream.concat(fields.entrySet().stream(), Map.of(name, value).entrySet().stream())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private void saved(String cell) {
		assertThat(results(post(chemistry.ada, "/scores", body(cell))).path(0).path("status").asString()).isEqualTo("saved");
	}

	private String cell(int assignment, int student, String seen, String entry) {
		return JSON.writeValueAsString(Map.of("assignment", chemistry.assignments.get(assignment).value(), "student",
				chemistry.students.get(student).value(), "seen", seen, "entry", entry));
	}

	private static String body(String... cells) {
		return "{\"silent\": false, \"edits\": [" + String.join(", ", cells) + "]}";
	}

	private static JsonNode results(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body()).path("results");
	}

	private static String token(HttpResponse<String> page) {
		return all(page, "name=\"token\" value=\"([^\"]+)\"").getFirst();
	}

	private static List<String> all(HttpResponse<String> page, String pattern) {
		return Pattern.compile(pattern).matcher(page.body()).results().map(match -> match.group(1)).toList();
	}

	private HttpResponse<String> get(PersonId who, String address) {
		return get(who, "TEACHER", address);
	}

	private HttpResponse<String> get(PersonId who, String role, String address) {
		return send(request(who, role, address).header("Accept", "text/html").GET());
	}

	private HttpResponse<String> post(PersonId who, String what, String body) {
		return send(request(who, "TEACHER", chemistry.home() + what).header("Content-Type", "application/json")
				.header("Accept", "application/json").POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> form(PersonId who, String what, Map<String, String> fields) {
		String body = fields.entrySet().stream()
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
		return send(request(who, "TEACHER", chemistry.home() + what).header("Content-Type", "application/x-www-form-urlencoded")
				.header("Accept", "text/html").POST(BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(PersonId who, String role, String address) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
				.header(SignedInByHeader.PERSON, Long.toString(who.value()))
				.header(SignedInByHeader.ROLE, role);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		} catch (IOException e) {
			throw new IllegalStateException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
