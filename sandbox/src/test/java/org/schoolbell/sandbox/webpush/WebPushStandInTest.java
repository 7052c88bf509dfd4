package org.schoolbell.sandbox.webpush;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;

import static org.assertj.core.api.Assertions.assertThat;

/** What each maker's push service asks of a sender, and says to one that fails. */
class WebPushStandInTest {
	private static final String TEXT = """
			{"web_push":8030,"app_badge":3,"notification":{"title":"Maya: 18 of 20","body":"90% in Algebra I.",\
			"navigate":"/n/1","tag":"quiz","lang":"en","silent":false,"data":{"id":"0199-1"}}}""";

	@TempDir
	private static Path folder;
	private static WebPushStandIn service;
	private static TestingSender sender;

	@BeforeAll
	static void start() throws Exception {
		service = WebPushStandIn.start(0, folder);
		sender = new TestingSender(service);
	}

	@AfterAll
	static void stop() {
		sender.close();
		service.close();
	}

	@BeforeEach
	void allIsWell() {
		service.faults().clear();
		service.deliveries().clear();
	}

	private static Phone phone(Face face) {
		return service.addPhone("ana-lopez", "ana-" + face.path(), face, sender.applicationServerKey());
	}

	@ParameterizedTest
	@EnumSource
	void aPushThatNothingIsWrongWithIsOpenedAndShown(Face face) throws Exception {
		Phone phone = phone(face);

		HttpResponse<String> answer = sender.send(sender.push(phone, TestingSender.sealed(phone, TEXT)));

		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(service.deliveries().all()).singleElement().usingRecursiveComparison().ignoringFields("seq", "receivedAt")
				.isEqualTo(new Delivery(0, Platform.WEB_PUSH, "ana-" + face.path(), "ana-lopez", "0199-1", "quiz", true, "Maya: 18 of 20",
						"90% in Algebra I.",
						Map.of("link", "/n/1", "badge", 3, "lang", "en", "urgency", "high", "ttl", 3600L, "topic", "a".repeat(32)),
						Instant.EPOCH));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			APPLE   | 403 | {"reason":"BadJwtToken"}         | 400 | {"reason":"VapidPkHashMismatch"} | 413
			MOZILLA | 401 | "errno":999                      | 401 | "errno":109                      | 413
			GOOGLE  | 401 | invalid vapid token              | 403 | do not correspond                | 400
			WNS     | 401 | authorization token is not valid | 403 | made with another key            | 413
			""")
	void eachFaceRefusesInItsOwnWords(Face face, int tokenStatus, String tokenWords, int keyStatus, String keyWords, int largeStatus)
			throws Exception {
		Phone phone = phone(face);
		byte[] body = TestingSender.sealed(phone, TEXT);

		HttpResponse<String> badToken = sender.send(sender.push(phone, body).setHeader("Authorization", sender.vapid() + "x"));
		assertThat(badToken.statusCode()).isEqualTo(tokenStatus);
		assertThat(said(badToken)).contains(tokenWords);
		try (TestingSender stranger = new TestingSender(service)) {
			HttpResponse<String> wrongKey = stranger.send(stranger.push(phone, body));
			assertThat(wrongKey.statusCode()).isEqualTo(keyStatus);
			assertThat(said(wrongKey)).contains(keyWords);
		}
		assertThat(sender.send(sender.push(phone, new byte[4097])).statusCode()).isEqualTo(largeStatus);
		assertThat(sender.send(sender.push(phone, new byte[4096])).statusCode()).isEqualTo(400);
		assertThat(service.deliveries().all()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			TTL | 0 | 201 400 201 400
			TTL | -1 | 400 400 400 400
			TTL | 2419201 | 201 201 400 201
			TTL | soon | 400 400 400 400
			Urgency | urgent | 400 400 400 400
			Urgency | very-low | 201 201 201 201
			Topic | quiz | 201 400 201 201
			Topic | a b | 400 400 400 400
			Content-Encoding | aesgcm | 400 400 400 400
			""")
	void aHeaderThatIsWrongIsRefusedWhereItsOwnerWould(String header, String value, String mozillaAppleGoogleWns) throws Exception {
		List<Face> faces = List.of(Face.MOZILLA, Face.APPLE, Face.GOOGLE, Face.WNS);
		String[] statuses = mozillaAppleGoogleWns.split(" ", -1);
		for (int i = 0; i < statuses.length; i++) {
			Phone phone = phone(faces.get(i));
			HttpRequest.Builder push = sender.push(phone, TestingSender.sealed(phone, TEXT)).setHeader(header, value);

			assertThat(sender.send(push).statusCode()).as(faces.get(i).name()).isEqualTo(Integer.parseInt(statuses[i]));
		}
	}

