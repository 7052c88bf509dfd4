package org.schoolbell.district.calendar;

/** A school, district or department. The number inside the database, never shown at a door. */
public record OrgId(long value) {}
