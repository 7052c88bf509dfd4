package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.gradebook.EditOutcome.Why;

/** What was typed into a cell: points where the assignment has points possible, else a mark. */
sealed interface Entry {
	/** The cell was cleared. */
	record Nothing() implements Entry {}

	record Points(BigDecimal points) implements Entry {}

	record Mark(String mark) implements Entry {}

	/** Nothing that can be kept. */
	record Wrong(Why why) implements Entry {}

	Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*[0-9.,]+");

	static Entry read(String typed, Assignment assignment) {
		String text = typed.strip();
		if (text.isEmpty()) {
			return new Nothing();
		}
		return assignment.points().isPresent() ? points(text) : mark(text);
	}

	private static Entry points(String text) {
		BigDecimal points = ScoreLimits.typed(text).orElse(null);
		if (points == null) {
			return new Wrong(NEGATIVE.matcher(text).matches() ? Why.NEGATIVE : Why.NO_NUMBER);
		}
		boolean fits = points.compareTo(ScoreLimits.MOST_POINTS) <= 0 && points.stripTrailingZeros().scale() <= ScoreLimits.MOST_DECIMALS;
		return fits ? new Points(points) : new Wrong(Why.TOO_LARGE);
	}

	private static Entry mark(String text) {
		if (text.length() > ScoreLimits.MOST_MARK || text.chars().anyMatch(Character::isISOControl)) {
			return new Wrong(Why.MARK_TOO_LONG);
		}
		return new Mark(text);
	}

	/** @return whether the score says this already */
	static boolean says(@Nullable ScoreValue value, Entry entry) {
		return switch (entry) {
			case Points(BigDecimal points) -> value != null && value.points() != null && value.points().compareTo(points) == 0;
			case Mark(String mark) -> value != null && value.points() == null && mark.equals(value.mark());
			case Nothing _ -> value == null || (value.points() == null && value.percent() == null && value.mark() == null);
			case Wrong _ -> false;
		};
	}
}
