package org.schoolbell.sandbox.apns;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.phone.DeviceToken;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.tls.CredentialFolder;
import org.schoolbell.sandbox.tls.TlsFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApnsStandInTest {
	private static final String ANA = "a".repeat(64);
	private static final String MAYA = "b".repeat(64);
	private static final Duration PATIENCE = Duration.ofSeconds(TestingSender.PATIENCE_SECONDS);

	@TempDir
	private static Path folder;
	private static ApnsStandIn apns;
	private static TestingSender sender;

	@BeforeAll
	static void start() throws Exception {
		apns = ApnsStandIn.start(0, folder);
		sender = TestingSender.to(apns);
	}

	@AfterAll
	static void stop() {
		sender.close();
		apns.close();
	}

	@BeforeEach
	void givePhones() {
		apns.addPhone("ana-lopez", "ana-phone", ANA);
		apns.addPhone("maya-lopez", "maya-phone", MAYA);
	}

	@AfterEach
	void forget() {
		apns.deliveries().clear();
	}

	@Test
	void anAcceptedPushIsShownAsItWasSentAndItsIdComesBack() throws Exception {
		UUID id = UUID.randomUUID();
		Instant before = Instant.now();

		PushNotificationResponse<SimpleApnsPushNotification> answer = sender.send(sender.to(ANA).id(id).collapse("slot"));

		assertThat(answer.isAccepted()).isTrue();
		assertThat(answer.getApnsId()).isEqualTo(id);
		Delivery shown = apns.deliveries().awaitCount(1, PATIENCE).getFirst();
		assertThat(shown).usingRecursiveComparison().ignoringFields("seq", "receivedAt").isEqualTo(
				new Delivery(0, Platform.APNS, "ana-phone", "ana-lopez", id.toString(), "slot", true, "Maya: 18 of 20 on Unit 3 Quiz",
						"90% in Algebra I.", Map.of("link", "/n/1", "badge", 3), before));
		assertThat(shown.receivedAt()).isBetween(before, Instant.now());
	}

	@Test
	void aPushWithoutSoundDoesNotAlert() throws Exception {
		sender.send(sender.to(ANA).payload("{\"aps\":{\"alert\":{\"title\":\"Corrected\",\"body\":\"Present.\"}}}"));

		assertThat(apns.deliveries().all()).singleElement().returns(false, Delivery::alerting).returns(Map.of(), Delivery::data);
	}

	@Test
	void aPushToATokenThatNobodyHasIsBad() throws Exception {
		refused(sender.to("c".repeat(64)), 400, "BadDeviceToken");
		refused(sender.to("c0ffee"), 400, "BadDeviceToken");
	}

	@Test
	void aPushToAnotherAppThanTheTokensIsNotForThatTopic() throws Exception {
		ApnsSettings twoApps = new ApnsSettings(ApnsSettings.LOOPBACK, 0, folder, ApnsSettings.TEAM_ID, ApnsSettings.KEY_ID,
				List.of("org.example.portal", "org.example.staff"), null, null);
		try (ApnsStandIn other = ApnsStandIn.start(twoApps, apns.phones(), apns.deliveries(), apns.faults(), Clock.systemUTC());
				TestingSender toOther = TestingSender.to(other)) {
			apns.phones().add(new Phone("staff", "staff-phone", Platform.APNS, new DeviceToken("d".repeat(64)), "org.example.staff"));

			assertThat(toOther.send(toOther.to("d".repeat(64)).topic("org.example.staff")).isAccepted()).isTrue();
			assertThat(toOther.send(toOther.to(ANA).topic("org.example.staff")).getRejectionReason()).contains("DeviceTokenNotForTopic");
		}
	}

	@Test
	void aTopicThatTheKeyHasNothingToDoWithIsDisallowed() throws Exception {
		refused(sender.to(ANA).topic("com.example.other"), 400, "TopicDisallowed");
	}

	@Test
	void aPhoneWithoutTheAppIsUnregisteredSinceThatMillisecond() throws Exception {
		Instant before = Instant.now();
		apns.phones().uninstall("ana-phone");

		PushNotificationResponse<SimpleApnsPushNotification> answer = refused(sender.to(ANA), 410, "Unregistered");

		assertThat(answer.getTokenInvalidationTimestamp()).get()
				.satisfies(since -> assertThat(since).isBetween(before.minusMillis(1), Instant.now()));
	}

	@Test
	void anAppThatIsInstalledAnewIsReachedByItsNewTokenAlone() throws Exception {
		apns.addPhone("ana-lopez", "ana-phone", "e".repeat(64));

		refused(sender.to(ANA), 410, "Unregistered");
		assertThat(sender.send(sender.to("e".repeat(64))).isAccepted()).isTrue();
	}

	@Test
	void aPayloadMayHave4096BytesAndNotOneMore() throws Exception {
		String fits = payloadOf(4096);

		assertThat(sender.send(sender.to(ANA).payload(fits)).isAccepted()).isTrue();
		refused(sender.to(ANA).payload(payloadOf(4097)), 413, "PayloadTooLarge");
		refused(sender.to(ANA).payload(payloadOf(40_000)), 413, "PayloadTooLarge");
	}

	@Test
	void aPayloadWithNothingToShowIsRefused() throws Exception {
		for (String payload : List.of("no json", "[]", "{}", "{\"aps\":{}}", "{\"aps\":{\"alert\":{\"title\":\"only\"}}}",
				"{\"aps\":{\"alert\":\"\"}}")) {
			refused(sender.to(ANA).payload(payload), 400, "PayloadEmpty");
		}
	}

	@Test
	void whatTheContractAsksBeyondPushysChecksIsChecked() throws Exception {
		assertThat(sender.send(sender.to(ANA).collapse("c".repeat(64))).isAccepted()).isTrue();
		refused(sender.to(ANA).collapse("c".repeat(65)), 400, "BadCollapseId");
		refused(sender.to(ANA).collapse("é".repeat(33)), 400, "BadCollapseId");
		refused(sender.to(ANA).expires(null), 400, "BadExpirationDate");
		refused(sender.to(ANA).type(PushType.BACKGROUND), 400, "InvalidPushType");
		refused(sender.to(ANA).type(null), 400, "InvalidPushType");
		refused(sender.to(ANA).id(null), 400, "BadMessageId");
	}

	@Test
	void aSenderWithoutTheKeyIsRefused() throws Exception {
		try (TestingSender foreigner = TestingSender.withForeignKey(apns)) {
			PushNotificationResponse<SimpleApnsPushNotification> answer = foreigner.send(foreigner.to(ANA));

			assertThat(answer.getStatusCode()).isEqualTo(403);
			assertThat(answer.getRejectionReason()).contains("InvalidProviderToken");
			assertThat(apns.deliveries().all()).isEmpty();
		}
	}

	@Test
	void manyPushesAtOnceAllArriveEachOnce() throws Exception {
		List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3_000).toList();

		List<CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>>> answers = ids.stream()
				.<CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>>>map(id -> sender.start(sender.to(MAYA).id(id)))
				.toList();

		assertThat(answers).allSatisfy(answer -> assertThat(answer.get().isAccepted()).isTrue());
		assertThat(apns.deliveries().all()).extracting(Delivery::id)
				.containsExactlyInAnyOrderElementsOf(ids.stream().map(UUID::toString).toList());
	}

	@Test
	void certificateAndKeyAreKeptForTheNextStart() throws Exception {
		try (ApnsStandIn second = ApnsStandIn.start(0, folder)) {
			second.addPhone("ana-lopez", "ana-phone", ANA);
			try (TestingSender stillTrusting = TestingSender.to(second)) {
				assertThat(second.certificate()).hasSameBinaryContentAs(apns.certificate());
				assertThat(stillTrusting.send(stillTrusting.to(ANA)).isAccepted()).isTrue();
			}
		}
	}

	@Test
	void anOwnCertificateAndVerificationKeyAreUsedInsteadOfMadeOnes(@TempDir Path own, @TempDir Path empty) throws Exception {
		CredentialFolder made = new CredentialFolder(own, Clock.systemUTC());
		TlsFiles tls = made.tls("apns");
		CredentialFolder.KeyFiles keys = made.authKey("OWNKEY7890");
		ApnsSettings settings = new ApnsSettings(ApnsSettings.LOOPBACK, 0, empty, "OWNTEAM890", "OWNKEY7890", List.of("org.example.own"),
				new ApnsSettings.Tls(tls.server(), tls.serverKey()), keys.verificationKey());

		try (ApnsStandIn other = ApnsStandIn.start(settings, apns.phones(), apns.deliveries(), apns.faults(), Clock.systemUTC())) {
			apns.phones().add(new Phone("own", "own-phone", Platform.APNS, new DeviceToken("f".repeat(64)), "org.example.own"));
			try (TestingSender toOther = TestingSender.with(other, keys.signingKey())) {
				assertThat(toOther.send(toOther.to("f".repeat(64))).isAccepted()).isTrue();
			}
			assertThat(empty).isEmptyDirectory();
			assertThatThrownBy(other::signingKey).isInstanceOf(IllegalStateException.class);
		}
	}

	@Test
	void aTakenPortIsNamedWithTheWayOut(@TempDir Path other) {
		assertThatThrownBy(() -> ApnsStandIn.start(apns.port(), other)).isInstanceOf(BindException.class)
				.hasMessageContaining(Integer.toString(apns.port())).hasMessageContaining("sandbox.apns.port");
	}

	private static PushNotificationResponse<SimpleApnsPushNotification> refused(TestingSender.Push push, int status, String reason)
			throws Exception {
		int shown = apns.deliveries().all().size();
		PushNotificationResponse<SimpleApnsPushNotification> answer = sender.send(push);
		assertThat(answer.getRejectionReason()).contains(reason);
		assertThat(answer.getStatusCode()).isEqualTo(status);
		assertThat(apns.deliveries().all()).hasSize(shown);
		return answer;
	}

	private static String payloadOf(int bytes) {
		String frame = "{\"aps\":{\"alert\":{\"title\":\"t\",\"body\":\"%s\"}}}";
		return frame.formatted("x".repeat(bytes - frame.length() + 2));
	}
}
