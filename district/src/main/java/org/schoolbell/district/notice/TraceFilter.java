package org.schoolbell.district.notice;

import java.time.LocalDate;
import java.util.Optional;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;

/**
 * Which traces are asked for; what is empty does not narrow.
 *
 * @param person a possible recipient
 * @param date the day at the schools on which the change was saved
 */
public record TraceFilter(Optional<PersonId> student, Optional<EventId> event, Optional<PersonId> person, Optional<LocalDate> date) {}
