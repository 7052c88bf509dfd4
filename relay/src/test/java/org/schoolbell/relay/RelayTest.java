package org.schoolbell.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.relay.broker.Broker;
import org.schoolbell.relay.broker.BrokerSettings;
import org.schoolbell.relay.broker.Password;
import org.schoolbell.relay.delivery.Carrier;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.relay.webpush.TestingBrowsers;
import org.schoolbell.sandbox.apns.ApnsStandIn;
import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.fault.Disconnect;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.webpush.WebPushStandIn;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.Ciphertext;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.FcmToken;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** The whole relay between a real broker, over TLS, and Apple's stand-in: batches in, receipts out. */
class RelayTest {
	private static final Clock CLOCK = Clock.systemUTC();
	private static final int PHONES = 400;
	@TempDir
	private static Path folder;
	private static EmbeddedBroker broker;
	private static ApnsStandIn apple;
	private static WebPushStandIn makers;
	private static TestingBrowsers browsers;
	private static TestingProxy way;
	private static TestingDistrict district;
	private static ConfigurableApplicationContext relay;

	@BeforeAll
	static void start() throws Exception {
		broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", CLOCK);
		apple = ApnsStandIn.start(0, folder.resolve("apple"));
		for (int phone = 0; phone < PHONES; phone++) {
			apple.addPhone("person-" + phone, "phone-" + phone, TestingPushes.token(phone));
		}
		makers = WebPushStandIn.start(0, folder.resolve("makers"));
		browsers = new TestingBrowsers(makers);
		way = new TestingProxy(broker.port());
		district = new TestingDistrict(broker);
		relay = relay();
	}

	@AfterAll
	static void stop() throws IOException {
		relay.close();
		district.close();
		way.close();
		apple.close();
		makers.close();
		broker.close();
	}

	@BeforeEach
	void allIsWell() {
		way.up();
		apple.faults().clear();
		makers.faults().clear();
		makers.deliveries().clear();
		apple.deliveries().clear();
	}

