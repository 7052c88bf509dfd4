package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * A term or grading period of a school year.
 *
 * @param type OneRoster's SessionType
 * @param year the school year's number inside the database
 * @param ends exclusive
 */
public record Term(TermId id, String title, String type, long year, @Nullable TermId parent, LocalDate starts, LocalDate ends) {
	/** @return whether the day is in it */
	public boolean holds(LocalDate day) {
		return !day.isBefore(starts) && day.isBefore(ends);
	}

	/** @return how long it is */
	public long days() {
		return ChronoUnit.DAYS.between(starts, ends);
	}
}
