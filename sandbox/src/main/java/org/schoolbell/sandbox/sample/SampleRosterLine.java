package org.schoolbell.sandbox.sample;

import java.time.LocalDate;

/**
 * A student's place on the list of a section.
 *
 * @param end
 *            the day after the last
 */
public record SampleRosterLine(SampleSection section, LocalDate begin, LocalDate end) {

	/** Whether the list held the student on that day. */
	public boolean holds(LocalDate day) {
		return !day.isBefore(begin) && day.isBefore(end);
	}
}
