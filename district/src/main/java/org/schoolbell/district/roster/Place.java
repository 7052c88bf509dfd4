package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.schoolbell.district.event.PersonId;

/** A question: was this student there on that day? */
public record Place(SectionId section, PersonId student, LocalDate date) {}
