CREATE SCHEMA preference;

CREATE TABLE preference.district (
	only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
	push_enabled  boolean NOT NULL DEFAULT true, -- "Enable Push Notifications", for all schools
	version       bigint NOT NULL DEFAULT 0,     -- grows with each change: who saves names the one that was seen
	changed_at    timestamptz
);
INSERT INTO preference.district DEFAULT VALUES;

-- Only what differs from the district's default: everything on, no threshold.
CREATE TABLE preference.choice (
	person   bigint NOT NULL,                    -- roster's
	student  bigint NOT NULL,                    -- roster's; the person's own id for a student
	kind     smallint NOT NULL,
	on_off   boolean NOT NULL DEFAULT true,
	below    numeric CHECK (below BETWEEN 0 AND 100),  -- tell only when the effective percent is below; null: every score
	missing  boolean NOT NULL DEFAULT true,      -- tell of missing work
	PRIMARY KEY (person, student, kind)
);

CREATE TABLE preference.language (
	person  bigint PRIMARY KEY,                  -- roster's
	tag     text NOT NULL                        -- BCP 47
);

-- Display Options: which tools the portals show, for the calendars that are assigned to a template. What no row hides is shown.
CREATE TABLE preference.display_template (
	id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name  text NOT NULL UNIQUE
);

CREATE TABLE preference.display_hidden (
	template  bigint NOT NULL REFERENCES preference.display_template ON DELETE CASCADE,
	portal    smallint NOT NULL,                 -- 1 parent, 2 student
	tool      smallint NOT NULL,                 -- 1 assignments, 2 grades, 3 attendance, 4 food service, 5 responsive schedule
	PRIMARY KEY (template, portal, tool)
);

CREATE TABLE preference.display_calendar (
	calendar  bigint PRIMARY KEY,                -- calendar's
	template  bigint NOT NULL REFERENCES preference.display_template ON DELETE CASCADE
);
CREATE INDEX display_calendar_by_template ON preference.display_calendar (template);

-- "Hide details on the lock screen".
CREATE TABLE preference.lock_screen (
	person        bigint PRIMARY KEY,            -- roster's
	hide_details  boolean NOT NULL DEFAULT false
);
