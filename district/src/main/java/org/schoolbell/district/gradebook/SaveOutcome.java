package org.schoolbell.district.gradebook;

import org.schoolbell.district.event.EventId;

/** What became of one score of a batch. */
public sealed interface SaveOutcome {
	/**
	 * The score is another than before, and families may be told.
	 *
	 * @param created whether there was no record before
	 */
	record Changed(EventId event, boolean created) implements SaveOutcome {}

	/**
	 * The score says what it said before, so there is no event; or a later one of the same batch took its place.
	 *
	 * @param created whether there was no record before; it says nothing yet
	 */
	record Unchanged(boolean created) implements SaveOutcome {}

	/**
	 * Nothing was saved.
	 *
	 * @param field where the mistake is
	 * @param reason what is wrong and what would be right, without the value
	 */
	record Rejected(Field field, String reason) implements SaveOutcome {}

	/** A part of a {@link ScoreToSave}; each door has its own names for them. */
	enum Field {
		ASSIGNMENT, STUDENT, POINTS, PERCENT, MARK, SCORED_ON, SOURCED_ID, COMMENT
	}
}
