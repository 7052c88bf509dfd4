-- Who could be told of each event of day :day, and every rule that does not pass, for the event or for one of them. One query a rule, each after its
-- sentence; which rule names the reason is not decided here. :now is when the day is decided, :today its date at the schools.
WITH
-- A score says points, percent, mark and flags; its percent is that of the points possible unless the writer gave one.
said AS (
	SELECT p.seq, p.day, p.event, p.silent, p.at, p.flags, p.mark, w.id AS actor, s.id AS student, a.id AS assignment, p.points,
		coalesce(p.percent, p.points * 100 / nullif(a.points_max, 0)) AS percent
	FROM oracle.post p
	JOIN roster.person s ON s.sourced_id = p.student
	LEFT JOIN roster.person w ON w.sourced_id = p.actor
	JOIN gradebook.assignment a ON a.sourced_id = p.assignment),
-- "Turned in" alone tells no one, so it is no part of what is said to a family. NULL: nothing is said.
spoken AS (
	SELECT said.*, CASE WHEN points IS NOT NULL OR percent IS NOT NULL OR mark IS NOT NULL OR array_remove(flags, 'TURNED_IN') <> '{}'
		THEN concat_ws(';', coalesce(trim_scale(points)::text, '-'), coalesce(trim_scale(round(percent, 8))::text, '-'), coalesce('"' || mark || '"', '-'),
			array_to_string(array_remove(flags, 'TURNED_IN'), ',')) END AS words
	FROM said),
-- What was said before the day.
dawn AS (
	SELECT DISTINCT ON (assignment, student) assignment, student, words FROM spoken WHERE day < :day ORDER BY assignment, student, seq DESC),
-- A day's changes of one score are decided together, under the last one.
change AS (
	SELECT s.*, max(s.seq) OVER subject AS last_seq, bool_and(s.silent) OVER subject AS all_silent, first_value(s.actor) OVER (subject ORDER BY s.seq) AS first_actor, d.words AS words_before
	FROM spoken s
	LEFT JOIN dawn d USING (assignment, student)
	WHERE s.day = :day AND s.event IS NOT NULL
	WINDOW subject AS (PARTITION BY s.assignment, s.student)),
-- The result is a value per possible recipient: the student and every related adult.
possible AS (
	SELECT event, student, percent, flags, student AS person FROM change
	UNION ALL
	SELECT c.event, c.student, c.percent, c.flags, g.guardian FROM change c JOIN roster.guardianship g ON g.student = c.student),

-- SILENT passes when the write was not marked silent. A silent change with something pending replaces the value, and the event stays loud.
silent AS (
	SELECT event FROM change WHERE CASE WHEN seq = last_seq THEN all_silent ELSE silent END),
-- OVERTAKEN passes when no later change of the same subject was folded in with this one.
overtaken AS (
	SELECT event FROM change WHERE seq < last_seq),
-- WITHDRAWN passes when the value differs from what it was before the first undecided change.
withdrawn AS (
	SELECT event FROM change WHERE words IS NOT DISTINCT FROM words_before),
-- NOT_ACTIVE_YEAR passes when the student's calendar for this record is in the Active school year.
not_active_year AS (
	SELECT c.event FROM change c
	JOIN gradebook.assignment a ON a.id = c.assignment
	JOIN roster.section s ON s.id = a.section
	JOIN calendar.calendar k ON k.id = s.calendar
	JOIN calendar.school_year y ON y.id = k.school_year
	WHERE NOT y.active),
-- NOT_ENROLLED passes when an enrollment held the student on the record's own date: the due date.
not_enrolled AS (
	SELECT c.event FROM change c
	JOIN gradebook.assignment a ON a.id = c.assignment
	JOIN roster.section s ON s.id = a.section
	WHERE NOT EXISTS (SELECT FROM roster.enrollment e
		WHERE e.student = c.student AND e.calendar = s.calendar AND e.starts <= a.due AND e.ends > a.due)),
-- NOT_ON_ROSTER passes when the section's roster held the student on the record's own date: the due date.
not_on_roster AS (
	SELECT c.event FROM change c
	JOIN gradebook.assignment a ON a.id = c.assignment
	WHERE NOT EXISTS (SELECT FROM roster.class_list l
		WHERE l.student = c.student AND l.section = a.section AND l.starts <= a.due AND l.ends > a.due)),
-- PORTAL_DISABLED passes when the calendar's portal data is enabled, and the term's.
portal_disabled AS (
	SELECT c.event FROM change c
	JOIN gradebook.assignment a ON a.id = c.assignment
	JOIN roster.section s ON s.id = a.section
	JOIN calendar.calendar k ON k.id = s.calendar
	WHERE NOT k.portal_enabled OR EXISTS (SELECT FROM calendar.term t WHERE t.id = a.term AND NOT t.portal_enabled)),
-- NOT_PUBLISHED passes when the assignment is shown.
not_published AS (
	SELECT c.event FROM change c JOIN gradebook.assignment a ON a.id = c.assignment WHERE NOT a.shown),
-- NOT_COUNTED passes when it is not exempt, dropped or inactive, and there is a score.
not_counted AS (
	SELECT c.event FROM change c JOIN gradebook.assignment a ON a.id = c.assignment WHERE NOT a.active OR c.words IS NULL OR c.flags && ARRAY ['EXEMPT', 'DROPPED']),

