package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.notice.Trace.OfEvent;
import org.schoolbell.district.notice.Trace.OfPerson;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Ben wants scores below 80 %. He was told one, and it is no longer true. */
class CorrectionTest {
	private static final int ALL = 1_000;
	private static final ScoreValue TWELVE = Scores.of20(12);
	private static final ScoreValue EIGHTEEN = Scores.of20(18);

	private final NoticeFixture school = new NoticeFixture(Inbox.class, Traces.class, TracedPushes.class);
	private final PushSource outbox = school.district.get(PushSource.class);

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aScoreRaisedAboveTheThresholdReplacesOnThePhoneWithoutASound() {
		ScoreChanged twelve = school.score(null, TWELVE);
		school.decide(twelve);
		Push told = accepted(school.ben);

		ScoreChanged eighteen = school.score(TWELVE, EIGHTEEN);
		school.decide(eighteen);

		Push correction = accepted(school.ben);
		assertThat(correction.alert()).hasFieldOrPropertyWithValue("title", "Corrected: Maya: 18 of 20 on Unit 3 Quiz")
				.hasFieldOrPropertyWithValue("body", "90% in Algebra I. Was 12 of 20.");
		assertThat(correction.collapse()).isEqualTo(told.collapse());
		assertThat(List.of(told.alerting(), correction.alerting())).containsExactly(true, false);
		assertThat(correction.link()).isEqualTo("/n/" + NoticeId.of(eighteen.id(), school.ben).value());
		assertThat(inbox(school.ben)).extracting(InboxLine::title).containsExactly("Corrected: Maya: 18 of 20 on Unit 3 Quiz");
		assertThat(school.inbox(twelve)).as("what was told to him is marked").doesNotContain(school.ben).contains(school.ana);
		assertThat(school.rules(eighteen)).containsEntry(school.ana, TraceCodes.NO_RULE);
	}

	@Test
	void theTraceKeepsWhyItIsNoNewsAndThenSaysWhoWasCorrected() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		ScoreChanged eighteen = school.score(TWELVE, EIGHTEEN);
		school.decide(eighteen);
		ScoreChanged removed = school.score(EIGHTEEN, null);
		school.decide(removed);

		List<Trace> raised = traces(eighteen);
		assertThat(raised).extracting(Trace::round).containsExactly(1, 2);
		assertThat(answer(raised.getFirst(), school.ben).rule()).contains(Rule.ABOVE_THRESHOLD);
		assertThat(raised.getLast().recipients()).extracting(Trace.Recipient::person).containsExactly(school.ben);
		assertThat(answer(raised.getLast(), school.ben)).extracting(Trace.Recipient::verdict, Trace.Recipient::rule)
				.containsExactly(OfPerson.TELL, Optional.empty());
		assertThat(answer(raised.getLast(), school.ben).pushes()).extracting(Trace.TracedPush::outcome)
				.containsExactly(Trace.PushState.OVERTAKEN);

