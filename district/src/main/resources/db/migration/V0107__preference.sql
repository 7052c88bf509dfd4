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
