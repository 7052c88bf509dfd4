package org.schoolbell.district.event;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a score says. Two values that say the same are equal: numbers are kept without trailing zeros.
 *
 * @param points points earned, 0 or more, may exceed the assignment's maximum (extra credit); null when only a mark or a flag was given
 * @param percent 0 or more, of the points possible; null when it cannot be known (a mark without percent)
 * @param mark a letter or word of the grade scale; null when there is none
 * @param flags what the score is flagged as
 */
public record ScoreValue(@Nullable BigDecimal points, @Nullable BigDecimal percent, @Nullable String mark, Set<Flag> flags) {
	public ScoreValue {
		points = plain(points);
		percent = plain(percent);
		flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
	}

	/**
	 * The percent that thresholds are held against: zero for missing and cheated work whatever was entered, none for exempt and dropped
	 * work.
	 *
	 * @return the effective percent, empty when there is none
	 */
	public Optional<BigDecimal> effectivePercent() {
		if (flags.contains(Flag.EXEMPT) || flags.contains(Flag.DROPPED)) {
			return Optional.empty();
		}
		if (flags.contains(Flag.MISSING) || flags.contains(Flag.CHEATED)) {
			return Optional.of(BigDecimal.ZERO);
		}
		return Optional.ofNullable(percent);
	}

	/**
	 * What of it is news to a family: all but "turned in", which alone tells no one.
	 *
	 * @return the value without that flag, empty if nothing else is said
	 */
	public Optional<ScoreValue> news() {
		Set<Flag> told = EnumSet.noneOf(Flag.class);
		told.addAll(flags);
		told.remove(Flag.TURNED_IN);
		boolean something = points != null || percent != null || mark != null || !told.isEmpty();
		return something ? Optional.of(new ScoreValue(points, percent, mark, told)) : Optional.empty();
	}

	private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
		if (number == null) {
			return null;
		}
		BigDecimal stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
