package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of an assignment.
 *
 * @param term its grading period, else its session; null where it names none that is known
 * @param due in the district's zone
 * @param pointsMax the points possible; null where only a mark is given
 */
public record LineItemRecord(String title, @Nullable String description, SourcedId section, @Nullable SourcedId category,
		@Nullable TermId term, @Nullable LocalDate assigned, LocalDate due, @Nullable BigDecimal pointsMin, @Nullable BigDecimal pointsMax,
		boolean shown, boolean counts) {}
