package org.schoolbell.district.device;

/** One phone or browser. The number inside the database. */
public record DeviceId(long value) {}
