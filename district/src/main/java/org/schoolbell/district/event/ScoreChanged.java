package org.schoolbell.district.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A student's score on an assignment is another than before.
 *
 * @param before what it said before this change, null if there was no score
 * @param after what it says now, null if the score was removed
 */
public record ScoreChanged(EventId id, PersonId student, AssignmentId assignment, @Nullable ScoreValue before, @Nullable ScoreValue after,
		@Nullable PersonId actor, Instant at, boolean silent) implements SchoolEvent {
	@Override
	public Kind kind() {
		return Kind.ASSIGNMENTS;
	}

	@Override
	public Subject subject() {
		return Subject.ofScore(assignment, student);
	}
}
