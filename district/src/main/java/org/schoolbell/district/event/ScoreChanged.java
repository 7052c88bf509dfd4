package org.schoolbell.district.event;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A student's score on an assignment is another than before.
 *
 * @param before what it said before this change, null if there was no record of the score, or to families there was none; a record that said nothing is
 *        not the same, since families may know of it that there is no score any more
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

	/** @return what was news before, empty if there was nothing to tell */
	public Optional<ScoreValue> newsBefore() {
		return Optional.ofNullable(before).flatMap(ScoreValue::news);
	}

	/** @return what is news now, empty if there is nothing to tell */
	public Optional<ScoreValue> newsAfter() {
		return Optional.ofNullable(after).flatMap(ScoreValue::news);
	}

	@Override
	public boolean withdrawn() {
		return newsBefore().equals(newsAfter());
	}

	@Override
	public boolean revises() {
		return before != null;
	}

	/** @return this change seen from where the first one began */
	ScoreChanged since(ScoreChanged first, boolean allSilent) {
		return new ScoreChanged(id, student, assignment, first.before, after, actor, at, allSilent);
	}
}
