package org.schoolbell.district.gradebook;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** What became of a cell that a teacher changed. */
public sealed interface EditOutcome {
	/**
	 * The score says what the teacher wants, from now on or already.
	 *
	 * @param now null if it says nothing and has no record
	 */
	record Saved(@Nullable ScoreState now) implements EditOutcome {}

	/** Nothing was saved. */
	record Refused(Why why) implements EditOutcome {}

	/** Nothing was saved yet, since it is more than possible: is it extra credit? */
	record MoreThanPossible(BigDecimal possible) implements EditOutcome {}

	/**
	 * Nothing was saved, since the score is not the one that the teacher saw.
	 *
	 * @param theirs what it says now, null if somebody removed it
	 */
	record Overtaken(@Nullable ScoreState theirs) implements EditOutcome {}

	/** Why an edit cannot be saved. */
	enum Why {
		/** Points are a number, such as 18 or 18.5. */
		NO_NUMBER,
		/** Points are 0 or more. */
		NEGATIVE,
		/** Beyond {@link ScoreLimits#MOST_POINTS}, or with too many decimals. */
		TOO_LARGE,
		/** A mark has at most {@link ScoreLimits#MOST_MARK} characters. */
		MARK_TOO_LONG,
		/** The assignment is not in use in this section. */
		NO_ASSIGNMENT,
		/** The student was never on the section's class list. */
		NO_STUDENT
	}
}
