package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.gradebook.SaveOutcome.Field;
import org.schoolbell.district.gradebook.SaveOutcome.Rejected;

/** Which values a score can have. */
public final class ScoreLimits {
	/** Scores of one batch. */
	public static final int BATCH = 10_000;
	/** Points earned, and points possible. */
	public static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);
	/** A percent that a writer gives; what is computed from points may exceed it. */
	public static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);
	/** More than any floating point number of another system has. */
	public static final int MOST_DECIMALS = 20;
	public static final int MOST_MARK = 40;
	public static final int MOST_COMMENT = 4_000;
	/** On which a score was given. */
	public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
	public static final LocalDate DAY_AFTER_LAST = LocalDate.of(2200, 1, 1);
	private static final int PERCENT_DECIMALS = 4;
	private static final int LONGEST_TYPED = 100;
	/** With a point or a comma, as schools of either habit write it. */
	private static final Pattern TYPED = Pattern.compile("[0-9]+([.,][0-9]*)?|[.,][0-9]+");
	/** 1,250 is a thousand and more to some and hardly more than one to others. */
	private static final Pattern AMBIGUOUS = Pattern.compile("[1-9][0-9]{0,2},[0-9]{3}");
	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private ScoreLimits() {
	}

	/**
	 * The percent that points are of the points possible, rounded down to 4 decimals: so it is below a threshold of as many decimals exactly if the
	 * true quotient is.
	 *
	 * @return null where there are no points, or none are possible
	 */
	public static @Nullable BigDecimal percent(@Nullable BigDecimal points, Optional<BigDecimal> possible) {
		if (points == null || possible.isEmpty() || possible.get().signum() <= 0) {
			return null;
		}
		return points.multiply(HUNDRED).divide(possible.get(), PERCENT_DECIMALS, RoundingMode.FLOOR);
	}

	/** @return the number that somebody typed, of any size; empty if it is none, or could be meant as either of two */
	public static Optional<BigDecimal> typed(String text) {
		// Before it is computed: ten million digits are quick to send and slow to read.
		return text.length() <= LONGEST_TYPED && TYPED.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches()
				? Optional.of(new BigDecimal(text.replace(',', '.')))
				: Optional.empty();
	}

	/** @return whether a score can have been given on that day */
	public static boolean isDay(LocalDate day) {
		return !day.isBefore(FIRST_DAY) && day.isBefore(DAY_AFTER_LAST);
	}

	/**
	 * Whether a mark cannot have this character: those of control, and those of Unicode's bidirectional algorithm (UAX #9, 2.1 to 2.4) that embed, override or
	 * isolate, with which a mark could turn the text around it into other words.
	 */
	public static boolean isControl(int character) {
		return Character.isISOControl(character) || (character >= 0x202A && character <= 0x202E)
				|| (character >= 0x2066 && character <= 0x2069);
	}

	/** @return the first value that a score cannot have, empty if all are fine */
	static Optional<Rejected> check(ScoreToSave score) {
		return check(Field.POINTS, score.points(), MOST_POINTS).or(() -> check(Field.PERCENT, score.percent(), MOST_PERCENT))
				.or(() -> checkMark(score.mark())).or(() -> checkDay(score.scoredOn())).or(() -> checkComment(score.result()));
	}

	private static Optional<Rejected> check(Field field, @Nullable BigDecimal number, BigDecimal most) {
		if (number == null) {
			return Optional.empty();
		}
		// Before anything is computed with it: a number such as 1e999999999 is short to write and endless to add up.
		boolean inRange = number.signum() >= 0 && number.compareTo(most) <= 0;
		if (!inRange || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
			return Optional
					.of(new Rejected(field, "must be 0 to " + most.toPlainString() + " with at most " + MOST_DECIMALS + " decimals"));
		}
		return Optional.empty();
	}

	private static Optional<Rejected> checkMark(@Nullable String mark) {
		if (mark != null && (mark.isBlank() || mark.length() > MOST_MARK || mark.chars().anyMatch(ScoreLimits::isControl))) {
			return Optional.of(new Rejected(Field.MARK,
					"must have 1 to " + MOST_MARK + " characters, none of control and none that turns the direction of text"));
		}
		return Optional.empty();
	}

	private static Optional<Rejected> checkDay(@Nullable LocalDate day) {
		if (day != null && !isDay(day)) {
			return Optional.of(new Rejected(Field.SCORED_ON, "must be a day from " + FIRST_DAY + " on, and before " + DAY_AFTER_LAST));
		}
		return Optional.empty();
	}

	private static Optional<Rejected> checkComment(@Nullable ResultDetails result) {
		if (result != null && result.comment().length() > MOST_COMMENT) {
			return Optional.of(new Rejected(Field.COMMENT, "must have at most " + MOST_COMMENT + " characters"));
		}
		return Optional.empty();
	}
}
