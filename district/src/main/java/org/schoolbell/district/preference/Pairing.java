package org.schoolbell.district.preference;

import org.schoolbell.district.event.PersonId;

/** A person and the student whom a notice is about; both are the same for a student's own notices. */
public record Pairing(PersonId person, PersonId student) {}
