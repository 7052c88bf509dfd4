package org.schoolbell.district.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.gradebook.StudentWork;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.preference.ShownTools;
import org.schoolbell.district.roster.Attended;
import org.schoolbell.district.roster.Section;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;

/**
 * The work of one's students that portals show: by the very rules by which it would be told, so that no notice leads to a closed page and no page shows
 * what was not to be told. Of the Active year, where the student was enrolled and on the class list on the day that it was due, in a calendar and a
 * term that are open to portals and show the tool, shown and in use. Five statements for any number of students. Thread-safe.
 */
@Component
class OwnWork {
	private final Sections sections;
	private final Calendars calendars;
	private final DisplayOptions displayOptions;
	private final StudentWork work;

	OwnWork(Sections sections, Calendars calendars, DisplayOptions displayOptions, StudentWork work) {
		this.sections = sections;
		this.calendars = calendars;
		this.displayOptions = displayOptions;
		this.work = work;
	}

	/**
	 * @param sections of the Active year that are open, by title, each with the student who is there
	 * @param works the latest due first
	 * @param closed whether the school keeps something of the Active year closed: a calendar, its assignments, or a term with work in it
	 */
	record Found(List<Place> sections, List<Work> works, boolean closed) {}

	/** A student in a section. */
	record Place(Student student, Section section) {}

	Found of(Collection<Student> students) {
		return find(students, work::of);
	}

	/** @return what is due from a day on and before another, and what is missing */
	Found pressing(Collection<Student> students, LocalDate from, LocalDate until) {
		return find(students, stays -> work.pressing(stays, from, until));
	}

	/** @return empty if there is no such assignment, or the student's is not to be seen */
	Optional<Work> on(AssignmentId assignment, Student student) {
		return find(List.of(student), stays -> work.on(assignment, stays).stream().toList()).works().stream().findFirst();
	}

	private Found find(Collection<Student> students, Function<List<Attended>, List<StudentWork.Item>> select) {
		Map<PersonId, Student> byId = students.stream().collect(Collectors.toMap(Student::id, Function.identity()));
		List<Attended> attended = sections.attended(byId.keySet());
		Map<CalendarId, CalendarState> states = calendars
				.states(attended.stream().map(stay -> stay.section().calendar()).collect(Collectors.toSet()));
		List<Attended> active = attended.stream().filter(stay -> is(states, stay, CalendarState::activeYear)).toList();
		ShownTools tools = displayOptions.shown(active.stream().map(stay -> stay.section().calendar()).collect(Collectors.toSet()));
		List<Attended> open = active.stream().filter(stay -> is(states, stay, CalendarState::portalEnabled))
				.filter(stay -> tools.shows(of(byId, stay.student()).portal(), PortalTool.ASSIGNMENTS, stay.section().calendar())).toList();
		List<StudentWork.Item> items = select.apply(open);
		Set<TermId> openTerms = calendars
				.openToPortals(items.stream().flatMap(item -> item.assignment().term().stream()).collect(Collectors.toSet()));
		List<StudentWork.Item> shown = items.stream()
				.filter(item -> item.assignment().term().map(openTerms::contains).orElse(true)).toList();
		Map<SectionId, Section> bySection = open.stream().map(Attended::section)
				.collect(Collectors.toMap(Section::id, Function.identity(), (one, _) -> one));
		List<Work> works = new ArrayList<>();
		shown.forEach(item -> works.add(new Work(of(byId, item.student()), of(bySection, item.assignment().section()), item)));
		return new Found(places(open, byId), works, open.size() < active.size() || shown.size() < items.size());
	}

	private static boolean is(Map<CalendarId, CalendarState> states, Attended stay, Function<CalendarState, Boolean> what) {
		CalendarState state = states.get(stay.section().calendar());
		return state != null && what.apply(state);
	}

	private static List<Place> places(List<Attended> stays, Map<PersonId, Student> students) {
		Map<Place, Place> places = new LinkedHashMap<>();
		stays.forEach(stay -> {
			Place place = new Place(of(students, stay.student()), stay.section());
			places.putIfAbsent(place, place);
		});
		return List.copyOf(places.values());
	}

	private static <K, V> V of(Map<K, V> all, K key) {
		V value = all.get(key);
		if (value == null) {
			throw new IllegalStateException("An answer names what was not asked for");
		}
		return value;
	}
}
