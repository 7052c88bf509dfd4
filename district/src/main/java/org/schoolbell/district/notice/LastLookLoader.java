package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.device.DeviceAddress;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.ReachableDevice;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Assignments;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.LockScreens;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.preference.Settings;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Section;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;

/** Asks each module once for a whole page of rows: nine statements, and one for each kind on it. Thread-safe. */
@Component
class LastLookLoader {
	private final NoticeLines lines;
	private final People people;
	private final Assignments assignments;
	private final Sections sections;
	private final Calendars calendars;
	private final Choices choices;
	private final Devices devices;
	private final LockScreens lockScreens;
	private final DistrictZone zone;

	LastLookLoader(NoticeLines lines, People people, Assignments assignments, Sections sections, Calendars calendars, Choices choices,
			Devices devices, LockScreens lockScreens, DistrictZone zone) {
		this.lines = lines;
		this.people = people;
		this.assignments = assignments;
		this.sections = sections;
		this.calendars = calendars;
		this.choices = choices;
		this.devices = devices;
		this.lockScreens = lockScreens;
		this.zone = zone;
	}

	LastLookFacts load(List<OutboxRow> rows, Instant now) {
		Map<NoticeLine.Key, NoticeLine> known = lines.of(each(rows, NoticeLine.Key::of));
		Map<AssignmentId, Assignment> records = assignments.byId(each(known.values(), line -> line.score().assignmentId()));
		Map<SectionId, Section> classes = sections.byId(each(records.values(), Assignment::section));
		Set<PersonId> readers = each(rows, OutboxRow::person);
		Set<CalendarId> ofRecords = each(classes.values(), Section::calendar);
		return new LastLookFacts(now, known, access(each(rows, OutboxRow::student), now), records, classes,
				calendars.states(ofRecords), settings(known.values(), ofRecords), addresses(rows),
				each(devices.reachable(readers), ReachableDevice::person), lockScreens.hidingDetails(readers));
	}

	private Set<Pairing> access(Set<PersonId> students, Instant now) {
		Set<Pairing> access = new HashSet<>();
		people.possibleRecipients(students, zone.dateOf(now)).forEach((student, recipients) -> recipients.forEach(recipient -> {
			if (recipient.access()) {
				access.add(new Pairing(recipient.person(), student));
			}
		}));
		return access;
	}

	private Map<Kind, Settings> settings(Collection<NoticeLine> known, Set<CalendarId> ofRecords) {
		Map<Kind, Set<Pairing>> pairs = new EnumMap<>(Kind.class);
		known.forEach(
				line -> pairs.computeIfAbsent(line.kind(), _ -> new HashSet<>()).add(new Pairing(line.key().person(), line.student())));
		Map<Kind, Settings> settings = new EnumMap<>(Kind.class);
		pairs.forEach((kind, all) -> settings.put(kind, choices.of(kind, all, ofRecords)));
		return settings;
	}

	private Map<DeviceId, DeviceAddress> addresses(List<OutboxRow> rows) {
		Map<DeviceId, DeviceAddress> addresses = new HashMap<>();
		devices.addresses(each(rows, OutboxRow::device)).forEach(address -> addresses.put(address.device(), address));
		return addresses;
	}

	private static <T, R> Set<R> each(Collection<T> items, Function<T, R> part) {
		return items.stream().map(part).collect(Collectors.toSet());
	}
}
