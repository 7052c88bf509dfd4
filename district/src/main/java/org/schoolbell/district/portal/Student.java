package org.schoolbell.district.portal;

import java.text.BreakIterator;
import java.util.Locale;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.Portal;

/**
 * A student whose records the reader may see.
 *
 * @param name the first name, as entered
 * @param portal in which one is read about: one's own, or a parent's
 * @param turn the place among the reader's students, from 0 on: what tells them apart by colour
 */
public record Student(PersonId id, String name, Portal portal, int turn) {
	/** @return the letter that stands for the student in a circle */
	public String initial() {
		String stripped = name.strip();
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(stripped);
		return stripped.isEmpty() ? "" : stripped.substring(0, characters.next()).toUpperCase(Locale.ROOT);
	}

	/** @return as addresses name the student: a number that says nothing to others */
	public long number() {
		return id.value();
	}

	/** Without the name, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "Student[" + id.value() + "]";
	}
}
