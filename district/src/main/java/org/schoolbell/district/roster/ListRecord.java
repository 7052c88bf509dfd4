package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of a person in a section.
 *
 * @param starts null: when its terms do
 * @param ends exclusive; null: when its terms do
 */
public record ListRecord(SourcedId section, SourcedId person, Part part, @Nullable LocalDate starts, @Nullable LocalDate ends) {
	/** What the person does there. */
	public enum Part {
		STUDENT, TEACHER,
		/** Nothing that is kept. */
		OTHER
	}
}
