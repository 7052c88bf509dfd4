package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Registration;
import org.schoolbell.district.device.SignIns;
import org.schoolbell.district.dispatch.Parcel;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.dispatch.Settled;
import org.schoolbell.district.dispatch.Taken;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.wire.BatchReceipt;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** The outbox as the publisher sees it: what leaves, what stops, and what each receipt does. */
class OutboxTest {
	private static final int ALL = 1_000;

	private final NoticeFixture school = new NoticeFixture();
	private final TestDistrict district = school.district;
	private final PushSource outbox = district.get(PushSource.class);

	@BeforeEach
	void quiet() {
		// Ana alone is told of most scores here: Maya's phone is hers to switch off.
		school.choose(new Choice(school.maya, school.maya, Kind.ASSIGNMENTS, false, null, true));
	}

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aPushSaysWhatHappenedInItsReadersWordsAndComesOnce() {
		ScoreChanged score = school.score(null, Scores.of20(18));
		school.decide(score);

		Push push = only(outbox.take(ALL));

		assertThat(push.alert()).hasFieldOrPropertyWithValue("title", "Maya: 18 of 20 on Unit 3 Quiz").hasFieldOrPropertyWithValue("body",
				"90% in Algebra I.");
		assertThat(push.expiresAt()).isEqualTo(score.at().plus(Duration.ofDays(3)));
		assertThat(push.link()).isEqualTo("/n/" + NoticeId.of(score.id(), school.ana).value());
		assertThat(push.kind()).isEqualTo("ASSIGNMENTS");
		assertThat(push.target()).isInstanceOf(Target.Apns.class);
		assertThat(outbox.take(ALL).looked()).isZero();
		assertThat(outbox.inFlight()).isOne();
	}

	@Test
	void receiptsEndPushesAndSayHow() {
		Map<PersonId, Outcome> outcomes = new TreeMap<>();
		outcomes.put(school.ana, new Outcome.Accepted());
		outcomes.put(reader("Rejected"), new Outcome.Rejected("BadTopic"));
		outcomes.put(reader("NoProvider"), new Outcome.NoProvider());
		PersonId gone = reader("Gone");
		outcomes.put(gone, new Outcome.DeviceGone(null));
		ScoreChanged score = school.score(null, Scores.of20(18));
		school.decide(score);
		List<Push> pushes = pushes(outbox.take(ALL));

		Settled settled = settle(pushes.stream().map(push -> receipt(push, Objects.requireNonNull(outcomes.get(owner(push))))).toList());

		assertThat(settled).isEqualTo(new Settled(4, 0, Duration.ZERO));
		assertThat(school.count("notice.outbox")).isZero();
		assertThat(ends()).containsExactlyInAnyOrder("ACCEPTED null", "REJECTED BadTopic", "NO_PROVIDER null", "DEVICE_GONE null");
		assertThat(district.get(Devices.class).reachable(outcomes.keySet())).extracting(device -> device.person()).doesNotContain(gone)
				.hasSize(3);
	}

	@Test
	void aDeviceThatRegisteredAfterItsProviderSaidGoneLives() {
		school.decide(school.score(null, Scores.of20(18)));
		Push push = only(outbox.take(ALL));

		settle(List.of(receipt(push, new Outcome.DeviceGone(district.time().instant().minus(Duration.ofDays(1))))));

		assertThat(district.get(Devices.class).reachable(List.of(school.ana))).hasSize(1);
		assertThat(ends()).containsExactly("DEVICE_GONE null");
	}

	@Test
	void theSameReceiptsAgainChangeNothing() {
		school.decide(school.score(null, Scores.of20(18)));
		List<Receipt> receipts = List.of(receipt(only(outbox.take(ALL)), new Outcome.Accepted()));
		settle(receipts);

		assertThat(settle(receipts)).isEqualTo(new Settled(0, 1, Duration.ZERO));
		assertThat(ends()).hasSize(1);
	}

