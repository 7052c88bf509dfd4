package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.SectionId;

/**
 * An item of a section's gradebook, OneRoster's lineItem.
 *
 * @param title as families read it
 * @param term its grading period or term, where it names one
 * @param due in the district's zone
 * @param points the points possible; empty where only a mark is given
 * @param shown whether the portals show it
 * @param counts whether it counts toward the grade
 * @param active whether it is in use
 */
public record Assignment(AssignmentId id, SourcedId sourcedId, SectionId section, String title, Optional<TermId> term, LocalDate due,
		Optional<BigDecimal> points, boolean shown, boolean counts, boolean active) {}
