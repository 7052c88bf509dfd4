CREATE SCHEMA gradebook;

CREATE TABLE gradebook.category (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id  text NOT NULL UNIQUE,
	title       text NOT NULL
);

-- OneRoster's lineItem.
CREATE TABLE gradebook.assignment (
	id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id   text NOT NULL UNIQUE,
	section      bigint NOT NULL,                -- roster's
	category     bigint REFERENCES gradebook.category,
	term         bigint,                         -- calendar's: the grading period or term
	title        text NOT NULL,
	description  text,
	assigned     date,
	due          date NOT NULL,                  -- in the district's zone
	points_min   numeric,
	points_max   numeric,                        -- null: a mark only
	shown        boolean NOT NULL DEFAULT true,  -- "show in portal"
	counts       boolean NOT NULL DEFAULT true,  -- toward the grade
	active       boolean NOT NULL DEFAULT true,
	modified_at  timestamptz NOT NULL
);
CREATE INDEX assignment_by_section ON gradebook.assignment (section);

-- OneRoster's result.
CREATE TABLE gradebook.score (
	assignment   bigint NOT NULL REFERENCES gradebook.assignment,
	student      bigint NOT NULL,                -- roster's
	sourced_id   text NOT NULL UNIQUE,
	points       numeric,
	percent      numeric,
	mark         text,
	flags        smallint NOT NULL DEFAULT 0,    -- bits of event.Flag
	in_progress  boolean NOT NULL DEFAULT false,
	comment      text,
	scored_on    date,
	modified_at  timestamptz NOT NULL,
	PRIMARY KEY (assignment, student)
);
CREATE INDEX score_by_student ON gradebook.score (student);
