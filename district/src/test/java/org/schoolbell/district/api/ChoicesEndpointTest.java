package org.schoolbell.district.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient.Reply;
import org.schoolbell.district.testing.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings over the API: what a person chose about a student, as the page shows it. */
class ChoicesEndpointTest extends ServerTest {
	@Autowired
	private Choices choices;
	@Autowired
	private Languages languages;
	private String student = "";
	private String guardian = "";
	private String stranger = "";

	@BeforeEach
	void family() {
		TestSchool school = school();
		student = school.student().value();
		guardian = school.stranger().value();
		stranger = school.stranger().value();
		jdbc().sql("""
				INSERT INTO roster.guardianship (student, guardian, type, portal)
				SELECT s.id, g.id, 'parent', false FROM roster.person s, roster.person g WHERE s.sourced_id = ? AND g.sourced_id = ?
				""").params(student, guardian).update();
	}

	@Test
	void whoChoseNothingIsAnsweredTheDefault() {
		assertThat(get(guardian).text()).isEqualTo("{\"preset\":\"EVERYTHING\",\"kinds\":{\"ASSIGNMENTS\":{\"on\":true,\"below\":null,"
				+ "\"missing\":true}},\"hideDetails\":false,\"language\":\"en\"}");
	}

	@Test
	void whatIsSavedIsAnsweredAndHolds() {
		Reply saved = put(guardian, """
				{"kinds": {"ASSIGNMENTS": {"on": true, "below": 79.50, "missing": false}}, "hideDetails": true, "language": "es-MX"}""");

		assertThat(saved.status()).as(saved.text()).isEqualTo(200);
		assertThat(saved.text()).isEqualTo("{\"preset\":\"OWN\",\"kinds\":{\"ASSIGNMENTS\":{\"on\":true,\"below\":79.5,\"missing\":false}},"
				+ "\"hideDetails\":true,\"language\":\"es-MX\"}").isEqualTo(get(guardian).text());
		assertThat(held(guardian)).isEqualTo(choice(true, new BigDecimal("79.5"), false));
		assertThat(languages.of(List.of(id(guardian)))).isEqualTo(Map.of(id(guardian), Locale.of("es", "MX")));
		assertThat(put(guardian, saved.text()).text()).as("what was read can be sent back").isEqualTo(saved.text());
		assertThat(get(student).json().required("hideDetails").booleanValue()).as("the student's own are others").isFalse();
	}

	@Test
	void whatIsLeftOutStaysAsItIs() {
		put(guardian, "{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"below\": 60, \"missing\": true}}, \"hideDetails\": true}");

		assertThat(put(guardian, "{\"language\": \"es\"}").status()).isEqualTo(200);

		assertThat(get(guardian).text()).contains("\"below\":60", "\"hideDetails\":true", "\"language\":\"es\"");
	}

