package org.schoolbell.sandbox.sample;

import java.time.LocalDate;

/**
 * An assignment: OneRoster's line item.
 *
 * @param section
 *            sourcedId
 * @param category
 *            sourcedId
 * @param points
 *            possible
 * @param shown
 *            "show in portal"
 * @param counts
 *            "counts toward the grade"
 */
public record SampleAssignment(String sourcedId, String section, String title, String category, LocalDate assigned, LocalDate due,
		int points,
		boolean shown, boolean counts) {}
