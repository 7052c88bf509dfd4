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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.SignedInByHeader;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks for the pages of a class's gradebook, and sends what its forms and its script send, as whoever a header names. */
final class GradebookClient {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ChemistryClass chemistry;
	private final int port;

	GradebookClient(ChemistryClass chemistry, int port) {
		this.chemistry = chemistry;
		this.port = port;
	}

	static Map<String, String> draft(String title, String token) {
		return Map.of("token", token, "title", title, "due", "2026-11-20", "points", "20", "category", "", "shown", "true", "counts",
				"true");
	}

	static Map<String, String> with(Map<String, String> fields, String name, String value) {
		Map<String, String> changed = new HashMap<>(fields);
		changed.put(name, value);
		return changed;
	}

	void saved(String cell) {
		assertThat(results(post(chemistry.ada, "/scores", body(cell))).path(0).path("status").asString()).isEqualTo("saved");
	}

	String cell(int assignment, int student, String seen, String entry) {
		return JSON.writeValueAsString(Map.of("assignment", chemistry.assignments.get(assignment).value(), "student",
				chemistry.students.get(student).value(), "seen", seen, "entry", entry));
	}

	static String body(String... cells) {
		return "{\"silent\": false, \"edits\": [" + String.join(", ", cells) + "]}";
	}

	static JsonNode results(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body()).path("results");
	}

	static String token(HttpResponse<String> page) {
		return all(page, "name=\"token\" value=\"([^\"]+)\"").getFirst();
	}

	static List<String> all(HttpResponse<String> page, String pattern) {
		return Pattern.compile(pattern).matcher(page.body()).results().map(match -> match.group(1)).toList();
	}

	HttpResponse<String> get(PersonId who, String address) {
		return get(who, "TEACHER", address);
	}

	HttpResponse<String> get(PersonId who, String role, String address) {
		return send(request(who, role, address).header("Accept", "text/html").GET());
	}

	HttpResponse<String> post(PersonId who, String what, String body) {
		return send(request(who, "TEACHER", chemistry.home() + what).header("Content-Type", "application/json")
				.header("Accept", "application/json").POST(BodyPublishers.ofString(body)));
	}

	HttpResponse<String> form(PersonId who, String what, Map<String, String> fields) {
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
