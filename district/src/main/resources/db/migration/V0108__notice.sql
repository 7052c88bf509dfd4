CREATE SCHEMA notice;

-- Ids are UUIDv7-shaped, so a range of ids is a range of time. Partitions are made ahead by the server; the default stands behind them.
CREATE TABLE notice.notice (
	person        bigint NOT NULL,               -- roster's
	id            uuid NOT NULL,                 -- 48-bit event time + hash of event and person
	student       bigint NOT NULL,               -- roster's
	kind          smallint NOT NULL,
	subject       uuid NOT NULL,
	event         uuid NOT NULL,
	params        jsonb NOT NULL CHECK (octet_length(params::text) <= 512),  -- small enough to stay out of TOAST
	slot          uuid NOT NULL,
	read_at       timestamptz,
	corrected_at  timestamptz,
	PRIMARY KEY (person, id)
) PARTITION BY RANGE (id);
CREATE INDEX notice_by_subject ON notice.notice (person, subject);
-- What is unread, newest last: as small as that, since a line leaves it when it is read.
CREATE INDEX notice_unread ON notice.notice (person, id) WHERE read_at IS NULL;
CREATE TABLE notice.notice_default PARTITION OF notice.notice DEFAULT;

-- One row an event and round; the first round lists every possible recipient.
CREATE TABLE notice.trace (
	student   bigint NOT NULL,                   -- roster's
	event     uuid NOT NULL,
	round     smallint NOT NULL,
	at        timestamptz NOT NULL,
	kind      smallint NOT NULL,
	subject   uuid NOT NULL,
	verdict   smallint NOT NULL,                 -- 1 TELL, 2 HOLD, 3 DROP
	rule      smallint,                          -- that stopped or holds the event
	until_at  timestamptz,
	persons   bigint[] NOT NULL,
	rules     smallint[] NOT NULL,               -- per person; 0: none, told
	until     timestamptz[] NOT NULL,            -- per person, NULL: no hold; empty where nobody is held
	PRIMARY KEY (student, event, round)
) PARTITION BY RANGE (event);
CREATE TABLE notice.trace_default PARTITION OF notice.trace DEFAULT;

-- What the relay has not finally answered. Ids only: text and seal are made when it is published.
CREATE TABLE notice.outbox (
	priority      smallint NOT NULL,             -- 0 HIGH, 1 NORMAL, 2 LOW
	seq           bigint GENERATED ALWAYS AS IDENTITY,
	device        bigint NOT NULL,               -- device's
	person        bigint NOT NULL,               -- roster's
	student       bigint NOT NULL,               -- roster's
	event         uuid NOT NULL,
	notice        uuid NOT NULL,
	slot          uuid NOT NULL,
	version       smallint NOT NULL DEFAULT 1,
	attempts      smallint NOT NULL DEFAULT 0,
	not_before    timestamptz,
	expires_at    timestamptz NOT NULL,
	batch         uuid,
	published_at  timestamptz,
	unanswered    boolean NOT NULL DEFAULT false,  -- came back from flight without a receipt: a phone may show it
	PRIMARY KEY (priority, seq)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX outbox_due ON notice.outbox (priority, not_before) WHERE not_before IS NOT NULL;
CREATE INDEX outbox_in_flight ON notice.outbox (published_at) WHERE published_at IS NOT NULL;
-- One waiting and one in flight at most. Slot first: a newer value finds the rows of all devices by it.
CREATE UNIQUE INDEX outbox_slot ON notice.outbox (slot, device, (published_at IS NULL));

-- Whatever ends an outbox row appends here in the same transaction.
CREATE TABLE notice.push_end (
	push     uuid NOT NULL,
	notice   uuid NOT NULL,
	person   bigint NOT NULL,                    -- roster's
	device   bigint NOT NULL,                    -- device's
	outcome  smallint NOT NULL,                  -- 1 ACCEPTED, 2 DEVICE_GONE, 3 REJECTED, 4 NO_PROVIDER, 5 OVERTAKEN, 6 STOPPED, 7 EXPIRED
	reason   text,
	on_phone boolean NOT NULL,                   -- whether a phone may show it: the provider took it, or nobody knows
	at       timestamptz NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX push_end_by_notice ON notice.push_end (notice);
CREATE TABLE notice.push_end_default PARTITION OF notice.push_end DEFAULT;

-- How many pushes went into the outbox in a minute, or would have with the district's switch on. At most 7,200 rows a day, and some 300,000 a year.
CREATE TABLE notice.push_count (
	minute  timestamptz NOT NULL,                -- its beginning
	kind    smallint NOT NULL,
	pushes  integer NOT NULL,
	PRIMARY KEY (minute, kind)
) WITH (fillfactor = 50);                        -- a row is counted up for a minute: room for it to stay in its page

-- Keys made once and kept: the HMAC key of collapse keys.
CREATE TABLE notice.secret (
	name   text PRIMARY KEY,
	value  bytea NOT NULL
);
