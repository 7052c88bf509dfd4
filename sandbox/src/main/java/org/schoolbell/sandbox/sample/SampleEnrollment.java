package org.schoolbell.sandbox.sample;

import java.time.LocalDate;

/**
 * A student's time at one school, possibly in both school years.
 *
 * @param school
 *            sourcedId
 * @param end
 *            the day after the last
 */
public record SampleEnrollment(String school, LocalDate begin, LocalDate end) {

	/** Whether the student was enrolled there on that day. */
	public boolean holds(LocalDate day) {
		return !day.isBefore(begin) && day.isBefore(end);
	}
}
