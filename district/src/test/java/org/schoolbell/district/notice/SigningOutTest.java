package org.schoolbell.district.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.district.device.Browser;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.End;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.device.PushAddresses;
import org.schoolbell.district.device.Stay;
import org.schoolbell.district.device.StaySessions;
import org.schoolbell.district.device.StaySessions.Shown;
import org.schoolbell.district.device.StayToken;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.TestPublisher;
import org.schoolbell.district.dispatch.TestPublisher.Tuning;
import org.schoolbell.district.dispatch.TestRelay;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.testing.Records;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever ends somebody's staying logged in on a device ends pushes to it: those that wait, those in flight, and those that a stopped relay left. */
class SigningOutTest {
	private static final Duration SOON = Duration.ofSeconds(60);
	/** While the relay runs, this is the promise. */
	private static final Duration AT_ONCE = Duration.ofSeconds(5);

	@TempDir
	Path folder;
	private final NoticeFixture school = new NoticeFixture(StaySessions.class, OwnDevices.class, PushAddresses.class);
	private final StaySessions stays = school.district.get(StaySessions.class);
	private final OwnDevices own = school.district.get(OwnDevices.class);
	private final Devices devices = school.district.get(Devices.class);
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

	/** A guardian of Maya's with a browser in which they stay logged in. */
	private record Reader(PersonId person, Stay stay, String token) {
		DeviceId device() {
			return stay.device();
		}
	}

	private Reader reader(String name) {
		PersonId person = school.relative(name, true);
		Stay stay = stays.begin(browser(name), person, "1.1");
		String token = "token-of-" + name;
		school.district.get(PushAddresses.class).save(person, stay.device(), new Endpoint.Fcm(token), Optional.empty());
		return new Reader(person, stay, token);
	}

	private static Browser browser(String name) {
		return new Browser("mark of " + name, "Firefox", Optional.empty());
	}

	/** Every way in which a device ceases to be told, each for a reader of its own. */
	private Map<String, Runnable> ends(Map<String, Reader> readers) {
		Map<String, Runnable> ends = new TreeMap<>();
		for (Map.Entry<String, Function<Reader, Runnable>> way : ways().entrySet()) {
			Reader reader = reader(way.getKey().replace(' ', '-'));
			readers.put(way.getKey(), reader);
			ends.put(way.getKey(), way.getValue().apply(reader));
		}
		return ends;
	}

	private Map<String, Function<Reader, Runnable>> ways() {
		return Map.of(
				"signed out here", reader -> () -> stays.end(reader.stay().token(), End.SIGNED_OUT),
				"signed out elsewhere", reader -> () -> own.signOut(reader.person(), reader.device(), End.SIGNED_OUT_ELSEWHERE),
				"password changed", reader -> () -> devices.signOutEverywhere(reader.person(), End.PASSWORD_CHANGED),
				"account disabled", reader -> () -> devices.signOutEverywhere(reader.person(), End.ACCOUNT_DISABLED),
				"old token", this::replay,
				"another person", reader -> () -> stays.begin(browser("another-person"), school.relative("Other", false), "2.1"),
				"push off", reader -> () -> own.push(reader.person(), reader.device(), false),
				"portal flag lost", reader -> () -> school.records
						.run("UPDATE roster.guardianship SET portal = false WHERE guardian = ?", reader.person().value()));
	}

	/** The device has used the next token long since. */
	private Runnable replay(Reader reader) {
		StayToken old = reader.stay().token();
		Stay next = ((Shown.Good) stays.show(old)).stay();
		stays.use(next.session(), Optional.of(next.token()));
		school.district.time().pass(Duration.ofMinutes(2));
		return () -> assertThat(stays.show(old)).isInstanceOf(Shown.Replayed.class);
	}

