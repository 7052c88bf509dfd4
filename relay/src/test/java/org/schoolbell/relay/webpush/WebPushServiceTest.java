package org.schoolbell.relay.webpush;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.relay.TestingPushes;
import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.relay.delivery.Credential;
import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.fault.Disconnect;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.webpush.WebPushStandIn;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each maker's answers over real HTTP/2, from the service that checks everything. */
class WebPushServiceTest {
	private static final Clock CLOCK = Clock.systemUTC();
	private static final DistrictId NORTH = new DistrictId("north");
	private static final Duration TROUBLE = Duration.ofSeconds(10);
	private static final Duration THROTTLE = Duration.ofSeconds(60);
	private static final AtomicInteger NUMBERS = new AtomicInteger();

	@TempDir
	private static Path folder;
	private static WebPushStandIn makers;
	private static TestingBrowsers browsers;
	private static WebPushService service;

	@BeforeAll
	static void start() throws Exception {
		makers = WebPushStandIn.start(0, folder);
		browsers = new TestingBrowsers(makers);
		service = service(settings(Set.of(), Duration.ofSeconds(20), 500), Dns.SYSTEM);
	}

	@AfterAll
	static void stop() {
		service.close();
		makers.close();
	}

	@BeforeEach
	void allIsWell() {
		makers.faults().clear();
		makers.deliveries().clear();
	}

	@ParameterizedTest
	@EnumSource
	void anAcceptedPushArrivesAsItWasMeant(Face face) throws Exception {
		Push push = browsers.push(browsers.phone("ana-lopez", face), "quiz-" + face);

		assertThat(service.send(push)).isInstanceOf(Answer.Accepted.class);

		Delivery delivery = makers.deliveries().awaitCount(1, Duration.ofSeconds(5)).getFirst();
		assertThat(delivery.id()).isEqualTo(push.id().toString());
		assertThat(delivery.title()).isEqualTo("quiz-" + face);
		assertThat(delivery.data()).containsEntry("urgency", "high").containsEntry("topic", push.collapse().value());
		assertThat((Long) delivery.data().get("ttl")).isBetween(86_300L, 86_400L);
	}

	@Test
	void whereTopicThrottlesItIsLeftOut() throws Exception {
		try (WebPushService without = service(settings(Set.of("localhost"), Duration.ofSeconds(20), 500), Dns.SYSTEM)) {
			Phone phone = browsers.phone("ana-lopez", Face.GOOGLE);
			for (int i = 0; i < 25; i++) {
				assertThat(without.send(browsers.push(phone, "n-" + i))).isInstanceOf(Answer.Accepted.class);
			}
		}
		assertThat(makers.deliveries().all()).hasSize(25).allSatisfy(one -> assertThat(one.data()).doesNotContainKey("topic"));
	}

	@ParameterizedTest
	@MethodSource
	void eachAnswerMeansOneThing(Face face, int status, @Nullable String reason, Answer expected) throws Exception {
		makers.faults().set(Fault.answering(Platform.WEB_PUSH, new FaultAnswer(status, reason, null, null, null, null, null)));

		assertThat(service.send(push(face))).isEqualTo(expected);
	}

