package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.decision.LastLook;
import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.device.DeviceAddress;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.log.StoredScore;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.preference.Settings;
import org.schoolbell.district.roster.Section;
import org.schoolbell.district.roster.SectionId;

/**
 * What the modules answered about a page of rows, at one moment.
 *
 * @param access the people who may see the records of a student
 * @param addresses of the rows' devices, those that may be told now
 * @param reachable the people who have any device that may be told now
 * @param hidingDetails the people who want none on their lock screens
 */
record LastLookFacts(Instant now, Map<NoticeLine.Key, NoticeLine> lines, Set<Pairing> access, Map<AssignmentId, Assignment> assignments,
		Map<SectionId, Section> sections, Map<CalendarId, CalendarState> calendars, Map<Kind, Settings> settings,
		Map<DeviceId, DeviceAddress> addresses, Set<PersonId> reachable,
		Set<PersonId> hidingDetails) {

	Optional<NoticeLine> line(OutboxRow row) {
		return Optional.ofNullable(lines.get(NoticeLine.Key.of(row)));
	}

	/** @return the rule that stops the row now, empty if it may leave */
	Optional<Rule> stoppedBy(OutboxRow row, NoticeLine line) {
		LastLook.Facts facts = of(row, line);
		return line.isCorrection() ? LastLook.ofCorrectionStoppedBy(facts) : LastLook.stoppedBy(facts);
	}

	private LastLook.Facts of(OutboxRow row, NoticeLine line) {
		Settings chosen = Objects.requireNonNull(settings.get(line.kind()));
		StoredScore said = line.score().now();
		boolean missingWork = said != null && said.value().flags().contains(Flag.MISSING);
		return new LastLook.Facts(inActiveYear(line), shown(line), access.contains(new Pairing(row.person(), row.student())),
				calendar(line).map(calendar -> chosen.shows(row.person(), row.student(), calendar)).orElse(true),
				chosen.of(row.person(), row.student()).wants(missingWork), chosen.pushEnabled(), endpoint(row).isPresent(), row.expiresAt(),
				now);
	}

	/** @return where the row's device is reached, if it may be told and is still this person's */
	Optional<Endpoint> endpoint(OutboxRow row) {
		return Optional.ofNullable(addresses.get(row.device())).filter(address -> address.person().equals(row.person()))
				.map(DeviceAddress::endpoint);
	}

	/** @return whether another device of the person may be told, so that the loss of this one is no answer about the person */
	boolean reachedElsewhere(OutboxRow row) {
		return reachable.contains(row.person());
	}

	/** @return whether the push may say nothing of what it is about */
	boolean hidesDetails(OutboxRow row) {
		return hidingDetails.contains(row.person());
	}

	private boolean shown(NoticeLine line) {
		Assignment assignment = assignments.get(line.score().assignmentId());
		return assignment != null && assignment.shown();
	}

	private boolean inActiveYear(NoticeLine line) {
		return calendar(line).map(calendars::get).filter(CalendarState::activeYear).isPresent();
	}

	private Optional<CalendarId> calendar(NoticeLine line) {
		return Optional.ofNullable(assignments.get(line.score().assignmentId())).map(assignment -> sections.get(assignment.section()))
				.map(Section::calendar);
	}
}
