package org.schoolbell.district.gradebook;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SourcedId;

/**
 * What a teacher changed in one cell of a gradebook.
 *
 * @param seen the version of the score that the teacher saw, {@link ScoreState#NONE} if the cell was empty
 * @param entry what was typed, empty to clear; null: not changed
 * @param flags which of {@link #FLAGS} are set; null: not changed
 * @param extraCredit whether more points than possible are meant
 */
public record ScoreEdit(SourcedId assignment, SourcedId student, long seen, @Nullable String entry, @Nullable Set<Flag> flags,
		boolean extraCredit) {
	/** The flags that a gradebook shows and sets; it leaves others as they are. */
	public static final Set<Flag> FLAGS = Set.of(Flag.MISSING, Flag.LATE, Flag.INCOMPLETE, Flag.EXEMPT);

	/** @throws IllegalArgumentException if a flag is not of {@link #FLAGS} */
	public ScoreEdit {
		if (flags != null) {
			flags = Set.copyOf(flags);
			if (!FLAGS.containsAll(flags)) {
				throw new IllegalArgumentException("A gradebook sets no other flags than " + FLAGS);
			}
		}
	}

	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "ScoreEdit[" + assignment + "]";
	}
}
