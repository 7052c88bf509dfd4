CREATE SCHEMA account;

CREATE TABLE account.client (
	id           text PRIMARY KEY,
	secret_hash  text NOT NULL,                  -- of a PasswordEncoder, with its {id}
	scopes       text[] NOT NULL,
	created_at   timestamptz NOT NULL
);

-- Signs access tokens. Made once and kept: a restart or a second server must not change it.
CREATE TABLE account.signing_key (
	id          text PRIMARY KEY,
	jwk         jsonb NOT NULL,
	created_at  timestamptz NOT NULL
);
