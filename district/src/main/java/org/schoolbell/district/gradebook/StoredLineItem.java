package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.SectionId;

/**
 * All that is kept of an assignment, as OneRoster's lineItem.
 *
 * @param assigned in the district's zone
 * @param due in the district's zone
 * @param pointsMax null where only a mark is given
 */
public record StoredLineItem(SourcedId sourcedId, SectionId section, Optional<SourcedId> category, Optional<TermId> term, String title,
		@Nullable String description, @Nullable LocalDate assigned, LocalDate due, @Nullable BigDecimal pointsMin,
		@Nullable BigDecimal pointsMax, boolean shown, boolean counts, boolean active, Instant modifiedAt) {}
