package org.schoolbell.district.calendar;

/**
 * What the decision asks of a calendar.
 *
 * @param activeYear whether it is of the district's Active school year
 * @param portalEnabled whether families may see its records
 */
public record CalendarState(boolean activeYear, boolean portalEnabled) {}
