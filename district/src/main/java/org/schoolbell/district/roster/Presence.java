package org.schoolbell.district.roster;

import java.util.Optional;

import org.schoolbell.district.calendar.CalendarId;

/**
 * The answer to a {@link Place}.
 *
 * @param calendar the section's; empty if there is no such section
 * @param enrolled whether an enrollment in that calendar held the student on that day
 * @param onList whether the section's class list did
 */
public record Presence(Optional<CalendarId> calendar, boolean enrolled, boolean onList) {}
