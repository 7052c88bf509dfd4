CREATE SCHEMA dispatch;

-- The key pair by which push services know this district. Every browser's subscription is bound to it: never delete it.
CREATE TABLE dispatch.vapid_key (
	only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
	jwk         jsonb NOT NULL,
	created_at  timestamptz NOT NULL
);
