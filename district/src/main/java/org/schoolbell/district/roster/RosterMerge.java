package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes new and changed lines to the records. Runs in the import's transaction. */
final class RosterMerge {
	private final JdbcClient jdbc;
	private final LocalDate today;

	RosterMerge(JdbcClient jdbc, LocalDate today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	void people() {
		jdbc.sql("""
				INSERT INTO roster.person (id, sourced_id, given_name, family_name, preferred_given_name, grades, portal_account, agents, may_see)
				OVERRIDING SYSTEM VALUE
				SELECT id, sourced_id, given_name, family_name, preferred_given_name, grades, portal_account, agents, may_see
				FROM roster.import_user
				WHERE verb IN (1, 2) AND fault IS NULL
				ON CONFLICT (id) DO UPDATE
				SET given_name = excluded.given_name, family_name = excluded.family_name,
				    preferred_given_name = excluded.preferred_given_name, grades = excluded.grades,
				    portal_account = excluded.portal_account, agents = excluded.agents, may_see = excluded.may_see
				""").update();
		jdbc.sql("ANALYZE roster.person").update();
	}

	void roles() {
		jdbc.sql("""
				INSERT INTO roster.role (sourced_id, person, org, role, starts, ends)
				SELECT r.sourced_id, p.id, r.org, r.role, r.starts, r.ends_on
				FROM roster.import_role r
				JOIN roster.person p ON p.sourced_id = r.person
				WHERE r.verb IN (1, 2) AND r.fault IS NULL
				ON CONFLICT (sourced_id) DO UPDATE
				SET person = excluded.person, org = excluded.org, role = excluded.role, starts = excluded.starts, ends = excluded.ends
				""").update();
		jdbc.sql("ANALYZE roster.role").update();
	}

	void profiles() {
		jdbc.sql("""
				INSERT INTO roster.profile (sourced_id, person, type, vendor, application, username)
				SELECT f.sourced_id, p.id, f.type, f.vendor, f.application, f.username
				FROM roster.import_profile f
				JOIN roster.person p ON p.sourced_id = f.person
				WHERE f.verb IN (1, 2) AND f.fault IS NULL
				ON CONFLICT (sourced_id) DO UPDATE
				SET person = excluded.person, type = excluded.type, vendor = excluded.vendor, application = excluded.application,
				    username = excluded.username
				""").update();
		jdbc.sql("""
				DELETE FROM roster.profile e USING roster.import_profile f WHERE f.sourced_id = e.sourced_id AND f.verb = 4 AND f.fault IS NULL
				""").update();
	}

	void courses() {
		jdbc.sql("""
				INSERT INTO roster.course (sourced_id, title, code)
				SELECT sourced_id, title, code FROM roster.import_course WHERE verb IN (1, 2) AND fault IS NULL
				ON CONFLICT (sourced_id) DO UPDATE SET title = excluded.title, code = excluded.code
				""").update();
	}

	void sections() {
		jdbc.sql("""
				INSERT INTO roster.section (id, sourced_id, title, code, course, calendar)
				OVERRIDING SYSTEM VALUE
				SELECT c.id, c.sourced_id, c.title, c.code, o.id, c.calendar
				FROM roster.import_class c
				LEFT JOIN roster.course o ON o.sourced_id = c.course
				WHERE c.verb IN (1, 2) AND c.fault IS NULL
				ON CONFLICT (id) DO UPDATE
				SET title = excluded.title, code = excluded.code, course = excluded.course, calendar = excluded.calendar
				""").update();
		jdbc.sql("""
				DELETE FROM roster.section_term t
				USING roster.import_class c
				WHERE c.id = t.section AND c.verb = 2 AND c.fault IS NULL AND t.term <> ALL (c.terms)
				""").update();
		jdbc.sql("""
				INSERT INTO roster.section_term (section, term)
				SELECT id, unnest(terms) FROM roster.import_class WHERE verb IN (1, 2) AND fault IS NULL
				ON CONFLICT DO NOTHING
				""").update();
		jdbc.sql("ANALYZE roster.section").update();
		endCourses();
	}

	private void endCourses() {
		jdbc.sql("""
				UPDATE roster.section s SET course = NULL
				FROM roster.course o JOIN roster.import_course c ON c.sourced_id = o.sourced_id
				WHERE o.id = s.course AND c.verb = 4 AND c.fault IS NULL
				""").update();
		jdbc.sql("""
				DELETE FROM roster.course o USING roster.import_course c WHERE c.sourced_id = o.sourced_id AND c.verb = 4 AND c.fault IS NULL
				""").update();
	}

	void lists() {
		list("roster.class_list", "student", ListRecord.Part.STUDENT);
		list("roster.section_teacher", "teacher", ListRecord.Part.TEACHER);
		jdbc.sql("ANALYZE roster.class_list").update();
	}

	private void list(String table, String person, ListRecord.Part part) {
		jdbc.sql("""
				DELETE FROM %s e
				USING roster.import_list l
				WHERE l.sourced_id = e.sourced_id AND l.verb = 2 AND l.fault IS NULL AND (l.part <> ? OR l.starts = l.ends_on)
				""".formatted(table)).param(part.name()).update();
		jdbc.sql("""
				INSERT INTO %1$s (sourced_id, section, %2$s, starts, ends, starts_given, ends_given)
				SELECT l.sourced_id, s.id, p.id, l.starts, l.ends_on, l.starts_given, l.ends_given
				FROM roster.import_list l
				JOIN roster.section s ON s.sourced_id = l.section
				JOIN roster.person p ON p.sourced_id = l.person
				WHERE l.verb IN (1, 2) AND l.fault IS NULL AND l.part = ? AND l.starts < l.ends_on
				ON CONFLICT (sourced_id) DO UPDATE
				SET section = excluded.section, %2$s = excluded.%2$s, starts = excluded.starts, ends = excluded.ends,
				    starts_given = excluded.starts_given, ends_given = excluded.ends_given
				""".formatted(table, person)).param(part.name()).update();
	}

	/** What is to be deleted ends today, so that the past stays as it was; what had not begun goes. */
	void ends() {
		jdbc.sql("""
				UPDATE roster.person p SET portal_account = false, agents = '{}', may_see = NULL
				FROM roster.import_user u
				WHERE u.id = p.id AND u.verb = 4 AND u.fault IS NULL
				""").update();
		String leavers = "(SELECT id FROM roster.import_user WHERE verb = 4 AND fault IS NULL)";
		String closed = "(SELECT id FROM roster.import_class WHERE verb = 4 AND fault IS NULL)";
		String listed = "sourced_id IN (SELECT sourced_id FROM roster.import_list WHERE verb = 4 AND fault IS NULL)";
		end("roster.role", "sourced_id IN (SELECT sourced_id FROM roster.import_role WHERE verb = 4 AND fault IS NULL)");
		end("roster.role", "person IN " + leavers);
		endPlaces("roster.class_list", listed, "student IN " + leavers, "section IN " + closed);
		endPlaces("roster.section_teacher", listed, "teacher IN " + leavers, "section IN " + closed);
	}

	/** The day of the end is a given one from now on: terms that move do not take anyone back in. */
	private void endPlaces(String table, String... which) {
		for (String some : which) {
			end(table, some);
			jdbc.sql("UPDATE %s SET ends_given = true WHERE %s AND NOT ends_given".formatted(table, some)).update();
		}
	}

	private void end(String table, String which) {
		jdbc.sql("DELETE FROM %s WHERE %s AND starts >= ?".formatted(table, which)).param(today).update();
		jdbc.sql("UPDATE %s SET ends = ? WHERE %s AND (ends IS NULL OR ends > ?)".formatted(table, which)).param(today).param(today)
				.update();
	}
}
