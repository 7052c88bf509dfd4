package org.schoolbell.district.decision;

/** What the school's records say around a change, at the moment of the decision. */
public sealed interface RecordFacts {
	/**
	 * Around a score.
	 *
	 * @param inActiveYear the section's calendar is in the Active school year
	 * @param enrolled an enrollment in that calendar held the student on the due date
	 * @param onRoster the section's roster held the student on the due date
	 * @param calendarOpen the calendar's portal data is enabled
	 * @param termOpen the term's portal data is enabled, or the assignment has no term
	 * @param shown "show in portal"
	 * @param active the assignment was not withdrawn
	 */
	record OfScore(boolean inActiveYear, boolean enrolled, boolean onRoster, boolean calendarOpen, boolean termOpen, boolean shown,
			boolean active) implements RecordFacts {}
}
