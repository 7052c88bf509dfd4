package org.schoolbell.district.roster;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What no file says outright is derived from roles, class lists and agents once those are written: who is enrolled where, and who is related to whom. Only for
 * people whom the import touched. Runs in the import's transaction.
 */
final class Derivation {
	private final JdbcClient jdbc;

	Derivation(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Collects whom the records that are about to change speak of. Call it before they do. */
	void touchBefore() {
		jdbc.sql("""
				INSERT INTO roster.import_touched
				SELECT id FROM roster.import_user WHERE verb IN (1, 2, 4) AND fault IS NULL
				UNION
				SELECT e.person FROM roster.role e JOIN roster.import_role r USING (sourced_id) WHERE r.verb IN (2, 4) AND r.fault IS NULL
				UNION
				SELECT e.student FROM roster.class_list e JOIN roster.import_list l USING (sourced_id)
				WHERE l.verb IN (2, 4) AND l.fault IS NULL
				UNION
				SELECT e.student FROM roster.class_list e JOIN roster.import_class c ON c.id = e.section
				WHERE c.verb IN (2, 4) AND c.fault IS NULL
				""").update();
	}

	/** Collects whom the changed records speak of now. */
	void touchAfter() {
		jdbc.sql("""
				INSERT INTO roster.import_touched
				SELECT person FROM (
				    SELECT p.id AS person FROM roster.import_role r JOIN roster.person p ON p.sourced_id = r.person
				    WHERE r.verb IN (1, 2) AND r.fault IS NULL
				    UNION
				    SELECT p.id FROM roster.import_list l JOIN roster.person p ON p.sourced_id = l.person
				    WHERE l.verb IN (1, 2) AND l.fault IS NULL AND l.part = 'STUDENT') now
				EXCEPT
				SELECT person FROM roster.import_touched
				""").update();
		jdbc.sql("ANALYZE roster.import_touched").update();
	}

	/** When a school year has other dates, everyone enrolled in it is touched. */
	void touchEveryone() {
		jdbc.sql("INSERT INTO roster.import_touched SELECT id FROM roster.person EXCEPT SELECT person FROM roster.import_touched").update();
		jdbc.sql("ANALYZE roster.import_touched").update();
	}

	/**
	 * An enrollment is a student's role at a school in each school year that it meets; where no role meets it, the days of the class lists of that school and
	 * year together. A role that never began is a no show: no enrollment, whatever the class lists say.
	 */
	void enrollments() {
		jdbc.sql("""
				INSERT INTO roster.import_enrollment
				WITH by_role AS (
				    SELECT r.person AS student, c.id AS calendar, greatest(r.starts, c.starts) AS starts, least(r.ends, c.ends) AS ends
				    FROM roster.role r
				    JOIN roster.import_touched t ON t.person = r.person
				    JOIN roster.import_calendar c ON c.school = r.org
				    WHERE r.role = 'student' AND coalesce(r.starts < c.ends, true) AND coalesce(c.starts < r.ends, true)),
				by_list AS (
				    SELECT l.student, s.calendar, min(l.starts) AS starts, max(l.ends) AS ends
				    FROM roster.class_list l
				    JOIN roster.import_touched t ON t.person = l.student
				    JOIN roster.section s ON s.id = l.section
				    WHERE l.starts < l.ends
				    GROUP BY l.student, s.calendar)
				SELECT student, calendar, starts, max(ends) FROM by_role WHERE starts < ends GROUP BY student, calendar, starts
				UNION ALL
				SELECT student, calendar, starts, ends FROM by_list l
				WHERE NOT EXISTS (SELECT FROM by_role r WHERE r.student = l.student AND r.calendar = l.calendar)
				""").update();
		jdbc.sql("ANALYZE roster.import_enrollment").update();
		jdbc.sql("""
				DELETE FROM roster.enrollment e
				USING roster.import_touched t
				WHERE t.person = e.student
				      AND NOT EXISTS (SELECT FROM roster.import_enrollment x
				                      WHERE x.student = e.student AND x.calendar = e.calendar AND x.starts = e.starts AND x.ends = e.ends)
				""").update();
		jdbc.sql("""
				INSERT INTO roster.enrollment (student, calendar, starts, ends)
				SELECT student, calendar, starts, ends FROM roster.import_enrollment
				ON CONFLICT DO NOTHING
				""").update();
	}

	/**
	 * Agents make relationships in either direction: between a student and an adult whose role is a guardian's. The portal flag comes from the student's own list
	 * of those who may see, else from the adult's role: parents and guardians may, relatives may not.
	 */
	void guardianships() {
		jdbc.sql("""
				INSERT INTO roster.import_guardianship
				WITH named AS (
				    SELECT p.id AS person, a.id AS agent
				    FROM roster.person p
				    CROSS JOIN LATERAL unnest(p.agents) n (sourced_id)
				    JOIN roster.person a ON a.sourced_id = n.sourced_id),
				link AS (
				    SELECT n.* FROM named n JOIN roster.import_touched t ON t.person = n.person
				    UNION
				    SELECT n.* FROM named n JOIN roster.import_touched t ON t.person = n.agent),
				adult AS (
				    SELECT person, (array_agg(role ORDER BY array_position(ARRAY['parent', 'guardian', 'relative'], role)))[1] AS type,
				           CASE WHEN bool_and(starts IS NOT NULL) THEN min(starts) END AS starts,
				           CASE WHEN bool_and(ends IS NOT NULL) THEN max(ends) END AS ends
				    FROM roster.role
				    WHERE role IN ('parent', 'guardian', 'relative')
				    GROUP BY person),
				pair AS (
				    SELECT person AS student, agent AS guardian FROM link
				    UNION
				    SELECT agent, person FROM link)
				SELECT p.student, p.guardian, a.type, coalesce(g.sourced_id = ANY (s.may_see), a.type <> 'relative'), a.starts, a.ends
				FROM pair p
				JOIN adult a ON a.person = p.guardian
				JOIN roster.person s ON s.id = p.student
				JOIN roster.person g ON g.id = p.guardian
				WHERE p.student <> p.guardian AND EXISTS (SELECT FROM roster.role r WHERE r.person = p.student AND r.role = 'student')
				""").update();
		jdbc.sql("ANALYZE roster.import_guardianship").update();
		endOldGuardianships("student");
		endOldGuardianships("guardian");
		jdbc.sql("""
				INSERT INTO roster.guardianship (student, guardian, type, portal, starts, ends)
				SELECT student, guardian, type, portal, starts, ends FROM roster.import_guardianship
				ON CONFLICT (student, guardian) DO UPDATE
				SET type = excluded.type, portal = excluded.portal, starts = excluded.starts, ends = excluded.ends
				WHERE (guardianship.type, guardianship.portal, guardianship.starts, guardianship.ends)
				      IS DISTINCT FROM (excluded.type, excluded.portal, excluded.starts, excluded.ends)
				""").update();
	}

	private void endOldGuardianships(String side) {
		jdbc.sql("""
				DELETE FROM roster.guardianship g
				USING roster.import_touched t
				WHERE t.person = g.%s
				      AND NOT EXISTS (SELECT FROM roster.import_guardianship x WHERE x.student = g.student AND x.guardian = g.guardian)
				""".formatted(side)).update();
	}
}
