package org.schoolbell.sandbox.sample;

import java.time.LocalDate;

/**
 * What became of a student's assignment, as the archive says.
 *
 * @param status
 *            OneRoster's {@code scoreStatus}
 * @param points
 *            the score, empty where there is none
 */
record SampleResult(SampleAssignment assignment, String status, String points, LocalDate date, boolean late, boolean missing,
		boolean incomplete,
		boolean cheated, boolean dropped) {}
