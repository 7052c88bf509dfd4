package org.schoolbell.district.preference;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class PresetTest {
	private static final PersonId ANA = new PersonId(1);
	private static final PersonId MAYA = new PersonId(2);

	static Stream<Long> seeds() {
		return Stream.iterate(1L, seed -> seed + 1).limit(300);
	}

	@Test
	void theSwitchesOfEachPresetAreThoseThatItsWordsSay() {
		Choice own = choice(true, "55", false);

		assertThat(Preset.EVERYTHING.applied(own)).isEqualTo(choice(true, null, true));
		assertThat(Preset.ONLY_WHAT_NEEDS_ME.applied(own)).isEqualTo(choice(true, "70", true));
		assertThat(Preset.OFF.applied(own)).as("to be turned on again as it was").isEqualTo(choice(false, "55", false));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whateverWasChosenBeforeAPresetIsRecognisedByItsSwitches(long seed) {
		Choice before = any(new SplittableRandom(seed));

		for (Preset preset : Preset.values()) {
			Choice after = preset.applied(before);
			assertThat(Preset.of(after)).contains(preset);
			assertThat(preset.applied(after)).isEqualTo(after);
			assertThat(new Pairing(after.person(), after.student())).isEqualTo(new Pairing(ANA, MAYA));
		}
	}

	/** Not by name: by what each of them would tell, from nothing to extra credit, missing or not. */
	@ParameterizedTest
	@MethodSource("seeds")
	void switchesAreCalledAPresetExactlyIfTheyTellTheSame(long seed) {
		Choice choice = any(new SplittableRandom(seed));

		Optional<Preset> same = Arrays.stream(Preset.values()).filter(preset -> tellTheSame(preset.applied(choice), choice)).findFirst();

		assertThat(Preset.of(choice)).isEqualTo(same);
	}

	private static boolean tellTheSame(Choice one, Choice other) {
		for (int quarters = 0; quarters <= 600; quarters++) {
			BigDecimal percent = BigDecimal.valueOf(quarters * 25L, 2);
			if (tells(one, percent, false) != tells(other, percent, false)) {
				return false;
			}
		}
		return tells(one, BigDecimal.ZERO, true) == tells(other, BigDecimal.ZERO, true);
	}

	private static boolean tells(Choice choice, BigDecimal percent, boolean missingWork) {
		BigDecimal below = choice.below();
		return choice.wants(missingWork) && (below == null || percent.compareTo(below) < 0);
	}

	/** A threshold of nothing tells nothing, and is the one that is no preset though it tells as little as one. */
	private static Choice any(RandomGenerator random) {
		String below = switch (random.nextInt(4)) {
			case 0 -> null;
			case 1 -> random.nextBoolean() ? "70" : "70.00";
			default -> BigDecimal.valueOf(random.nextLong(1, 401) * 25, 2).toPlainString();
		};
		return choice(random.nextInt(4) > 0, below, random.nextBoolean());
	}

	private static Choice choice(boolean on, @Nullable String below, boolean missing) {
		return new Choice(ANA, MAYA, Kind.ASSIGNMENTS, on, below == null ? null : new BigDecimal(below), missing);
	}
}
