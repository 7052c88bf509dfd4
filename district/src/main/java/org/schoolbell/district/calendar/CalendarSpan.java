package org.schoolbell.district.calendar;

import java.time.LocalDate;

/** A calendar with the dates of its school year; the end is exclusive. */
public record CalendarSpan(CalendarId id, OrgId school, LocalDate starts, LocalDate ends) {}