-- NO_ACCESS passes with an enabled portal account and, for a guardian, a current relationship with the portal flag.
no_access AS (
	SELECT r.event, r.person FROM possible r
	JOIN roster.person p ON p.id = r.person
	WHERE NOT p.portal_account
		OR r.person <> r.student AND (r.person, r.student) NOT IN (SELECT g.guardian, g.student FROM roster.guardianship g
			WHERE g.portal AND coalesce(g.starts, '-infinity') <= :today AND coalesce(g.ends, 'infinity') > :today)),
-- TOOL_HIDDEN passes when the template of the record's calendar, if it has one, shows assignments (tool 1) in this person's portal: the student's own (2)
-- or the adults' (1).
tool_hidden AS (
	SELECT r.event, r.person FROM possible r
	JOIN change c ON c.event = r.event
	JOIN gradebook.assignment a ON a.id = c.assignment
	JOIN roster.section s ON s.id = a.section
	JOIN preference.display_calendar t ON t.calendar = s.calendar
	JOIN preference.display_hidden h ON h.template = t.template
	WHERE h.tool = 1 AND h.portal = CASE WHEN r.person = r.student THEN 2 ELSE 1 END),
-- OWN_ACT passes when the person did not cause it. Who wrote last caused it; an integration is no person.
own_act AS (
	SELECT r.event, r.person FROM possible r JOIN change c ON c.event = r.event WHERE r.person = c.actor),
-- KIND_OFF passes with the person's switch for this student (or for this part of the kind: missing).
kind_off AS (
	SELECT r.event, r.person FROM possible r
	JOIN preference.choice o ON o.person = r.person AND o.student = r.student AND o.kind = 1
	WHERE NOT o.on_off OR 'MISSING' = ANY (r.flags) AND NOT o.missing),
-- ABOVE_THRESHOLD passes when the effective percent is below T (strictly; no T: every score). Missing and cheated make the effective percent zero, even
-- with points entered. No scale says of any mark that it is below passing, so a mark without percent is not below.
above_threshold AS (
	SELECT r.event, r.person FROM possible r
	JOIN preference.choice o ON o.person = r.person AND o.student = r.student AND o.kind = 1
	WHERE o.below IS NOT NULL
		AND NOT coalesce(CASE WHEN r.flags && ARRAY ['MISSING', 'CHEATED'] THEN 0 ELSE r.percent END < o.below, false)),

-- PUSH_DISABLED: the district switch "Enable Push Notifications" is off.
push_disabled AS (
	SELECT c.event FROM change c, preference.district d WHERE NOT d.push_enabled),
-- TOO_OLD: 3 days after the change.
too_old AS (
	SELECT event FROM change WHERE at + interval '72 hours' <= :now),
-- NO_DEVICE: no device with push on and a live Stay Logged In session.
no_device AS (
	SELECT r.event, r.person FROM possible r
	WHERE r.person NOT IN (SELECT d.person FROM device.device d JOIN device.session s ON s.device = d.id AND s.person = d.person
		WHERE d.push_on AND d.gone_at IS NULL AND s.revoked_at IS NULL AND s.expires_at > :now)),

failing AS (
	SELECT 'SILENT' AS rule, event, NULL::bigint AS person FROM silent
	UNION ALL SELECT 'OVERTAKEN', event, NULL FROM overtaken
	UNION ALL SELECT 'WITHDRAWN', event, NULL FROM withdrawn
	UNION ALL SELECT 'NOT_ACTIVE_YEAR', event, NULL FROM not_active_year
	UNION ALL SELECT 'NOT_ENROLLED', event, NULL FROM not_enrolled
	UNION ALL SELECT 'NOT_ON_ROSTER', event, NULL FROM not_on_roster
	UNION ALL SELECT 'PORTAL_DISABLED', event, NULL FROM portal_disabled
	UNION ALL SELECT 'NOT_PUBLISHED', event, NULL FROM not_published
	UNION ALL SELECT 'NOT_COUNTED', event, NULL FROM not_counted
	UNION ALL SELECT 'NO_ACCESS', event, person FROM no_access
	UNION ALL SELECT 'TOOL_HIDDEN', event, person FROM tool_hidden
	UNION ALL SELECT 'OWN_ACT', event, person FROM own_act
	UNION ALL SELECT 'KIND_OFF', event, person FROM kind_off
	UNION ALL SELECT 'ABOVE_THRESHOLD', event, person FROM above_threshold
	UNION ALL SELECT 'PUSH_DISABLED', event, NULL FROM push_disabled
	UNION ALL SELECT 'TOO_OLD', event, NULL FROM too_old
	UNION ALL SELECT 'NO_DEVICE', event, person FROM no_device)
SELECT r.event, s.sourced_id AS student, p.sourced_id AS person, array_remove(array_agg(f.rule), NULL) AS rules
FROM possible r
JOIN roster.person s ON s.id = r.student
JOIN roster.person p ON p.id = r.person
LEFT JOIN failing f ON f.event = r.event AND (f.person IS NULL OR f.person = r.person)
GROUP BY r.event, s.sourced_id, p.sourced_id
