package org.schoolbell.district.gradebook;

/** What a source says of a category of assignments. */
public record CategoryRecord(String title) {}