	static Stream<Arguments> eachAnswerMeansOneThing() {
		Answer gone = new Answer.Gone(null);
		Answer wrongKey = new Answer.Misbound("VapidKeyMismatch");
		return Stream.of(accepted(Face.MOZILLA, 200), accepted(Face.GOOGLE, 202), arguments(Face.MOZILLA, 410, "106", gone),
				arguments(Face.APPLE, 410, "Unregistered", gone), arguments(Face.GOOGLE, 410, "expired", gone),
				arguments(Face.WNS, 410, null, gone), arguments(Face.MOZILLA, 404, "102", gone), arguments(Face.GOOGLE, 404, null, gone),
				refused(Face.APPLE, 404, "BadPath", "BadPath"), arguments(Face.GOOGLE, 403, "do not correspond", wrongKey),
				arguments(Face.MOZILLA, 401, "109", wrongKey), arguments(Face.APPLE, 400, "VapidPkHashMismatch", wrongKey),
				arguments(Face.WNS, 403, "another key", wrongKey), refused(Face.APPLE, 403, "BadJwtToken", "BadJwtToken"),
				refused(Face.MOZILLA, 401, "999", "Errno999"), refused(Face.GOOGLE, 401, "invalid", "Status401"),
				refused(Face.WNS, 401, "invalid", "Status401"), refused(Face.APPLE, 400, "BadWebPushTopic", "BadWebPushTopic"),
				refused(Face.APPLE, 400, "<script>", "Status400"), refused(Face.APPLE, 413, "PayloadTooLarge", "PayloadTooLarge"),
				refused(Face.MOZILLA, 413, "104", "Errno104"), refused(Face.MOZILLA, 400, "110", "Errno110"),
				refused(Face.GOOGLE, 400, "too large", "Status400"), refused(Face.GOOGLE, 405, null, "Status405"),
				throttled(Face.GOOGLE, 429, null, THROTTLE, "Status429"),
				throttled(Face.APPLE, 429, "TooManyRequests", THROTTLE, "TooManyRequests"),
				throttled(Face.WNS, 406, "throttled", THROTTLE, "Status406"), throttled(Face.MOZILLA, 502, "901", TROUBLE, "Errno901"),
				throttled(Face.GOOGLE, 500, null, TROUBLE, "Status500"),
				throttled(Face.APPLE, 503, "ServiceUnavailable", TROUBLE, "ServiceUnavailable"),
				throttled(Face.WNS, 504, null, TROUBLE, "Status504"));
	}

	private static Arguments accepted(Face face, int status) {
		return arguments(face, status, null, new Answer.Accepted(""));
	}

	private static Arguments refused(Face face, int status, @Nullable String said, String reason) {
		return arguments(face, status, said, new Answer.Refused(reason));
	}

	private static Arguments throttled(Face face, int status, @Nullable String said, Duration retryAfter, String reason) {
		return arguments(face, status, said, new Answer.Throttled(retryAfter, reason));
	}

	@ParameterizedTest
	@ValueSource(ints = {301, 302, 303, 307, 308})
	void aRedirectIsNotFollowed(int status) throws Exception {
		Phone phone = browsers.phone("ana-lopez", Face.MOZILLA);
		Push push = browsers.push(phone, "moved-" + status);
		makers.faults().set(new Fault(Platform.WEB_PUSH, phone.token().value(), null,
				new FaultAnswer(status, null, null, null, null, Map.of("location", browsers.endpoint(browsers.phone("ben", Face.MOZILLA))),
						null),
				0, 0, null));

		assertThat(service.send(push)).isEqualTo(new Answer.Refused("Status" + status));
		assertThat(makers.deliveries().all()).isEmpty();
	}

