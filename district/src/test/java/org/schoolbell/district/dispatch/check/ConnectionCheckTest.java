package org.schoolbell.district.dispatch.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import org.schoolbell.district.dispatch.BrokerLink;
import org.schoolbell.district.dispatch.BrokerSettings;
import org.schoolbell.district.dispatch.CheckAnswers;
import org.schoolbell.district.dispatch.ConnectionState.Connected;
import org.schoolbell.district.dispatch.IdleSource;
import org.schoolbell.district.dispatch.Password;
import org.schoolbell.district.dispatch.TestPublisher;
import org.schoolbell.district.dispatch.TestRelay;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.district.text.Messages;
import org.schoolbell.embedded.BrokerCredentials;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.MalformedMessageException;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Platform;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireCodec;
import org.schoolbell.wire.WireNames;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionCheckTest {
	private static final String NOTIFICATIONS = "notifications.north";
	private static final String RECEIPTS = "receipts.north";
	private static final ZoneId ZONE = ZoneId.of("America/Chicago");
	private static final WireCodec CODEC = new WireCodec();

	@TempDir
	static Path folder;
	private static EmbeddedBroker broker;
	private final List<AutoCloseable> open = new ArrayList<>();

	@BeforeAll
	static void start() {
		broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system());
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@BeforeEach
	void begin() throws Exception {
		try (Connection owner = TestRelay.connect(broker, broker.administrator()); Channel channel = owner.createChannel()) {
			channel.queueBind(NOTIFICATIONS, NOTIFICATIONS, NOTIFICATIONS);
			channel.queuePurge(NOTIFICATIONS);
			channel.queuePurge(RECEIPTS);
		}
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable one : open.reversed()) {
			one.close();
		}
	}

	@Test
	void withoutAServerTheAnswerIsFoundInTheQueueAndNothingElseIsTakenOutOfIt() throws Exception {
		TestRelay relay = keep(new TestRelay(broker, InstantSource.system(), TestRelay.accepting()));
		relay.send(Receipts.ofPushes(List.of(receipt())));
		relay.send("nonsense", new byte[]{1, 2, 3});
		relay.send(Receipts.ofBatch(BatchReceipt.checked(new BatchId(UUID.randomUUID()))));
		await(() -> waiting() == 3);

		ConnectionReport report = check(null, 20).run();

		assertThat(report.steps()).extracting(Step::result).containsOnly(Result.PASSED).hasSize(6);
		assertThat(report.exitStatus()).isZero();
		assertThat(report.help()).isNull();
		CertificateSeen certificate = Objects.requireNonNull(report.certificate());
		assertThat(certificate.names()).contains("localhost", "127.0.0.1");
		assertThat(certificate.issuer()).isEqualTo("localhost");
		await(() -> waiting() == 3);
		assertThat(relay.pushes()).isEmpty();
		assertThat(relay.batches()).singleElement().satisfies(batch -> assertThat(batch.isCheck()).isTrue());
	}

	@Test
	void aMessageThatHoldsTheAnswerAndReceiptsOfPushesStaysForTheServer() throws Exception {
		Connection relay = TestRelay.connect(broker, broker.relay());
		open.add(() -> relay.abort(1_000));
		Channel channel = relay.createChannel();
		channel.basicConsume(NOTIFICATIONS, true, answering(channel), _ -> {
		});

		assertThat(check(null, 20).run().exitStatus()).isZero();

		await(() -> waiting() == 1);
	}

	@Test
	void whileAServerTakesTheReceiptsItsAnswerIsHeardThroughTheDatabase() throws Exception {
		DataSource database = keep(TestDistrict.with()).get(DataSource.class);
		TestRelay relay = keep(new TestRelay(broker, InstantSource.system(), TestRelay.accepting()));
		TestPublisher server = keep(
				TestPublisher.start(new IdleSource(), database, InstantSource.system(), broker, TestPublisher.Tuning.USUAL));
		await(() -> server.connection() instanceof Connected);

		List<Step> seen = new ArrayList<>();
		ConnectionReport report = check(new CheckAnswers(database), 20).run(seen::add);

		assertThat(report.steps()).extracting(Step::result).containsOnly(Result.PASSED);
		assertThat(seen).isEqualTo(report.steps());
		assertThat(server.connection()).isInstanceOf(Connected.class);
		assertThat(relay.pushes()).isEmpty();

		ConnectionReport blind = check(null, 20).run();

		assertThat(blind.exitStatus()).isEqualTo(16);
		assertThat(key(blind)).isEqualTo("check.fault.receipts-taken");
	}

	@Test
	void withoutARelayTheReceiptIsWhatFails() throws Exception {
		ConnectionReport report = check(null, 1).run();

		assertThat(report.exitStatus()).isEqualTo(16);
		assertThat(key(report)).isEqualTo("check.fault.no-receipt");
		Help help = Objects.requireNonNull(report.help());
		assertThat(help.addressee()).isEqualTo(Help.Addressee.RELAY);
		assertThat(help.firewall().key()).isEqualTo("check.firewall.through");
		assertThat(help.subject().in(Texts.in("es", ZONE)::filled)).startsWith("El distrito north no puede usar");
		assertThat(help.letter().in(Texts.in("es", ZONE)::filled)).contains("Distrito: north", "Acuse de recibo", "1 segundo.");
	}

	@Test
	void whatTheBrokerReturnsWasNotPublished() throws Exception {
		try (Connection owner = TestRelay.connect(broker, broker.administrator()); Channel channel = owner.createChannel()) {
			channel.queueUnbind(NOTIFICATIONS, NOTIFICATIONS, NOTIFICATIONS);
		}

		ConnectionReport report = check(null, 20).run();

		assertThat(report.exitStatus()).isEqualTo(15);
		assertThat(key(report)).isEqualTo("check.fault.not-taken");
		assertThat(report.steps().getLast().result()).isEqualTo(Result.NOT_TRIED);
	}

	@Test
	void rightsThatAreMissingAreToldApart() throws Exception {
		assertThat(key(check(settings("north", broker.relay(), true), null, 1).run())).isEqualTo("check.fault.publish-forbidden");
		assertThat(key(check(settings("south", broker.district(), true), null, 1).run())).isEqualTo("check.fault.no-exchange");
	}

	@Test
	void switchedOffTlsIsAWarningAndTheCheckGoesOn() throws Exception {
		ConnectionReport report = check(settings("north", broker.district(), false), null, 1).run();

		Step tls = report.steps().stream().filter(step -> step.stage() == Stage.TLS).findFirst().orElseThrow();
		assertThat(tls.result()).isEqualTo(Result.WARNING);
		assertThat(tls.says()).extracting(Wording::key).containsExactly("check.warning.tls-off");
		assertThat(report.exitStatus()).as("this broker speaks TLS only").isEqualTo(14);
	}

	@Test
	void withoutABrokerInTheSettingsTheFirstStepSaysSo() throws Exception {
		BrokerSettings none = new BrokerSettings(null, 5671, "/", null, null, null, true, null);

		ConnectionReport report = check(none, null, 1).run();

		assertThat(report.exitStatus()).isEqualTo(11);
		assertThat(key(report)).isEqualTo("check.fault.not-configured");
		assertThat(report.help()).isNull();
	}

	@Test
	void everythingThatCanGoWrongHasASentenceInEveryLanguage() {
		for (String language : Texts.tags()) {
			Set<String> keys = Messages.load(Texts.class, language).keys();
			assertThat(keys).containsAll(Arrays.stream(Fault.values()).map(Fault::key).toList())
					.containsAll(Arrays.stream(Stage.values()).map(stage -> "check.step." + stage.key()).toList())
					.containsAll(Arrays.stream(Result.values()).map(result -> result.word().key()).toList())
					.containsAll(Arrays.stream(Help.Addressee.values()).map(addressee -> addressee.word().key()).toList());
		}
	}

	private static String key(ConnectionReport report) {
		return report.failed().orElseThrow().says().getFirst().key();
	}

	private <T extends AutoCloseable> T keep(T one) {
		open.add(one);
		return one;
	}

	private ConnectionCheck check(@Nullable CheckAnswers answers, int seconds) {
		return check(settings("north", broker.district(), true), answers, seconds);
	}

	private ConnectionCheck check(BrokerSettings settings, @Nullable CheckAnswers answers, int seconds) {
		SslBundle bundle = SslBundle
				.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(broker.certificate().toUri().toString())));
		return new ConnectionCheck(settings, new BrokerLink(settings, new DefaultSslBundleRegistry("relay", bundle)), answers,
				InstantSource.system(), new BrokerProbe.Patience(Duration.ofSeconds(10), Duration.ofSeconds(seconds)));
	}

	private BrokerSettings settings(String district, BrokerCredentials user, boolean tls) {
		return new BrokerSettings("localhost", broker.port(), broker.virtualHost(), user.username(), new Password(user.password().value()),
				district, tls, tls ? "relay" : null);
	}

	/** Answers a check in the same message as a receipt. */
	private static DeliverCallback answering(Channel channel) {
		return (_, delivery) -> {
			try {
				BatchReceipt answer = BatchReceipt.checked(CODEC.decodePushBatch(delivery.getBody()).batch());
				channel.basicPublish("", RECEIPTS,
						new AMQP.BasicProperties.Builder().type(WireNames.RECEIPTS_TYPE).deliveryMode(2).build(),
						CODEC.encode(new Receipts(List.of(receipt()), List.of(answer))));
			} catch (MalformedMessageException e) {
				throw new IOException(e);
			}
		};
	}

	private static Receipt receipt() {
		return new Receipt(new PushId(UUID.randomUUID()), new PushRef("1"), new Outcome.Accepted(), Platform.APNS,
				InstantSource.system().instant(), 1);
	}

	/** @return how many messages lie in the queue of receipts, unread or given back */
	private long waiting() throws IOException, TimeoutException {
		try (Connection owner = TestRelay.connect(broker, broker.administrator()); Channel channel = owner.createChannel()) {
			return channel.messageCount(RECEIPTS);
		}
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
	}
}
