package org.schoolbell.district.decision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;

import static org.assertj.core.api.Assertions.assertThat;

/** Of single scores, for any of them: percents and thresholds are whole ten-thousandths here, so that nothing is compared as the product compares it. */
class ThresholdsTest {
	private static final Instant AT = Instant.parse("2026-11-24T20:00:00Z");
	private static final PersonId MAYA = new PersonId(1);
	private static final PersonId ANA = new PersonId(2);
	private static final int PARTS = 10_000;

	static Stream<Long> seeds() {
		return Stream.iterate(1L, seed -> seed + 1).limit(500);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aScoreIsToldExactlyIfItIsBelow(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		long below = random.nextLong(0, 100L * PARTS + 1);
		long percent = switch (random.nextInt(5)) {
			case 0 -> below;
			case 1 -> below + 1;
			case 2 -> Math.max(0, below - 1);
			default -> random.nextLong(0, 150L * PARTS);
		};
		Set<Flag> flags = flags(random, Flag.TURNED_IN, Flag.LATE, Flag.INCOMPLETE);

		assertThat(told(value(percent, flags), number(below))).isEqualTo(percent < below);
		assertThat(told(value(percent, flags), null)).as("without a threshold").isTrue();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void missingAndCheatedWorkIsZeroWhateverWasEntered(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		Set<Flag> flags = flags(random, Flag.TURNED_IN, Flag.LATE, Flag.INCOMPLETE, Flag.MISSING, Flag.CHEATED);
		flags.add(random.nextBoolean() ? Flag.MISSING : Flag.CHEATED);
		ScoreValue value = random.nextBoolean()
				? value(random.nextLong(0, 150L * PARTS), flags)
				: new ScoreValue(null, null, random.nextBoolean() ? "A" : null, flags);

		assertThat(told(value, number(random.nextLong(1, 100L * PARTS + 1)))).isTrue();
		assertThat(told(value, BigDecimal.ZERO)).as("nothing is below zero").isFalse();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatHasNoPercentIsNotBelow(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		ScoreValue mark = new ScoreValue(random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(20)) : null, null, "C",
				flags(random, Flag.LATE, Flag.INCOMPLETE));

		assertThat(told(mark, number(random.nextLong(0, 100L * PARTS + 1)))).isFalse();
		assertThat(told(mark, null)).as("without a threshold").isTrue();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void exemptAndDroppedWorkIsToldToNobody(long seed) {
		RandomGenerator random = new SplittableRandom(seed);
		Set<Flag> flags = flags(random, Flag.values());
		flags.add(random.nextBoolean() ? Flag.EXEMPT : Flag.DROPPED);

		assertThat(told(value(random.nextLong(0, 100L * PARTS), flags), random.nextBoolean() ? null : number(100L * PARTS))).isFalse();
	}

	private static boolean told(ScoreValue value, @Nullable BigDecimal below) {
		ScoreChanged change = new ScoreChanged(new EventId(new UUID(1, 2)), MAYA, new AssignmentId(1), null, value, null, AT, false);
		RecordFacts record = new RecordFacts.OfScore(true, true, true, true, true, true, true);
		PersonFacts ana = new PersonFacts(ANA, true, true, true, true, below, true);
		Verdict verdict = Decision.decide(new Facts(change, false, record, List.of(ana), true, AT)).people().getFirst().verdict();
		return switch (verdict) {
			case Verdict.Tell _ -> true;
			case Verdict.InboxOnly _ -> throw new AssertionError("nothing keeps it off the phone");
			case Verdict.Withhold(Rule rule) -> {
				assertThat(rule).isIn(Rule.ABOVE_THRESHOLD, Rule.NOT_COUNTED);
				yield false;
			}
		};
	}

	private static ScoreValue value(long percent, Set<Flag> flags) {
		return new ScoreValue(null, number(percent), null, flags);
	}

	private static BigDecimal number(long parts) {
		return new BigDecimal(BigInteger.valueOf(parts), 4);
	}

	private static Set<Flag> flags(RandomGenerator random, Flag... among) {
		EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : among) {
			if (random.nextInt(3) == 0) {
				flags.add(flag);
			}
		}
		return flags;
	}
}
