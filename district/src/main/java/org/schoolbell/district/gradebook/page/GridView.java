package org.schoolbell.district.gradebook.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.gradebook.Grid;
import org.schoolbell.district.gradebook.GridAssignment;
import org.schoolbell.district.roster.ListedStudent;
import org.schoolbell.district.roster.TaughtSection;

/**
 * What the template of a gradebook is given.
 *
 * @param account whose browser keeps what is not saved yet
 * @param section whose gradebook it is
 * @param sections all that the reader may go to
 * @param terms by what the address calls them; fewer than two leave no choice
 * @param term the chosen one's, empty for all
 * @param mayAdd whether the reader may make assignments
 */
public record GridView(String account, TaughtSection section, List<TaughtSection> sections, Map<String, Term> terms, String term, Grid grid,
		boolean mayAdd) {
	/** @return the points possible as text, empty where only a mark is given */
	public static Optional<String> possible(GridAssignment column) {
		return column.assignment().points().map(points -> points.stripTrailingZeros().toPlainString());
	}

	/** @return what the cell shows */
	public Shown shown(GridAssignment column, ListedStudent row) {
		return Shown.of(grid.score(column, row).orElse(null));
	}
}
