package org.schoolbell.district.account;

/** An account of the district: what somebody signs in to. The number inside the database. */
public record AccountId(long value) {}
