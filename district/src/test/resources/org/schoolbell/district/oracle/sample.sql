-- A sample district as records. The table `sample` has one row: years, students, sections and assignments, each a JSON array.

INSERT INTO calendar.org (sourced_id, name, type)
SELECT DISTINCT s ->> 'school', s ->> 'school', 'school' FROM sample, jsonb_array_elements(sections) s ORDER BY 1;

INSERT INTO calendar.school_year (sourced_id, title, starts, ends, active)
SELECT y ->> 'sourcedId', y ->> 'title', (y ->> 'begin')::date, (y ->> 'end')::date, (y ->> 'active')::boolean
FROM sample, jsonb_array_elements(years) y;

INSERT INTO calendar.calendar (school, school_year)
SELECT o.id, y.id FROM calendar.org o CROSS JOIN calendar.school_year y ORDER BY 1, 2;

INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends)
SELECT 'open-' || sourced_id, title, 'term', id, starts, ends FROM calendar.school_year;

INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account)
SELECT s ->> 'sourcedId', s ->> 'givenName', s ->> 'familyName', (s ->> 'accountEnabled')::boolean
FROM sample, jsonb_array_elements(students) s
UNION
SELECT g ->> 'sourcedId', g ->> 'givenName', g ->> 'familyName', (g ->> 'accountEnabled')::boolean
FROM sample, jsonb_array_elements(students) s, jsonb_array_elements(s -> 'relationships') r, LATERAL (SELECT r -> 'guardian' AS g) one
ORDER BY 1;

INSERT INTO roster.guardianship (student, guardian, type, portal)
SELECT p.id, a.id, r -> 'guardian' ->> 'role', (r ->> 'portal')::boolean
FROM sample, jsonb_array_elements(students) s, jsonb_array_elements(s -> 'relationships') r, roster.person p, roster.person a
WHERE p.sourced_id = s ->> 'sourcedId' AND a.sourced_id = r -> 'guardian' ->> 'sourcedId';

-- One row in each school year that the time at the school meets.
INSERT INTO roster.enrollment (student, calendar, starts, ends)
SELECT p.id, c.id, greatest((e ->> 'begin')::date, y.starts), least((e ->> 'end')::date, y.ends)
FROM sample, jsonb_array_elements(students) s, jsonb_array_elements(s -> 'enrollments') e, roster.person p, calendar.org o, calendar.calendar c,
	calendar.school_year y
WHERE p.sourced_id = s ->> 'sourcedId' AND o.sourced_id = e ->> 'school' AND c.school = o.id AND y.id = c.school_year
	AND (e ->> 'begin')::date < y.ends AND y.starts < (e ->> 'end')::date;

INSERT INTO roster.section (sourced_id, title, code, calendar)
SELECT s ->> 'sourcedId', s ->> 'title', s ->> 'code', c.id
FROM sample, jsonb_array_elements(sections) s, calendar.org o, calendar.calendar c, calendar.school_year y
WHERE o.sourced_id = s ->> 'school' AND y.sourced_id = s -> 'year' ->> 'sourcedId' AND c.school = o.id AND c.school_year = y.id
ORDER BY 1;

INSERT INTO roster.section_term (section, term)
SELECT s.id, t.id FROM roster.section s JOIN calendar.calendar c ON c.id = s.calendar JOIN calendar.term t ON t.school_year = c.school_year;

INSERT INTO roster.class_list (sourced_id, section, student, starts, ends)
SELECT concat_ws('/', p.sourced_id, x.sourced_id, l ->> 'begin'), x.id, p.id, (l ->> 'begin')::date, (l ->> 'end')::date
FROM sample, jsonb_array_elements(students) s, jsonb_array_elements(s -> 'roster') l, roster.person p, roster.section x
WHERE p.sourced_id = s ->> 'sourcedId' AND x.sourced_id = l -> 'section' ->> 'sourcedId';

INSERT INTO gradebook.assignment (sourced_id, section, term, title, assigned, due, points_min, points_max, shown, counts, modified_at)
SELECT a ->> 'sourcedId', s.id, t.term, a ->> 'title', (a ->> 'assigned')::date, (a ->> 'due')::date, 0, (a ->> 'points')::numeric,
	(a ->> 'shown')::boolean, (a ->> 'counts')::boolean, (a ->> 'assigned')::date
FROM sample, jsonb_array_elements(assignments) a, roster.section s, roster.section_term t
WHERE s.sourced_id = a ->> 'section' AND t.section = s.id
ORDER BY 1;

DROP TABLE sample;
ANALYZE;
