-- The server's tables. Ids are 16 bytes; instants are RFC 3339 in UTC; JSON is text.

-- One row: the municipality, and the counter that orders every change.
CREATE TABLE meta (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    municipality  TEXT,
    epoch         INTEGER NOT NULL,   -- new after a restore
    n             INTEGER NOT NULL    -- never goes back, not even with a new epoch
) STRICT;
INSERT INTO meta (one, municipality, epoch, n) VALUES (1, NULL, 1, 0);

CREATE TABLE record (
    row         INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL,
    id          BLOB    NOT NULL,
    partition   TEXT    NOT NULL,
    owned       TEXT,                 -- partition@owner, where the owner may hold it too
    parent      BLOB,                 -- the record its place follows from
    epoch       INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    created_by  BLOB    NOT NULL,
    deleted     INTEGER NOT NULL,
    erased      INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    fields      TEXT    NOT NULL,     -- who wrote which field, grouped
    conflicts   TEXT    NOT NULL,
    UNIQUE (kind, id)
) STRICT;
-- A pull is a range of these two, per grant.
CREATE INDEX record_by_partition ON record (partition, n);
CREATE INDEX record_by_owner     ON record (owned, n) WHERE owned IS NOT NULL;
CREATE INDEX record_by_parent    ON record (parent)   WHERE parent IS NOT NULL;

-- A record that changed place left these grants: readers who lose it by that are told to erase it.
CREATE TABLE leave (
    grant_key  TEXT    NOT NULL,
    n          INTEGER NOT NULL,      -- the record's sequence number after the move
    kind       TEXT    NOT NULL,
    id         BLOB    NOT NULL,
    PRIMARY KEY (grant_key, n, kind, id)
) STRICT, WITHOUT ROWID;

-- Every answered change: what makes sending twice harmless.
CREATE TABLE change (
    row          INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE,
    hash         BLOB    NOT NULL,    -- SHA-256 of the canonical bytes
    device       BLOB    NOT NULL,
    counter      INTEGER NOT NULL,
    verdict      TEXT    NOT NULL,
    change       TEXT,                -- absent where the content may not be kept
    received_at  TEXT    NOT NULL
) STRICT;
CREATE INDEX change_by_device ON change (device, counter);

-- Changes set aside, as received.
CREATE TABLE quarantine (
    id           BLOB    NOT NULL,
    hash         BLOB    NOT NULL,
    device       BLOB    NOT NULL,    -- that sent it
    reason       TEXT    NOT NULL,
    change       TEXT,
    received_at  TEXT    NOT NULL,
    PRIMARY KEY (id, hash)
) STRICT;

CREATE TABLE enrolment_code (
    hash        BLOB PRIMARY KEY,     -- SHA-256 of the code
    user        BLOB NOT NULL,
    expires_at  TEXT NOT NULL,
    used_at     TEXT
) STRICT;

CREATE TABLE device (
    id               BLOB PRIMARY KEY,
    user             BLOB NOT NULL,
    name             TEXT NOT NULL,
    token            BLOB NOT NULL UNIQUE,   -- SHA-256 of the token
    enrolled_at      TEXT NOT NULL,
    revoked_at       TEXT,
    last_contact_at  TEXT
) STRICT;

-- Under which grants a laptop was handed records, to tell it what to erase when it loses one.
CREATE TABLE device_grant (
    device     BLOB NOT NULL,
    grant_key  TEXT NOT NULL,
    PRIMARY KEY (device, grant_key)
) STRICT, WITHOUT ROWID;
