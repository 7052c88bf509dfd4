package org.schoolbell.district.calendar;

/** One school in one school year. The number inside the database, never shown at a door. */
public record CalendarId(long value) {}
