CREATE SCHEMA portal;

-- When somebody last looked at Today: what has come since the visit before is new.
CREATE TABLE portal.visit (
	person     bigint PRIMARY KEY,               -- roster's
	seen_at    timestamptz NOT NULL,             -- last
	before_at  timestamptz                       -- the end of the visit before this one; null: there was none
) WITH (fillfactor = 80);
