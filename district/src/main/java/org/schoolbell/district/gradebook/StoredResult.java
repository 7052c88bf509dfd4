package org.schoolbell.district.gradebook;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.SectionId;

/**
 * All that is kept of a score, as OneRoster's result.
 *
 * @param scoredOn in the district's zone; null: on the day of {@code modifiedAt}
 */
public record StoredResult(SourcedId sourcedId, SourcedId lineItem, SectionId section, PersonId student, ScoreValue value,
		boolean inProgress, @Nullable String comment, @Nullable LocalDate scoredOn, Instant modifiedAt) {
	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "StoredResult[" + sourcedId + "]";
	}
}
