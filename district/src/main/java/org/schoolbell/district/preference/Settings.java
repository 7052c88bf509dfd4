package org.schoolbell.district.preference;

import java.util.HashMap;
import java.util.Map;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * What holds at one moment for one kind: the district's switch and the choices of the people asked for.
 *
 * @param pushEnabled "Enable Push Notifications", for all schools
 * @param differing the choices that differ from the default
 * @param tools where the portals show the kind's tool
 */
public record Settings(Kind kind, boolean pushEnabled, Map<Pairing, Choice> differing, ShownTools tools) {
	public Settings {
		differing = Map.copyOf(differing);
	}

	/** @return the same with the switch on */
	public Settings asIfPushEnabled() {
		return new Settings(kind, true, differing, tools);
	}

	/** @return the same as if somebody had chosen this */
	public Settings asIfChosen(Choice choice) {
		Map<Pairing, Choice> other = new HashMap<>(differing);
		other.put(new Pairing(choice.person(), choice.student()), choice);
		return new Settings(kind, pushEnabled, other, tools);
	}

	/** @return what the person chose about the student, or the default; only for pairs that were asked for */
	public Choice of(PersonId person, PersonId student) {
		Choice choice = differing.get(new Pairing(person, student));
		return choice == null ? Choice.byDefault(person, student, kind) : choice;
	}

	/** @return whether the portal in which this person reads about this student shows the kind's tool; only for calendars that were asked for */
	public boolean shows(PersonId person, PersonId student, CalendarId calendar) {
		return tools.shows(Portal.of(person, student), PortalTool.of(kind), calendar);
	}
}
