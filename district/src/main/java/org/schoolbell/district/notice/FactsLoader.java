package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.calendar.Openness;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.ReachableDevice;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Assignments;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.preference.Settings;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Place;
import org.schoolbell.district.roster.PossibleRecipient;
import org.schoolbell.district.roster.Presence;
import org.schoolbell.district.roster.Sections;

/** Asks each module once for a whole batch: six statements, for one change or for thousands. Thread-safe. */
@Component
class FactsLoader {
	private final People people;
	private final Sections sections;
	private final Calendars calendars;
	private final Assignments assignments;
	private final Choices choices;
	private final Devices devices;
	private final DistrictZone zone;

	FactsLoader(People people, Sections sections, Calendars calendars, Assignments assignments, Choices choices, Devices devices,
			DistrictZone zone) {
		this.people = people;
		this.sections = sections;
		this.calendars = calendars;
		this.assignments = assignments;
		this.choices = choices;
		this.devices = devices;
		this.zone = zone;
	}

	/** Possible recipients are loaded for every event, since a trace names them all, even where nobody is told. */
	BatchFacts load(Collection<SchoolEvent> events, Instant now) {
		return load(events, List.of(), now);
	}

	/** The same, as if these assignments were what is said here. */
	BatchFacts load(Collection<SchoolEvent> events, Collection<Assignment> asIf, Instant now) {
		List<ScoreChanged> scores = events.stream().map(FactsLoader::score).toList();
		Set<PersonId> students = events.stream().map(SchoolEvent::student).collect(Collectors.toSet());
		Map<PersonId, List<PossibleRecipient>> recipients = people.possibleRecipients(students, zone.dateOf(now));
		Set<AssignmentId> ids = scores.stream().map(ScoreChanged::assignment).collect(Collectors.toSet());
		Map<AssignmentId, Assignment> known = assignments.byId(ids);
		asIf.forEach(assignment -> known.put(assignment.id(), assignment));
		Map<Place, Presence> presence = presence(scores, known);
		Set<CalendarId> ofRecords = presence.values().stream().map(Presence::calendar).flatMap(Optional::stream)
				.collect(Collectors.toSet());
		return new BatchFacts(now, recipients, known, presence, openness(known, ofRecords), settings(recipients, ofRecords),
				devices(recipients));
	}

	private static ScoreChanged score(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> score;
		};
	}

	private Map<Place, Presence> presence(List<ScoreChanged> scores, Map<AssignmentId, Assignment> known) {
		Set<Place> places = new HashSet<>();
		for (ScoreChanged score : scores) {
			Assignment assignment = known.get(score.assignment());
			if (assignment != null) {
				places.add(BatchFacts.place(score, assignment));
			}
		}
		return sections.presence(places);
	}

	private Openness openness(Map<AssignmentId, Assignment> known, Set<CalendarId> calendarsOfRecords) {
		Set<TermId> terms = known.values().stream().map(Assignment::term).flatMap(Optional::stream).collect(Collectors.toSet());
		return calendars.openness(calendarsOfRecords, terms);
	}

	private Settings settings(Map<PersonId, List<PossibleRecipient>> recipients, Set<CalendarId> calendarsOfRecords) {
		List<Pairing> pairs = new ArrayList<>();
		recipients.forEach((student, all) -> all.forEach(recipient -> pairs.add(new Pairing(recipient.person(), student))));
		return choices.of(Kind.ASSIGNMENTS, pairs, calendarsOfRecords);
	}

	private Map<PersonId, List<DeviceId>> devices(Map<PersonId, List<PossibleRecipient>> recipients) {
		Set<PersonId> all = recipients.values().stream().flatMap(List::stream).map(PossibleRecipient::person).collect(Collectors.toSet());
		Map<PersonId, List<DeviceId>> byPerson = new HashMap<>();
		for (ReachableDevice device : devices.reachable(all)) {
			byPerson.computeIfAbsent(device.person(), _ -> new ArrayList<>()).add(device.device());
		}
		return byPerson;
	}
}