	@Test
	void aDeferredPushKeepsItsIdWaitsLongerEachTimeAndExpiresInTheEnd() {
		ScoreChanged score = school.score(null, Scores.of20(18));
		school.decide(score);
		Push first = only(outbox.take(ALL));
		Instant due = deferred(first, Duration.ofMinutes(10));

		assertThat(due).isBetween(now().plus(Duration.ofMinutes(10)), now().plus(Duration.ofMinutes(12)));
		assertThat(outbox.take(ALL).looked()).isZero();

		district.time().set(due);
		Push second = only(outbox.take(ALL));
		assertThat(second).isEqualTo(first);
		due = deferred(second, Duration.ofMinutes(10));
		assertThat(due).isBetween(now().plus(Duration.ofMinutes(20)), now().plus(Duration.ofMinutes(24)));

		district.time().set(score.at().plus(Duration.ofDays(3)).minusSeconds(60));
		due = deferred(only(outbox.take(ALL)), Duration.ofMinutes(10));
		assertThat(due).isEqualTo(score.at().plus(Duration.ofDays(3)));
		district.time().set(due);
		assertThat(outbox.take(ALL)).isEqualTo(new Taken(List.of(), 1));
		assertThat(ends()).containsExactly("EXPIRED TOO_OLD");
		assertThat(lastRound(score)).containsEntry(school.ana, Rule.TOO_OLD.code());
	}

	@Test
	void aStalePushGetsALastLookAfresh() {
		school.decide(school.score(null, Scores.of20(18)));
		settle(List.of(receipt(only(outbox.take(ALL)), new Outcome.Stale())));
		district.get(PushSwitch.class).set(false, Origin.SERVER);
		district.time().pass(Duration.ofSeconds(2));

		assertThat(outbox.take(ALL)).isEqualTo(new Taken(List.of(), 1));
		assertThat(ends()).containsExactly("STOPPED PUSH_DISABLED");
	}

	@Test
	void aNewerValueTakesThePlaceOfTheOneThatWaits() {
		school.decide(school.score(null, Scores.of20(12)));
		ScoreChanged newer = school.score(Scores.of20(12), Scores.of20(15));
		school.decide(newer);

		assertThat(notices(outbox.take(ALL))).contains(NoticeId.of(newer.id(), school.ana).value().toString())
				.hasSize(2); // Ben is told of both: below his threshold
		assertThat(ends()).containsOnly("OVERTAKEN null");
	}

	@Test
	void aNewerValueWaitsForTheReceiptOfTheOneInFlight() {
		school.decide(school.score(null, Scores.of20(18)));
		Push older = only(outbox.take(ALL));
		school.decide(school.score(Scores.of20(18), Scores.of20(19)));
		assertThat(outbox.take(ALL).looked()).isZero();

		settle(List.of(receipt(older, new Outcome.Accepted())));

		Push newer = only(outbox.take(ALL));
		assertThat(newer.id()).isNotEqualTo(older.id());
		assertThat(newer.collapse()).isEqualTo(older.collapse());
		assertThat(settle(List.of(receipt(older, new Outcome.Accepted()))).unknown()).as("a late receipt").isOne();
		assertThat(outbox.inFlight()).isOne();
	}

	@Test
	void aDeferredPushGivesWayToTheNewerValueThatWaits() {
		school.decide(school.score(null, Scores.of20(18)));
		Push older = only(outbox.take(ALL));
		school.decide(school.score(Scores.of20(18), Scores.of20(19)));

		settle(List.of(receipt(older, new Outcome.Deferred(Duration.ofHours(1), "Throttled"))));

		assertThat(ends()).containsExactly("OVERTAKEN null");
		assertThat(only(outbox.take(ALL)).id()).isNotEqualTo(older.id());
	}

