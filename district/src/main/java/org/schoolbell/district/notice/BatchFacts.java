package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.calendar.Openness;
import org.schoolbell.district.decision.Facts;
import org.schoolbell.district.decision.PersonFacts;
import org.schoolbell.district.decision.RecordFacts;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Settings;
import org.schoolbell.district.roster.Place;
import org.schoolbell.district.roster.PossibleRecipient;
import org.schoolbell.district.roster.Presence;

/**
 * What the modules answered about the changes of one batch, at one moment.
 *
 * @param recipients by student; a student who is not in the roster has none
 * @param devices by person, those that may be told now
 */
record BatchFacts(Instant now, Map<PersonId, List<PossibleRecipient>> recipients, Map<AssignmentId, Assignment> assignments,
		Map<Place, Presence> presence, Openness openness, Settings settings, Map<PersonId, List<DeviceId>> devices) {
	/** Of a record that is gone: it is in no year, and nothing else matters. */
	private static final RecordFacts NOWHERE = new RecordFacts.OfScore(false, false, false, false, false, false, false);

	Facts of(SchoolEvent event, boolean overtaken) {
		List<PersonFacts> people = recipients.getOrDefault(event.student(), List.of()).stream()
				.map(recipient -> person(recipient, event)).toList();
		return new Facts(event, overtaken, record(event), people, settings.pushEnabled(), now);
	}

	/** @return the same with the district's switch on */
	BatchFacts asIfPushEnabled() {
		return new BatchFacts(now, recipients, assignments, presence, openness, settings.asIfPushEnabled(), devices);
	}

	/** @return the same as if somebody had chosen this */
	BatchFacts asIfChosen(Choice choice) {
		return new BatchFacts(now, recipients, assignments, presence, openness, settings.asIfChosen(choice), devices);
	}

	List<DeviceId> devicesOf(PersonId person) {
		return devices.getOrDefault(person, List.of());
	}

	@Nullable
	BigDecimal possible(ScoreChanged score) {
		Assignment assignment = assignments.get(score.assignment());
		return assignment == null ? null : assignment.points().orElse(null);
	}

	static Place place(ScoreChanged score, Assignment assignment) {
		return new Place(assignment.section(), score.student(), assignment.due());
	}

	private PersonFacts person(PossibleRecipient recipient, SchoolEvent event) {
		Choice choice = settings.of(recipient.person(), event.student());
		// Of a record that is in no calendar nothing is told anyway.
		boolean toolShown = calendar(event).map(calendar -> settings.shows(recipient.person(), event.student(), calendar)).orElse(true);
		return new PersonFacts(recipient.person(), recipient.access(), toolShown, choice.on(), choice.missing(), choice.below(),
				devices.containsKey(recipient.person()));
	}

	private Optional<CalendarId> calendar(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> presence(score).flatMap(Presence::calendar);
		};
	}

	private Optional<Presence> presence(ScoreChanged score) {
		return Optional.ofNullable(assignments.get(score.assignment())).map(assignment -> presence.get(place(score, assignment)));
	}

	private RecordFacts record(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> record(score);
		};
	}

	private RecordFacts record(ScoreChanged score) {
		Assignment assignment = assignments.get(score.assignment());
		Presence there = presence(score).orElse(null);
		if (assignment == null || there == null || there.calendar().isEmpty()) {
			return NOWHERE;
		}
		CalendarId calendar = there.calendar().get();
		CalendarState state = openness.of(calendar);
		boolean termOpen = assignment.term().map(openness.openTerms()::contains).orElse(true);
		return new RecordFacts.OfScore(state.activeYear(), there.enrolled(), there.onList(), state.portalEnabled(), termOpen,
				assignment.shown(),
				assignment.active());
	}
}
