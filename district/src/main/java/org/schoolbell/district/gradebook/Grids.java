package org.schoolbell.district.gradebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Teaching;

/** Reads a gradebook in three statements, whatever its size. Thread-safe. */
@Repository
public class Grids {
	private final JdbcClient jdbc;
	private final Teaching teaching;
	private final ScoreTable table;

	Grids(JdbcClient jdbc, Teaching teaching, ScoreTable table) {
		this.jdbc = jdbc;
		this.teaching = teaching;
		this.table = table;
	}

	/**
	 * What to show of a section.
	 *
	 * @param terms assignments of these terms
	 * @param from of assignments that name no term: due on or after this day
	 * @param until due before this day
	 */
	public record Part(List<TermId> terms, LocalDate from, LocalDate until) {}

	/** @return the gradebook as it is at one moment, without assignments that are out of use */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Grid of(SectionId section, Part part, LocalDate today) {
		List<GridAssignment> assignments = assignments(section, part);
		return new Grid(teaching.students(section, today), assignments,
				table.statesOf(assignments.stream().map(column -> column.assignment().id()).toList()));
	}

	/** @return the categories that assignments may have, by title, each by its number */
	@Transactional(readOnly = true)
	public Map<Long, String> categories() {
		Map<Long, String> categories = new HashMap<>();
		jdbc.sql("SELECT id, title FROM gradebook.category").query(row -> {
			categories.put(row.getLong("id"), row.getString("title"));
		});
		return categories;
	}

	private List<GridAssignment> assignments(SectionId section, Part part) {
		return jdbc.sql("""
				SELECT a.id, a.sourced_id, a.section, a.title, a.term, a.due, a.points_max, a.shown, a.counts, a.active, c.title AS category
				FROM gradebook.assignment a
				LEFT JOIN gradebook.category c ON c.id = a.category
				WHERE a.section = ? AND a.active AND (a.term = ANY (?) OR a.term IS NULL AND a.due >= ? AND a.due < ?)
				ORDER BY a.due DESC, a.assigned DESC NULLS LAST, a.id DESC
				""").param(section.value()).param(part.terms().stream().mapToLong(TermId::value).toArray()).param(part.from())
				.param(part.until())
				.query((row, _) -> new GridAssignment(Assignments.read(row), Optional.ofNullable(row.getString("category")))).list();
	}
}
