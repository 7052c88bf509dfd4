package org.schoolbell.district.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.SectionId;

/** Answers about assignments, one statement for any number of them. Unknown ids are missing from an answer. Thread-safe. */
@Repository
public class Assignments {
	private final JdbcClient jdbc;

	public Assignments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the assignments with these ids */
	public Map<AssignmentId, Assignment> byId(Collection<AssignmentId> ids) {
		Map<AssignmentId, Assignment> assignments = HashMap.newHashMap(ids.size());
		jdbc.sql("""
				SELECT id, sourced_id, section, title, term, due, points_max, shown, counts, active
				FROM gradebook.assignment
				WHERE id = ANY (?)
				""").param(ids.stream().mapToLong(AssignmentId::value).toArray()).query(row -> {
			Assignment assignment = read(row);
			assignments.put(assignment.id(), assignment);
		});
		return assignments;
	}

	/** @return the assignments that the outside knows by these names */
	public Map<SourcedId, Assignment> bySourcedId(Collection<SourcedId> sourcedIds) {
		return bySourcedId(sourcedIds, "");
	}

	/** The same, and until the end of the transaction nobody changes them: a percent is of the points possible. */
	Map<SourcedId, Assignment> hold(Collection<SourcedId> sourcedIds) {
		return bySourcedId(sourcedIds, "ORDER BY id FOR SHARE");
	}

	private Map<SourcedId, Assignment> bySourcedId(Collection<SourcedId> sourcedIds, String lock) {
		Map<SourcedId, Assignment> assignments = HashMap.newHashMap(sourcedIds.size());
		jdbc.sql("""
				SELECT id, sourced_id, section, title, term, due, points_max, shown, counts, active
				FROM gradebook.assignment
				WHERE sourced_id = ANY (?)
				""" + lock).param(sourcedIds.stream().map(SourcedId::value).toArray(String[]::new)).query(row -> {
			Assignment assignment = read(row);
			assignments.put(assignment.sourcedId(), assignment);
		});
		return assignments;
	}

	static Assignment read(ResultSet row) throws SQLException {
		return new Assignment(new AssignmentId(row.getLong("id")), new SourcedId(row.getString("sourced_id")),
				new SectionId(row.getLong("section")), row.getString("title"),
				Optional.ofNullable(row.getObject("term", Long.class)).map(TermId::new), row.getObject("due", LocalDate.class),
				Optional.ofNullable(row.getBigDecimal("points_max")), row.getBoolean("shown"), row.getBoolean("counts"),
				row.getBoolean("active"));
	}
}