	@Test
	void aReceiptOfAnotherPushWithTheSameKeyIsIgnored() {
		school.decide(school.score(null, Scores.of20(18)));
		Push push = only(outbox.take(ALL));
		Receipt stranger = new Receipt(PushId.parse("00000000-0000-8000-8000-000000000000"), push.ref(), new Outcome.Accepted(),
				push.target().platform(), now(), 1);
		Receipt nonsense = new Receipt(push.id(), new PushRef("no key of ours"), new Outcome.Accepted(), push.target().platform(), now(),
				1);

		assertThat(settle(List.of(stranger, nonsense))).isEqualTo(new Settled(0, 2, Duration.ZERO));
		assertThat(outbox.inFlight()).isOne();
	}

	@Test
	void aRejectedBatchRejectsEachOfItsPushes() {
		reader("Second");
		school.decide(school.score(null, Scores.of20(18)));
		Taken taken = outbox.take(ALL);

		outbox.settle(List.of(Receipts.ofBatch(BatchReceipt.rejected(taken.parcels().getFirst().batch(), "undecodable"))));

		assertThat(ends()).containsExactly("REJECTED undecodable", "REJECTED undecodable");
		assertThat(school.count("notice.outbox")).isZero();
	}

	@Test
	void whatIsLostMeanwhileStopsThePushAndTheTraceSaysWhy() {
		stops(Rule.PUSH_DISABLED, How.STOPPED, () -> district.get(PushSwitch.class).set(false, Origin.SERVER),
				() -> district.get(PushSwitch.class).set(true, Origin.SERVER));
		stops(Rule.KIND_OFF, How.STOPPED, () -> choose(false), () -> choose(true));
		stops(Rule.NO_DEVICE, How.STOPPED, () -> district.get(Devices.class).signOut(anasPhones()), () -> school.phone(school.ana));
		stops(Rule.NOT_ACTIVE_YEAR, How.STOPPED, () -> activeYear("2025"), () -> activeYear("2026"));
		stops(Rule.NOT_PUBLISHED, How.STOPPED, () -> show(false), () -> show(true));
		stops(Rule.TOOL_HIDDEN, How.STOPPED, () -> school.hideAssignmentsIn(Portal.PARENT), school::hideAssignmentsIn);
		assertThat(anasLines()).as("the inbox stays").isEqualTo(6);
		stops(Rule.NO_ACCESS, How.STOPPED, () -> flag(false), () -> flag(true));
		assertThat(anasLines()).as("except where access ended").isEqualTo(6);
		stops(Rule.TOO_OLD, How.EXPIRED, () -> district.time().pass(Duration.ofDays(3)), () -> {
		});
	}

	@Test
	void aPhoneThatIsLostIsNoAnswerAboutAPersonWhoHasAnother() {
		DeviceId second = school.phone(school.ana);
		ScoreChanged score = school.score(null, Scores.of20(18));
		school.decide(score);
		district.get(Devices.class).signOut(List.of(second));

		assertThat(pushes(outbox.take(ALL))).hasSize(1);
		assertThat(ends()).containsExactly("STOPPED NO_DEVICE");
		assertThat(lastRound(score)).as("the first round").containsEntry(school.ana, TraceCodes.NO_RULE);
	}

	@Test
	void aPhoneThatChangedHandsTellsItsOldOwnersNewsToNobody() {
		PersonId stranger = school.records.person("Stranger");
		DeviceId phone = anasPhones().getFirst();
		school.decide(school.score(null, Scores.of20(18)));
		String token = district.jdbc().sql("SELECT endpoint FROM device.device WHERE id = ?").param(phone.value()).query(String.class)
				.single();
		district.get(SignIns.class).register(List.of(new Registration(stranger, "phone",
				new Endpoint.Apns(token, "org.example.portal", Endpoint.ApnsEnvironment.SANDBOX))));

		assertThat(outbox.take(ALL)).isEqualTo(new Taken(List.of(), 1));
		assertThat(ends()).containsExactly("STOPPED NO_DEVICE");
	}

