package org.schoolbell.district.gradebook;

import java.util.Comparator;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.Subject;

/** One student's score on one assignment. Its order is the order in which every transaction locks scores, so that none waits for another in a circle. */
record ScoreKey(AssignmentId assignment, PersonId student) implements Comparable<ScoreKey> {
	/** Begins the sourcedIds that we make for scores whose writer gave none; such a score takes the first name that a writer gives it. */
	static final String OURS = "schoolbell-";
	private static final Comparator<ScoreKey> ORDER = Comparator.<ScoreKey>comparingLong(key -> key.assignment.value())
			.thenComparing(ScoreKey::student);

	@Override
	public int compareTo(ScoreKey other) {
		return ORDER.compare(this, other);
	}

	/** @return the sourcedId of a score whose writer gave none */
	SourcedId ownName() {
		return new SourcedId(OURS + Subject.ofScore(assignment, student).value());
	}
}
