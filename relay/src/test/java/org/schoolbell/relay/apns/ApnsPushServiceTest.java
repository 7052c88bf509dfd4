package org.schoolbell.relay.apns;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.relay.TestingPushes;
import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.relay.delivery.Credential;
import org.schoolbell.sandbox.apns.ApnsStandIn;
import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.fault.Disconnect;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.wire.Alert;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.Ciphertext;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.FcmToken;
import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Apple's answers over real HTTP/2, from the stand-in that checks everything. */
class ApnsPushServiceTest {
	private static final Duration MINUTE = Duration.ofMinutes(1);
	private static final Duration APPLE = Duration.ofMinutes(15);
	private static final Duration LOST = Duration.ofSeconds(30);
	private static final DistrictId NORTH = new DistrictId("north");
	private static final long DIED = 1_795_000_000_123L;

	@TempDir
	private static Path folder;
	private static final Clock CLOCK = Clock.systemUTC();
	private static final AtomicInteger NUMBERS = new AtomicInteger();
	private static ApnsStandIn apple;
	private static ApnsPushService service;

	@BeforeAll
	static void start() throws IOException {
		apple = ApnsStandIn.start(0, folder);
		service = service(apple, apple.signingKey(), "sandbox", Duration.ofSeconds(20));
	}

	@AfterAll
	static void stop() {
		service.close();
		apple.close();
	}

	@BeforeEach
	void allIsWell() {
		apple.faults().clear();
		apple.deliveries().clear();
		apple.addPhone("ana-lopez", "ana-phone", TestingPushes.token(1));
	}

	@Test
	void anAcceptedPushArrivesAsItWasMeant() throws InterruptedException {
		Push push = push();

		assertThat(service.send(push)).isInstanceOf(Answer.Accepted.class);

		Delivery delivery = apple.deliveries().awaitCount(1, Duration.ofSeconds(5)).getFirst();
		assertThat(delivery.person()).isEqualTo("ana-lopez");
		assertThat(delivery.id()).isEqualTo(push.id().toString());
		assertThat(delivery.collapse()).isEqualTo(push.collapse().value());
		assertThat(delivery.alerting()).isTrue();
		assertThat(delivery.title()).isEqualTo("Maya: 18 of 20");
		assertThat(delivery.body()).isEqualTo("90% in Algebra I.");
		assertThat(delivery.data()).containsEntry("link", push.link()).containsEntry("badge", 3);
	}

	@Test
	void aQuietReplacementMakesNoSound() throws InterruptedException {
		service.send(change(push(), false, new Alert("Corrected", "Ana was present in period 2"), null));

		assertThat(apple.deliveries().awaitCount(1, Duration.ofSeconds(5))).singleElement()
				.satisfies(delivery -> assertThat(delivery.alerting()).isFalse());
	}

	@Test
	void inPrivateModeTheSealedTextTravelsBesideAGenericOne() throws InterruptedException {
		Ciphertext sealed = Ciphertext.of(new byte[600]);

		service.send(change(push(), true, new Alert("Schoolbell", "There is news"), sealed));

		assertThat(apple.deliveries().awaitCount(1, Duration.ofSeconds(5))).singleElement()
				.satisfies(delivery -> assertThat(delivery.data()).containsEntry("sealed", sealed.base64url()).doesNotContainKey("badge"));
	}

