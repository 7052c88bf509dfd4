CREATE SCHEMA device;

-- One phone is one row, re-owned when somebody else signs in on it.
CREATE TABLE device.device (
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	person         bigint NOT NULL,              -- roster's
	name           text NOT NULL,
	platform       smallint NOT NULL,            -- 1 APNS, 2 FCM, 3 WEB_PUSH
	endpoint_hash  bytea NOT NULL UNIQUE,        -- SHA-256 of platform and token or endpoint
	endpoint       text NOT NULL,                -- APNS and FCM: the token; WEB_PUSH: the endpoint
	keys           jsonb NOT NULL DEFAULT '{}',  -- APNS: topic, environment; WEB_PUSH: p256dh, auth, applicationServerKey
	push_on        boolean NOT NULL DEFAULT true,
	registered_at  timestamptz NOT NULL,
	gone_at        timestamptz
);
CREATE INDEX device_by_person ON device.device (person) WHERE gone_at IS NULL;

-- Stay Logged In: a device gets pushes only while it holds a live one.
CREATE TABLE device.session (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	device      bigint NOT NULL REFERENCES device.device,
	person      bigint NOT NULL,                 -- roster's
	token_hash  bytea NOT NULL UNIQUE,
	rotated_at  timestamptz NOT NULL,
	expires_at  timestamptz NOT NULL,
	revoked_at  timestamptz
);
CREATE INDEX session_live ON device.session (device) WHERE revoked_at IS NULL;
