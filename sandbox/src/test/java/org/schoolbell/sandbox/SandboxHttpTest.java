package org.schoolbell.sandbox;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.apns.TestingSender;
import org.schoolbell.sandbox.delivery.Message;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxHttpTest extends RunningSandbox {
	@Test
	void aPushToAPhoneMadeOverHttpIsDelivered() throws Exception {
		UUID id = UUID.randomUUID();
		String token = "1f".repeat(32);
		assertThat(post("/phones",
				"{\"person\":\"bench-1\",\"device\":\"bench-phone-1\",\"platform\":\"APNS\",\"token\":\"%s\"}".formatted(token))
				.statusCode()).isEqualTo(204);

		try (TestingSender sender = TestingSender.to(apns)) {
			assertThat(sender.send(sender.to(token).id(id).collapse("slot")).isAccepted()).isTrue();
		}

		JsonNode answer = get("/deliveries?since=0&device=&person=bench-1");
		JsonNode delivery = answer.path("deliveries").path(0);
		assertThat(answer.propertyNames()).containsExactly("next", "deliveries");
		assertThat(delivery.propertyNames()).containsExactly("seq", "platform", "device", "person", "id", "collapse", "alerting", "title",
				"body", "data", "receivedAt");
		assertThat(delivery.path("id").stringValue()).isEqualTo(id.toString());
		assertThat(delivery.path("platform").stringValue()).isEqualTo("APNS");
		assertThat(delivery.path("data").toString()).isEqualTo("{\"link\":\"/n/1\",\"badge\":3}");
		assertThat(delivery.path("receivedAt").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
		assertThat(answer.path("next").longValue()).isEqualTo(delivery.path("seq").longValue() + 1);
	}

	@Test
	void deliveriesArePagedAndForgottenWithoutLosingCount() throws Exception {
		arrive("one", null, true);
		arrive("two", null, true);
		JsonNode first = get("/deliveries?limit=1");
		assertThat(first.path("deliveries").path(0).path("body").stringValue()).isEqualTo("one");
		long next = first.path("next").longValue();
		assertThat(get("/deliveries?since=" + next).path("deliveries").path(0).path("body").stringValue()).isEqualTo("two");

		assertThat(delete("/deliveries").statusCode()).isEqualTo(204);

		assertThat(get("/deliveries").path("deliveries")).isEmpty();
		arrive("three", null, true);
		assertThat(get("/deliveries").path("deliveries").path(0).path("seq").longValue()).isEqualTo(next + 1);
	}

	@Test
	void aScreenShowsTheNewestOfEachSlotOnTop() throws Exception {
		arrive("18 of 20", "quiz", true);
		arrive("absent", "attendance", true);
		arrive("19 of 20", "quiz", false);
		arrive("alone", null, true);
		arrive("alone", null, true);

		JsonNode screen = get("/screens?person=ana-lopez").path("screens").path(0);

		assertThat(screen.path("device").stringValue()).isEqualTo("ana-phone");
		assertThat(screen.path("shows").valueStream().map(shown -> shown.path("body").stringValue())).containsExactly("alone", "alone",
				"19 of 20", "absent");
	}

	@Test
	void theStreamTellsWhatArrivesAndWhenAllIsForgotten() throws Exception {
		arrive("before", null, true);
		HttpResponse<Stream<String>> stream = http().send(at("/deliveries/stream?person=ana-lopez").build(), BodyHandlers.ofLines());
		try (Stream<String> lines = stream.body()) {
			var told = lines.filter(line -> line.startsWith("event") || line.startsWith("data: {")).iterator();
			assertThat(told.next()).isEqualTo("event: delivery");
			assertThat(told.next()).contains("\"body\":\"before\"");
			arrive("after", null, true);
			assertThat(told.next()).isEqualTo("event: delivery");
			assertThat(told.next()).contains("\"body\":\"after\"");
			apns.deliveries().clear();
			assertThat(told.next()).isEqualTo("event: clear");
		}
	}

	@Test
	void aFaultSetOverHttpCountsForTheNextPushUntilItIsTakenBack() throws Exception {
		assertThat(put("/faults", """
				{"platform":"APNS","tokenPrefix":"aa","rate":1,"latencyMs":1,"disconnectEvery":0,
				 "answer":{"status":429,"reason":"TooManyRequests","retryAfter":30,"headers":{"x-a":"b"}}}""").statusCode()).isEqualTo(204);

		try (TestingSender sender = TestingSender.to(apns)) {
			assertThat(sender.send(sender.to(ANA)).getRejectionReason()).contains("TooManyRequests");
			assertThat(get("/faults").path(0).path("answer").path("status").intValue()).isEqualTo(429);
			assertThat(delete("/faults").statusCode()).isEqualTo(204);
			assertThat(sender.send(sender.to(ANA)).isAccepted()).isTrue();
		}
	}

	@Test
	void aPhoneWhoseAppIsTakenOffIsGone() throws Exception {
		assertThat(delete("/phones/ana-phone").statusCode()).isEqualTo(204);
		assertThat(delete("/phones/ana-phone").statusCode()).isEqualTo(404);

		try (TestingSender sender = TestingSender.to(apns)) {
			assertThat(sender.send(sender.to(ANA)).getRejectionReason()).contains("Unregistered");
		}
	}

	@Test
	void anOmissionTurnsNoPushesOff() throws Exception {
		HttpResponse<String> answer = put("/school/push", "{}");

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("enabled is missing");
	}

	@Test
	void whatTheContainerRefusesIsAProblemAndNotItsOwnPage() throws Exception {
		HttpResponse<String> answer = send(at("/school/stories/maya-lopez/..%2F.."));

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"status\":400").doesNotContain("Tomcat", "<");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"platform":"APNS","rate":1.5,"latencyMs":5} | rate must be 0 to 1 | /0
			{"platform":"FCM","latencyMs":5} | "FCM" is none of [APNS, WEB_PUSH] | /0/platform
			{"platform":"APNS","latencyMs":5,"latency":5} | "latency" is not known here | /0/latency
			{"platform":"APNS","answer":{"status":99}} | answer.status must be 200 to 599, not 99 | /0/answer
			{"platform":"APNS","latencyMs":5,"then":"RESET"} | then needs disconnectEvery | /0
			{"platform":"APNS"} | one of answer, latencyMs and disconnectEvery must be given | /0
			""")
	void aWrongFaultIsExplainedAndChangesNothing(String body, String detail, String pointer) throws Exception {
		apns.faults().set(Fault.slow(Platform.APNS, 7));

		HttpResponse<String> answer = put("/faults", body);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.path("detail").stringValue()).contains(detail);
		assertThat(problem.path("pointer").stringValue()).isEqualTo(pointer);
		assertThat(apns.faults().faults()).extracting(Fault::latencyMs).containsExactly(7L);
	}

	@Test
	void ofSeveralPhonesNoneIsMadeIfOneIsWrong() throws Exception {
		int before = apns.phones().phones().size();

		HttpResponse<String> answer = post("/phones",
				"""
				[{"person":"p","device":"right","platform":"APNS","token":"%s"},{"person":"p","device":"wrong","platform":"APNS","token":"C0FFEE"}]"""
						.formatted("0".repeat(64)));

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("64 hexadecimal digits", "/1/token").doesNotContain("C0FFEE");
		assertThat(apns.phones().phones()).hasSize(before);
	}

	@Test
	void whatIsNoJsonAtAllIsUnreadable() throws Exception {
		assertThat(put("/faults", "{").statusCode()).isEqualTo(400);
		assertThat(post("/phones", "").statusCode()).isEqualTo(400);
		assertThat(send(at("/deliveries?since=x")).statusCode()).isEqualTo(400);
	}

	private void arrive(String body, @Nullable String collapse, boolean alerting) {
		Phone ana = apns.phones().withToken(ANA).orElseThrow();
		apns.deliveries().record(ana, new Message(UUID.randomUUID().toString(), collapse, alerting, null, body, Map.of()));
	}
}
