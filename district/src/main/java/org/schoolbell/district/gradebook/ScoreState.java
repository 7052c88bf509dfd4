package org.schoolbell.district.gradebook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;

/**
 * What a score says, and since when.
 *
 * @param version which of all values that scores ever had; never the same twice
 * @param by who made it say so, null for an integration or an import
 */
public record ScoreState(ScoreValue value, long version, @Nullable PersonId by, Instant at) {
	/** The version of a score that has no record. */
	public static final long NONE = 0;

	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "ScoreState[" + version + "]";
	}
}
