CREATE SCHEMA calendar;

CREATE TABLE calendar.org (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id  text NOT NULL UNIQUE,
	name        text NOT NULL,
	type        text NOT NULL,               -- OneRoster's OrgType: school, district, department, ...
	parent      bigint REFERENCES calendar.org
);

CREATE TABLE calendar.school_year (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id  text NOT NULL UNIQUE,        -- of its session; 'year:2027' where terms are grouped by their schoolYear column
	title       text NOT NULL,
	starts      date NOT NULL,
	ends        date NOT NULL,               -- exclusive
	active      boolean NOT NULL DEFAULT false,
	marked      boolean NOT NULL DEFAULT false   -- whether the Active year is so because its source says so
);
CREATE UNIQUE INDEX one_active_year ON calendar.school_year (active) WHERE active;

-- One school in one school year.
CREATE TABLE calendar.calendar (
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	school          bigint NOT NULL REFERENCES calendar.org,
	school_year     bigint NOT NULL REFERENCES calendar.school_year,
	portal_enabled  boolean NOT NULL DEFAULT true,
	UNIQUE (school, school_year)
);

CREATE TABLE calendar.term (
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	sourced_id      text NOT NULL UNIQUE,
	title           text NOT NULL,
	type            text NOT NULL,           -- OneRoster's SessionType: semester, term, gradingPeriod
	school_year     bigint NOT NULL REFERENCES calendar.school_year,
	parent          bigint REFERENCES calendar.term,
	starts          date NOT NULL,
	ends            date NOT NULL,           -- exclusive
	portal_enabled  boolean NOT NULL DEFAULT true
);
