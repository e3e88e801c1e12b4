-- The server's tables, as in ../sqlite, with PostgreSQL's types. JSON is text: jsonb would write numbers anew and refuse
-- "\u0000", and what a laptop sent must come back as it was. Texts compare by byte, whatever the database's language.

CREATE TABLE schema_version (
    version  bigint NOT NULL
);
INSERT INTO schema_version VALUES (0);

-- One row: the municipality, and the counter that orders every change. Who writes locks it first, so that numbers are
-- given out in the order of commits.
CREATE TABLE meta (
    one           integer PRIMARY KEY CHECK (one = 1),
    municipality  text,
    epoch         bigint NOT NULL,      -- new after a restore
    n             bigint NOT NULL       -- never goes back, not even with a new epoch
) WITH (fillfactor = 10);               -- written at every commit: room for new versions beside the old
INSERT INTO meta (one, municipality, epoch, n) VALUES (1, NULL, 1, 0);

CREATE TABLE record (
    row         bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text    COLLATE "C" NOT NULL,
    id          uuid    NOT NULL,
    partition   text    COLLATE "C" NOT NULL,
    owned       text    COLLATE "C",    -- partition@owner, where the owner may hold it too
    also        text    NOT NULL,       -- grants of who else holds it
    parent      uuid,                   -- the record its place follows from
    epoch       bigint  NOT NULL,
    n           bigint  NOT NULL,
    created_by  uuid    NOT NULL,
    deleted     boolean NOT NULL,
    erased      boolean NOT NULL,
    body        text    NOT NULL,
    fields      text    NOT NULL,       -- who wrote which field, grouped
    conflicts   text    NOT NULL,
    UNIQUE (kind, id)
);
-- A pull is a range of these two and of also_held, per grant.
CREATE INDEX record_by_partition ON record (partition, n) INCLUDE (row);
CREATE INDEX record_by_owner     ON record (owned, n) INCLUDE (row) WHERE owned IS NOT NULL;
CREATE INDEX record_by_parent    ON record (parent) WHERE parent IS NOT NULL;

-- Who holds a record beside its partition's readers and its owner, by grant.
CREATE TABLE also_held (
    grant_key  text   COLLATE "C" NOT NULL,
    n          bigint NOT NULL,         -- the record's
    row        bigint NOT NULL,
    PRIMARY KEY (grant_key, n, row)
);
CREATE INDEX also_held_by_row ON also_held (row);

-- A record that changed place left these grants: readers who lose it by that are told to erase it.
CREATE TABLE leave (
    grant_key  text   COLLATE "C" NOT NULL,
    n          bigint NOT NULL,         -- the record's sequence number after the move
    kind       text   COLLATE "C" NOT NULL,
    id         uuid   NOT NULL,
    PRIMARY KEY (grant_key, n, kind, id)
);

-- Every answered change: what makes sending twice harmless.
CREATE TABLE change (
    id           uuid        PRIMARY KEY,
    hash         bytea       NOT NULL,  -- SHA-256 of the canonical bytes
    device       uuid        NOT NULL,
    counter      bigint      NOT NULL,
    verdict      text        NOT NULL,
    change       text,                  -- absent where the content may not be kept
    received_at  timestamptz NOT NULL
);
CREATE INDEX change_by_device ON change (device, counter);

-- Changes set aside, as received.
CREATE TABLE quarantine (
    id           uuid        NOT NULL,
    hash         bytea       NOT NULL,
    device       uuid        NOT NULL,  -- that sent it
    reason       text        NOT NULL,
    change       text,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (id, hash)
);

CREATE TABLE enrolment_code (
    hash        bytea       PRIMARY KEY,  -- SHA-256 of the code
    holder      uuid        NOT NULL,     -- the user it was made for
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    enrolment   bytea,                    -- SHA-256; which enrolment used it
    device      uuid                      -- the laptop that came of it
);

CREATE TABLE device (
    id               uuid        PRIMARY KEY,
    holder           uuid        NOT NULL,
    name             text        NOT NULL,
    token            bytea       NOT NULL UNIQUE,  -- SHA-256 of the token
    enrolled_at      timestamptz NOT NULL,
    revoked_at       timestamptz,
    last_contact_at  timestamptz
);

-- Under which grants a laptop was handed records, to tell it what to erase when it loses one.
CREATE TABLE device_grant (
    device     uuid NOT NULL,
    grant_key  text COLLATE "C" NOT NULL,
    PRIMARY KEY (device, grant_key)
);
