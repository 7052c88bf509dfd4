package org.schoolbell.district.gradebook;

import java.util.List;

import org.schoolbell.district.event.ScoreChanged;

/** Tells beforehand how far a save goes. The gradebook asks it; whoever decides what is told answers, in a fixed number of statements, and changes nothing. */
public interface Reach {
	/**
	 * Distinct people.
	 *
	 * @param told who would find something in the inbox
	 * @param onPhone those of them whose phones would be told
	 */
	record People(int told, int onPhone) {}

	/**
	 * @param asIf assignments that would be others than they are
	 * @return whom these changes would tell if they happened now
	 */
	People of(List<ScoreChanged> changes, List<Assignment> asIf);
}
