package org.schoolbell.district.gradebook.page;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.roster.TaughtSection;
import org.schoolbell.district.roster.Teaching;
import org.schoolbell.district.web.Refusal;

/** Whose gradebooks somebody may open: of the Active year those that they teach, an administrator with the right to the tool all. Thread-safe. */
@Component
class OwnSections {
	private final Teaching teaching;
	private final Calendars calendars;
	private final DistrictZone zone;
	private final InstantSource time;

	OwnSections(Teaching teaching, Calendars calendars, DistrictZone zone, InstantSource time) {
		this.teaching = teaching;
		this.calendars = calendars;
		this.zone = zone;
		this.time = time;
	}

	LocalDate today() {
		return zone.today(time);
	}

	/** @return the sections that they teach, by title */
	List<TaughtSection> of(SignedIn who) {
		List<TaughtSection> taught = who.person().map(person -> teaching.sectionsOf(person, today())).orElse(List.of());
		Map<CalendarId, CalendarState> states = calendars.states(taught.stream().map(TaughtSection::calendar).distinct().toList());
		return taught.stream().filter(section -> isActive(states, section)).toList();
	}

	/** @throws Refusal 404, whether there is no such section or it is somebody else's */
	TaughtSection of(SignedIn who, String sourcedId) {
		return find(sourcedId).filter(section -> may(who, section))
				.filter(section -> isActive(calendars.states(List.of(section.calendar())), section))
				.orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "You have no section of this name in the Active year."));
	}

	/** @throws Refusal 403 for somebody whom the roster does not have: a change says who made it */
	static PersonId person(SignedIn who) {
		return who.person().orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "Only somebody of the roster changes a gradebook."));
	}

	private Optional<TaughtSection> find(String sourcedId) {
		return SourcedId.isValid(sourcedId) ? teaching.section(new SourcedId(sourcedId)) : Optional.empty();
	}

	private boolean may(SignedIn who, TaughtSection section) {
		return who.roles().contains(Role.ADMINISTRATOR)
				|| who.person().filter(person -> teaching.teaches(person, section.id(), today())).isPresent();
	}

	private static boolean isActive(Map<CalendarId, CalendarState> states, TaughtSection section) {
		CalendarState state = states.get(section.calendar());
		return state != null && state.activeYear();
	}
}
