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

-- Numbers that no score ever has twice: whoever saw one knows later whether it is still the same value, even if it went elsewhere and came back.
CREATE SEQUENCE gradebook.score_version CACHE 32;

-- OneRoster's result.
CREATE TABLE gradebook.score (
	assignment   bigint NOT NULL REFERENCES gradebook.assignment,
	student      bigint NOT NULL,                -- roster's
	sourced_id   text NOT NULL UNIQUE,           -- 'schoolbell-...' until a writer names it
	points       numeric,
	percent      numeric,                        -- of the points possible, rounded down to 4 decimals unless the writer said another
	mark         text,
	flags        smallint NOT NULL DEFAULT 0,    -- bits of event.Flag
	in_progress  boolean,                        -- null: nobody said
	comment      text,                           -- never told to anyone; null: nobody said, '': none
	scored_on    date,                           -- null: on the day of modified_at
	modified_at  timestamptz NOT NULL,
	version      bigint NOT NULL DEFAULT nextval('gradebook.score_version'),  -- another whenever points, percent, mark or flags become others
	changed_by   bigint,                         -- roster's: who did that last; null: an integration or an import
	changed_at   timestamptz NOT NULL,           -- when
	PRIMARY KEY (assignment, student)
);
CREATE INDEX score_by_student ON gradebook.score (student);

-- Staging of an import: what the lines of its files say. Empty between imports; UNLOGGED, since an import that dies begins anew.
-- verb: 0 says nothing that is kept, 1 new, 2 changed, 3 unchanged, 4 ends its record. fault: a line that is not taken, and why.
CREATE UNLOGGED TABLE gradebook.import_category (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	title         text,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE gradebook.import_assignment (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	id            bigint NOT NULL DEFAULT nextval('gradebook.assignment_id_seq'),
	section       text,
	category      text,
	term          bigint,
	title         text,
	description   text,
	assigned      date,
	due           date,
	points_min    numeric,
	points_max    numeric,
	shown         boolean,
	counts        boolean,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

CREATE UNLOGGED TABLE gradebook.import_score (
	line          bigint NOT NULL,
	sourced_id    text NOT NULL,
	ends          boolean NOT NULL,
	assignment    text,
	student       text,
	points        numeric,
	mark          text,
	flags         smallint,
	in_progress   boolean,
	comment       text,
	scored_on     date,
	verb          smallint NOT NULL DEFAULT 1,
	fault         text,
	fault_column  text,
	fault_value   text
) WITH (autovacuum_enabled = false);

-- What roster hands over: whom and what a line may name.
CREATE UNLOGGED TABLE gradebook.import_section (sourced_id text NOT NULL, id bigint NOT NULL) WITH (autovacuum_enabled = false);
CREATE UNLOGGED TABLE gradebook.import_student (sourced_id text NOT NULL, id bigint NOT NULL) WITH (autovacuum_enabled = false);

-- What a line may name of our own: what is in its file and stays, and everything known of which the file does not speak.
CREATE VIEW gradebook.import_known_category AS
SELECT sourced_id FROM gradebook.import_category WHERE fault IS NULL AND NOT ends
UNION ALL
SELECT c.sourced_id FROM gradebook.category c
WHERE NOT EXISTS (SELECT FROM gradebook.import_category i WHERE i.sourced_id = c.sourced_id AND i.fault IS NULL);

CREATE VIEW gradebook.import_known_assignment AS
SELECT sourced_id, id FROM gradebook.import_assignment WHERE fault IS NULL AND NOT ends
UNION ALL
SELECT a.sourced_id, a.id FROM gradebook.assignment a
WHERE NOT EXISTS (SELECT FROM gradebook.import_assignment i WHERE i.sourced_id = a.sourced_id AND i.fault IS NULL);
