package org.schoolbell.sandbox.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The day on which a student came, left or changed a section: a Sunday 5 to 26 days before the sample's date. Work is due on weekdays, so that nobody's
 * expectation hangs on whether the day of a change belongs to the old list or to the new.
 */
record RecentSunday(LocalDate date) {
	private static final int NEWEST = 5;
	private static final int OLDEST = 20;

	LocalDate draw(Draw draw) {
		return date.minusDays(draw.between(NEWEST, OLDEST)).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
	}
}
