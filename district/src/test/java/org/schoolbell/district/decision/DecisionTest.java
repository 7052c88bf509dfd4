package org.schoolbell.district.decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.Scores;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Facts are built so that they break a chosen set of rules and no other; the first of them in the order of the lists must be the reason.
 */
class DecisionTest {
	private static final Instant AT = Instant.parse("2026-11-24T20:00:00Z");
	private static final PersonId MAYA = new PersonId(1);
	/** In these tests work is uncounted by what its score says, not by what becomes of the assignment. */
	private static final Set<Rule> SAYS_NOTHING_OF_THE_RECORD = EnumSet.of(Rule.SILENT, Rule.OVERTAKEN, Rule.WITHDRAWN, Rule.NOT_COUNTED);

	static Stream<Long> seeds() {
		return Stream.iterate(1L, seed -> seed + 1).limit(300);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theFirstBrokenRuleIsTheReason(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		Set<Rule> brokenByEvent = some(EnumSet.range(Rule.SILENT, Rule.NOT_COUNTED), random, 12);
		Set<Rule> brokenForAll = some(EnumSet.of(Rule.PUSH_DISABLED, Rule.TOO_OLD), random, 3);
		List<Set<Rule>> broken = new ArrayList<>();
		for (int i = random.nextInt(0, 6); i > 0; i--) {
			Set<Rule> own = some(EnumSet.of(Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.KIND_OFF, Rule.ABOVE_THRESHOLD, Rule.NO_DEVICE), random,
					3);
			own.addAll(brokenForAll);
			broken.add(own);
		}
		if (!broken.isEmpty() && random.nextBoolean()) {
			broken.get(random.nextInt(broken.size())).add(Rule.OWN_ACT);
		}

		Decision decision = Decision.decide(facts(brokenByEvent, brokenForAll, broken, random));

		Optional<Rule> event = first(brokenByEvent);
		assertThat(decision.event()).isEqualTo(event.<EventVerdict>map(EventVerdict.Drop::new).orElseGet(EventVerdict.Tell::new));
		assertThat(decision.people()).extracting(Decision.OfPerson::verdict)
				.isEqualTo(broken.stream().map(own -> expected(event, first(own))).toList());
		Set<Rule> asked = EnumSet.of(Rule.SILENT, Rule.OVERTAKEN, Rule.WITHDRAWN, Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.PUSH_DISABLED,
				Rule.NO_DEVICE);
		assertThat(decision.people()).extracting(Decision.OfPerson::correction).isEqualTo(broken.stream().map(own -> {
			Set<Rule> all = EnumSet.copyOf(asked);
			all.removeIf(rule -> !own.contains(rule) && !brokenByEvent.contains(rule));
			return correction(first(all));
		}).toList());
		assertThat(decision.sayable()).isEqualTo(brokenByEvent.stream().allMatch(SAYS_NOTHING_OF_THE_RECORD::contains));
	}

	private static Verdict correction(Optional<Rule> rule) {
		return rule.<Verdict>map(
				first -> first == Rule.PUSH_DISABLED || first == Rule.NO_DEVICE
						? new Verdict.InboxOnly(first)
						: new Verdict.Withhold(first))
				.orElseGet(Verdict.Tell::new);
	}

	private static Verdict expected(Optional<Rule> event, Optional<Rule> person) {
		if (event.isPresent()) {
			return new Verdict.Withhold(event.get());
		}
		return switch (person.orElse(null)) {
			case null -> new Verdict.Tell();
			case NO_ACCESS, TOOL_HIDDEN, OWN_ACT, KIND_OFF, ABOVE_THRESHOLD -> new Verdict.Withhold(person.orElseThrow());
			case PUSH_DISABLED, TOO_OLD, NO_DEVICE -> new Verdict.InboxOnly(person.orElseThrow());
			case SILENT, OVERTAKEN, WITHDRAWN, NOT_ACTIVE_YEAR, NOT_ENROLLED, NOT_ON_ROSTER, PORTAL_DISABLED, NOT_PUBLISHED, NOT_COUNTED ->
				throw new AssertionError();
		};
	}

	private static Facts facts(Set<Rule> brokenByEvent, Set<Rule> brokenForAll, List<Set<Rule>> broken, RandomGenerator random) {
		boolean calendarClosed = brokenByEvent.contains(Rule.PORTAL_DISABLED) && random.nextBoolean();
		boolean termClosed = brokenByEvent.contains(Rule.PORTAL_DISABLED) && !calendarClosed;
		ScoreValue after = brokenByEvent.contains(Rule.NOT_COUNTED)
				? Scores.of20(18, random.nextBoolean() ? Flag.EXEMPT : Flag.DROPPED)
				: Scores.of20(18);
		ScoreValue before = brokenByEvent.contains(Rule.WITHDRAWN) ? after : random.nextBoolean() ? null : Scores.of20(5);
		RecordFacts record = new RecordFacts.OfScore(!brokenByEvent.contains(Rule.NOT_ACTIVE_YEAR),
				!brokenByEvent.contains(Rule.NOT_ENROLLED),
				!brokenByEvent.contains(Rule.NOT_ON_ROSTER), !calendarClosed, !termClosed, !brokenByEvent.contains(Rule.NOT_PUBLISHED),
				true);
		PersonId actor = random.nextBoolean() ? null : new PersonId(broken.size() + 1);
		List<PersonFacts> people = new ArrayList<>();
		for (Set<Rule> own : broken) {
			actor = own.contains(Rule.OWN_ACT) ? new PersonId(people.size() + 1) : actor;
			BigDecimal below = BigDecimal.valueOf(own.contains(Rule.ABOVE_THRESHOLD) ? random.nextInt(0, 91) : random.nextInt(91, 101));
			people.add(new PersonFacts(new PersonId(people.size() + 1), !own.contains(Rule.NO_ACCESS),
					!own.contains(Rule.TOOL_HIDDEN), !own.contains(Rule.KIND_OFF),
					random.nextBoolean(), own.contains(Rule.ABOVE_THRESHOLD) || random.nextBoolean() ? below : null,
					!own.contains(Rule.NO_DEVICE)));
		}
		Duration age = brokenForAll.contains(Rule.TOO_OLD)
				? Duration.ofDays(3).plusMillis(random.nextInt(1000))
				: Duration.ofDays(3).minusMillis(1 + random.nextInt(1000));
		return new Facts(change(before, after, actor, brokenByEvent.contains(Rule.SILENT)), brokenByEvent.contains(Rule.OVERTAKEN), record,
				people,
				!brokenForAll.contains(Rule.PUSH_DISABLED), AT.plus(age));
	}

	@Test
	void aThresholdTellsStrictlyBelowIt() {
		assertThat(verdict(null, value("79.99"), below(80))).isEqualTo(new Verdict.Tell());
		assertThat(verdict(null, value("80"), below(80))).isEqualTo(new Verdict.Withhold(Rule.ABOVE_THRESHOLD));
		assertThat(verdict(null, value("0"), below(0))).isEqualTo(new Verdict.Withhold(Rule.ABOVE_THRESHOLD));
	}

	@Test
	void missingAndCheatedWorkIsZeroPercentWhateverWasEntered() {
		assertThat(verdict(null, Scores.of20(20, Flag.MISSING), below(1))).isEqualTo(new Verdict.Tell());
		assertThat(verdict(null, Scores.of20(20, Flag.CHEATED), below(1))).isEqualTo(new Verdict.Tell());
		assertThat(verdict(null, Scores.of20(20, Flag.LATE), below(1))).isEqualTo(new Verdict.Withhold(Rule.ABOVE_THRESHOLD));
	}

	@Test
	void missingWorkHasASwitchOfItsOwn() {
		PersonFacts person = new PersonFacts(MAYA, true, true, true, false, null, true);

		assertThat(verdict(null, Scores.flagged(Flag.MISSING), person)).isEqualTo(new Verdict.Withhold(Rule.KIND_OFF));
		assertThat(verdict(Scores.flagged(Flag.MISSING), Scores.of20(3), person)).isEqualTo(new Verdict.Tell());
	}

	@Test
	void aMarkWithoutPercentIsBelowNoThresholdUntilAGradeScaleSaysSo() {
		ScoreValue mark = new ScoreValue(null, null, "3", Set.of());

		assertThat(verdict(null, mark, below(100))).isEqualTo(new Verdict.Withhold(Rule.ABOVE_THRESHOLD));
	}

	@Test
	void turnedInAloneTellsNoOne() {
		assertThat(event(null, Scores.flagged(Flag.TURNED_IN))).isEqualTo(new EventVerdict.Drop(Rule.WITHDRAWN));
		assertThat(event(Scores.of20(12), Scores.of20(12, Flag.TURNED_IN))).isEqualTo(new EventVerdict.Drop(Rule.WITHDRAWN));
		assertThat(event(Scores.flagged(Flag.MISSING), Scores.flagged(Flag.TURNED_IN))).isEqualTo(new EventVerdict.Drop(Rule.NOT_COUNTED));
		assertThat(event(Scores.flagged(Flag.MISSING), Scores.of20(12, Flag.TURNED_IN))).isEqualTo(new EventVerdict.Tell());
	}

	@Test
	void aRemovedScoreAndAWithdrawnAssignmentDoNotCount() {
		assertThat(event(Scores.of20(12), null)).isEqualTo(new EventVerdict.Drop(Rule.NOT_COUNTED));

		RecordFacts inactive = new RecordFacts.OfScore(true, true, true, true, true, true, false);
		Facts facts = new Facts(change(null, Scores.of20(12), null, false), false, inactive, List.of(), true, AT);
		assertThat(Decision.decide(facts).event()).isEqualTo(new EventVerdict.Drop(Rule.NOT_COUNTED));
	}

	@ParameterizedTest
	@EnumSource
	void aRuleIsFoundByItsNumber(Rule rule) {
		assertThat(Rule.ofCode(rule.code())).isEqualTo(rule);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theLastLookNamesTheFirstRuleThatFailsNow(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		Set<Rule> broken = some(
				EnumSet.of(Rule.NOT_ACTIVE_YEAR, Rule.NOT_PUBLISHED, Rule.NO_ACCESS, Rule.TOOL_HIDDEN, Rule.KIND_OFF, Rule.PUSH_DISABLED,
						Rule.TOO_OLD,
						Rule.NO_DEVICE),
				random, 5);

		LastLook.Facts facts = new LastLook.Facts(!broken.contains(Rule.NOT_ACTIVE_YEAR), !broken.contains(Rule.NOT_PUBLISHED),
				!broken.contains(Rule.NO_ACCESS), !broken.contains(Rule.TOOL_HIDDEN),
				!broken.contains(Rule.KIND_OFF), !broken.contains(Rule.PUSH_DISABLED), !broken.contains(Rule.NO_DEVICE), AT,
				broken.contains(Rule.TOO_OLD) ? AT : AT.minusMillis(1));

		assertThat(LastLook.stoppedBy(facts)).isEqualTo(first(broken));
		broken.removeAll(EnumSet.of(Rule.NOT_ACTIVE_YEAR, Rule.NOT_PUBLISHED, Rule.KIND_OFF));
		assertThat(LastLook.ofCorrectionStoppedBy(facts)).as("a correction").isEqualTo(first(broken));
	}

	private static Set<Rule> some(Set<Rule> rules, RandomGenerator random, int oneIn) {
		Set<Rule> some = EnumSet.noneOf(Rule.class);
		rules.stream().filter(_ -> random.nextInt(oneIn) == 0).forEach(some::add);
		return some;
	}

	private static Optional<Rule> first(Set<Rule> rules) {
		return rules.stream().min(Comparator.naturalOrder());
	}

	private static PersonFacts below(int percent) {
		return new PersonFacts(MAYA, true, true, true, true, BigDecimal.valueOf(percent), true);
	}

	private static ScoreValue value(String percent) {
		return new ScoreValue(null, new BigDecimal(percent), null, Set.of());
	}

	private static Verdict verdict(@Nullable ScoreValue before, @Nullable ScoreValue after, PersonFacts person) {
		return decide(before, after, List.of(person)).people().getFirst().verdict();
	}

	private static EventVerdict event(@Nullable ScoreValue before, @Nullable ScoreValue after) {
		return decide(before, after, List.of()).event();
	}

	private static Decision decide(@Nullable ScoreValue before, @Nullable ScoreValue after, List<PersonFacts> people) {
		RecordFacts open = new RecordFacts.OfScore(true, true, true, true, true, true, true);
		return Decision.decide(new Facts(change(before, after, null, false), false, open, people, true, AT));
	}

	private static ScoreChanged change(@Nullable ScoreValue before, @Nullable ScoreValue after, @Nullable PersonId actor, boolean silent) {
		return new ScoreChanged(EventId.at(AT, new SplittableRandom(1)), MAYA, new AssignmentId(1), before, after, actor, AT, silent);
	}
}
