package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/** What is to be done for one edit, as far as the score is what it was when it was looked up. */
sealed interface EditPlan {
	/** Nothing: this is what becomes of it. */
	record Settled(EditOutcome outcome) implements EditPlan {}

	/** This is to be saved, in place of the version that the teacher saw. */
	record Save(ScoreKey key, ScoreToSave score, @Nullable ScoreValue before, ScoreValue after) implements EditPlan {}

	/** @param now what the score says; null if there is no record */
	static EditPlan of(ScoreEdit edit, ScoreKey key, Assignment assignment, @Nullable ScoreState now) {
		@Nullable
		ScoreValue before = now == null ? null : now.value();
		Entry entry = edit.entry() == null ? null : Entry.read(edit.entry(), assignment);
		if (entry instanceof Entry.Wrong(EditOutcome.Why why)) {
			return new Settled(new EditOutcome.Refused(why));
		}
		ScoreValue after = after(edit, entry, before, assignment);
		if (before == null ? says(after, Set.of()) : after.equals(before)) {
			return new Settled(new EditOutcome.Saved(now));
		}
		if (edit.seen() != (now == null ? ScoreState.NONE : now.version())) {
			return new Settled(new EditOutcome.Overtaken(now));
		}
		if (!edit.extraCredit() && isMore(after.points(), before, assignment)) {
			return new Settled(new EditOutcome.MoreThanPossible(assignment.points().orElseThrow()));
		}
		return new Save(key,
				new ScoreToSave(edit.assignment(), edit.student(), after.points(), after.percent(), after.mark(), after.flags(),
						null, null),
				before, after);
	}

	/** What an edit does not speak of stays: flags that a gradebook does not show, and all of an entry that was not changed. */
	private static ScoreValue after(ScoreEdit edit, @Nullable Entry entry, @Nullable ScoreValue before, Assignment assignment) {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		flags.addAll(before == null ? Set.of() : before.flags());
		if (edit.flags() != null) {
			flags.removeAll(ScoreEdit.FLAGS);
			flags.addAll(edit.flags());
		}
		if (entry == null || Entry.says(before, entry)) {
			return before == null
					? new ScoreValue(null, null, null, flags)
					: new ScoreValue(before.points(), before.percent(), before.mark(), flags);
		}
		BigDecimal points = entry instanceof Entry.Points(BigDecimal number) ? number : null;
		String mark = entry instanceof Entry.Mark(String text) ? text : null;
		return new ScoreValue(points, ScoreLimits.percent(points, assignment.points()), mark, flags);
	}

	private static boolean says(ScoreValue value, Set<Flag> flags) {
		return value.equals(new ScoreValue(null, null, null, flags));
	}

	/** Work for nothing but extra credit has no points possible to exceed, and what was above stays above. */
	private static boolean isMore(@Nullable BigDecimal points, @Nullable ScoreValue before, Assignment assignment) {
		BigDecimal possible = assignment.points().orElse(BigDecimal.ZERO);
		boolean changed = before == null || before.points() == null || points == null || before.points().compareTo(points) != 0;
		return points != null && changed && possible.signum() > 0 && points.compareTo(possible) > 0;
	}
}
