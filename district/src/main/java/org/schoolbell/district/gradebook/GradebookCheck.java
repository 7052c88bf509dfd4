package org.schoolbell.district.gradebook;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.staging.Pairs;

import static org.schoolbell.district.gradebook.GradebookFiles.CATEGORIES;
import static org.schoolbell.district.gradebook.GradebookFiles.LINE_ITEMS;
import static org.schoolbell.district.gradebook.GradebookFiles.RESULTS;

/** Finds faults among staged lines and compares the others with the records: a fixed number of statements, each over a whole file. */
final class GradebookCheck {
	private final JdbcClient jdbc;

	GradebookCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void categories() {
		CATEGORIES.prepare(jdbc);
		jdbc.sql("""
				UPDATE gradebook.import_category i
				SET verb = CASE WHEN i.ends THEN 4 WHEN i.title <> c.title THEN 2 ELSE 3 END
				FROM gradebook.category c
				WHERE c.sourced_id = i.sourced_id AND i.fault IS NULL
				""").update();
		CATEGORIES.ignoreEndsOfNothing(jdbc);
	}

	/** Unknown categories must have been remarked before: here the lines lose them. */
	void lineItems() {
		LINE_ITEMS.markUnknown(jdbc, "section", "classSourcedId", "gradebook.import_section");
		jdbc.sql("""
				UPDATE gradebook.import_assignment i
				SET category = NULL
				WHERE i.category IS NOT NULL AND NOT EXISTS (SELECT FROM gradebook.import_known_category k WHERE k.sourced_id = i.category)
				""").update();
		jdbc.sql("""
				UPDATE gradebook.import_assignment i
				SET id = a.id,
				    verb = CASE
				        WHEN i.ends THEN CASE WHEN a.active THEN 4 ELSE 3 END
				        WHEN (i.title, i.description, i.section, i.category, i.term, i.assigned, i.due, i.points_min, i.points_max, i.shown, i.counts, true)
				             IS DISTINCT FROM
				             (a.title, a.description, k.sourced_id, c.sourced_id, a.term, a.assigned, a.due, a.points_min, a.points_max, a.shown,
				              a.counts, a.active) THEN 2
				        ELSE 3 END
				FROM gradebook.assignment a
				LEFT JOIN gradebook.category c ON c.id = a.category
				LEFT JOIN gradebook.import_section k ON k.id = a.section
				WHERE a.sourced_id = i.sourced_id AND i.fault IS NULL
				""").update();
		LINE_ITEMS.ignoreEndsOfNothing(jdbc);
	}

	void results(Pairs classLists) {
		RESULTS.prepare(jdbc);
		RESULTS.markUnknown(jdbc, "assignment", "lineItemSourcedId", "gradebook.import_known_assignment");
		RESULTS.markUnknown(jdbc, "student", "studentSourcedId", "gradebook.import_student");
		unlisted(classLists);
		second();
		elsewhere();
		jdbc.sql("""
				UPDATE gradebook.import_score i
				SET verb = CASE
				        WHEN (i.points, i.mark, i.flags, coalesce(i.in_progress, s.in_progress), coalesce(i.comment, s.comment),
				              coalesce(i.scored_on, s.scored_on))
				             IS DISTINCT FROM (s.points, s.mark, s.flags, s.in_progress, s.comment, s.scored_on)
				             OR (s.sourced_id <> i.sourced_id AND starts_with(s.sourced_id, 'schoolbell-')) THEN 2
				        ELSE 3 END
				FROM gradebook.import_student k, gradebook.import_known_assignment a, gradebook.score s
				WHERE k.sourced_id = i.student AND a.sourced_id = i.assignment AND s.assignment = a.id AND s.student = k.id
				      AND i.fault IS NULL AND NOT i.ends
				""").update();
		jdbc.sql("""
				UPDATE gradebook.import_score i SET verb = 4
				FROM gradebook.score s
				WHERE s.sourced_id = i.sourced_id AND i.ends AND i.fault IS NULL
				""").update();
		RESULTS.ignoreEndsOfNothing(jdbc);
	}

	/** As at every other door: a score reaches the families of a class, and nobody else has one there. */
	private void unlisted(Pairs classLists) {
		jdbc.sql("""
				WITH listed AS MATERIALIZED (SELECT DISTINCT c.one AS section, c.other AS student FROM (%s) c)
				UPDATE gradebook.import_score i
				SET fault = 'UNLISTED', fault_column = 'studentSourcedId', fault_value = i.student
				FROM (SELECT a.sourced_id, a.section FROM gradebook.import_assignment a WHERE a.fault IS NULL AND NOT a.ends
				      UNION ALL
				      SELECT a.sourced_id, k.sourced_id
				      FROM gradebook.assignment a
				      JOIN gradebook.import_section k ON k.id = a.section
				      WHERE NOT EXISTS (SELECT FROM gradebook.import_assignment o WHERE o.sourced_id = a.sourced_id AND o.fault IS NULL)) a
				WHERE a.sourced_id = i.assignment AND i.fault IS NULL AND NOT i.ends
				      AND NOT EXISTS (SELECT FROM listed l WHERE l.section = a.section AND l.student = i.student)
				""".formatted(classLists.query())).update();
	}

	private void second() {
		jdbc.sql("""
				UPDATE gradebook.import_score i
				SET fault = 'SECOND', fault_column = 'studentSourcedId', fault_value = i.student
				FROM (SELECT assignment, student, min(line) AS first FROM gradebook.import_score
				      WHERE fault IS NULL AND NOT ends
				      GROUP BY assignment, student
				      HAVING count(*) > 1) r
				WHERE r.assignment = i.assignment AND r.student = i.student AND i.line > r.first AND i.fault IS NULL AND NOT i.ends
				""").update();
	}

	/** A result keeps its line item and student. */
	private void elsewhere() {
		jdbc.sql("""
				UPDATE gradebook.import_score i
				SET fault = 'ELSEWHERE', fault_column = 'sourcedId', fault_value = i.sourced_id
				FROM gradebook.score s
				JOIN gradebook.assignment a ON a.id = s.assignment
				LEFT JOIN gradebook.import_student k ON k.id = s.student
				WHERE s.sourced_id = i.sourced_id AND i.fault IS NULL AND NOT i.ends
				      AND (a.sourced_id, k.sourced_id) IS DISTINCT FROM (i.assignment, i.student)
				""").update();
	}
}