	@Test
	void retryAfterIsHonouredInSecondsAndAsADate() throws Exception {
		makers.faults().set(answering(429, Map.of("retry-after", "7")));
		assertThat(service.send(push(Face.GOOGLE))).isEqualTo(new Answer.Throttled(Duration.ofSeconds(7), "Status429"));

		Instant then = CLOCK.instant().plus(Duration.ofMinutes(5));
		makers.faults().set(answering(503,
				Map.of("retry-after", DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atZone(ZoneOffset.UTC)))));
		assertThat(service.send(push(Face.GOOGLE))).isInstanceOfSatisfying(Answer.Throttled.class,
				throttled -> assertThat(throttled.retryAfter()).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300)));

		makers.faults().set(answering(429, Map.of("retry-after", "when I like")));
		assertThat(service.send(push(Face.GOOGLE))).isEqualTo(new Answer.Throttled(THROTTLE, "Status429"));
	}

	private static Fault answering(int status, Map<String, String> headers) {
		return Fault.answering(Platform.WEB_PUSH, new FaultAnswer(status, null, null, null, null, headers, null));
	}

	@Test
	void nothingOfABodyComesOut() throws Exception {
		String secret = "{\"reason\":\"root:x:0:0\",\"errno\":\"10.0.0.7\"}";
		makers.faults().set(Fault.answering(Platform.WEB_PUSH,
				new FaultAnswer(400, null, null, null, null, null, secret + "x".repeat(50_000))));
		assertThat(service.send(push(Face.GOOGLE))).isEqualTo(new Answer.Refused("Status400"));
		makers.faults().set(Fault.answering(Platform.WEB_PUSH, new FaultAnswer(400, null, null, null, null, null, secret)));
		assertThat(service.send(push(Face.GOOGLE))).isEqualTo(new Answer.Refused("Status400"));
	}

	@Test
	void anotherKeyThanTheOneSubscribedWithIsSaidSo() throws Exception {
		Push foreign = new TestingBrowsers(makers).push(browsers.phone("ana-lopez", Face.MOZILLA), "foreign");

		assertThat(service.send(foreign)).isEqualTo(new Answer.Misbound("VapidKeyMismatch"));
	}

	@Test
	void aSubscriptionThatEndedIsGoneWhereverItsEndpointHasMoved() throws Exception {
		Phone phone = browsers.phone("ana-lopez", Face.APPLE);
		Push push = browsers.push(phone, "late");
		makers.phones().uninstall(phone.device());

		assertThat(service.send(push)).isEqualTo(new Answer.Gone(null));
		assertThat(service.send(browsers.to("https://permanently-removed.invalid/fcm/send/x", new byte[100], "removed")))
				.isEqualTo(new Answer.Gone(null));
	}

	@Test
	void whatIsLargerThanAnyMakerTakesNeverLeaves() throws Exception {
		String endpoint = browsers.endpoint(browsers.phone("ana-lopez", Face.MOZILLA));
		makers.faults().set(Fault.answering(Platform.WEB_PUSH, FaultAnswer.of(500, "Asked")));

		assertThat(service.send(browsers.to(endpoint, new byte[4097], "large"))).isEqualTo(new Answer.Refused("PayloadTooLarge"));
		assertThat(service.send(browsers.to(endpoint, new byte[4096], "just"))).isInstanceOf(Answer.Throttled.class);
	}

	@ParameterizedTest
	@ValueSource(strings = {"https://example.org/x", "https://localhost/push/mozilla/x", "https://fcm.googleapis.com:7445/x",
			"https://push.apple.com/x", "https://evil.fcm.googleapis.com/x"})
	void anAddressThatIsNotOnTheListIsNotEvenLookedUp(String endpoint) throws Exception {
		try (WebPushService strict = service(settings(Set.of(), TROUBLE, 500), _ -> {
			throw new AssertionError("looked up");
		})) {
			assertThat(strict.send(browsers.to(endpoint, new byte[100], "stranger"))).isEqualTo(new Answer.Refused("EndpointNotAllowed"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
			"255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1",
			"::7f00:1", "64:ff9b::a01:203", "2002:a01:203::1", "2001::1", "2001:db8::1", "3fff::1"})
	void aListedNameThatLeadsIntoSomebodysNetworkIsRefused(String address) throws Exception {
		InetAddress inside = InetAddress.getByName(address);
		InetAddress outside = InetAddress.getByName("8.8.8.8");
		assertThat(PublicAddresses.isPublic(inside)).isFalse();
		for (List<InetAddress> resolved : List.of(List.of(inside), List.of(outside, inside))) {
			try (WebPushService strict = service(settings(Set.of(), TROUBLE, 500), _ -> resolved)) {
				assertThat(strict.send(browsers.to("https://fcm.googleapis.com/x", new byte[100], "inside")))
						.isEqualTo(new Answer.Refused("AddressNotAllowed"));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2a00:1450:4001:80b::200a", "64:ff9b::808:808"})
	void aPublicAddressIsCalled(String address) throws Exception {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void aLostConnectionIsNoAnswerAndTheNextPushTakesANewOne(Disconnect how) throws Exception {
		try (WebPushService impatient = service(settings(Set.of(), Duration.ofSeconds(2), 500), Dns.SYSTEM)) {
			assertThat(impatient.send(push(Face.MOZILLA))).isInstanceOf(Answer.Accepted.class);
			makers.faults().set(Fault.disconnecting(Platform.WEB_PUSH, 1, how));

			assertThat(impatient.send(push(Face.MOZILLA))).isInstanceOfSatisfying(Answer.Unreachable.class, answer -> {
				assertThat(answer.cause()).isIn("ConnectionLost", "NoAnswer");
				assertThat(answer.retryAfter()).isEqualTo(TROUBLE);
			});

			makers.faults().clear();
			assertThat(impatient.send(push(Face.MOZILLA))).isInstanceOf(Answer.Accepted.class);
		}
	}

	@Test
	void aServerThatIsSlowIsNoAnswerAndCostsAnotherHostNothing() throws Exception {
		try (WebPushStandIn slow = WebPushStandIn.start(0, folder);
				WebPushService impatient = service(
						new WebPushSettings(List.of("localhost:" + slow.port(), "localhost:" + makers.port()), Set.of(),
								null, Duration.ofSeconds(1), 2),
						Dns.SYSTEM);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			slow.faults().set(Fault.slow(Platform.WEB_PUSH, 60_000));
			TestingBrowsers there = new TestingBrowsers(slow);
			List<Push> pushes = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				pushes.add(there.push(there.phone("ana-lopez", Face.GOOGLE), "slow-" + i));
			}
			List<Future<Answer>> answers = pushes.stream().map(push -> threads.submit(() -> impatient.send(push))).toList();

			assertThat(impatient.send(push(Face.MOZILLA))).isInstanceOf(Answer.Accepted.class);
			for (Future<Answer> answer : answers) {
				assertThat(answer.get()).isInstanceOfAny(Answer.Unreachable.class, Answer.Throttled.class);
			}
		}
	}

	@Test
	void aServerThatIsAwayIsTriedAgainUntilItIsBack() throws Exception {
		WebPushStandIn own = WebPushStandIn.start(0, folder);
		int port = own.port();
		Push push = new TestingBrowsers(own).push(new TestingBrowsers(own).phone("x", Face.MOZILLA), "away");
		try (WebPushService sender = service(new WebPushSettings(List.of("localhost:" + port), Set.of(), null, TROUBLE, 500), Dns.SYSTEM)) {
			own.close();
			assertThat(sender.send(push)).isInstanceOf(Answer.Unreachable.class);
			assertThat(sender.send(push)).isInstanceOf(Answer.Unreachable.class);

			own = WebPushStandIn.start(port, folder);

			await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
					.untilAsserted(() -> assertThat(sender.send(push)).isEqualTo(new Answer.Gone(null)));
		} finally {
			own.close();
		}
	}

	@Test
	void hundredsAtOnceShareFewConnections() throws Exception {
		Phone phone = browsers.phone("ana-lopez", Face.MOZILLA);
		try (WebPushService fresh = service(settings(Set.of(), Duration.ofSeconds(20), 500), Dns.SYSTEM);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Push> pushes = new ArrayList<>();
			for (int i = 0; i < 300; i++) {
				pushes.add(browsers.push(phone, "many-" + i));
			}
			for (Future<Answer> answer : pushes.stream().map(push -> threads.submit(() -> fresh.send(push))).toList()) {
				assertThat(answer.get()).isInstanceOf(Answer.Accepted.class);
			}
		}
		assertThat(makers.deliveries().all()).hasSize(300);
	}

	@Test
	void aServerWithACertificateOfItsOwnMakingGetsNothing() throws Exception {
		try (WebPushService trustsOnlyTheWorld = new WebPushService(settings(Set.of(), TROUBLE, 500), Set.of(NORTH),
				new WebPushClients(settings(Set.of(), TROUBLE, 500), null, Dns.SYSTEM), CLOCK)) {
			assertThat(trustsOnlyTheWorld.send(push(Face.MOZILLA))).isEqualTo(new Answer.Unreachable(TROUBLE, "TlsFailed"));
		}
		assertThat(makers.deliveries().all()).isEmpty();
	}

	@Test
	void healthIsKeptByDistrict() throws Exception {
		assertThat(service.credentials()).containsExactly(new Credential("webpush:north"));
		assertThat(service.credentialFor(NORTH, push(Face.MOZILLA).target())).contains(new Credential("webpush:north"));
		assertThat(service.credentialFor(new DistrictId("south"), push(Face.MOZILLA).target())).isEmpty();
		assertThat(service.credentialFor(NORTH, TestingPushes.apple(1))).isEmpty();
	}

	private static Push push(Face face) throws Exception {
		return browsers.push(browsers.phone("ana-lopez", face), "n-" + NUMBERS.incrementAndGet());
	}

	private static WebPushSettings settings(Set<String> withoutTopic, Duration answerTimeout, int streams) {
		return new WebPushSettings(List.of("localhost:" + makers.port(), "fcm.googleapis.com", "*.push.apple.com"), withoutTopic, null,
				answerTimeout, streams);
	}

	private static WebPushService service(WebPushSettings settings, Dns resolver) {
		SslBundle trusted = SslBundle
				.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(makers.certificate().toUri().toString())));
		return new WebPushService(settings, Set.of(NORTH), new WebPushClients(settings, trusted, resolver), CLOCK);
	}
}
