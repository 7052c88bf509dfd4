CREATE SCHEMA roster;

CREATE TABLE roster.person (
	id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id            text NOT NULL UNIQUE,
	given_name            text NOT NULL,
	family_name           text NOT NULL,
	preferred_given_name  text,
	grades                text[] NOT NULL DEFAULT '{}',
	portal_account        boolean NOT NULL,      -- OneRoster's enabledUser; until sign-in exists a person's portal account is this
	agents                text[] NOT NULL DEFAULT '{}',  -- sourcedIds that the person's source names as agents; guardianship is derived from them
	may_see               text[]                 -- of a student: the agents with the portal flag; null where the source has no such column
);

CREATE TABLE roster.role (
	sourced_id  text PRIMARY KEY,
	person      bigint NOT NULL REFERENCES roster.person,
	org         bigint NOT NULL,                 -- calendar's
	role        text NOT NULL,                   -- OneRoster's RoleEnum: student, parent, guardian, relative, teacher, ...
	starts      date,
	ends        date                             -- exclusive
);
CREATE INDEX role_by_person ON roster.role (person);

-- By what name a system knows a person. Passwords are never kept.
CREATE TABLE roster.profile (
	sourced_id   text PRIMARY KEY,
	person       bigint NOT NULL REFERENCES roster.person,
	type         text NOT NULL,
	vendor       text NOT NULL,
	application  text,
	username     text
);
CREATE INDEX profile_by_person ON roster.profile (person);

CREATE TABLE roster.guardianship (
	student   bigint NOT NULL REFERENCES roster.person,
	guardian  bigint NOT NULL REFERENCES roster.person,
	type      text NOT NULL,                     -- the guardian's role: parent, guardian, relative
	portal    boolean NOT NULL,                  -- only with it a relationship gives access and notices
	starts    date,
	ends      date,                              -- exclusive
	PRIMARY KEY (student, guardian)
);
CREATE INDEX guardianship_by_guardian ON roster.guardianship (guardian);

-- Student x calendar. A no show has no row.
CREATE TABLE roster.enrollment (
	student   bigint NOT NULL REFERENCES roster.person,
	calendar  bigint NOT NULL,                   -- calendar's
	starts    date NOT NULL,
	ends      date NOT NULL,                     -- exclusive
	PRIMARY KEY (student, calendar, starts)
);

CREATE TABLE roster.course (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id  text NOT NULL UNIQUE,
	title       text NOT NULL,
	code        text
);

CREATE TABLE roster.section (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id  text NOT NULL UNIQUE,
	title       text NOT NULL,
	code        text,
	course      bigint REFERENCES roster.course,
	calendar    bigint NOT NULL                  -- calendar's: the school in the year of its terms
);

CREATE TABLE roster.section_term (
	section  bigint NOT NULL REFERENCES roster.section,
	term     bigint NOT NULL,                    -- calendar's
	PRIMARY KEY (section, term)
);

-- OneRoster's class list: who was in a section, and when. A date that the source does not give is that of the section's terms and moves with them.
CREATE TABLE roster.class_list (
	sourced_id    text PRIMARY KEY,
	section       bigint NOT NULL REFERENCES roster.section,
	student       bigint NOT NULL REFERENCES roster.person,
	starts        date NOT NULL,
	ends          date NOT NULL,                 -- exclusive
	starts_given  boolean NOT NULL DEFAULT true,
	ends_given    boolean NOT NULL DEFAULT true
);
CREATE INDEX class_list_by_section ON roster.class_list (section, student);
CREATE INDEX class_list_by_student ON roster.class_list (student);

CREATE TABLE roster.section_teacher (
	sourced_id    text PRIMARY KEY,
	section       bigint NOT NULL REFERENCES roster.section,
	teacher       bigint NOT NULL REFERENCES roster.person,
	starts        date NOT NULL,
	ends          date NOT NULL,                 -- exclusive
	starts_given  boolean NOT NULL DEFAULT true,
	ends_given    boolean NOT NULL DEFAULT true
);
CREATE INDEX section_teacher_by_section ON roster.section_teacher (section, teacher);
CREATE INDEX section_teacher_by_teacher ON roster.section_teacher (teacher);