	@Test
	void theWindowBoundsWhatIsInFlight() {
		for (int i = 0; i < 9; i++) {
			reader("Reader");
		}
		school.decide(school.score(null, Scores.of20(18)));

		assertThat(pushes(outbox.take(4))).hasSize(4);
		assertThat(outbox.take(4).looked()).isZero();
		List<Push> more = pushes(outbox.take(6));
		assertThat(more).hasSize(2);
		settle(more.stream().map(push -> receipt(push, new Outcome.Accepted())).toList());
		assertThat(pushes(outbox.take(3))).isEmpty();
		assertThat(pushes(outbox.take(100))).hasSize(4);
	}

	@Test
	void whatComesBackWithoutAReceiptLeavesAgainWithTheSameIds() {
		reader("Second");
		school.decide(school.score(null, Scores.of20(18)));
		Taken taken = outbox.take(ALL);
		Parcel parcel = taken.parcels().getFirst();
		outbox.release(new Parcel(parcel.batch(), parcel.pushes().subList(0, 1)));
		assertThat(outbox.inFlight()).isOne();
		Taken again = outbox.take(ALL);
		assertThat(pushes(again)).isEqualTo(parcel.pushes().subList(0, 1));

		outbox.release(parcel);
		assertThat(outbox.inFlight()).as("what left again in another batch stays").isOne();
		assertThat(outbox.releaseUnanswered(now().minusMillis(1))).isZero();
		assertThat(outbox.releaseUnanswered(now())).isOne();
		assertThat(pushes(outbox.take(ALL))).containsExactlyInAnyOrderElementsOf(parcel.pushes());
	}

	@Test
	void aReceiptThatComesAfterAllEndsThePushThatWaitsToBeSentAgain() {
		school.decide(school.score(null, Scores.of20(18)));
		Push push = only(outbox.take(ALL));
		outbox.releaseUnanswered(now());

		settle(List.of(receipt(push, new Outcome.Accepted())));

		assertThat(school.count("notice.outbox")).isZero();
		assertThat(ends()).containsExactly("ACCEPTED null");
	}