	@Test
	void aTokenIsGoodForThisServiceAndOneDayOnly() throws Exception {
		Phone phone = phone(Face.MOZILLA);
		Instant soon = Instant.now().plus(Duration.ofHours(1));
		for (String bad : List.of(sender.vapid("https://push.example.org", soon, "mailto:push@example.org"),
				sender.vapid(service.origin(), Instant.now().minusSeconds(1), "mailto:push@example.org"),
				sender.vapid(service.origin(), Instant.now().plus(Duration.ofHours(25)), "mailto:push@example.org"), "vapid t=,k=",
				"Bearer x", sender.vapid().replaceFirst("t=[^.]+", "t=e30"))) {
			assertThat(
					sender.send(sender.push(phone, TestingSender.sealed(phone, TEXT)).setHeader("Authorization", bad)).statusCode())
					.as(bad).isEqualTo(401);
		}
	}

	@Test
	void aTokenThatWasGoodIsBelievedWithItsKeyOnly() throws Exception {
		Phone bound = phone(Face.MOZILLA);
		Phone other = service.addPhone("ben-lopez", "ben-phone", Face.MOZILLA,
				"BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
		String vapid = sender.vapid();

		assertThat(sender.send(sender.push(bound, TestingSender.sealed(bound, TEXT)).setHeader("Authorization", vapid)).statusCode())
				.isEqualTo(201);
		assertThat(sender.send(sender.push(other, TestingSender.sealed(other, TEXT)).setHeader("Authorization", vapid)).statusCode())
				.isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({"mailto:push@example.org, 201", "https://example.org/contact, 201", "mailto:push@localhost, 403",
			"https://localhost:8080, 403", "mailto:push@schoolbell.invalid, 403", "push@example.org, 403", "'', 403"})
	void appleWantsToKnowWhomToReach(String subject, int status) throws Exception {
		Phone phone = phone(Face.APPLE);
		String vapid = sender.vapid(service.origin(), Instant.now().plus(Duration.ofHours(1)), subject);

		assertThat(sender.send(sender.push(phone, TestingSender.sealed(phone, TEXT)).setHeader("Authorization", vapid)).statusCode())
				.isEqualTo(status);
	}

	@Test
	void aSubscriptionThatEndedIsGoneAndOneThatNeverWasIsUnknown() throws Exception {
		Phone phone = phone(Face.APPLE);
		byte[] body = TestingSender.sealed(phone, TEXT);
		service.phones().uninstall(phone.device());

		assertThat(sender.send(sender.push(phone, body)).statusCode()).isEqualTo(410);
		assertThat(sender.send(sender.push(phone, body).uri(URI.create(service.origin() + "/push/apple/none"))).statusCode())
				.isEqualTo(404);
		assertThat(sender.send(sender.push(phone, body).uri(URI.create(service.origin() + "/push/opera/x"))).statusCode())
				.isEqualTo(404);
	}

	@Test
	void whatThePhoneCannotOpenOrShowIsRefused() throws Exception {
		Phone ana = phone(Face.MOZILLA);
		Phone ben = service.addPhone("ben-lopez", "ben-phone", Face.MOZILLA, null);

		assertThat(sender.send(sender.push(ana, TestingSender.sealed(ben, TEXT))).statusCode()).isEqualTo(400);
		assertThat(sender.send(sender.push(ana, TestingSender.sealed(ana, "hello"))).statusCode()).isEqualTo(400);
		assertThat(sender.send(sender.push(ana, TestingSender.sealed(ana, TEXT.replace("8030", "1")))).statusCode()).isEqualTo(400);
		assertThat(sender.send(sender.push(ana, new byte[3])).statusCode()).isEqualTo(400);
	}

	@Test
	void googleThrottlesByTopicAndNobodyElseDoes() throws Exception {
		for (Face face : List.of(Face.GOOGLE, Face.MOZILLA)) {
			Phone phone = phone(face);
			byte[] body = TestingSender.sealed(phone, TEXT);
			for (int i = 0; i < 20; i++) {
				assertThat(sender.send(sender.push(phone, body)).statusCode()).isEqualTo(201);
			}
			assertThat(sender.send(sender.push(phone, body)).statusCode()).isEqualTo(face == Face.GOOGLE ? 429 : 201);
		}
	}

	@Test
	void aFaultSpeaksInTheWordsOfTheFaceThatSuffersIt() throws Exception {
		service.faults().set(Fault.answering(Platform.WEB_PUSH,
				new FaultAnswer(503, "201", Duration.ofSeconds(7), null, null, Map.of("X-Trace", "1"), null)));
		Phone phone = phone(Face.MOZILLA);

		HttpResponse<String> answer = sender.send(sender.push(phone, TestingSender.sealed(phone, TEXT)));

		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("\"errno\":201", "\"code\":503");
		assertThat(answer.headers().firstValue("retry-after")).hasValue("7");
		assertThat(answer.headers().firstValue("x-trace")).hasValue("1");
	}

	private static String said(HttpResponse<String> answer) {
		return answer.body() + answer.headers().firstValue("x-wns-error-description").orElse("");
	}
}
