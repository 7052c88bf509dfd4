CREATE SCHEMA device;

-- One phone or browser is one row however often somebody signs in on it, re-owned when somebody else stays logged in there.
CREATE TABLE device.device (
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person         bigint NOT NULL,              -- roster's
	name           text NOT NULL,                -- a browser's own name, or what its app or person calls it
	system         text,                         -- of a browser: what it runs on
	browser_hash   bytea UNIQUE,                 -- SHA-256 of what a browser is known again by
	platform       smallint,                     -- 1 APNS, 2 FCM, 3 WEB_PUSH; null, with the next three: no push address yet
	endpoint_hash  bytea UNIQUE,                 -- SHA-256 of platform and token or endpoint
	endpoint       text,                         -- APNS and FCM: the token; WEB_PUSH: the endpoint
	registered_at  timestamptz,                  -- of the push address
	keys           jsonb NOT NULL DEFAULT '{}',  -- APNS: topic, environment; WEB_PUSH: p256dh, auth, applicationServerKey; apps that open sealed messages: p256dh, auth
	push_on        boolean NOT NULL DEFAULT true,
	gone_at        timestamptz,                  -- when a provider said that the push address is dead
	renew_at       timestamptz,                  -- WEB_PUSH: when a subscription with another key than ours was met; older than registered_at: mended
	CHECK (num_nulls(platform, endpoint_hash, endpoint, registered_at) IN (0, 4))
);
CREATE INDEX device_by_person ON device.device (person) WHERE gone_at IS NULL;

-- Stay Logged In: a device gets pushes only while it holds a live one. Of its secrets there are hashes alone.
CREATE TABLE device.session (
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	device         bigint NOT NULL REFERENCES device.device,
	person         bigint NOT NULL,                 -- roster's
	sign_in        text,                            -- account's: what it signs in to; null: to nothing yet
	series_hash    bytea NOT NULL UNIQUE,           -- of the half of the token that stays
	token_hash     bytea NOT NULL,                  -- of the half that is another after each use
	previous_hash  bytea,                           -- of the one before
	salt           bytea,                           -- makes the present one out of the one before
	confirmed      boolean NOT NULL DEFAULT false,  -- whether the present one has come back from the device
	began_at       timestamptz NOT NULL,
	rotated_at     timestamptz NOT NULL,
	used_at        timestamptz NOT NULL,
	expires_at     timestamptz NOT NULL,
	revoked_at     timestamptz,
	ended_by       smallint,                        -- End's
	CHECK ((revoked_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX session_live ON device.session (device) WHERE revoked_at IS NULL;
CREATE INDEX session_by_person ON device.session (person);
