package org.schoolbell.district.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/** In which form a score is told: the first that fits. Missing stands before a number, since missing plus zero is one notice, "missing". */
enum ScoreForm {
	MISSING("score.missing"), POINTS("score.points"), POINTS_ONLY("score.points.only"), PERCENT("score.percent"), MARK("score.mark"), LATE(
			"score.late"), INCOMPLETE("score.incomplete"), TURNED_IN("score.turned-in");

	private final String key;

	ScoreForm(String key) {
		this.key = key;
	}

	static ScoreForm of(ScoreValue value, @Nullable BigDecimal possible) {
		if (value.flags().contains(Flag.MISSING)) {
			return MISSING;
		}
		if (value.points() != null) {
			return possible == null ? POINTS_ONLY : POINTS;
		}
		if (value.percent() != null) {
			return PERCENT;
		}
		if (value.mark() != null) {
			return MARK;
		}
		if (value.flags().contains(Flag.INCOMPLETE)) {
			return INCOMPLETE;
		}
		return value.flags().contains(Flag.LATE) ? LATE : TURNED_IN;
	}

	String key() {
		return key;
	}

	/** @return the message that says what the title has not said */
	String bodyKey(ScoreValue value, @Nullable BigDecimal possible) {
		return switch (this) {
			case MISSING -> possible == null ? "score.body.section" : "score.body.missing";
			case POINTS, POINTS_ONLY ->
				value.percent() != null ? "score.body.percent" : value.mark() != null ? "score.body.mark" : "score.body.section";
			case PERCENT -> value.mark() != null ? "score.body.mark" : "score.body.section";
			case MARK, LATE, INCOMPLETE, TURNED_IN -> "score.body.section";
		};
	}

	/** @return the message that repeats an earlier value in a word or two; empty when it said nothing worth repeating */
	Optional<String> valueKey() {
		return switch (this) {
			case MISSING, POINTS, POINTS_ONLY, PERCENT, MARK -> Optional.of(key.replace("score.", "score.value."));
			case LATE, INCOMPLETE, TURNED_IN -> Optional.empty();
		};
	}

	/** @return the flags that the title has not named, in the order in which they are read */
	List<Flag> flagsToAdd(ScoreValue value) {
		return List.of(Flag.LATE, Flag.INCOMPLETE, Flag.CHEATED).stream().filter(value.flags()::contains).filter(flag -> !key.endsWith(
				flag.name().toLowerCase(Locale.ROOT))).toList();
	}
}
