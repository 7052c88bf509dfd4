package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of one student's work on one assignment.
 *
 * @param inProgress null: the source does not say
 * @param comment for staff, never told to anyone; null: the source does not say
 */
public record ResultRecord(SourcedId assignment, SourcedId student, @Nullable BigDecimal points, @Nullable String mark, Set<Flag> flags,
		@Nullable Boolean inProgress, @Nullable String comment, @Nullable LocalDate scoredOn) {
	/** Without the score. */
	@Override
	public String toString() {
		return "ResultRecord";
	}
}
