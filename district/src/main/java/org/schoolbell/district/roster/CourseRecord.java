package org.schoolbell.district.roster;

import org.jspecify.annotations.Nullable;

/** What a source says of a course. */
public record CourseRecord(String title, @Nullable String code) {}
