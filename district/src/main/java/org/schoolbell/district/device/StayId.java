package org.schoolbell.district.device;

/** One Stay Logged In session. The number inside the database; it signs nobody in. */
public record StayId(long value) {}
