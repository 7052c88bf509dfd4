package org.schoolbell.district.calendar;

/** A term or grading period. The number inside the database, never shown at a door. */
public record TermId(long value) {}
