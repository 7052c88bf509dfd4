CREATE SCHEMA event;

-- INSERT only by writers, range DELETE by the decider. before/after hold what the subject said, never a name.
CREATE TABLE event.change (
	lane     smallint NOT NULL,                  -- (urgency of the kind, hash of root)
	seq      bigint GENERATED ALWAYS AS IDENTITY,
	id       uuid NOT NULL,
	root     bigint NOT NULL,                    -- the student
	kind     smallint NOT NULL,
	subject  uuid NOT NULL,
	record   bigint NOT NULL,                    -- the record it is about: of kind 1 the assignment
	before   jsonb,
	after    jsonb,
	actor    bigint,
	at       timestamptz NOT NULL,
	silent   boolean NOT NULL,
	PRIMARY KEY (lane, seq)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
