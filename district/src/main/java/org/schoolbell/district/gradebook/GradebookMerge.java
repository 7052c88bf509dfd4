package org.schoolbell.district.gradebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes new and changed lines to the records. Runs in the import's transaction. What somebody saved after the import began is newer than its files, and stays.
 */
final class GradebookMerge {
	/**
	 * Percent of the points possible, rounded down to 4 decimals as every writer of scores does: {@code div} gives the exact whole part of the quotient.
	 */
	private static final String PERCENT = "CASE WHEN a.points_max > 0 THEN trunc(div(%s.points * 1000000, a.points_max) / 10000, 4) END";

	private final JdbcClient jdbc;
	private final OffsetDateTime began;

	GradebookMerge(JdbcClient jdbc, Instant began) {
		this.jdbc = jdbc;
		this.began = began.atOffset(ZoneOffset.UTC);
	}

	void categories() {
		jdbc.sql("""
				INSERT INTO gradebook.category (sourced_id, title)
				SELECT sourced_id, title FROM gradebook.import_category WHERE verb IN (1, 2) AND fault IS NULL
				ON CONFLICT (sourced_id) DO UPDATE SET title = excluded.title
				""").update();
	}

	void lineItems() {
		jdbc.sql("""
				INSERT INTO gradebook.assignment AS a
				    (id, sourced_id, section, category, term, title, description, assigned, due, points_min, points_max, shown, counts, active,
				     modified_at)
				OVERRIDING SYSTEM VALUE
				SELECT i.id, i.sourced_id, k.id, c.id, i.term, i.title, i.description, i.assigned, i.due, i.points_min, i.points_max, i.shown,
				       i.counts, true, ?
				FROM gradebook.import_assignment i
				JOIN gradebook.import_section k ON k.sourced_id = i.section
				LEFT JOIN gradebook.category c ON c.sourced_id = i.category
				WHERE i.verb IN (1, 2) AND i.fault IS NULL
				ON CONFLICT (sourced_id) DO UPDATE
				SET section = excluded.section, category = excluded.category, term = excluded.term, title = excluded.title,
				    description = excluded.description, assigned = excluded.assigned, due = excluded.due, points_min = excluded.points_min,
				    points_max = excluded.points_max, shown = excluded.shown, counts = excluded.counts, active = true,
				    modified_at = excluded.modified_at
				WHERE a.modified_at <= excluded.modified_at
				""").param(began).update();
		jdbc.sql("ANALYZE gradebook.assignment").update();
		percents();
		ends();
	}

	/** Other points possible give the scores that are there another percent. */
	private void percents() {
		jdbc.sql("""
				UPDATE gradebook.score s
				SET percent = %1$s
				FROM gradebook.assignment a
				JOIN gradebook.import_assignment i ON i.sourced_id = a.sourced_id
				WHERE s.assignment = a.id AND i.verb = 2 AND i.fault IS NULL AND s.points IS NOT NULL
				      AND s.percent IS DISTINCT FROM %1$s
				""".formatted(PERCENT.formatted("s"))).update();
	}

	/** An assignment that is to be deleted goes out of use, since scores and what was told of them refer to it. */
	private void ends() {
		jdbc.sql("""
				UPDATE gradebook.assignment a
				SET active = false, modified_at = ?
				FROM gradebook.import_assignment i
				WHERE i.id = a.id AND i.verb = 4 AND i.fault IS NULL AND a.modified_at <= ?
				""").param(began).param(began).update();
		jdbc.sql("""
				UPDATE gradebook.assignment a
				SET category = NULL
				FROM gradebook.category c
				JOIN gradebook.import_category i ON i.sourced_id = c.sourced_id
				WHERE c.id = a.category AND i.verb = 4 AND i.fault IS NULL
				""").update();
		jdbc.sql("""
				DELETE FROM gradebook.category c
				USING gradebook.import_category i
				WHERE i.sourced_id = c.sourced_id AND i.verb = 4 AND i.fault IS NULL
				""").update();
	}

	void results() {
		jdbc.sql("""
				INSERT INTO gradebook.score AS s
				    (assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on, modified_at, changed_at)
				SELECT a.id, k.id, i.sourced_id, i.points, %s, i.mark, i.flags, i.in_progress, i.comment, i.scored_on, began, began
				FROM gradebook.import_score i
				JOIN gradebook.assignment a ON a.sourced_id = i.assignment
				JOIN gradebook.import_student k ON k.sourced_id = i.student
				CROSS JOIN (SELECT ?::timestamptz AS began) b
				WHERE i.verb IN (1, 2) AND i.fault IS NULL
				ON CONFLICT (assignment, student) DO UPDATE
				SET sourced_id = CASE WHEN starts_with(s.sourced_id, 'schoolbell-') THEN excluded.sourced_id ELSE s.sourced_id END,
				    points = excluded.points, percent = excluded.percent, mark = excluded.mark, flags = excluded.flags,
				    in_progress = coalesce(excluded.in_progress, s.in_progress), comment = coalesce(excluded.comment, s.comment),
				    scored_on = coalesce(excluded.scored_on, s.scored_on), modified_at = excluded.modified_at,
				    %s
				WHERE s.modified_at <= excluded.modified_at
				""".formatted(PERCENT.formatted("i"), ScoreTable.NEW_VERSION)).param(began).update();
		jdbc.sql("""
				DELETE FROM gradebook.score s
				USING gradebook.import_score i
				WHERE i.sourced_id = s.sourced_id AND i.verb = 4 AND i.fault IS NULL AND s.modified_at <= ?
				""").param(began).update();
	}
}
