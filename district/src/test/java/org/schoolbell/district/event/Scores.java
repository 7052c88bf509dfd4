package org.schoolbell.district.event;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** Values and changes for tests, all made from a seeded generator. */
public final class Scores {
	private Scores() {
	}

	/** @return points of 20, with their percent */
	public static ScoreValue of20(int points, Flag... flags) {
		return new ScoreValue(BigDecimal.valueOf(points), BigDecimal.valueOf(points * 5L), null, Set.of(flags));
	}

	/** @return only flags */
	public static ScoreValue flagged(Flag... flags) {
		return new ScoreValue(null, null, null, Set.of(flags));
	}

	/** @return any value that a score can have, or none; from few enough that values repeat */
	public static @Nullable ScoreValue any(RandomGenerator random) {
		if (random.nextInt(6) == 0) {
			return null;
		}
		EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : Flag.values()) {
			if (random.nextInt(7) == 0) {
				flags.add(flag);
			}
		}
		BigDecimal points = random.nextBoolean() ? BigDecimal.valueOf(random.nextLong(0, 25)) : null;
		BigDecimal percent = random.nextBoolean() ? BigDecimal.valueOf(random.nextLong(0, 1250), 1) : null;
		return new ScoreValue(points, percent, random.nextInt(4) == 0 ? "B+" : null, flags);
	}
}
