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

-- Who can sign in.
CREATE TABLE account.account (
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person         bigint,                       -- roster's; null: somebody whom the roster does not have
	name           text,                         -- of such a one
	username       text UNIQUE CHECK (username = lower(username)),
	password_hash  text,                         -- of a PasswordEncoder; with the username, since the first activation
	version        integer NOT NULL DEFAULT 0,   -- grows with each new password, which ends the sessions of the old one
	roles          text[] NOT NULL,              -- right's
	language       text,                         -- BCP 47, as chosen; null: as the browser asks
	enabled        boolean NOT NULL DEFAULT true,
	created_at     timestamptz NOT NULL,
	CHECK ((person IS NULL) <> (name IS NULL)),
	CHECK ((username IS NULL) = (password_hash IS NULL))
);
CREATE INDEX account_by_person ON account.account (person);

-- For first use, or for a forgotten password: good once, until it expires. A new one ends those before it.
CREATE TABLE account.activation_key (
	account     bigint PRIMARY KEY REFERENCES account.account,
	key_hash    bytea NOT NULL UNIQUE,           -- SHA-256; the key has 100 random bits
	expires_at  timestamptz NOT NULL
);

-- Wrong passwords and keys, by what was tried and from where: a level that rises with each and sinks with time.
CREATE TABLE account.tries (
	key           bytea PRIMARY KEY,             -- SHA-256: what is typed as a username may be a password by mistake
	level         double precision NOT NULL,
	last_at       timestamptz NOT NULL,
	paused_until  timestamptz NOT NULL
);
CREATE INDEX tries_by_time ON account.tries (last_at);

-- Browsers in which somebody has signed in before. Strangers' tries do not hold them up.
CREATE TABLE account.known_browser (
	token_hash  bytea NOT NULL,                  -- SHA-256 of 256 random bits
	account     bigint NOT NULL REFERENCES account.account,
	seen_at     timestamptz NOT NULL,
	PRIMARY KEY (token_hash, account)
);
CREATE INDEX known_browser_by_account ON account.known_browser (account);

-- Of those who have signed in on pages. Columns as Spring Session JDBC has them; the only attribute is the account's number and version.
CREATE TABLE account.web_session (
	primary_id             char(36) PRIMARY KEY,
	session_id             char(36) NOT NULL UNIQUE,
	creation_time          bigint NOT NULL,
	last_access_time       bigint NOT NULL,
	max_inactive_interval  integer NOT NULL,
	expiry_time            bigint NOT NULL,
	principal_name         varchar(100)
);
CREATE INDEX web_session_by_expiry ON account.web_session (expiry_time);
CREATE INDEX web_session_by_principal ON account.web_session (principal_name);

CREATE TABLE account.web_session_attributes (
	session_primary_id  char(36) NOT NULL REFERENCES account.web_session ON DELETE CASCADE,
	attribute_name      varchar(200) NOT NULL,
	attribute_bytes     bytea NOT NULL,
	PRIMARY KEY (session_primary_id, attribute_name)
);