	@Test
	void aPresetSaysAllAndSwitchesAreNamedByTheirPreset() {
		assertThat(put(student, "{\"preset\": \"ONLY_WHAT_NEEDS_ME\"}").text())
				.contains("\"ASSIGNMENTS\":{\"on\":true,\"below\":70,\"missing\":true}");
		assertThat(put(student, "{\"preset\": \"OFF\"}").text()).contains("\"on\":false,\"below\":70,\"missing\":true");
		assertThat(put(student, "{\"preset\": \"EVERYTHING\"}").text()).contains("\"on\":true,\"below\":null,\"missing\":true");
		assertThat(rows(student)).as("the default takes no row").isZero();
		assertThat(put(student, "{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"below\": 70.0, \"missing\": true}}}").text())
				.contains("\"preset\":\"ONLY_WHAT_NEEDS_ME\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"[] | '' | JSON object",
			"{\"on\": true} | /on | hideDetails, kinds, language, preset",
			"{\"kinds\": 7} | /kinds | JSON object",
			"{\"kinds\": {\"GRADES\": {\"on\": true, \"missing\": true}}} | /kinds/GRADES | ASSIGNMENTS",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true}}} | /kinds/ASSIGNMENTS/missing | missing",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": \"yes\", \"missing\": true}}} | /kinds/ASSIGNMENTS/on | true or false",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true, \"above\": 3}}} | /kinds/ASSIGNMENTS/above | below, missing, on",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true, \"below\": 100.01}}} | /kinds/ASSIGNMENTS/below | 0 to 100",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true, \"below\": -1}}} | /kinds/ASSIGNMENTS/below | 0 to 100",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true, \"below\": 7e-900}}} | /kinds/ASSIGNMENTS/below | two decimals",
			"{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true, \"below\": \"80\"}}} | /kinds/ASSIGNMENTS/below | a number",
			"{\"preset\": \"SOME\"} | /preset | EVERYTHING, ONLY_WHAT_NEEDS_ME, OFF, OWN",
			"{\"preset\": \"OFF\", \"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"missing\": true}}} | /preset | leave out one",
			"{\"hideDetails\": 1} | /hideDetails | true or false", "{\"language\": \"tlh\"} | /language | be one of en",
			"{\"language\": 1} | /language | a string"})
	void aBadBodyIsToldWhereAndWhatWouldBeRightAndChangesNothing(String body, String pointer, String right) {
		String before = put(guardian, "{\"kinds\": {\"ASSIGNMENTS\": {\"on\": true, \"below\": 60, \"missing\": true}}}").text();

		Reply refused = put(guardian, body);

		assertThat(refused.status()).as(refused.text()).isEqualTo(422);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().path("pointer").asString("")).isEqualTo(pointer);
		assertThat(refused.json().required("detail").asString()).contains(right);
		assertThat(get(guardian).text()).isEqualTo(before);
	}

	@Test
	void onlyTheStudentAndRelatedAdultsHaveSettingsForAStudent() {
		assertThat(get(student).status()).isEqualTo(200);
		assertThat(get(stranger).status()).isEqualTo(404);
		assertThat(put(stranger, "{\"preset\": \"OFF\"}").status()).isEqualTo(404);
		assertThat(rows(stranger)).isZero();
		assertThat(get("nobody").status()).isEqualTo(404);
		assertThat(client().get("/api/v1/choices?person=" + guardian, Scope.SCHOOLBELL_READ).status()).isEqualTo(400);
		assertThat(client().get("/api/v1/choices?student=" + student, Scope.SCHOOLBELL_READ).status()).isEqualTo(400);
		assertThat(client().get(path(guardian) + "&people=x", Scope.SCHOOLBELL_READ).status()).isEqualTo(400);
	}

	@Test
	void readingAndWritingHaveScopesOfTheirOwn() {
		assertThat(client().get(path(guardian), Scope.SCHOOLBELL_WRITE).status()).isEqualTo(403);
		assertThat(client().put(path(guardian), "{\"preset\": \"OFF\"}", Scope.SCHOOLBELL_READ).status()).isEqualTo(403);
		assertThat(rows(guardian)).isZero();
	}

	@Test
	void eachChangeIsInTheAuditTrailAndAnUnchangedOneIsNot() {
		String body = "{\"preset\": \"ONLY_WHAT_NEEDS_ME\", \"hideDetails\": true, \"language\": \"es\"}";
		put(guardian, body);
		put(guardian, body);

		String person = Long.toString(id(guardian).value());
		assertThat(jdbc().sql("SELECT thing || ' ' || before || ' ' || after FROM audit.entry WHERE tool = 'notification-choices' "
				+ "AND client = 'test-client' AND split_part(thing, '/', 1) = ? ORDER BY id").param(person).query(String.class).list())
				.containsExactly(
						person + "/" + id(student).value() + "/ASSIGNMENTS on=true,below=all,missing=true on=true,below=70,missing=true",
						person + "/hide-details false true", person + "/language en es");
	}

	private Choice held(String person) {
		return choices.of(Kind.ASSIGNMENTS, List.of(new Pairing(id(person), id(student)))).of(id(person), id(student));
	}

	private Choice choice(boolean on, BigDecimal below, boolean missing) {
		return new Choice(id(guardian), id(student), Kind.ASSIGNMENTS, on, below, missing);
	}

	private long rows(String person) {
		return jdbc().sql("SELECT count(*) FROM preference.choice WHERE person = ?").param(id(person).value()).query(Long.class).single();
	}

	private PersonId id(String person) {
		return new PersonId(jdbc().sql("SELECT id FROM roster.person WHERE sourced_id = ?").param(person).query(Long.class).single());
	}

	private Reply get(String person) {
		return client().get(path(person), Scope.SCHOOLBELL_READ);
	}

	private Reply put(String person, String body) {
		return client().put(path(person), body, Scope.SCHOOLBELL_WRITE);
	}

	private String path(String person) {
		return "/api/v1/choices?person=" + person + "&student=" + student;
	}
}
