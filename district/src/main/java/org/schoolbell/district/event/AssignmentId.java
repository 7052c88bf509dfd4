package org.schoolbell.district.event;

/** An assignment of a gradebook. The number inside the database, never shown at a door. */
public record AssignmentId(long value) {}