	@Test
	void whatIsLargerThanAppleTakesNeverLeaves() throws InterruptedException {
		Push large = change(push(), true, new Alert("A", "\u00e9".repeat(2100)), null);

		assertThat(service.send(large)).isEqualTo(new Answer.Refused("PayloadTooLarge"));
		service.send(push());
		assertThat(apple.deliveries().awaitCount(1, Duration.ofSeconds(5))).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource
	void eachOfApplesAnswersMeansOneThing(int status, @Nullable String reason, @Nullable Long timestamp, Answer expected)
			throws InterruptedException {
		apple.faults().set(Fault.answering(Platform.APNS, new FaultAnswer(status, reason, null, timestamp, null, null, null)));

		assertThat(service.send(push())).isEqualTo(expected);
	}

	static Stream<Arguments> eachOfApplesAnswersMeansOneThing() {
		return Stream.of(arguments(410, "Unregistered", DIED, new Answer.Gone(Instant.ofEpochMilli(DIED))),
				arguments(410, "ExpiredToken", DIED, new Answer.Gone(Instant.ofEpochMilli(DIED))),
				arguments(410, "Unregistered", null, new Answer.Gone(null)), mismatched("BadDeviceToken"),
				mismatched("DeviceTokenNotForTopic"), arguments(400, "IdleTimeout", null, new Answer.Unreachable(LOST, "IdleTimeout")),
				fault(400, "BadTopic"), fault(400, "TopicDisallowed"), fault(400, "MissingTopic"), fault(403, "InvalidProviderToken"),
				fault(403, "MissingProviderToken"), fault(403, "Forbidden"), fault(403, "UnrelatedKeyIdInToken"),
				fault(403, "BadEnvironmentKeyInToken"), fault(403, "BadEnvironmentKeyIdInToken"), fault(403, "BadCertificate"),
				fault(403, "BadCertificateEnvironment"), fault(403, "SomethingNew"), fault(403, "ExpiredProviderToken"),
				refused(400, "BadCollapseId"), refused(400, "BadExpirationDate"), refused(400, "BadMessageId"),
				refused(400, "BadPriority"), refused(400, "DuplicateHeaders"), refused(400, "InvalidPushType"),
				refused(400, "MissingDeviceToken"), refused(400, "PayloadEmpty"), refused(404, "BadPath"),
				refused(405, "MethodNotAllowed"), refused(413, "PayloadTooLarge"), fault(429, "TooManyProviderTokenUpdates"),
				throttled(429, "TooManyRequests", MINUTE), arguments(503, "Shutdown", null, new Answer.Unreachable(LOST, "Shutdown")),
				throttled(500, "InternalServerError", APPLE), throttled(503, "ServiceUnavailable", APPLE),
				throttled(502, "BadGateway", APPLE), arguments(400, null, null, new Answer.Unreachable(LOST, "ConnectionLost")),
				arguments(403, "with <html>", null, new Answer.CredentialFault("Status403")));
	}

	private static Arguments fault(int status, String reason) {
		return arguments(status, reason, null, new Answer.CredentialFault(reason));
	}

	private static Arguments refused(int status, String reason) {
		return arguments(status, reason, null, new Answer.Refused(reason));
	}

	private static Arguments mismatched(String reason) {
		return arguments(400, reason, null, new Answer.Mismatched(reason));
	}

	private static Arguments throttled(int status, String reason, Duration retryAfter) {
		return arguments(status, reason, null, new Answer.Throttled(retryAfter, reason));
	}

	@Test
	void aTokenThatAppleDoesNotKnowIsNoCertainDeath() throws InterruptedException {
		Target stranger = new Target.Apns(new ApnsToken(TestingPushes.token(99)), new ApnsTopic(TestingPushes.TOPIC),
				ApnsEnvironment.SANDBOX);

		assertThat(service.send(TestingPushes.to(stranger, "stranger", CLOCK.instant().plus(MINUTE))))
				.isInstanceOfAny(Answer.Mismatched.class);
	}

	@Test
	void aPhoneThatDroppedTheAppIsGoneSinceThen() throws InterruptedException {
		service.send(push());
		Instant before = CLOCK.instant();
		apple.phones().uninstall("ana-phone");

		assertThat(service.send(push())).isInstanceOfSatisfying(Answer.Gone.class,
				gone -> assertThat(gone.since()).isBetween(before.minusMillis(1), CLOCK.instant()));
	}

	@ParameterizedTest
	@MethodSource
	void anAnswerThatAsksForANewConnectionIsFollowedAtOnce(String reason, int status) throws InterruptedException {
		apple.faults().set(new Fault(Platform.APNS, null, new BigDecimal("0.5"), FaultAnswer.of(status, reason), 0, 0, null));

		for (int i = 0; i < 6; i++) {
			assertThat(service.send(push())).isInstanceOf(Answer.Accepted.class);
		}
	}

	static Stream<Arguments> anAnswerThatAsksForANewConnectionIsFollowedAtOnce() {
		return Stream.of(arguments("IdleTimeout", 400), arguments("ExpiredProviderToken", 403));
	}

	@Test
	void aBodyThatIsNoJsonLeavesTheStatusToSpeak() throws InterruptedException {
		apple.faults().set(Fault.answering(Platform.APNS, new FaultAnswer(502, null, null, null, null, null, "<html>Bad Gateway</html>")));

		assertThat(service.send(push())).isEqualTo(new Answer.Throttled(APPLE, "Status502"));
	}

	@ParameterizedTest
	@EnumSource
	void aLostConnectionIsNoAnswerAndTheNextPushTakesANewOne(Disconnect how) throws InterruptedException, IOException {
		try (ApnsPushService impatient = service(apple, apple.signingKey(), "sandbox", Duration.ofSeconds(2))) {
			impatient.send(push());
			apple.faults().set(Fault.disconnecting(Platform.APNS, 1, how));

			assertThat(impatient.send(push())).isInstanceOfSatisfying(Answer.Unreachable.class,
					answer -> assertThat(answer.cause()).isIn("ConnectionLost", "NoAnswer"));

			apple.faults().clear();
			assertThat(impatient.send(push())).isInstanceOf(Answer.Accepted.class);
		}
	}

	@Test
	void anAppleThatIsAwayIsTriedAgainUntilItIsBack() throws Exception {
		ApnsStandIn own = ApnsStandIn.start(0, folder);
		int port = own.port();
		try (ApnsPushService sender = service(own, own.signingKey(), "sandbox", Duration.ofSeconds(20))) {
			own.close();
			assertThat(sender.send(push())).isInstanceOf(Answer.Unreachable.class);
			assertThat(sender.send(push())).isInstanceOf(Answer.Unreachable.class);

			own = ApnsStandIn.start(port, folder);
			own.addPhone("ana-lopez", "ana-phone", TestingPushes.token(1));

			await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
					.untilAsserted(() -> assertThat(sender.send(push())).isInstanceOf(Answer.Accepted.class));
		} finally {
			own.close();
		}
	}

	@Test
	void aServerWithAnotherCertificateGetsNothing() throws Exception {
		try (ApnsPushService trustsOnlyTheWorld = service(apple, apple.signingKey(), null, Duration.ofSeconds(20))) {
			assertThat(trustsOnlyTheWorld.send(push())).isEqualTo(new Answer.Unreachable(LOST, "ConnectionLost"));
		}
		assertThat(apple.deliveries().all()).isEmpty();
	}

	@Test
	void onlyItsOwnTopicsAndEnvironmentsAreServed() {
		Credential credential = new Credential("apns:org.example.portal:SANDBOX");
		ApnsToken token = new ApnsToken(TestingPushes.token(1));
		ApnsTopic topic = new ApnsTopic(TestingPushes.TOPIC);

		assertThat(service.credentials()).containsExactly(credential);
		assertThat(service.credentialFor(NORTH, new Target.Apns(token, topic, ApnsEnvironment.SANDBOX))).contains(credential);
		assertThat(service.credentialFor(NORTH, new Target.Apns(token, topic, ApnsEnvironment.PRODUCTION))).isEmpty();
		assertThat(service.credentialFor(NORTH, new Target.Apns(token, new ApnsTopic("org.other"), ApnsEnvironment.SANDBOX))).isEmpty();
		assertThat(service.credentialFor(NORTH, new Target.Fcm(new FcmToken("f")))).isEmpty();
	}

	@Test
	void aKeyThatIsNoneIsRefusedAtTheStart() throws IOException {
		Path notAKey = Files.writeString(folder.resolve("not-a-key.p8"), "hello");

		assertThatThrownBy(() -> service(apple, notAKey, "sandbox", MINUTE)).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("not-a-key.p8 is not readable as the .p8 file");
	}

	private static Push push() {
		return TestingPushes.to(TestingPushes.apple(1), "n-" + NUMBERS.incrementAndGet(), CLOCK.instant().plus(Duration.ofDays(1)));
	}

	private static Push change(Push push, boolean alerting, Alert alert, @Nullable Ciphertext sealed) {
		return new Push(push.id(), push.ref(), push.target(), push.collapse(), Priority.HIGH, alerting, push.expiresAt(), null, alert, null,
				push.link(), sealed);
	}

	private static ApnsPushService service(ApnsStandIn apple, Path key, @Nullable String bundle, Duration answerTimeout) {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("sandbox", SslBundle
				.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(apple.certificate().toUri().toString()))));
		ApnsSettings.Endpoint endpoint = new ApnsSettings.Endpoint(ApnsEnvironment.SANDBOX, "localhost", apple.port(), bundle);
		return new ApnsPushService(new ApnsSettings(apple.teamId(), apple.keyId(), key, Set.of(new ApnsTopic(TestingPushes.TOPIC)),
				List.of(endpoint), answerTimeout), bundles, CLOCK);
	}
}
