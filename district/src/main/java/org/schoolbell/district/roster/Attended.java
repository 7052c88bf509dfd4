package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.schoolbell.district.event.PersonId;

/**
 * From when until when a student was in a section: enrolled in its calendar and on its class list.
 *
 * @param from the first day
 * @param until exclusive
 */
public record Attended(PersonId student, Section section, LocalDate from, LocalDate until) {}
