package org.schoolbell.district.calendar;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of an academic session.
 *
 * @param type OneRoster's SessionType
 * @param starts first day
 * @param ends exclusive, after {@code starts}
 * @param schoolYear the year in which the session's school year ends
 * @param active whether the source marks it as the Active year; null where it does not say
 */
public record SessionRecord(String title, String type, LocalDate starts, LocalDate ends, @Nullable SourcedId parent, int schoolYear,
		@Nullable Boolean active) {
	static final String SCHOOL_YEAR = "schoolYear";

	/** A school year inside of another session is none that we can use. */
	boolean isSchoolYear() {
		return type.equals(SCHOOL_YEAR) && parent == null;
	}

	boolean isUnusable() {
		return type.equals(SCHOOL_YEAR) && parent != null;
	}

	boolean holds(LocalDate day) {
		return !day.isBefore(starts) && day.isBefore(ends);
	}
}
