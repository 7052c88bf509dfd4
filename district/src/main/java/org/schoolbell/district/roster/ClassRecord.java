package org.schoolbell.district.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of a section.
 *
 * @param calendar its school in the year of its terms
 * @param terms at least one
 */
public record ClassRecord(String title, @Nullable String code, @Nullable SourcedId course, CalendarId calendar, List<Term> terms) {}
