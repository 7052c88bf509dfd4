package org.schoolbell.district.roster;

import org.schoolbell.district.event.PersonId;

/** A student on a section's class list, at whatever time. */
public record Listing(SectionId section, PersonId student) {}
