package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.schoolbell.district.roster.RosterFiles.CLASSES;
import static org.schoolbell.district.roster.RosterFiles.COURSES;
import static org.schoolbell.district.roster.RosterFiles.LISTS;
import static org.schoolbell.district.roster.RosterFiles.PROFILES;
import static org.schoolbell.district.roster.RosterFiles.ROLES;
import static org.schoolbell.district.roster.RosterFiles.USERS;

/** Finds faults among staged lines and compares the others with the records: a fixed number of statements, each over a whole file. */
final class RosterCheck {
	private static final String PERSON = "roster.import_known_person";
	private static final String SECTION = "roster.import_known_section";

	private final JdbcClient jdbc;
	private final LocalDate today;

	RosterCheck(JdbcClient jdbc, LocalDate today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	void users() {
		USERS.prepare(jdbc);
		jdbc.sql("""
				UPDATE roster.import_user u
				SET id = p.id,
				    verb = CASE
				        WHEN u.ends THEN CASE WHEN p.portal_account OR p.agents <> '{}' THEN 4 ELSE 3 END
				        WHEN (u.given_name, u.family_name, u.preferred_given_name, u.grades, u.portal_account, u.agents, u.may_see)
				             IS DISTINCT FROM
				             (p.given_name, p.family_name, p.preferred_given_name, p.grades, p.portal_account, p.agents, p.may_see) THEN 2
				        ELSE 3 END
				FROM roster.person p
				WHERE p.sourced_id = u.sourced_id AND u.fault IS NULL
				""").update();
		USERS.ignoreEndsOfNothing(jdbc);
	}

	void roles() {
		ROLES.prepare(jdbc);
		ROLES.markUnknown(jdbc, "person", "userSourcedId", PERSON);
		jdbc.sql("""
				UPDATE roster.import_role r
				SET verb = CASE
				        WHEN r.ends THEN CASE WHEN e.ends <= ? THEN 3 ELSE 4 END
				        WHEN (r.person, r.org, r.role, r.starts, r.ends_on) IS DISTINCT FROM (p.sourced_id, e.org, e.role, e.starts, e.ends) THEN 2
				        ELSE 3 END
				FROM roster.role e
				JOIN roster.person p ON p.id = e.person
				WHERE e.sourced_id = r.sourced_id AND r.fault IS NULL
				""").param(today).update();
		ROLES.ignoreEndsOfNothing(jdbc);
	}

	void profiles() {
		PROFILES.prepare(jdbc);
		PROFILES.markUnknown(jdbc, "person", "userSourcedId", PERSON);
		jdbc.sql("""
				UPDATE roster.import_profile f
				SET verb = CASE
				        WHEN f.ends THEN 4
				        WHEN (f.person, f.type, f.vendor, f.application, f.username)
				             IS DISTINCT FROM (p.sourced_id, e.type, e.vendor, e.application, e.username) THEN 2
				        ELSE 3 END
				FROM roster.profile e
				JOIN roster.person p ON p.id = e.person
				WHERE e.sourced_id = f.sourced_id AND f.fault IS NULL
				""").update();
		PROFILES.ignoreEndsOfNothing(jdbc);
	}

	void courses() {
		COURSES.prepare(jdbc);
		jdbc.sql("""
				UPDATE roster.import_course c
				SET verb = CASE
				        WHEN c.ends THEN 4
				        WHEN (c.title, c.code) IS DISTINCT FROM (e.title, e.code) THEN 2
				        ELSE 3 END
				FROM roster.course e
				WHERE e.sourced_id = c.sourced_id AND c.fault IS NULL
				""").update();
		COURSES.ignoreEndsOfNothing(jdbc);
	}

	/** Unknown courses must have been remarked before: here the lines lose them. */
	void classes() {
		jdbc.sql("""
				UPDATE roster.import_class c
				SET course = NULL
				WHERE c.course IS NOT NULL AND NOT EXISTS (SELECT FROM roster.import_known_course k WHERE k.sourced_id = c.course)
				""").update();
		jdbc.sql("""
				UPDATE roster.import_class c
				SET id = s.id,
				    verb = CASE
				        WHEN c.ends THEN 4
				        WHEN (c.title, c.code, c.course, c.calendar, c.terms)
				             IS DISTINCT FROM
				             (s.title, s.code, o.sourced_id, s.calendar,
				              ARRAY (SELECT t.term FROM roster.section_term t WHERE t.section = s.id ORDER BY t.term)) THEN 2
				        ELSE 3 END
				FROM roster.section s
				LEFT JOIN roster.course o ON o.id = s.course
				WHERE s.sourced_id = c.sourced_id AND c.fault IS NULL
				""").update();
		CLASSES.ignoreEndsOfNothing(jdbc);
	}

	void lists() {
		LISTS.prepare(jdbc);
		LISTS.markUnknown(jdbc, "section", "classSourcedId", SECTION);
		LISTS.markUnknown(jdbc, "person", "userSourcedId", PERSON);
		fillDates();
		jdbc.sql("""
				UPDATE roster.import_list l
				SET verb = CASE
				        WHEN l.ends THEN CASE WHEN e.ends <= ? AND e.ends_given THEN 3 ELSE 4 END
				        WHEN (l.section, l.person, l.part, l.starts, l.ends_on, l.starts_given, l.ends_given)
				             IS DISTINCT FROM
				             (s.sourced_id, p.sourced_id, e.part, e.starts, e.ends, e.starts_given, e.ends_given) THEN 2
				        ELSE 3 END
				FROM (SELECT sourced_id, section, student AS person, 'STUDENT' AS part, starts, ends, starts_given, ends_given
				      FROM roster.class_list
				      UNION ALL
				      SELECT sourced_id, section, teacher, 'TEACHER', starts, ends, starts_given, ends_given
				      FROM roster.section_teacher) e
				JOIN roster.section s ON s.id = e.section
				JOIN roster.person p ON p.id = e.person
				WHERE e.sourced_id = l.sourced_id AND l.fault IS NULL
				""").param(today).update();
		LISTS.ignoreEndsOfNothing(jdbc);
		jdbc.sql("UPDATE roster.import_list SET verb = 0 WHERE verb = 1 AND (starts = ends_on OR part = 'OTHER')").update();
	}

	/** Where a line has no dates, its section's terms stand in. One that begins and ends on the same day is a no show: it counts as none. */
	private void fillDates() {
		jdbc.sql("""
				UPDATE roster.import_list l
				SET starts = coalesce(l.starts, k.starts), ends_on = coalesce(l.ends_on, k.ends)
				FROM roster.import_known_section k
				WHERE k.sourced_id = l.section AND (l.starts IS NULL OR l.ends_on IS NULL) AND l.fault IS NULL AND NOT l.ends
				""").update();
		jdbc.sql("""
				UPDATE roster.import_list
				SET fault = 'ENDS_EARLY', fault_column = 'endDate', fault_value = ends_on::text
				WHERE starts > ends_on AND fault IS NULL
				""").update();
	}
}