	@Test
	void whatWaitsToBeSentIsNotSentAnyMore() throws Exception {
		Map<String, Reader> readers = new TreeMap<>();
		Map<String, Runnable> ends = ends(readers);
		// Each was sent once, and waits for the time that the relay named.
		TestRelay relay = relay(push -> Optional.of(new Outcome.Deferred(Duration.ofSeconds(30), "Throttled")));
		publisher(Tuning.USUAL);
		save(1);
		await(SOON, () -> relay.pushes().size() == readers.size() + 2 && waiting() == readers.size() + 2);
		int before = relay.pushes().size();

		ends.values().forEach(Runnable::run);
		long signedOut = System.nanoTime();
		relay.script(TestRelay.accepting());
		school.district.time().pass(Duration.ofMinutes(1));

		await(AT_ONCE, () -> school.count("notice.outbox") == 0);
		assertThat(Duration.ofNanos(System.nanoTime() - signedOut)).isLessThan(AT_ONCE);
		List<String> told = relay.pushes().subList(before, relay.pushes().size()).stream().map(SigningOutTest::token).toList();
		readers.forEach((way, reader) -> assertThat(told).as(way).doesNotContain(reader.token()));
		assertThat(told).as("Maya and Ana stay logged in").hasSize(2);
		readers.forEach((way, reader) -> assertThat(reasons(reader)).as(way)
				.containsExactly(way.equals("portal flag lost") ? "NO_ACCESS" : "NO_DEVICE"));
	}

	@Test
	void whatIsInFlightComesToAnEndAndNothingFollowsIt() throws Exception {
		Reader reader = reader("reader");
		TestRelay relay = relay(TestRelay.silent());
		publisher(Tuning.USUAL);
		save(1);
		await(SOON, () -> relay.pushes().size() == 3);
		List<Push> inFlight = relay.pushes();

		devices.signOutEverywhere(reader.person(), End.PASSWORD_CHANGED);
		save(1);
		// The phone's service is busy: what comes back is looked at once more.
		relay.send(Receipts.ofPushes(
				inFlight.stream().map(push -> relay.receipt(push, new Outcome.Deferred(Duration.ofSeconds(1), "Throttled"))).toList()));
		await(AT_ONCE, () -> school.count("notice.outbox WHERE published_at IS NULL") == 3);
		relay.script(TestRelay.accepting());
		school.district.time().pass(Duration.ofSeconds(30));

		await(AT_ONCE, () -> reasons(reader).equals(List.of("NO_DEVICE")));
		assertThat(relay.pushes().stream().map(SigningOutTest::token).filter(reader.token()::equals)).hasSize(1);
	}

	@Test
	void whatWasPublishedToAStoppedRelayDiesAtItsAge() throws Exception {
		Reader reader = reader("reader");
		TestPublisher publisher = publisher(Tuning.USUAL.stopWithin(Duration.ZERO));
		save(1);
		await(SOON, () -> publisher.count("published") == 3);
		stays.end(reader.stay().token(), End.SIGNED_OUT);
		school.district.time().pass(Duration.ofMinutes(10).plusSeconds(1));

		// As the contract has it: what a relay finds too old it answers and does not send. RabbitMQ has dropped it at the same age.
		List<Push> delivered = new ArrayList<>();
		TestRelay relay = relay(_ -> Optional.empty());
		relay.script(push -> {
			PushBatch batch = relay.batches().getLast();
			boolean stale = batch.sentAt().plus(batch.maxAge()).isBefore(now());
			if (!stale) {
				delivered.add(push);
			}
			return Optional.of(stale ? new Outcome.Stale() : new Outcome.Accepted());
		});

		await(SOON, () -> school.count("notice.outbox") == 0);
		assertThat(relay.properties()).allSatisfy(properties -> assertThat(properties.getExpiration()).isEqualTo("600000"));
		assertThat(delivered).extracting(SigningOutTest::token).hasSize(2).doesNotContain(reader.token());
		assertThat(reasons(reader)).containsExactly("NO_DEVICE");
	}

	private Instant now() {
		return school.district.time().instant();
	}

	private static String token(Push push) {
		return switch (push.target()) {
			case Target.Fcm fcm -> fcm.token().value();
			case Target.Apns apns -> apns.token().value();
			case Target.WebPush web -> web.endpoint().value();
		};
	}

	/** @return why pushes to this reader were stopped */
	private List<String> reasons(Reader reader) {
		return school.district.jdbc().sql("SELECT reason FROM notice.push_end WHERE person = ? AND reason IS NOT NULL")
				.param(reader.person().value()).query((row, _) -> row.getString("reason")).list();
	}

	private long waiting() {
		return school.count("notice.outbox WHERE published_at IS NULL");
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

	private void save(int scores) {
		for (int i = 0; i < scores; i++) {
			AssignmentId quiz = school.records.assignment("Quiz", school.records.active(), Records.DUE);
			school.append(school.score(school.maya, quiz, null, Scores.of20(18), false));
		}
		school.decideAll();
	}

	private static void await(Duration atMost, Callable<Boolean> condition) {
		Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(condition);
	}
}