	@Test
	void aWrongClockOfTheRelayIsSeen() {
		school.decide(school.score(null, Scores.of20(18)));
		Push push = only(outbox.take(ALL));
		Receipt early = new Receipt(push.id(), push.ref(), new Outcome.Accepted(), push.target().platform(), now().minusSeconds(300), 1);

		assertThat(settle(List.of(early)).clockSkew()).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void aPageTakesTheSameStatementsForOnePushAsForHundreds() {
		school.decide(school.score(null, Scores.of20(18)));
		school.tap.reset();
		List<Push> one = pushes(outbox.take(ALL));
		int taking = school.tap.count();
		school.tap.reset();
		settle(one.stream().map(push -> receipt(push, new Outcome.Accepted())).toList());
		int settling = school.tap.count();
		for (int i = 0; i < 99; i++) {
			reader("Reader");
		}
		List<AssignmentId> quizzes = List.of(quiz(), quiz(), quiz());
		quizzes.forEach(quiz -> school.append(school.score(school.maya, quiz, null, Scores.of20(18), false)));
		school.decideAll();

		school.tap.reset();
		List<Push> many = pushes(outbox.take(ALL));
		assertThat(many).hasSize(300);
		assertThat(school.tap.count()).isEqualTo(taking).isLessThanOrEqualTo(17);
		school.tap.reset();
		settle(many.stream().map(push -> receipt(push, new Outcome.Accepted())).toList());
		assertThat(school.tap.count()).isEqualTo(settling).isLessThanOrEqualTo(5);
	}

	private void stops(Rule rule, How how, Runnable loss, Runnable restore) {
		AssignmentId quiz = quiz();
		ScoreChanged score = school.score(school.maya, quiz, null, Scores.of20(18), false);
		school.decide(score);
		loss.run();
		long before = school.count("notice.push_end");

		assertThat(outbox.take(ALL)).as(rule.name()).isEqualTo(new Taken(List.of(), 1));

		assertThat(ends()).hasSize((int) before + 1).last().isEqualTo(how + " " + rule);
		assertThat(lastRound(score)).isEqualTo(Map.of(school.ana, rule.code()));
		restore.run();
	}

	private long anasLines() {
		return district.jdbc().sql("SELECT count(*) FROM notice.notice WHERE person = ?").param(school.ana.value()).query(Long.class)
				.single();
	}

	private AssignmentId quiz() {
		return school.records.assignment("Quiz", school.records.active(), Records.DUE);
	}

	private PersonId reader(String name) {
		PersonId person = school.relative(name, true);
		school.phone(person);
		return person;
	}

	private void choose(boolean on) {
		school.choose(new Choice(school.ana, school.maya, Kind.ASSIGNMENTS, on, null, true));
	}

	private void flag(boolean portal) {
		school.records.run("UPDATE roster.guardianship SET portal = ? WHERE guardian = ?", portal, school.ana.value());
	}

	private void show(boolean shown) {
		school.records.run("UPDATE gradebook.assignment SET shown = ?", shown);
	}

	private void activeYear(String title) {
		school.records.run("UPDATE calendar.school_year SET active = false");
		school.records.run("UPDATE calendar.school_year SET active = true WHERE title LIKE ?", title + "-%");
	}

	private List<DeviceId> anasPhones() {
		return district.get(Devices.class).reachable(List.of(school.ana)).stream().map(device -> device.device()).toList();
	}

	private Instant now() {
		return district.time().instant();
	}

	private Instant deferred(Push push, Duration retryAfter) {
		settle(List.of(receipt(push, new Outcome.Deferred(retryAfter, "Throttled"))));
		return district.jdbc().sql("SELECT not_before FROM notice.outbox").query(OffsetDateTime.class).single().toInstant();
	}

	private Settled settle(List<Receipt> receipts) {
		return outbox.settle(List.of(Receipts.ofPushes(receipts)));
	}

	private Receipt receipt(Push push, Outcome outcome) {
		return new Receipt(push.id(), push.ref(), outcome, push.target().platform(), now(), 1);
	}

	private PersonId owner(Push push) {
		Target.Apns apns = (Target.Apns) push.target();
		return new PersonId(
				district.jdbc().sql("SELECT person FROM device.device WHERE endpoint = ?").param(apns.token().value()).query(Long.class)
						.single());
	}

	private static Push only(Taken taken) {
		assertThat(pushes(taken)).hasSize(1);
		return pushes(taken).getFirst();
	}

	private static List<Push> pushes(Taken taken) {
		List<Push> pushes = new ArrayList<>();
		taken.parcels().forEach(parcel -> pushes.addAll(parcel.pushes()));
		return pushes;
	}

	private static List<String> notices(Taken taken) {
		return pushes(taken).stream().map(push -> String.valueOf(push.link()).substring("/n/".length())).toList();
	}

	/** Each end as its outcome and reason, in the order in which they came. */
	private List<String> ends() {
		return district.jdbc().sql("SELECT outcome, reason FROM notice.push_end ORDER BY at, outcome").query((row, _) -> {
			int code = row.getInt("outcome");
			String how = List.of(How.values()).stream().filter(one -> one.code() == code).findFirst().orElseThrow().name();
			return how + " " + row.getString("reason");
		}).list();
	}

	private Map<PersonId, Integer> lastRound(ScoreChanged event) {
		Map<PersonId, Integer> rules = new TreeMap<>();
		district.jdbc().sql("""
				SELECT p.person, p.rule
				FROM notice.trace t, unnest(t.persons, t.rules) AS p(person, rule)
				WHERE t.event = ? AND t.round = (SELECT max(round) FROM notice.trace WHERE event = t.event)
				""").param(event.id().value()).query(row -> {
			rules.put(new PersonId(row.getLong("person")), row.getInt("rule"));
		});
		return rules;
	}
}
