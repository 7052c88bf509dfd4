package org.schoolbell.district.preference;

import java.util.Locale;
import java.util.Optional;

/**
 * What Settings show to somebody about one student.
 *
 * @param assignments what this one wants to be told of scores
 * @param hidesDetails whether the lock screen says only that there is something to read; for all students of this person
 * @param language of pages and pushes, for all students of this person
 */
public record Chosen(Choice assignments, boolean hidesDetails, Locale language) {
	/** @return the preset that the switches are; empty for somebody's own */
	public Optional<Preset> preset() {
		return Preset.of(assignments);
	}

	/** @return the same with other switches */
	public Chosen with(Choice other) {
		return new Chosen(other, hidesDetails, language);
	}
}
