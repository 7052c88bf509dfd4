package org.schoolbell.district.gradebook;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.ScoreValue;

/** A checked score of a batch, ready to be written. */
record ScoreRow(ScoreKey key, ScoreValue value, @Nullable LocalDate scoredOn, @Nullable ResultDetails result) {
	String sourcedId() {
		return (result == null ? key.ownName() : result.sourcedId()).value();
	}
}
