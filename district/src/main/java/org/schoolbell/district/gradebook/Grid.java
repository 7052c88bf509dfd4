package org.schoolbell.district.gradebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.schoolbell.district.roster.ListedStudent;

/**
 * What a gradebook shows: students by assignments.
 *
 * @param students by name
 * @param assignments the latest due date first
 */
public record Grid(List<ListedStudent> students, List<GridAssignment> assignments, Map<ScoreKey, ScoreState> scores) {
	public Grid {
		students = List.copyOf(students);
		assignments = List.copyOf(assignments);
		scores = Map.copyOf(scores);
	}

	/** @return what a cell says, empty if it has no record */
	public Optional<ScoreState> score(GridAssignment column, ListedStudent row) {
		return Optional.ofNullable(scores.get(new ScoreKey(column.assignment().id(), row.id())));
	}
}
