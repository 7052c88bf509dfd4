package org.schoolbell.district.roster;

/** A section: one class of a course. The number inside the database, never shown at a door. */
public record SectionId(long value) {}
