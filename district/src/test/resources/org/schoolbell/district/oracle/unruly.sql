-- Makes an orderly district unruly: every rule gets records that it stops, that it lets pass, and that lie exactly on its edge.
-- ${seed} is a number, ${now} the moment at which the first day begins, ${today} its date at the schools.

CREATE SCHEMA oracle;

-- 0 to 99, by seed, purpose and the name of a record, whatever number the record has inside this database.
CREATE FUNCTION oracle.draw(purpose text, name text) RETURNS int LANGUAGE sql IMMUTABLE
	RETURN ((hashtextextended(purpose || '/' || name, ${seed}) & 9223372036854775807) % 100)::int;

-- What was posted, in order, and the event that the district answered; no event where nothing changed.
CREATE TABLE oracle.post (
	seq         int PRIMARY KEY,
	day         int NOT NULL,
	event       uuid UNIQUE,
	assignment  text NOT NULL,
	student     text NOT NULL,
	points      numeric,
	percent     numeric,
	mark        text,
	flags       text[] NOT NULL,                 -- in alphabetical order
	silent      boolean NOT NULL,
	actor       text,                            -- who posted it, NULL for an integration
	at          timestamptz NOT NULL
);
CREATE INDEX ON oracle.post (assignment, student, day);

UPDATE roster.person SET portal_account = false WHERE oracle.draw('account', sourced_id) < 6;

UPDATE roster.guardianship g
SET starts = CASE WHEN d.n IN (0, 1, 2) THEN date '${today}' + 1 WHEN d.n IN (3, 4) THEN date '${today}' WHEN d.n = 5 THEN date '${today}' - 400 END,
	ends = CASE WHEN d.n IN (5, 6) THEN date '${today}' + 400 WHEN d.n IN (7, 8, 9) THEN date '${today}' WHEN d.n IN (10, 11) THEN date '${today}' + 1
		WHEN d.n IN (12, 13) THEN date '${today}' + 3 END,
	portal = g.portal AND d.n NOT IN (14, 15, 16)
FROM (SELECT k.student, k.guardian, oracle.draw('relation', s.sourced_id || '/' || a.sourced_id) AS n
	FROM roster.guardianship k JOIN roster.person s ON s.id = k.student JOIN roster.person a ON a.id = k.guardian) d
WHERE d.student = g.student AND d.guardian = g.guardian;

UPDATE calendar.calendar SET portal_enabled = false WHERE id = (
	SELECT c.id FROM calendar.calendar c JOIN calendar.school_year y ON y.id = c.school_year JOIN calendar.org o ON o.id = c.school
	WHERE y.active AND EXISTS (SELECT FROM roster.section s WHERE s.calendar = c.id)
	ORDER BY oracle.draw('portal', o.sourced_id), o.sourced_id LIMIT 1);

INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends, portal_enabled)
SELECT 'closed-' || sourced_id, 'Closed', 'term', id, starts, ends, false FROM calendar.school_year;
UPDATE gradebook.assignment a SET term = t.id
FROM roster.section s JOIN calendar.calendar c ON c.id = s.calendar JOIN calendar.term t ON t.school_year = c.school_year
WHERE s.id = a.section AND t.sourced_id LIKE 'closed-%' AND oracle.draw('term', a.sourced_id) < 10;
UPDATE gradebook.assignment SET term = NULL WHERE oracle.draw('no term', sourced_id) < 5;

UPDATE gradebook.assignment
SET shown = shown AND oracle.draw('hidden', sourced_id) >= 8,
	active = oracle.draw('inactive', sourced_id) >= 8,
	counts = counts AND oracle.draw('uncounted', sourced_id) >= 8,
	points_max = CASE WHEN oracle.draw('unmeasured', sourced_id) >= 5 THEN points_max END;

-- The student came, or left, on the day on which some work was due, or on the day after.
WITH edge AS (
	SELECT DISTINCT ON (e.student, e.calendar, e.starts) e.student, e.calendar, e.starts, a.due, oracle.draw('enrollment edge', p.sourced_id) % 4 AS n
	FROM roster.enrollment e
	JOIN roster.person p ON p.id = e.student
	JOIN roster.section s ON s.calendar = e.calendar
	JOIN roster.class_list l ON l.section = s.id AND l.student = e.student
	JOIN gradebook.assignment a ON a.section = s.id
	WHERE oracle.draw('enrollment', p.sourced_id || '/' || e.starts) < 16
	ORDER BY e.student, e.calendar, e.starts, oracle.draw('enrollment day', a.sourced_id), a.sourced_id)
UPDATE roster.enrollment e
SET starts = CASE edge.n WHEN 0 THEN edge.due WHEN 1 THEN edge.due + 1 ELSE e.starts END,
	ends = CASE edge.n WHEN 2 THEN edge.due WHEN 3 THEN edge.due + 1 ELSE e.ends END
FROM edge WHERE edge.student = e.student AND edge.calendar = e.calendar AND edge.starts = e.starts;

-- Likewise on the list of one section.
WITH edge AS (
	SELECT DISTINCT ON (l.sourced_id) l.sourced_id, a.due, oracle.draw('list edge', p.sourced_id || '/' || s.sourced_id) % 4 AS n
	FROM roster.class_list l
	JOIN roster.person p ON p.id = l.student
	JOIN roster.section s ON s.id = l.section
	JOIN gradebook.assignment a ON a.section = l.section
	WHERE oracle.draw('list', p.sourced_id || '/' || s.sourced_id) < 16
	ORDER BY l.sourced_id, oracle.draw('list day', a.sourced_id), a.sourced_id)
