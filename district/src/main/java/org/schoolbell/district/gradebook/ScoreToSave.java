package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SourcedId;

/**
 * What a writer says of one student's work on one assignment: the whole score, so what is left out it no longer has. Nothing is checked yet.
 *
 * @param points points earned; may exceed the maximum (extra credit)
 * @param percent if the writer knows better than points divided by points possible
 * @param mark a letter or word of the grade scale
 * @param scoredOn the day of scoring in the district's zone; null: today, if the score changes
 * @param result what only OneRoster says; null leaves it as it is
 */
public record ScoreToSave(SourcedId assignment, SourcedId student, @Nullable BigDecimal points, @Nullable BigDecimal percent,
		@Nullable String mark, Set<Flag> flags, @Nullable LocalDate scoredOn, @Nullable ResultDetails result) {
	public ScoreToSave {
		flags = Set.copyOf(flags);
	}

	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "ScoreToSave[" + assignment + "]";
	}
}
