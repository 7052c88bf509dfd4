package org.schoolbell.district.preference;

import java.util.Set;

import org.schoolbell.district.calendar.CalendarId;

/**
 * Which tools the portals show for the calendars that were asked for. Everything is shown that no template hides.
 *
 * @param hidden what is not shown
 */
public record ShownTools(Set<Place> hidden) {
	/** A tool of a portal, for the records of one calendar. */
	public record Place(CalendarId calendar, Portal portal, PortalTool tool) {}

	public ShownTools {
		hidden = Set.copyOf(hidden);
	}

	/** @return whether this portal shows this tool for this calendar's records; only for calendars that were asked for */
	public boolean shows(Portal portal, PortalTool tool, CalendarId calendar) {
		return !hidden.contains(new Place(calendar, portal, tool));
	}
}