		List<Trace> gone = traces(removed);
		assertThat(gone).extracting(Trace::verdict).containsExactly(OfEvent.DROP, OfEvent.TELL);
		assertThat(gone.getFirst().recipients()).hasSize(5).extracting(Trace.Recipient::verdict).containsOnly(OfPerson.WITHHOLD);
		assertThat(answer(gone.getLast(), school.carla)).extracting(Trace.Recipient::verdict, Trace.Recipient::rule)
				.containsExactly(OfPerson.INBOX_ONLY, Optional.of(Rule.NO_DEVICE));
		assertThat(answer(gone.getLast(), school.ben).pushes()).extracting(Trace.TracedPush::outcome)
				.containsExactly(Trace.PushState.WAITING);
	}

	@Test
	void whileItsPushStillWaitsBothAreWithdrawnAndNobodyHearsOfIt() {
		ScoreChanged twelve = school.score(null, TWELVE);
		school.decide(twelve);
		ScoreChanged eighteen = school.score(TWELVE, EIGHTEEN);
		school.decide(eighteen);

		assertThat(inbox(school.ben)).extracting(InboxLine::title, line -> line.correctedAt().isPresent())
				.containsExactly(tuple("Maya: 12 of 20 on Unit 3 Quiz", true));
		assertThat(take()).doesNotContainKey(school.ben).containsKey(school.ana);
		assertThat(traces(eighteen)).hasSize(1);
	}

	@Test
	void anOlderTellingOnThePhoneIsCorrectedThoughTheNewerOneStillWaited() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		school.decide(school.score(TWELVE, Scores.of20(10)));
		school.decide(school.score(Scores.of20(10), EIGHTEEN));

		assertThat(accepted(school.ben).alert()).hasFieldOrPropertyWithValue("title", "Corrected: Maya: 18 of 20 on Unit 3 Quiz");
	}

	@Test
	void aCorrectionWaitsForTheReceiptOfWhatIsInFlight() {
		school.decide(school.score(null, TWELVE));
		Map<PersonId, Push> flying = take();
		school.decide(school.score(TWELVE, EIGHTEEN));
		assertThat(take()).isEmpty();

		settle(of(flying, school.ben), new Outcome.Accepted());
		assertThat(of(take(), school.ben).alert()).extracting("title").asString().startsWith("Corrected: ");
	}

	@Test
	void whatCameBackWithoutAnAnswerMayBeOnThePhoneAndWhatAProviderPutOffIsNot() {
		school.decide(school.score(null, TWELVE));
		Map<PersonId, Push> flying = take();
		settle(of(flying, school.ana), new Outcome.Deferred(Duration.ofHours(1), "Throttled"));
		outbox.releaseUnanswered(school.district.time().instant());
		school.decide(school.score(TWELVE, null));

		assertThat(of(take(), school.ben).alert()).hasFieldOrPropertyWithValue("title",
				"Corrected: Maya no longer has a score on Unit 3 Quiz");
		assertThat(inbox(school.ana)).extracting(line -> line.correctedAt().isPresent()).as("withdrawn").containsExactly(true);
	}

	@Test
	void eachWayInWhichAScoreCanStopToSayAnythingIsSaid() {
		assertThat(correctionOf(TWELVE, null)).isEqualTo("Corrected: Maya no longer has a score on Unit 3 Quiz");
		assertThat(correctionOf(Scores.flagged(Flag.MISSING), Scores.flagged(Flag.TURNED_IN)))
				.isEqualTo("Corrected: Maya: Unit 3 Quiz is not missing");
		assertThat(correctionOf(TWELVE, Scores.of20(12, Flag.EXEMPT))).isEqualTo("Corrected: Maya: Unit 3 Quiz no longer counts");
		assertThat(correctionOf(TWELVE, EIGHTEEN)).isEqualTo("Corrected: Maya: 18 of 20 on Unit 3 Quiz");
	}

	/** Even below the threshold of whoever was told: what is hidden is not told. */
	@Test
	void ofAHiddenRecordACorrectionSaysOnlyThatWhatWasToldNoLongerHolds() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		show(false);
		school.decide(school.score(TWELVE, Scores.of20(11)));

		assertThat(accepted(school.ben).alert()).hasFieldOrPropertyWithValue("title", "Corrected: Maya: Unit 3 Quiz has changed")
				.hasFieldOrPropertyWithValue("body", "Algebra I. What you were told of it no longer holds.");
	}

	@Test
	void aCorrectionWhoseRecordIsHiddenBeforeItLeavesKeepsItsValueToItself() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		school.decide(school.score(TWELVE, EIGHTEEN));
		show(false);

		assertThat(title(accepted(school.ben))).isEqualTo("Corrected: Maya: Unit 3 Quiz has changed");
	}

	@Test
	void aThresholdOrSwitchThatWasTurnedSinceKeepsNoCorrectionBack() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		school.choose(new Choice(school.ben, school.maya, Kind.ASSIGNMENTS, false, null, true));
		school.decide(school.score(TWELVE, Scores.of20(11)));

		assertThat(title(accepted(school.ben))).isEqualTo("Corrected: Maya: 11 of 20 on Unit 3 Quiz");
	}

	@Test
	void noCorrectionWithoutAccessOrTheToolAndNoPushWithTheSwitchOffOrOnAPhoneThatNeverShowedIt() {
		school.decide(school.score(null, TWELVE));
		take().values().forEach(push -> settle(push, new Outcome.Accepted()));
		school.records.run("UPDATE roster.guardianship SET portal = false WHERE guardian = ?", school.ana.value());
		school.district.get(Devices.class).signOut(school.district.get(Devices.class).reachable(List.of(school.ben)).stream()
				.map(device -> device.device()).toList());
		school.phone(school.ben);
		ScoreChanged removed = school.score(TWELVE, null);
		school.decide(removed);

		assertThat(corrected(removed)).isEqualTo(Map.of(school.maya, TraceCodes.NO_RULE, school.ben, Rule.NO_DEVICE.code(), school.carla,
				Rule.NO_DEVICE.code()));
		assertThat(take()).containsOnlyKeys(school.maya);

		school.hideAssignmentsIn(Portal.PARENT);
		school.district.get(PushSwitch.class).set(false, Origin.SERVER);
		ScoreChanged anew = school.score(new ScoreValue(null, null, null, Set.of()), Scores.of20(19, Flag.EXEMPT));
		school.decide(anew);
		assertThat(corrected(anew)).isEqualTo(Map.of(school.maya, Rule.PUSH_DISABLED.code()));
		assertThat(inbox(school.maya)).extracting(InboxLine::title).containsExactly("Corrected: Unit 3 Quiz no longer counts");
	}

	@Test
	void aSilentChangeOnlyMarksTheLineAndTheNextLoudOneCorrects() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		ScoreChanged quietly = school.silent(TWELVE, Scores.of20(13));
		school.decide(quietly);
		assertThat(corrected(quietly)).isEmpty();
		assertThat(inbox(school.ben)).extracting(line -> line.correctedAt().isPresent()).containsExactly(true);

		school.decide(school.score(Scores.of20(13), EIGHTEEN));
		assertThat(title(accepted(school.ben))).isEqualTo("Corrected: Maya: 18 of 20 on Unit 3 Quiz");
	}

	@Test
	void aCorrectionIsCorrectedAsWellAlsoOfAScoreThatComesBack() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		school.decide(school.score(TWELVE, null));
		accepted(school.ben);
		school.decide(school.score(new ScoreValue(null, null, null, Set.of()), Scores.of20(19)));
		assertThat(title(accepted(school.ben))).isEqualTo("Corrected: Maya: 19 of 20 on Unit 3 Quiz");
		school.decide(school.score(Scores.of20(19), Scores.of20(17)));

		assertThat(title(accepted(school.ben))).isEqualTo("Corrected: Maya: 17 of 20 on Unit 3 Quiz");
		assertThat(inbox(school.ben)).hasSize(1);
	}

	@Test
	void aHiddenToolHidesItsLinesFromThatPortalAsLongAsItIsHidden() {
		school.decide(school.score(null, TWELVE));
		school.hideAssignmentsIn(Portal.PARENT);

		assertThat(inbox(school.ben)).isEmpty();
		assertThat(inbox(school.maya)).hasSize(1);
		school.hideAssignmentsIn();
		assertThat(inbox(school.ben)).extracting(InboxLine::title).containsExactly("Maya: 12 of 20 on Unit 3 Quiz");
	}

	/** The server, or its database, dies at any statement of a batch that corrects. */
	@Test
	void whateverStatementACorrectionDiesAtEverythingIsAsItWas() {
		school.decide(school.score(null, TWELVE));
		accepted(school.ben);
		ScoreChanged eighteen = school.score(TWELVE, EIGHTEEN);
		school.append(eighteen);
		List<Long> before = everything();
		LaneDecider decider = school.district.get(LaneDecider.class);

		for (int statement = 1; statement <= 12; statement++) {
			school.tap.failAt(statement);
			assertThatThrownBy(() -> decider.decide(Lane.of(eighteen))).as("statement %d", statement).isInstanceOf(RuntimeException.class);
			assertThat(everything()).as("after dying at statement %d", statement).isEqualTo(before);
		}
		school.tap.reset();
		assertThat(decider.decide(Lane.of(eighteen)).orElseThrow().changes()).isOne();
		assertThat(corrected(eighteen)).containsOnlyKeys(school.ben);
	}

	@Test
	void aFirstScoreAsksNothingAboutCorrections() {
		school.append(school.score(null, EIGHTEEN));
		school.tap.reset();

		school.district.get(LaneDecider.class).decide(Lane.of(school.score(null, null)));

		assertThat(school.tap.count()).isEqualTo(11);
	}

	private String correctionOf(@Nullable ScoreValue told, @Nullable ScoreValue now) {
		school.decide(school.score(null, told));
		accepted(school.ben);
		school.decide(school.score(told, now));
		String title = title(accepted(school.ben));
		school.records.run("TRUNCATE notice.notice, notice.push_end, notice.outbox");
		return title;
	}

	private void show(boolean shown) {
		school.records.run("UPDATE gradebook.assignment SET shown = ?", shown);
	}

	/** Takes all that may leave; the provider takes it too, and says so. */
	private Push accepted(PersonId person) {
		Map<PersonId, Push> pushes = take();
		pushes.values().forEach(push -> settle(push, new Outcome.Accepted()));
		return of(pushes, person);
	}

	private static String title(Push push) {
		return Objects.requireNonNull(push.alert()).title();
	}

	private static Push of(Map<PersonId, Push> pushes, PersonId person) {
		return Objects.requireNonNull(pushes.get(person), () -> "No push for " + person);
	}

	private Map<PersonId, Push> take() {
		Map<PersonId, Push> pushes = new TreeMap<>();
		outbox.take(ALL).parcels().forEach(parcel -> parcel.pushes().forEach(push -> pushes.put(owner(push), push)));
		return pushes;
	}

	private PersonId owner(Push push) {
		return school.district.jdbc().sql("SELECT person FROM notice.outbox WHERE priority || '-' || seq = ?").param(push.ref().value())
				.query((row, _) -> new PersonId(row.getLong("person"))).single();
	}

	private void settle(Push sent, Outcome outcome) {
		outbox.settle(List.of(Receipts.ofPushes(List.of(
				new Receipt(sent.id(), sent.ref(), outcome, sent.target().platform(), school.district.time().instant(), 1)))));
	}

	private List<InboxLine> inbox(PersonId person) {
		return school.district.get(Inbox.class).page(person, Optional.empty(), Optional.empty(), ALL).lines();
	}

	private List<Trace> traces(ScoreChanged event) {
		return school.district.get(Traces.class).page(new TraceFilter(Optional.of(school.maya), Optional.of(event.id()), Optional.empty(),
				Optional.empty()), Optional.empty(), ALL).traces();
	}

	private static Trace.Recipient answer(Trace trace, PersonId person) {
		return trace.recipients().stream().filter(one -> one.person().equals(person)).findFirst().orElseThrow();
	}

	/** @return whom the event's second round corrects, and the rule that kept it off the phone, 0: none */
	private Map<PersonId, Integer> corrected(ScoreChanged event) {
		Map<PersonId, Integer> rules = new TreeMap<>();
		school.district.jdbc().sql("""
				SELECT p.person, p.rule FROM notice.trace t, unnest(t.persons, t.rules) AS p(person, rule) WHERE t.event = ? AND t.round = 2
				""").param(event.id().value()).query(row -> {
			rules.put(new PersonId(row.getLong("person")), row.getInt("rule"));
		});
		return rules;
	}

	private List<Long> everything() {
		school.tap.reset();
		return List.of(school.count("event.change"), school.count("notice.notice"), school.count("notice.trace"),
				school.count("notice.push_end"), school.count("notice.outbox"), school.count("notice.push_count"),
				school.count("notice.notice WHERE corrected_at IS NOT NULL"));
	}
}