	private static ConfigurableApplicationContext relay() {
		return new SpringApplicationBuilder(RelayApplication.class).main(RelayApplication.class)
				.properties("spring.config.name=application,relay").run(arguments().entrySet().stream()
						.map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new));
	}

	private static Map<String, String> arguments() {
		Map<String, String> arguments = new HashMap<>();
		arguments.put("server.port", "0");
		arguments.put("spring.ssl.bundle.pem.broker.truststore.certificate", broker.certificate().toUri().toString());
		arguments.put("spring.ssl.bundle.pem.makers.truststore.certificate", makers.certificate().toUri().toString());
		arguments.put("schoolbell.relay.webpush.hosts[0]", "localhost:" + makers.port());
		arguments.put("schoolbell.relay.webpush.ssl-bundle", "makers");
		arguments.put("schoolbell.relay.webpush.answer-timeout", "3s");
		arguments.put("spring.ssl.bundle.pem.apple.truststore.certificate", apple.certificate().toUri().toString());
		Map<String, String> ours = Map.ofEntries(Map.entry("districts[0].id", "north"),
				Map.entry("districts[0].topics", TestingPushes.TOPIC),
				Map.entry("districts[1].id", "south"),
				Map.entry("broker.port", String.valueOf(way.port())), Map.entry("broker.virtual-host", broker.virtualHost()),
				Map.entry("broker.username", broker.relay().username()), Map.entry("broker.password", broker.relay().password().value()),
				Map.entry("broker.ssl-bundle", "broker"), Map.entry("broker.reconnect", "50ms"),
				Map.entry("delivery.first-retry", "100ms"), Map.entry("delivery.probe-every", "100ms"),
				Map.entry("apns.team-id", apple.teamId()), Map.entry("apns.key-id", apple.keyId()),
				Map.entry("apns.key-file", apple.signingKey().toString()), Map.entry("apns.topics", TestingPushes.TOPIC),
				Map.entry("apns.environments[0].environment", "SANDBOX"), Map.entry("apns.environments[0].host", "localhost"),
				Map.entry("apns.environments[0].port", String.valueOf(apple.port())),
				Map.entry("apns.environments[0].ssl-bundle", "apple"));
		ours.forEach((key, value) -> arguments.put("schoolbell.relay." + key, value));
		return arguments;
	}

	@Test
	void aBatchReachesThePhonesAndEachPushHasItsReceipt() throws Exception {
		List<Push> pushes = TestingPushes.toPhones("whole", 0, 50, CLOCK.instant());

		district.publish(TestingPushes.batch(pushes, CLOCK.instant()));

		List<Receipt> receipts = district.receipts(50);
		assertThat(ids(receipts)).containsExactlyInAnyOrderElementsOf(pushIds(pushes));
		assertThat(receipts).allSatisfy(receipt -> {
			assertThat(receipt.outcome()).isEqualTo(new Outcome.Accepted());
			assertThat(receipt.attempts()).isEqualTo(1);
			assertThat(receipt.ref().value()).startsWith("whole-");
		});
		assertThat(apple.deliveries().all()).extracting(Delivery::id)
				.containsExactlyInAnyOrderElementsOf(pushes.stream().map(push -> push.id().toString()).toList());
	}

	@Test
	void aCheckIsAnswered() throws Exception {
		PushBatch check = PushBatch.check(batchId(), CLOCK.instant(), Duration.ofMinutes(1));

		district.publish(check);

		assertThat(district.batchReceipts(1)).containsExactly(BatchReceipt.checked(check.batch()));
	}

	@Test
	void whatCannotBeReadIsSetAsideWithTheReasonAndItsBatchRejected() throws Exception {
		BatchId unreadable = batchId();
		BatchId unknown = batchId();

		district.publish("schoolbell.push-batch.v1", unreadable.toString(), "{\"batch\": 7}".getBytes(UTF_8));
		district.publish("schoolbell.push-batch.v9", unknown.toString(), "{}".getBytes(UTF_8));
		district.publish("schoolbell.push-batch.v1", "no batch id", "nonsense".getBytes(UTF_8));

		String type = "the message's type is not schoolbell.push-batch.v1";
		assertThat(district.batchReceipts(2)).extracting(BatchReceipt::batch).containsExactlyInAnyOrder(unreadable, unknown);
		assertThat(deadLetters(3)).anySatisfy(dead -> {
			assertThat(dead.getBody()).asString().isEqualTo("{\"batch\": 7}");
			assertThat(dead.getProps().getMessageId()).isEqualTo(unreadable.toString());
			assertThat(header(dead, "x-schoolbell-reason")).startsWith("push batch: batch");
			assertThat(header(dead, "x-schoolbell-queue")).isEqualTo("notifications.north");
		}).anySatisfy(dead -> assertThat(header(dead, "x-schoolbell-reason")).isEqualTo(type))
				.anySatisfy(dead -> assertThat(dead.getBody()).asString().isEqualTo("nonsense"));
	}

	@Test
	void whatIsTooOldIsStaleAndNeverSent() throws Exception {
		Instant now = CLOCK.instant();
		Push expired = TestingPushes.to(TestingPushes.apple(1), "expired", now.minusSeconds(1));
		Push waited = TestingPushes.to(TestingPushes.apple(2), "waited", now.plus(Duration.ofDays(1)));

		district.publish(TestingPushes.batch(List.of(expired), now));
		district.publish(TestingPushes.batch(List.of(waited), now.minus(Duration.ofMinutes(13))));

		assertThat(district.receipts(2)).extracting(Receipt::outcome).containsOnly(new Outcome.Stale());
		assertThat(apple.deliveries().all()).isEmpty();
	}

	@Test
	void twoMinutesOfClockSkewAreForgiven() throws Exception {
		Instant now = CLOCK.instant();

		district.publish(TestingPushes.batch(TestingPushes.toPhones("skewed", 1, 1, now), now.minus(Duration.ofMinutes(11))));

		assertThat(district.receipts(1)).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
	}

	@Test
	void platformsTopicsAndEnvironmentsThatAreNotServedAreSaidSo() throws Exception {
		ApnsToken token = new ApnsToken(TestingPushes.token(1));
		List<Target> strangers = List.of(new Target.Fcm(new FcmToken("f:1")),
				new Target.Apns(token, new ApnsTopic("org.other"), ApnsEnvironment.SANDBOX),
				new Target.Apns(token, new ApnsTopic(TestingPushes.TOPIC), ApnsEnvironment.PRODUCTION));
		List<Push> pushes = new ArrayList<>();
		for (Target target : strangers) {
			pushes.add(TestingPushes.to(target, "stranger-" + pushes.size(), CLOCK.instant().plusSeconds(600)));
		}

		district.publish(TestingPushes.batch(pushes, CLOCK.instant()));

		List<Receipt> receipts = district.receipts(3);
		assertThat(receipts).extracting(Receipt::outcome).containsOnly(new Outcome.NoProvider());
		assertThat(receipts).extracting(Receipt::attempts).containsOnly(0);
		assertThat(receipts).extracting(Receipt::provider).contains(org.schoolbell.wire.Platform.FCM);
	}

	@Test
	void browsersAreReachedUnlessTheirAddressIsNobodysWeCall() throws Exception {
		Push known = browsers.push(browsers.phone("ana-lopez", Face.MOZILLA), "web");
		Push stranger = browsers.to("https://push.example.org/1", new byte[100], "stranger");

		district.publish(TestingPushes.batch(List.of(known, stranger), CLOCK.instant()));

		assertThat(district.receipts(2)).extracting(Receipt::ref, Receipt::outcome).containsExactlyInAnyOrder(
				tuple(known.ref(), new Outcome.Accepted()), tuple(stranger.ref(), new Outcome.Rejected("EndpointNotAllowed")));
		assertThat(makers.deliveries().all()).extracting(Delivery::title).containsExactly("web");
		assertThat(health("/credentials/details/webpush:north")).isEqualTo("serving");
	}

	@ParameterizedTest
	@EnumSource
	void aPushServiceWhoseConnectionEndsAnyhowIsTriedAgainInTime(Disconnect how) throws Exception {
		Phone phone = browsers.phone("ana-lopez", Face.MOZILLA);
		List<Push> pushes = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			pushes.add(browsers.push(phone, how + "-" + i));
		}
		makers.faults().set(Fault.disconnecting(Platform.WEB_PUSH, 25, how));

		district.publish(TestingPushes.batch(pushes, CLOCK.instant()));

		List<Receipt> receipts = district.receipts(40);
		assertThat(receipts).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
		assertThat(receipts).anySatisfy(receipt -> assertThat(receipt.attempts()).isGreaterThan(1));
	}

	@Test
	void applesTroubleIsDeferredAndABrokenConnectionTriedAgain() throws Exception {
		apple.faults().set(Fault.answering(Platform.APNS, FaultAnswer.of(503, "ServiceUnavailable")));
		district.publish(TestingPushes.batch(TestingPushes.toPhones("trouble", 1, 1, CLOCK.instant()), CLOCK.instant()));
		assertThat(district.receipts(1)).extracting(Receipt::outcome)
				.containsOnly(new Outcome.Deferred(Duration.ofMinutes(15), "ServiceUnavailable"));

		apple.faults().set(Fault.disconnecting(Platform.APNS, 7, Disconnect.RESET));
		district.publish(TestingPushes.batch(TestingPushes.toPhones("broken", 0, 40, CLOCK.instant()), CLOCK.instant()));
		List<Receipt> receipts = district.receipts(40);
		assertThat(receipts).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
		assertThat(receipts).anySatisfy(receipt -> assertThat(receipt.attempts()).isGreaterThan(1));
	}

	@Test
	void aWrongKeyPausesTheCredentialUntilAProbeIsTaken() throws Exception {
		apple.faults().set(Fault.answering(Platform.APNS, FaultAnswer.of(403, "InvalidProviderToken")));
		Outcome later = new Outcome.Deferred(Duration.ofMinutes(5), "InvalidProviderToken");
		district.publish(TestingPushes.batch(TestingPushes.toPhones("wrong", 0, 20, CLOCK.instant()), CLOCK.instant()));
		assertThat(district.receipts(20)).extracting(Receipt::outcome).containsOnly(later);
		assertThat(health("/credentials/status")).isEqualTo("DOWN");
		assertThat(health("/credentials/details/apns:org.example.portal:SANDBOX")).startsWith("paused: InvalidProviderToken since");

		apple.faults().clear();

		int[] round = {0};
		await().atMost(TestingDistrict.PATIENCE).untilAsserted(() -> {
			district.publish(TestingPushes.batch(TestingPushes.toPhones("mended-" + round[0]++, 1, 1, CLOCK.instant()), CLOCK.instant()));
			assertThat(district.receipts(1)).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
		});
		assertThat(health("/credentials/status")).isEqualTo("UP");
		assertThat(health("/credentials/details/apns:org.example.portal:SANDBOX")).isEqualTo("serving");
	}

	@Test
	void aConnectionLostInTheMiddleOfABatchCostsNoReceipt() throws Exception {
		apple.faults().set(Fault.slow(Platform.APNS, 300));
		List<Push> pushes = new ArrayList<>();
		for (int batch = 0; batch < 4; batch++) {
			List<Push> some = TestingPushes.toPhones("cut", batch * 100, 100, CLOCK.instant());
			pushes.addAll(some);
			district.publish(TestingPushes.batch(some, CLOCK.instant()));
		}
		apple.deliveries().awaitCount(50, TestingDistrict.PATIENCE);

		way.cut();

		Set<PushId> missing = new HashSet<>(pushIds(pushes));
		while (!missing.isEmpty()) {
			Receipt receipt = district.receipts(1).getFirst();
			assertThat(receipt.outcome()).isEqualTo(new Outcome.Accepted());
			missing.remove(receipt.push());
		}
		assertThat(apple.deliveries().all()).as("the batches came again").hasSizeGreaterThan(pushes.size());
		awaitEmptyQueue();
		drain();
	}

	@Test
	void aBrokerThatIsAwayIsWaitedForAndTheHealthPageSaysSo() throws Exception {
		way.down();
		await().atMost(TestingDistrict.PATIENCE).until(() -> health("/broker/status").equals("DOWN"));
		district.publish(TestingPushes.batch(TestingPushes.toPhones("waiting", 0, 20, CLOCK.instant()), CLOCK.instant()));

		way.up();

		assertThat(district.receipts(20)).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
		assertThat(health("/broker/status")).isEqualTo("UP");
		assertThat(health("/broker/details/district north")).isEqualTo("consuming");
		assertThat(health("/broker/details/broker")).isEqualTo("amqps://localhost:" + way.port());
	}

	@Test
	void aDistrictWhoseQueuesAreNotThereYetIsWaitedForAndCostsTheOthersNothing() throws Exception {
		await().atMost(TestingDistrict.PATIENCE).until(() -> health("/broker/details/district south").contains("receipts.south"));

		assertThat(health("/broker/status")).isEqualTo("UP");
		district.publish(TestingPushes.batch(TestingPushes.toPhones("beside", 0, 5, CLOCK.instant()), CLOCK.instant()));
		assertThat(district.receipts(5)).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
	}

	@Test
	void aBrokerWithAnotherCertificateIsNotSpokenTo() throws Exception {
		BrokerSettings trustsOnlyTheWorld = new BrokerSettings("localhost", broker.port(), broker.virtualHost(), broker.relay().username(),
				new Password(broker.relay().password().value()), true, null, 8, Duration.ofMillis(50), Duration.ofSeconds(1),
				Duration.ZERO);
		District north = new District(new DistrictId("north"), Set.of());
		Broker stranger = new Broker(trustsOnlyTheWorld, List.of(north), relay.getBean(Carrier.class), relay.getBean(SslBundles.class),
				new SimpleMeterRegistry());
		stranger.start();
		try {
			await().atMost(TestingDistrict.PATIENCE)
					.until(() -> String.valueOf(stranger.districts().get(north.id())).contains("unable to find valid certification path"));
			assertThat(stranger.connected()).isFalse();
		} finally {
			stranger.stop();
		}
	}

	@Test
	void anOrderlyStopAnswersWhatIsInFlightAndLeavesTheRestInTheQueue() throws Exception {
		apple.faults().set(Fault.slow(Platform.APNS, 700));
		List<Push> pushes = TestingPushes.toPhones("stopped", 0, 100, CLOCK.instant());
		district.publish(TestingPushes.batch(pushes, CLOCK.instant()));
		await().atMost(TestingDistrict.PATIENCE)
				.until(() -> relay.getBean(MeterRegistry.class).get("schoolbell.relay.in.flight").gauge().value() > 0);

		relay.close();

		assertThat(district.receipts(100)).extracting(Receipt::outcome).containsOnly(new Outcome.Accepted());
		awaitEmptyQueue();
		relay = relay();
		assertThat(apple.deliveries().all()).hasSize(100);
	}

	@Test
	void metricsCountByOutcomeAndReasonAndNameNobody() throws Exception {
		district.publish(TestingPushes.batch(TestingPushes.toPhones("counted", 0, 3, CLOCK.instant()), CLOCK.instant()));
		district.receipts(3);

		String metrics = get("/actuator/prometheus");

		assertThat(metrics)
				.contains("schoolbell_relay_pushes_total{district=\"north\",outcome=\"ACCEPTED\",provider=\"APNS\",reason=\"none\"}")
				.contains("schoolbell_relay_credential_paused{credential=\"apns:org.example.portal:SANDBOX\"} 0.0")
				.contains("schoolbell_relay_consuming{district=\"north\"} 1.0").doesNotContain(TestingPushes.token(0))
				.doesNotContain("Maya");
	}

	private static BatchId batchId() {
		return new BatchId(UUID.randomUUID());
	}

	private static List<PushId> ids(List<Receipt> receipts) {
		return receipts.stream().map(Receipt::push).toList();
	}

	private static List<PushId> pushIds(List<Push> pushes) {
		return pushes.stream().map(Push::id).toList();
	}

	private static void drain() throws InterruptedException {
		while (district.hasMore()) {
			district.receipts(1);
		}
	}

	private static void awaitEmptyQueue() throws Exception {
		try (Connection connection = TestingDistrict.connect(broker, broker.relay()); Channel channel = connection.createChannel()) {
			await().atMost(TestingDistrict.PATIENCE)
					.until(() -> channel.queueDeclarePassive("notifications.north").getMessageCount() == 0);
		}
	}

	private static List<GetResponse> deadLetters(int count) throws Exception {
		try (Connection connection = TestingDistrict.connect(broker, broker.relay()); Channel channel = connection.createChannel()) {
			List<GetResponse> found = new ArrayList<>();
			await().atMost(TestingDistrict.PATIENCE).until(() -> {
				GetResponse next = channel.basicGet("notifications.dead", true);
				if (next != null) {
					found.add(next);
				}
				return found.size() == count;
			});
			return found;
		}
	}

	private static String header(GetResponse message, String name) {
		return String.valueOf(message.getProps().getHeaders().get(name));
	}

	private static String health(String pointer) throws Exception {
		return JsonMapper.shared().readTree(get("/actuator/health")).at("/components" + pointer).asString();
	}

	private static String get(String path) throws Exception {
		String port = relay.getEnvironment().getProperty("local.server.port");
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString()).body();
		}
	}
}
