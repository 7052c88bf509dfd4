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

-- OneRoster's class list: who was in a section, and when.
CREATE TABLE roster.class_list (
	sourced_id  text PRIMARY KEY,
	section     bigint NOT NULL REFERENCES roster.section,
	student     bigint NOT NULL REFERENCES roster.person,
	starts      date NOT NULL,
	ends        date NOT NULL                    -- exclusive
);
CREATE INDEX class_list_by_section ON roster.class_list (section, student);
CREATE INDEX class_list_by_student ON roster.class_list (student);

CREATE TABLE roster.section_teacher (
	sourced_id  text PRIMARY KEY,
	section     bigint NOT NULL REFERENCES roster.section,
	teacher     bigint NOT NULL REFERENCES roster.person,
	starts      date NOT NULL,
	ends        date NOT NULL                    -- exclusive
);
CREATE INDEX section_teacher_by_section ON roster.section_teacher (section, teacher);
CREATE INDEX section_teacher_by_teacher ON roster.section_teacher (teacher);
