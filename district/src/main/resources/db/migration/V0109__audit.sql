CREATE SCHEMA audit;

-- Who changed what, when and from where. Ids, numbers and words only: no name, no grade, no secret. Nobody changes or removes a row.
CREATE TABLE audit.entry (
	id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	at       timestamptz NOT NULL,
	account  bigint,                             -- account's, of the person who did it
	person   bigint,                             -- roster's, where the account is a person's
	client   text,                               -- account's, of the program that did it
	address  inet,                               -- null: the server itself
	tool     text NOT NULL,                      -- where one does such a thing, such as push-notifications
	thing    text NOT NULL,                      -- what was changed
	before   text,                               -- null: it was not there
	after    text,                               -- null: it is no more
	CHECK (account IS NULL OR client IS NULL),
	CHECK (person IS NULL OR account IS NOT NULL)
);
CREATE INDEX entry_by_thing ON audit.entry (tool, thing, id);

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The audit trail is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
-- Also for the tables' owner, who would have to drop them first.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
