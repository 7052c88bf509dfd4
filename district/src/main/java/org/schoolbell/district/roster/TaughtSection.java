package org.schoolbell.district.roster;

import java.util.List;
import java.util.Optional;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.SourcedId;

/**
 * A section, as those who teach it see it.
 *
 * @param title as families read it
 * @param code by which a school tells its sections apart, such as a period
 * @param calendar the school in the year of its terms
 * @param terms at least one
 */
public record TaughtSection(SectionId id, SourcedId sourcedId, String title, Optional<String> code, CalendarId calendar,
		List<TermId> terms) {
	public TaughtSection {
		terms = List.copyOf(terms);
	}
}
