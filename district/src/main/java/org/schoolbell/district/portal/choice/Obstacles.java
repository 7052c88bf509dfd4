package org.schoolbell.district.portal.choice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.preference.ShownTools;
import org.schoolbell.district.roster.Sections;

/** Asks whether a kind can fire at all, by the rules that would stop every notice of it. Three statements. Thread-safe. */
@Component
class Obstacles {
	private final Sections sections;
	private final Calendars calendars;
	private final DisplayOptions displayOptions;

	Obstacles(Sections sections, Calendars calendars, DisplayOptions displayOptions) {
		this.sections = sections;
		this.calendars = calendars;
		this.displayOptions = displayOptions;
	}

	/** @return the first that stops all; empty as long as something can come */
	Optional<Obstacle> of(Kind kind, PersonId person, PersonId student) {
		Set<CalendarId> ids = sections.attended(List.of(student)).stream().map(stay -> stay.section().calendar())
				.collect(Collectors.toSet());
		Map<CalendarId, CalendarState> states = calendars.states(ids);
		List<CalendarId> active = ids.stream().filter(id -> is(states.get(id), CalendarState::activeYear)).toList();
		List<CalendarId> open = active.stream().filter(id -> is(states.get(id), CalendarState::portalEnabled)).toList();
		ShownTools tools = displayOptions.shown(open);
		if (active.isEmpty()) {
			return Optional.of(Obstacle.NO_CLASS);
		}
		if (open.isEmpty()) {
			return Optional.of(Obstacle.CLOSED);
		}
		return open.stream().anyMatch(id -> tools.shows(Portal.of(person, student), PortalTool.of(kind), id))
				? Optional.empty()
				: Optional.of(Obstacle.HIDDEN);
	}

	private static boolean is(@Nullable CalendarState state, Predicate<CalendarState> what) {
		return state != null && what.test(state);
	}
}
