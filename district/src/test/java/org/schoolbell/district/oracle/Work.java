package org.schoolbell.district.oracle;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a student has to do, or had.
 *
 * @param assignment sourcedId
 * @param student sourcedId
 * @param possible points; a usual number where the assignment has none
 * @param family sourcedIds of the student and of every related adult
 * @param edge whether it was due on the very day on which the student came or had left
 */
record Work(String assignment, String student, BigDecimal possible, List<String> family, boolean edge) {
	/** All of a district: of everyone who ever was on a section's list. */
	static List<Work> all(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT a.sourced_id AS assignment, p.sourced_id AS student, coalesce(a.points_max, 20) AS possible,
					p.sourced_id || ARRAY (SELECT r.sourced_id FROM roster.guardianship g JOIN roster.person r ON r.id = g.guardian
						WHERE g.student = p.id ORDER BY 1) AS family,
					bool_or(a.due IN (l.starts, l.ends, e.starts, e.ends)) AS edge
				FROM roster.class_list l
				JOIN gradebook.assignment a ON a.section = l.section
				JOIN roster.section s ON s.id = l.section
				JOIN roster.person p ON p.id = l.student
				LEFT JOIN roster.enrollment e ON e.student = l.student AND e.calendar = s.calendar
				GROUP BY 1, 2, 3, p.id
				ORDER BY 1, 2
				""").query((row, _) -> new Work(row.getString("assignment"), row.getString("student"), row.getBigDecimal("possible"),
				List.of((String[]) row.getArray("family").getArray()), row.getBoolean("edge"))).list();
	}
}
