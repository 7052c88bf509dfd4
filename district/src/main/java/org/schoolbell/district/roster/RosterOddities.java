package org.schoolbell.district.roster;

import org.schoolbell.district.staging.Warning;

/** What is odd about lines that are taken all the same. The first two are asked before the merge, the others after it. */
final class RosterOddities {
	static final Warning UNKNOWN_COURSE = new Warning("courseSourcedId", "no course has this sourcedId; the class is kept without",
			"the sourcedId of a course", """
					SELECT c.line, c.course AS value
					FROM roster.import_class c
					WHERE c.fault IS NULL AND c.course IS NOT NULL
					      AND NOT EXISTS (SELECT FROM roster.import_known_course k WHERE k.sourced_id = c.course)
					""");
	static final Warning OUTSIDE_OF_TERMS = new Warning("beginDate", "the enrollment reaches beyond its class's terms; it is kept as it is",
			"days within the terms", """
					SELECT l.line, l.starts || ' to ' || l.ends_on AS value
					FROM roster.import_list l
					JOIN roster.import_known_section k ON k.sourced_id = l.section
					WHERE l.fault IS NULL AND NOT l.ends AND (l.starts < k.starts OR l.ends_on > k.ends)
					""");
	static final Warning NOT_A_STUDENT = new Warning("userSourcedId", "this person is enrolled as a student, but has no such role",
			"a line of roles.csv with the role student", """
					SELECT l.line, l.person AS value
					FROM roster.import_list l
					JOIN roster.person p ON p.sourced_id = l.person
					WHERE l.fault IS NULL AND NOT l.ends AND l.part = 'STUDENT'
					      AND NOT EXISTS (SELECT FROM roster.role r WHERE r.person = p.id AND r.role = 'student')
					""");
	static final Warning UNKNOWN_AGENT = new Warning("agentSourcedIds", "nobody has this sourcedId; it makes no relationship",
			"the sourcedId of a user", """
					SELECT u.line, n.sourced_id AS value
					FROM roster.import_user u
					CROSS JOIN LATERAL unnest(u.agents) n (sourced_id)
					WHERE u.fault IS NULL AND NOT EXISTS (SELECT FROM roster.person p WHERE p.sourced_id = n.sourced_id)
					""");
	static final Warning NO_RELATIVE = new Warning("agentSourcedIds", "an agent who is no guardian of a student makes no relationship",
			"one of the two with the role student, the other with the role parent, guardian or relative", """
					SELECT u.line, n.sourced_id AS value
					FROM roster.import_user u
					CROSS JOIN LATERAL unnest(u.agents) n (sourced_id)
					JOIN roster.person a ON a.sourced_id = n.sourced_id
					WHERE u.fault IS NULL AND NOT u.ends
					      AND NOT EXISTS (SELECT FROM roster.guardianship g WHERE g.student = u.id AND g.guardian = a.id)
					      AND NOT EXISTS (SELECT FROM roster.guardianship g WHERE g.student = a.id AND g.guardian = u.id)
					""");

	private RosterOddities() {
	}
}
