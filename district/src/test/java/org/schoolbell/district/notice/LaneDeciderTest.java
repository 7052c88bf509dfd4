package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.testing.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LaneDeciderTest {
	private static final int TOLD = TraceCodes.NO_RULE;
	private static final int OVERTAKEN = PushEnd.How.OVERTAKEN.code();

	private final NoticeFixture school = new NoticeFixture();

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aScoreTellsThoseWhoWantItAndTheTraceSaysWhyNotTheOthers() {
		ScoreChanged eighteen = school.score(null, Scores.of20(18));

		school.decide(eighteen);

		assertThat(school.rules(eighteen)).isEqualTo(Map.of(school.maya, TOLD, school.ana, TOLD, school.ben, Rule.ABOVE_THRESHOLD.code(),
				school.rosa, Rule.NO_ACCESS.code(), school.carla, Rule.NO_DEVICE.code()));
		assertThat(school.inbox(eighteen)).containsExactly(school.maya, school.ana, school.carla);
		assertThat(school.waiting(eighteen)).containsExactly(school.maya, school.ana);
		assertThat(school.count("event.change")).isZero();
	}

	@Test
	void whatARecordSaysDecidesForEveryoneAndTheTraceStillNamesThemAll() {
		AssignmentId hidden = assignment("shown = false");
		AssignmentId inactive = assignment("active = false");
		AssignmentId afterTheirTime = school.records.assignment("Late", school.records.active(), LocalDate.of(2027, 7, 2));
		AssignmentId old = school.records.assignment("Old", school.records.lastYear(), LocalDate.of(2026, 3, 2));
		AssignmentId closedTerm = school.records.assignment("Closed", school.records.active(), Records.DUE);
		school.records.run("UPDATE gradebook.assignment SET term = ? WHERE id = ?", school.records.lastYear().term(), closedTerm.value());
		school.records.run("UPDATE calendar.term SET portal_enabled = false WHERE id = ?", school.records.lastYear().term());
		PersonId absent = school.records.person("Absent");
		school.records.run("INSERT INTO roster.enrollment (student, calendar, starts, ends) VALUES (?, ?, '2026-08-01', '2027-07-01')",
				absent.value(),
				school.records.active().calendar());

		expectDrop(Rule.NOT_PUBLISHED, school.maya, hidden);
		expectDrop(Rule.NOT_COUNTED, school.maya, inactive);
		expectDrop(Rule.NOT_ENROLLED, school.maya, afterTheirTime);
		expectDrop(Rule.NOT_ACTIVE_YEAR, school.maya, old);
		expectDrop(Rule.PORTAL_DISABLED, school.maya, closedTerm);
		expectDrop(Rule.NOT_ON_ROSTER, absent, school.quiz);
		expectDrop(Rule.NOT_ACTIVE_YEAR, school.maya, new AssignmentId(-1));
		school.records.run("UPDATE calendar.calendar SET portal_enabled = false");
		expectDrop(Rule.PORTAL_DISABLED, school.maya, school.quiz);
	}

	private void expectDrop(Rule rule, PersonId student, AssignmentId assignment) {
		ScoreChanged event = school.score(student, assignment, null, Scores.of20(18), false);
		school.decide(event);

		List<PersonId> possible = student.equals(school.maya)
				? List.of(school.maya, school.ana, school.ben, school.rosa, school.carla)
				: List.of(student);
		Map<PersonId, Integer> expected = new TreeMap<>();
		possible.forEach(person -> expected.put(person, rule.code()));
		assertThat(school.rules(event)).isEqualTo(expected);
		assertThat(school.inbox(event)).isEmpty();
		assertThat(school.waiting(event)).isEmpty();
	}

	private AssignmentId assignment(String but) {
		AssignmentId assignment = school.records.assignment("Another", school.records.active(), Records.DUE);
		school.records.run("UPDATE gradebook.assignment SET " + but + " WHERE id = ?", assignment.value());
		return assignment;
	}

	@Test
	void theSwitchTheDateAndTheAccountKeepItOffPhonesOrOutOfInboxes() {
		school.district.get(PushSwitch.class).set(false, Origin.SERVER);
		school.records.run("UPDATE roster.guardianship SET ends = '2026-11-24' WHERE guardian = ?", school.ana.value());
		school.records.run("UPDATE roster.person SET portal_account = false WHERE id = ?", school.carla.value());
		ScoreChanged twelve = school.score(null, Scores.of20(12));

		school.decide(twelve);

		assertThat(school.rules(twelve))
				.isEqualTo(Map.of(school.maya, Rule.PUSH_DISABLED.code(), school.ana, Rule.NO_ACCESS.code(), school.ben,
						Rule.PUSH_DISABLED.code(), school.rosa, Rule.NO_ACCESS.code(), school.carla, Rule.NO_ACCESS.code()));
		assertThat(school.inbox(twelve)).containsExactly(school.maya, school.ben);
		assertThat(school.waiting(twelve)).isEmpty();
	}

	@Test
	void whoseToolIsHiddenIsNotToldAndEachReadsInTheirOwnPortal() {
		school.hideAssignmentsIn(Portal.PARENT);
		ScoreChanged twelve = school.score(null, Scores.of20(12));
		school.decide(twelve);

		int hidden = Rule.TOOL_HIDDEN.code();
		assertThat(school.rules(twelve)).isEqualTo(Map.of(school.maya, TOLD, school.ana, hidden, school.ben, hidden, school.rosa,
				Rule.NO_ACCESS.code(), school.carla, hidden));
		assertThat(school.inbox(twelve)).containsExactly(school.maya);

		school.hideAssignmentsIn(Portal.STUDENT);
		ScoreChanged eleven = school.score(Scores.of20(12), Scores.of20(11));
		school.decide(eleven);
		assertThat(school.rules(eleven)).containsEntry(school.maya, hidden).containsEntry(school.ana, TOLD);
		assertThat(school.count("notice.outbox WHERE person = " + school.maya.value())).as("what waits goes").isZero();
	}

	@Test
	void whatIsThreeDaysOldIsInTheInboxOnly() {
		ScoreChanged twelve = school.score(null, Scores.of20(12));
		school.district.time().pass(Duration.ofDays(3));

		school.decide(twelve);

		assertThat(school.rules(twelve)).containsEntry(school.ana, Rule.TOO_OLD.code());
		assertThat(school.inbox(twelve)).contains(school.ana);
	}

	@Test
	void changesOfOneSubjectAreToldOnceAndEachIsTraced() {
		ScoreChanged missing = school.score(null, Scores.flagged(Flag.MISSING));
		ScoreChanged quietly = school.silent(Scores.flagged(Flag.MISSING), Scores.of20(10));
		ScoreChanged eighteen = school.score(Scores.of20(10), Scores.of20(18));

		school.decide(missing, quietly, eighteen);

		assertThat(school.rules(missing)).hasSize(5).containsEntry(school.ana, Rule.OVERTAKEN.code());
		assertThat(school.rules(quietly)).hasSize(5).containsEntry(school.ana, Rule.SILENT.code());
		assertThat(school.rules(eighteen)).containsEntry(school.ana, TOLD).containsEntry(school.ben, Rule.ABOVE_THRESHOLD.code());
		assertThat(school.count("notice.outbox")).isEqualTo(2);
		assertThat(school.district.jdbc().sql("SELECT params->'was' IS NULL FROM notice.notice WHERE person = ?").param(school.ana.value())
				.query(Boolean.class).single()).isTrue();
	}

	@Test
	void aNewerValueTakesThePlaceOfTheWaitingOne() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		ScoreChanged twelve = school.score(Scores.of20(10), Scores.of20(12));

		school.decide(ten);
		List<Long> places = places();
		school.decide(twelve);

		assertThat(school.waiting(ten)).isEmpty();
		assertThat(school.waiting(twelve)).containsExactly(school.maya, school.ana, school.ben);
		assertThat(places()).isEqualTo(places);
		assertThat(school.ends(ten)).isEqualTo(Map.of(school.maya, OVERTAKEN, school.ana, OVERTAKEN, school.ben, OVERTAKEN));
	}

	/** 12, then 18 above Ben's threshold: the 12 does not go out, and his inbox says that it is no longer true. */
	@Test
	void whoIsNotToldTheNewValueIsNotToldTheOldOneEither() {
		ScoreChanged twelve = school.score(null, Scores.of20(12));
		ScoreChanged eighteen = school.score(Scores.of20(12), Scores.of20(18));

		school.decide(twelve);
		assertThat(school.waiting(twelve)).containsExactly(school.maya, school.ana, school.ben);
		school.decide(eighteen);

		assertThat(school.waiting(twelve)).isEmpty();
		assertThat(school.waiting(eighteen)).containsExactly(school.maya, school.ana);
		assertThat(school.ends(twelve)).containsEntry(school.ben, OVERTAKEN);
		assertThat(school.inbox(twelve)).doesNotContain(school.ben).contains(school.ana, school.carla);
	}

	@Test
	void whatIsInFlightStaysAndTheNewValueWaitsForItsReceipt() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		ScoreChanged twelve = school.score(Scores.of20(10), Scores.of20(12));
		ScoreChanged eleven = school.score(Scores.of20(12), Scores.of20(11));
		school.decide(ten);
		school.records.run("UPDATE notice.outbox SET published_at = now()");

		school.decide(twelve);
		school.decide(eleven);

		assertThat(school.count("notice.outbox WHERE published_at IS NOT NULL")).isEqualTo(3);
		assertThat(school.waiting(eleven)).containsExactly(school.maya, school.ana, school.ben);
		assertThat(school.ends(ten)).isEmpty();
		assertThat(school.ends(twelve)).hasSize(3);
	}

	@Test
	void aRemovedOrQuietlyChangedScoreTakesBackWhatWaits() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		ScoreChanged removed = school.score(Scores.of20(10), null);
		ScoreChanged twelve = school.score(null, Scores.of20(12));
		ScoreChanged quietly = school.silent(Scores.of20(12), Scores.of20(13));
		school.decide(ten);

		school.decide(removed);
		assertThat(school.count("notice.outbox")).isZero();
		assertThat(school.inbox(ten)).isEmpty();
		assertThat(school.rules(removed)).containsEntry(school.ana, Rule.NOT_COUNTED.code());

		school.decide(twelve);
		school.decide(quietly);
		assertThat(school.count("notice.outbox")).isZero();
		assertThat(school.inbox(twelve)).isEmpty();
	}

	@Test
	void whatWasToldStaysToldWhenTheValueCameBackOrWasOnlyTurnedIn() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		school.decide(ten);

		ScoreChanged there = school.score(Scores.of20(10), Scores.of20(19));
		ScoreChanged back = school.score(Scores.of20(19), Scores.of20(10));
		school.decide(there, back);
		ScoreChanged turnedIn = school.score(Scores.of20(10), Scores.of20(10, Flag.TURNED_IN));
		school.decide(turnedIn);

		assertThat(school.rules(back)).containsEntry(school.ana, Rule.WITHDRAWN.code());
		assertThat(school.rules(turnedIn)).containsEntry(school.ana, Rule.WITHDRAWN.code());
		assertThat(school.waiting(ten)).containsExactly(school.maya, school.ana, school.ben);
		assertThat(school.inbox(ten)).contains(school.ana, school.ben);
	}

	@Test
	void aSwitchedOffKindAndAPhoneLostMeanwhileTakeTheOldPushToo() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		school.decide(ten);
		school.choose(new Choice(school.ana, school.maya, Kind.ASSIGNMENTS, false, null, true));
		school.records.run("UPDATE device.session SET revoked_at = now(), ended_by = 1 WHERE person = ?", school.ben.value());

		ScoreChanged twelve = school.score(Scores.of20(10), Scores.of20(12));
		school.decide(twelve);

		assertThat(school.rules(twelve)).containsEntry(school.ana, Rule.KIND_OFF.code()).containsEntry(school.ben, Rule.NO_DEVICE.code());
		assertThat(school.count("notice.outbox")).isEqualTo(1);
		assertThat(school.inbox(ten)).doesNotContain(school.ana);
		assertThat(school.inbox(twelve)).contains(school.ben);
	}

	@Test
	void paramsFitWhateverWasEntered() {
		ScoreValue monster = new ScoreValue(new BigDecimal("1e200"), new BigDecimal("7").divide(new BigDecimal("3"), new MathContext(300)),
				"\"\\\t é".repeat(300), Set.of(Flag.LATE));
		ScoreChanged changed = school.score(monster, new ScoreValue(BigDecimal.ONE, null, "\u0001".repeat(200), Set.of()));

		school.decide(school.score(null, monster), changed);

		assertThat(school.inbox(changed)).contains(school.ana);
	}

	/** The server, or its database, dies at any statement of a batch. */
	@Test
	void whateverStatementABatchDiesAtEverythingIsAsItWas() {
		school.decide(school.score(null, Scores.of20(10)));
		ScoreChanged twelve = school.score(Scores.of20(10), Scores.of20(12));
		school.append(twelve);
		List<Long> before = everything();
		LaneDecider decider = school.district.get(LaneDecider.class);

		int survived = 0;
		for (int statement = 1; survived == 0; statement++) {
			school.tap.failAt(statement);
			if (statement <= 12) {
				assertThatThrownBy(() -> decider.decide(Lane.of(twelve))).as("statement %d", statement)
						.isInstanceOf(RuntimeException.class);
				assertThat(everything()).as("after dying at statement %d", statement).isEqualTo(before);
			} else {
				survived = decider.decide(Lane.of(twelve)).orElseThrow().changes();
			}
		}

		school.tap.reset();
		assertThat(school.waiting(twelve)).containsExactly(school.maya, school.ana, school.ben);
	}

	@Test
	void aBatchTakesTwelveStatementsWhateverItsSize() {
		assertThat(statementsFor(1)).isEqualTo(12);
		assertThat(statementsFor(2_000)).isEqualTo(12);
	}

	/** All in one lane; the second value of each score replaces the waiting push of the first, and corrects lines of whoever is not told it. */
	private int statementsFor(int changes) {
		List<PersonId> students = new ArrayList<>(List.of(school.maya));
		while (students.size() < Math.min(changes, 40)) {
			PersonId student = school.records.student("Another");
			if (inMayasLane(student)) {
				students.add(student);
				school.records.relate(student, school.ben, true);
				school.phone(student);
			}
		}
		List<AssignmentId> assignments = IntStream.range(0, changes / students.size())
				.mapToObj(i -> school.records.assignment("Nr " + i, school.records.active(), Records.DUE)).toList();
		List<ScoreChanged> first = new ArrayList<>();
		List<ScoreChanged> second = new ArrayList<>();
		RandomGenerator random = new SplittableRandom(changes);
		for (PersonId student : students) {
			for (AssignmentId assignment : assignments) {
				ScoreValue now = Scores.of20(11 + random.nextInt(9));
				first.add(school.score(student, assignment, null, Scores.of20(10), false));
				second.add(school.score(student, assignment, Scores.of20(10), now, false));
			}
		}
		school.decide(first.toArray(ScoreChanged[]::new));
		school.append(second.toArray(ScoreChanged[]::new));
		school.tap.reset();
		assertThat(school.district.get(LaneDecider.class).decide(Lane.of(second.getFirst())).orElseThrow().changes()).isEqualTo(changes);
		return school.tap.count();
	}

	private boolean inMayasLane(PersonId student) {
		return Lane.of(school.score(student, school.quiz, null, null, false)).equals(Lane.of(school.score(null, null)));
	}

	private List<Long> places() {
		return school.district.jdbc().sql("SELECT seq FROM notice.outbox ORDER BY seq").query((row, _) -> row.getLong("seq")).list();
	}

	private List<Long> everything() {
		school.tap.reset();
		return List.of(school.count("event.change"), school.count("notice.notice"), school.count("notice.trace"),
				school.count("notice.push_end"),
				school.count("notice.outbox"), school.count("notice.notice WHERE corrected_at IS NOT NULL"),
				school.district.jdbc().sql("SELECT sum(hashtext(notice::text)) FROM notice.outbox").query(Long.class).single());
	}
}