UPDATE roster.class_list l
SET starts = CASE edge.n WHEN 0 THEN edge.due WHEN 1 THEN edge.due + 1 ELSE l.starts END,
	ends = CASE edge.n WHEN 2 THEN edge.due WHEN 3 THEN edge.due + 1 ELSE l.ends END
FROM edge WHERE edge.sourced_id = l.sourced_id;

-- Some who left a section came back for one day, on which some work was due.
INSERT INTO roster.class_list (sourced_id, section, student, starts, ends)
SELECT DISTINCT ON (l.sourced_id) 'again-' || l.sourced_id, l.section, l.student, a.due, a.due + 1
FROM roster.class_list l
JOIN roster.person p ON p.id = l.student
JOIN gradebook.assignment a ON a.section = l.section
WHERE a.due >= l.ends AND oracle.draw('again', p.sourced_id || '/' || a.sourced_id) < 40
ORDER BY l.sourced_id, a.sourced_id;

-- What people chose. Work below 0 % cannot be: who asks for it and for missing work too is left out, since the two settings contradict each other.
WITH pair AS (
	SELECT student, guardian AS person FROM roster.guardianship UNION SELECT student, student FROM roster.enrollment),
drawn AS (
	SELECT pair.person, pair.student, p.sourced_id || '/' || s.sourced_id AS name
	FROM pair JOIN roster.person p ON p.id = pair.person JOIN roster.person s ON s.id = pair.student),
wish AS (
	SELECT person, student, name, oracle.draw('off', name) >= 16 AS on_off,
		CASE WHEN oracle.draw('below', name) < 60
			THEN (ARRAY [50, 60, 66.67, 70, 75, 80, 90, 100, 0])[1 + oracle.draw('threshold', name) % 9] END AS below
	FROM drawn WHERE oracle.draw('chooses', name) < 75)
INSERT INTO preference.choice (person, student, kind, on_off, below, missing)
SELECT person, student, 1, on_off, below, below IS DISTINCT FROM 0 AND oracle.draw('missing', name) >= 25 FROM wish
UNION ALL
-- Grades' switch says nothing about assignments.
SELECT person, student, 2, false, NULL, true FROM drawn WHERE oracle.draw('grades', name) < 30;

-- Templates that hide assignments from adults, from students, from neither; other tools say nothing about assignments. Some calendars have none.
INSERT INTO preference.display_template (name) VALUES ('No adults'), ('No students'), ('No grades');
INSERT INTO preference.display_hidden (template, portal, tool)
SELECT t.id, h.portal, h.tool
FROM preference.display_template t
JOIN (VALUES ('No adults', 1, 1), ('No adults', 2, 3), ('No students', 2, 1), ('No students', 1, 4), ('No grades', 1, 2), ('No grades', 2, 2))
	AS h(name, portal, tool) ON h.name = t.name;
INSERT INTO preference.display_calendar (calendar, template)
SELECT c.id, t.id
FROM (SELECT k.id, row_number() OVER (PARTITION BY k.school_year ORDER BY oracle.draw('template', o.sourced_id), o.sourced_id) AS n
	FROM calendar.calendar k JOIN calendar.org o ON o.id = k.school) c
JOIN (VALUES (1, 'No adults'), (2, 'No students'), (3, 'No grades')) AS chosen(n, name) ON chosen.n = c.n
JOIN preference.display_template t ON t.name = chosen.name;

INSERT INTO device.device (person, name, platform, endpoint_hash, endpoint, keys, push_on, registered_at, gone_at)
SELECT p.id, 'Phone ' || n, 1, sha256(convert_to('1:' || token.hex, 'UTF8')), token.hex, '{"topic": "org.schoolbell.portal", "environment": "SANDBOX"}',
	oracle.draw('push off', token.hex) >= 10, timestamptz '${now}' - interval '30 days',
	CASE WHEN oracle.draw('gone', token.hex) < 8 THEN timestamptz '${now}' - interval '2 days' END
FROM roster.person p
CROSS JOIN generate_series(1, 2) AS n
CROSS JOIN LATERAL (SELECT encode(sha256(convert_to(p.sourced_id || '/' || n, 'UTF8')), 'hex') AS hex) token
WHERE oracle.draw('phone ' || n, p.sourced_id) < CASE n WHEN 1 THEN 75 ELSE 15 END;

-- Sessions on them: none, ended, run out, about to run out, live.
INSERT INTO device.session (device, person, series_hash, token_hash, began_at, rotated_at, used_at, expires_at, revoked_at, ended_by)
SELECT d.id, d.person, sha256(convert_to('session/' || d.endpoint, 'UTF8')), '', timestamptz '${now}' - interval '10 days',
	timestamptz '${now}' - interval '10 days', timestamptz '${now}' - interval '10 days',
	timestamptz '${now}' + CASE WHEN s.n < 8 THEN interval '-1 minute' WHEN s.n < 14 THEN interval '1 day' ELSE interval '180 days' END,
	CASE WHEN s.n BETWEEN 14 AND 22 THEN timestamptz '${now}' - interval '1 day' END, CASE WHEN s.n BETWEEN 14 AND 22 THEN 1 END
FROM device.device d
CROSS JOIN LATERAL (SELECT oracle.draw('session', d.endpoint) AS n) s
WHERE s.n < 95;
-- And one that was ended before it.
INSERT INTO device.session (device, person, series_hash, token_hash, began_at, rotated_at, used_at, expires_at, revoked_at, ended_by)
SELECT d.id, d.person, sha256(convert_to('earlier/' || d.endpoint, 'UTF8')), '', d.registered_at, d.registered_at, d.registered_at,
	timestamptz '${now}' + interval '170 days', d.registered_at + interval '1 hour', 8
FROM device.device d
WHERE oracle.draw('earlier', d.endpoint) < 30;
