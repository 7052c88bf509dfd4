package org.schoolbell.district.roster;

import java.util.List;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.TermId;

/**
 * A class of a course.
 *
 * @param title as families read it
 * @param calendar the school in the year of its terms
 * @param terms at least one
 */
public record Section(SectionId id, String title, CalendarId calendar, List<TermId> terms) {}
