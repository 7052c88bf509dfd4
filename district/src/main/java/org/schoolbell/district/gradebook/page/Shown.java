package org.schoolbell.district.gradebook.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.gradebook.ScoreEdit;
import org.schoolbell.district.gradebook.ScoreState;

/**
 * What a cell shows of a score.
 *
 * @param seen its version
 * @param entry points, else the mark, else the percent with its sign; empty: nothing
 * @param flags the letters of {@code M L I X} that are set, in this order
 */
public record Shown(String seen, String entry, String flags) {
	/** A cell without a record. */
	static final Shown NOTHING = new Shown(Long.toString(ScoreState.NONE), "", "");

	private static final List<Flag> ORDER = List.of(Flag.MISSING, Flag.LATE, Flag.INCOMPLETE, Flag.EXEMPT);
	private static final Map<Flag, String> LETTERS = Map.of(Flag.MISSING, "M", Flag.LATE, "L", Flag.INCOMPLETE, "I", Flag.EXEMPT, "X");

	static Shown of(@Nullable ScoreState state) {
		return state == null
				? NOTHING
				: new Shown(Long.toString(state.version()), entry(state.value()), state.value().flags().stream()
						.filter(ScoreEdit.FLAGS::contains).sorted(Comparator.comparingInt(ORDER::indexOf)).map(LETTERS::get)
						.collect(Collectors.joining()));
	}

	/** @return the flags as the page shows them: X is EX */
	public List<String> letters() {
		return flags.chars().mapToObj(letter -> letter == 'X' ? "EX" : Character.toString(letter)).toList();
	}

	private static String entry(ScoreValue value) {
		return Optional.ofNullable(value.points()).map(BigDecimal::toPlainString).or(() -> Optional.ofNullable(value.mark()))
				.or(() -> Optional.ofNullable(value.percent()).map(percent -> percent.toPlainString() + "%")).orElse("");
	}
}
