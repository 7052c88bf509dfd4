package org.schoolbell.district.calendar;

import java.util.Map;
import java.util.Set;

/**
 * What the decision asks of some calendars and terms.
 *
 * @param calendars those that exist
 * @param openTerms the terms whose records families may see
 */
public record Openness(Map<CalendarId, CalendarState> calendars, Set<TermId> openTerms) {
	private static final CalendarState UNKNOWN = new CalendarState(false, false);

	public Openness {
		calendars = Map.copyOf(calendars);
		openTerms = Set.copyOf(openTerms);
	}

	/** @return the calendar's state; of an unknown one: in no year, and closed */
	public CalendarState of(CalendarId calendar) {
		return calendars.getOrDefault(calendar, UNKNOWN);
	}
}