-- Staging of an import: what the lines of its files say. Empty between imports; UNLOGGED, since an import that dies begins anew.
-- verb: 0 says nothing that is kept, 1 new, 2 changed, 3 unchanged, 4 ends its record. fault: a line that is not taken, and why.
CREATE UNLOGGED TABLE roster.import_user (
	line                  bigint NOT NULL,
	sourced_id            text NOT NULL,
	ends                  boolean NOT NULL,
	id                    bigint NOT NULL DEFAULT nextval('roster.person_id_seq'),
	given_name            text,
	family_name           text,
	preferred_given_name  text,
	grades                text[],
	portal_account        boolean,
	agents                text[],
	may_see               text[],
	verb                  smallint NOT NULL DEFAULT 1,
	fault                 text,
	fault_column          text,
	fault_value           text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE roster.import_role (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	person        text,
	org           bigint,
	role          text,
	starts        date,
	ends_on       date,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE roster.import_profile (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	person        text,
	type          text,
	vendor        text,
	application   text,
	username      text,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE roster.import_course (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	title         text,
	code          text,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE roster.import_class (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	id            bigint NOT NULL DEFAULT nextval('roster.section_id_seq'),
	title         text,
	code          text,
	course        text,
	calendar      bigint,
	terms         bigint[],
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE roster.import_list (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	section       text,
	person        text,
	part          text,                          -- STUDENT, TEACHER, OTHER
	starts        date,
	ends_on       date,
	starts_given  boolean,
	ends_given    boolean,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

-- What calendar hands over: all terms and calendars with their dates, as they will be.
CREATE UNLOGGED TABLE roster.import_term (id bigint NOT NULL, starts date NOT NULL, ends date NOT NULL) WITH (autovacuum_enabled = false);
CREATE UNLOGGED TABLE roster.import_calendar (id bigint NOT NULL, school bigint NOT NULL, starts date NOT NULL, ends date NOT NULL)
WITH (autovacuum_enabled = false);

-- Whose enrollments or relationships are derived anew, and what the derivation gives.
CREATE UNLOGGED TABLE roster.import_touched (person bigint NOT NULL) WITH (autovacuum_enabled = false);
CREATE UNLOGGED TABLE roster.import_enrollment (student bigint NOT NULL, calendar bigint NOT NULL, starts date NOT NULL, ends date NOT NULL)
WITH (autovacuum_enabled = false);
CREATE UNLOGGED TABLE roster.import_guardianship (
	student   bigint NOT NULL,
	guardian  bigint NOT NULL,
	type      text NOT NULL,
	portal    boolean NOT NULL,
	starts    date,
	ends      date
) WITH (autovacuum_enabled = false);

-- Whom a line of the import may name: who is in its file and stays, and everyone known whom the file does not speak of.
CREATE VIEW roster.import_known_person AS
SELECT sourced_id, id FROM roster.import_user WHERE fault IS NULL AND NOT ends
UNION ALL
SELECT p.sourced_id, p.id FROM roster.person p
WHERE NOT EXISTS (SELECT FROM roster.import_user u WHERE u.sourced_id = p.sourced_id AND u.fault IS NULL);

CREATE VIEW roster.import_known_course AS
SELECT sourced_id FROM roster.import_course WHERE fault IS NULL AND NOT ends
UNION ALL
SELECT o.sourced_id FROM roster.course o
WHERE NOT EXISTS (SELECT FROM roster.import_course c WHERE c.sourced_id = o.sourced_id AND c.fault IS NULL);

-- The same of sections, with the dates of their terms together.
CREATE VIEW roster.import_known_section AS
SELECT c.sourced_id, c.id, t.starts, t.ends
FROM (SELECT sourced_id, id, terms FROM roster.import_class WHERE fault IS NULL AND NOT ends
      UNION ALL
      SELECT s.sourced_id, s.id, ARRAY (SELECT x.term FROM roster.section_term x WHERE x.section = s.id)
      FROM roster.section s
      WHERE NOT EXISTS (SELECT FROM roster.import_class c WHERE c.sourced_id = s.sourced_id AND c.fault IS NULL)) c
CROSS JOIN LATERAL (SELECT min(t.starts) AS starts, max(t.ends) AS ends FROM roster.import_term t WHERE t.id = ANY (c.terms)) t;
