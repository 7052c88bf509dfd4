package org.schoolbell.district.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import javax.sql.DataSource;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.district.dispatch.ConnectionState.Connected;
import org.schoolbell.district.dispatch.ConnectionState.Down;
import org.schoolbell.district.dispatch.ConnectionState.Reason;
import org.schoolbell.district.dispatch.ConnectionState.StandingBy;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.TestPublisher;
import org.schoolbell.district.dispatch.TestPublisher.Tuning;
import org.schoolbell.district.dispatch.TestRelay;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.district.testing.Records;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.WireNames;

import static org.assertj.core.api.Assertions.assertThat;

/** From the outbox over a real broker with TLS to a relay and back. */
class PublishingTest {
	private static final Duration SOON = Duration.ofSeconds(60);

	@TempDir
	Path folder;
	private final NoticeFixture school = new NoticeFixture();
	private final List<AutoCloseable> open = new ArrayList<>();
	private EmbeddedBroker broker;

	@BeforeEach
	void start() {
		broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system());
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable one : open.reversed()) {
			one.close();
		}
		broker.close();
		school.close();
	}

	@Test
	void aPushCrossesTheBrokerAndItsReceiptEndsIt() throws Exception {
		TestRelay relay = relay(TestRelay.accepting());
		TestPublisher publisher = publisher(Tuning.USUAL);
		save(1);

		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));

		assertThat(relay.pushes()).hasSize(2).extracting(Push::id).doesNotHaveDuplicates();
		assertThat(relay.properties()).allSatisfy(properties -> {
			assertThat(properties.getType()).isEqualTo(WireNames.PUSH_BATCH_TYPE);
			assertThat(properties.getDeliveryMode()).isEqualTo(2);
			assertThat(properties.getExpiration()).isEqualTo("600000");
			assertThat(relay.batches()).extracting(batch -> batch.batch().toString()).contains(properties.getMessageId());
		});
		assertThat(publisher.connection()).isInstanceOf(Connected.class);
		assertThat(publisher.count("published")).isEqualTo(2);
		assertThat(publisher.count("outcomes")).isEqualTo(2);
	}

	@Test
	void savingGoesOnWhileTheBrokerIsDownAndThenEveryPushArrives() throws Exception {
		TestPublisher publisher = publisher(Tuning.USUAL);
		await(() -> publisher.connection() instanceof Connected);
		broker.close();
		await(() -> publisher.connection() instanceof Down);

		save(30);
		assertThat(school.count("notice.notice")).isEqualTo(90);
		assertThat(school.count("notice.outbox")).isEqualTo(60);

		broker = EmbeddedBroker.start(folder.resolve("broker"), broker.port(), "north", InstantSource.system());
		TestRelay relay = relay(TestRelay.accepting());
		await(() -> ends().equals(Map.of(How.ACCEPTED, 60)));
		assertThat(relay.pushes()).hasSize(60).extracting(Push::id).doesNotHaveDuplicates();
		assertThat(publisher.connection()).isInstanceOf(Connected.class);
	}

	@Test
	void aBrokerThatDiesWhilePublishingLosesNothing() throws Exception {
		SplittableRandom random = new SplittableRandom();
		crowd(20);
		save(30);
		int pushes = (int) school.count("notice.outbox");
		Set<PushId> arrived = new HashSet<>();
		TestPublisher publisher = publisher(new Tuning(20_000, 300, Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO));
		for (int death = 0; death < 2; death++) {
			int enough = random.nextInt(1, 250);
			TestRelay relay = relay(TestRelay.accepting());
			await(() -> relay.pushes().size() >= enough || school.count("notice.outbox") == 0);
			relay.close();
			broker.close();
			relay.pushes().forEach(push -> arrived.add(push.id()));
			broker = EmbeddedBroker.start(folder.resolve("broker"), broker.port(), "north", InstantSource.system());
			// What was in flight when it died is sent again only if its receipts are not on their way: let it look again.
			school.district.time().pass(Duration.ofSeconds(1));
		}
		TestRelay relay = relay(TestRelay.accepting());

		await(() -> school.count("notice.outbox") == 0);

		relay.pushes().forEach(push -> arrived.add(push.id()));
		assertThat(arrived).hasSize(pushes);
		assertThat(ends()).isEqualTo(Map.of(How.ACCEPTED, pushes));
		assertThat(publisher.connection()).isInstanceOf(Connected.class);
	}

	@Test
	void whatTheBrokerReturnsStaysInTheOutboxAndGoesWhenTheQueueIsBoundAgain() throws Exception {
		TestPublisher publisher = publisher(Tuning.USUAL);
		await(() -> publisher.connection() instanceof Connected);
		bound(false);

		save(1);

		await(() -> publisher.count("refused") == 2 && publisher.connection() instanceof Down);
		await(() -> school.count("notice.outbox WHERE published_at IS NULL") == 2);
		assertThat(ends()).isEmpty();

		bound(true);
		TestRelay relay = relay(TestRelay.accepting());
		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));
		assertThat(relay.pushes()).hasSize(2).extracting(Push::id).doesNotHaveDuplicates();
		assertThat(publisher.count("refused")).as("a check asks whether the queue is back, never somebody's push").isEqualTo(2);
		assertThat(publisher.connection()).isInstanceOf(Connected.class);
	}

	@Test
	void whatWasMarkedAndNeverPublishedIsSentByTheNextPublisherWithTheSameIds() throws Exception {
		save(1);
		PushSource outbox = school.district.get(PushSource.class);
		List<PushId> marked = outbox.take(100).parcels().stream().flatMap(parcel -> parcel.pushes().stream()).map(Push::id).toList();
		TestRelay relay = relay(TestRelay.accepting());
		publisher(Tuning.USUAL);
		save(1);
		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));
		assertThat(relay.pushes()).as("the earlier ones may still be answered").extracting(Push::id).doesNotContainAnyElementsOf(marked);

		school.district.time().pass(Duration.ofSeconds(61));

		await(() -> ends().equals(Map.of(How.ACCEPTED, 4)));
		assertThat(relay.pushes()).extracting(Push::id).containsAll(marked).doesNotHaveDuplicates();
	}

	@Test
	void withoutAnyReceiptPushesAreSentAgainOnlyWhenTheirMessageHasExpired() throws Exception {
		TestPublisher publisher = publisher(Tuning.USUAL.stopWithin(Duration.ZERO));
		save(1);
		await(() -> publisher.count("published") == 2);

		school.district.time().pass(Duration.ofMinutes(10));
		assertThat(publisher.count("unanswered")).isZero();
		school.district.time().pass(Duration.ofMinutes(1));

		await(() -> publisher.count("unanswered") == 2);
		await(() -> publisher.count("published") == 4);
	}

	@Test
	void receiptsThatCameWhileTheServerWasAwayAreTakenFirst() throws Exception {
		TestRelay relay = relay(TestRelay.silent());
		TestPublisher first = publisher(Tuning.USUAL.stopWithin(Duration.ZERO));
		save(1);
		await(() -> relay.pushes().size() == 2);
		first.close();
		relay.send(Receipts.ofPushes(relay.pushes().stream().map(push -> relay.receipt(push, new Outcome.Accepted())).toList()));

		publisher(Tuning.USUAL);

		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));
		assertThat(relay.pushes()).hasSize(2);
	}

	@Test
	void neverMoreThanTheWindowIsInFlight() throws Exception {
		crowd(18);
		SplittableRandom random = new SplittableRandom();
		int window = random.nextInt(10, 60);
		Queue<Push> unanswered = new ConcurrentLinkedQueue<>();
		List<Integer> inFlight = new ArrayList<>();
		TestRelay relay = relay(push -> {
			unanswered.add(push);
			inFlight.add(unanswered.size());
			return Optional.empty();
		});
		save(20);
		int pushes = (int) school.count("notice.outbox");
		publisher(Tuning.USUAL.window(window));

		while (school.count("notice.outbox") > 0) {
			await(() -> !unanswered.isEmpty() || school.count("notice.outbox") == 0);
			List<Push> some = new ArrayList<>();
			for (int i = random.nextInt(1, window); i > 0 && !unanswered.isEmpty(); i--) {
				some.add(unanswered.remove());
			}
			relay.send(Receipts.ofPushes(some.stream().map(push -> relay.receipt(push, new Outcome.Accepted())).toList()));
		}

		assertThat(relay.pushes()).hasSize(pushes);
		assertThat(inFlight).as("window %d", window).allMatch(count -> count <= window).contains(window);
	}

	@Test
	void littleIsPublishedWhileNoReceiptComes() throws Exception {
		crowd(18);
		save(2);
		TestPublisher publisher = publisher(new Tuning(20_000, 7, Duration.ZERO, Duration.ofSeconds(60), Duration.ZERO));

		await(() -> publisher.count("published") == 7);
		assertThat(school.district.get(PushSource.class).inFlight()).isEqualTo(7);
		relay(TestRelay.accepting());
		await(() -> school.count("notice.outbox") == 0);
	}

	@Test
	void whatIsNoReceiptIsLetGoAndTheNextOneCounts() throws Exception {
		TestRelay relay = relay(TestRelay.silent());
		TestPublisher publisher = publisher(Tuning.USUAL);
		save(1);
		await(() -> relay.pushes().size() == 2);

		relay.send(WireNames.RECEIPTS_TYPE, "{\"receipts\":[{\"push\":\"?\"}]}".getBytes(StandardCharsets.UTF_8));
		relay.send("schoolbell.receipts.v9", "{\"receipts\":[]}".getBytes(StandardCharsets.UTF_8));
		relay.send(Receipts.ofPushes(relay.pushes().stream().map(push -> relay.receipt(push, new Outcome.Accepted())).toList()));

		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));
		assertThat(publisher.count("receipts.undecodable")).isEqualTo(2);
	}

	@Test
	void aSecondServerStandsByAndTakesOver() throws Exception {
		TestRelay relay = relay(TestRelay.accepting());
		TestPublisher first = publisher(Tuning.USUAL);
		await(() -> first.connection() instanceof Connected);
		TestPublisher second = publisher(Tuning.USUAL);
		await(() -> second.connection() instanceof StandingBy);
		assertThat(first.connection()).isInstanceOf(Connected.class);

		first.close();

		await(() -> second.connection() instanceof Connected);
		save(1);
		await(() -> ends().equals(Map.of(How.ACCEPTED, 2)));
		assertThat(relay.pushes()).hasSize(2);
	}

	@Test
	void aBrokerWithAnotherCertificateIsRefused() throws Exception {
		Path strangers = folder.resolve("stranger.pem");
		try (EmbeddedBroker stranger = EmbeddedBroker.start(folder.resolve("stranger"), 0, "north", InstantSource.system())) {
			Files.copy(stranger.certificate(), strangers);
		}
		save(1);
		TestPublisher publisher = TestPublisher.start(school.district.get(PushSource.class), school.district.get(DataSource.class),
				school.district.time(), broker, strangers, Tuning.USUAL);
		open.add(publisher);

		await(() -> publisher.connection() instanceof Down down && down.reason() == Reason.TLS_REFUSED);
		assertThat(school.count("notice.outbox WHERE published_at IS NULL")).isEqualTo(2);
	}

	@Test
	void anOrderlyStopWaitsForReceipts() throws Exception {
		TestRelay relay = relay(TestRelay.accepting());
		TestPublisher publisher = publisher(Tuning.USUAL);
		save(20);
		await(() -> !relay.pushes().isEmpty());

		publisher.close();

		assertThat(school.district.get(PushSource.class).inFlight()).isZero();
		assertThat(publisher.connection()).isInstanceOf(Down.class);
	}

	/** Binds the relay's queue to the district's exchange, or takes it off: as the broker's owner, since neither user may. */
	private void bound(boolean bound) throws IOException, TimeoutException {
		String name = "notifications.north";
		try (Connection owner = TestRelay.connect(broker, broker.administrator()); Channel channel = owner.createChannel()) {
			if (bound) {
				channel.queueBind(name, name, name);
			} else {
				channel.queueUnbind(name, name, name);
			}
		}
	}

	private TestRelay relay(Function<Push, Optional<Outcome>> script) throws IOException, TimeoutException {
		TestRelay relay = new TestRelay(broker, school.district.time(), script);
		open.add(relay);
		return relay;
	}

	private TestPublisher publisher(Tuning tuning) {
		TestPublisher publisher = TestPublisher.start(school.district.get(PushSource.class), school.district.get(DataSource.class),
				school.district.time(), broker, tuning);
		open.add(publisher);
		return publisher;
	}

	/** So many more guardians with a phone. */
	private void crowd(int guardians) {
		for (int i = 0; i < guardians; i++) {
			PersonId guardian = school.relative("Guardian", true);
			school.phone(guardian);
		}
	}

	/** Saves and decides a score on each of so many new assignments: a push for Maya and one for each guardian who has a phone and no threshold. */
	private void save(int scores) {
		for (int i = 0; i < scores; i++) {
			AssignmentId quiz = school.records.assignment("Quiz", school.records.active(), Records.DUE);
			school.append(school.score(school.maya, quiz, null, Scores.of20(18), false));
		}
		school.decideAll();
	}

	private Map<How, Integer> ends() {
		Map<How, Integer> ends = new EnumMap<>(How.class);
		school.district.jdbc().sql("SELECT outcome, count(*) AS n FROM notice.push_end GROUP BY outcome").query(row -> {
			int code = row.getInt("outcome");
			ends.put(List.of(How.values()).stream().filter(how -> how.code() == code).findFirst().orElseThrow(), row.getInt("n"));
		});
		return ends;
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(condition);
	}
}
