-- One table per kind of record, all of the same shape:
--   id            text of the UUID
--   partition     where the server placed it; null while it was never pulled
--   seq_epoch/_n  the server's sequence of the state last pulled; 0, 0: never pulled
--   server_body, server_deleted, server_conflicts
--                 the server's state where it differs from the local one; null: the local one is the server's
--                 (or there is none, when the sequence is 0, 0)
--   body, deleted, conflicts
--                 the local state: the server's with this laptop's changes on top
--   receipt       0 on the laptop, 1 on the server, 2 under review, 3 a conflict waits
-- Columns that queries need are computed from the body, so that they cannot disagree with it.

CREATE TABLE municipality (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL
) STRICT;
CREATE INDEX municipality_attention ON municipality (receipt) WHERE receipt <> 1;

CREATE TABLE neighbourhood (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    code TEXT GENERATED ALWAYS AS (body ->> '$.code') VIRTUAL
) STRICT;
CREATE INDEX neighbourhood_attention ON neighbourhood (receipt) WHERE receipt <> 1;

CREATE TABLE user (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL
) STRICT;
CREATE INDEX user_attention ON user (receipt) WHERE receipt <> 1;

CREATE TABLE form (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    form_id TEXT GENERATED ALWAYS AS (body ->> '$.form_id') VIRTUAL
) STRICT;
CREATE INDEX form_by_form_id ON form (form_id);
CREATE INDEX form_attention ON form (receipt) WHERE receipt <> 1;

CREATE TABLE household (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    neighbourhood TEXT GENERATED ALWAYS AS (body ->> '$.neighbourhood') VIRTUAL,
    street TEXT GENERATED ALWAYS AS (body ->> '$.street') VIRTUAL,
    number TEXT GENERATED ALWAYS AS (body ->> '$.number') VIRTUAL
) STRICT;
CREATE INDEX household_by_street_number ON household (street, number);
CREATE INDEX household_by_neighbourhood ON household (neighbourhood);
CREATE INDEX household_attention ON household (receipt) WHERE receipt <> 1;

CREATE TABLE resident (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX resident_by_household ON resident (household);
CREATE INDEX resident_attention ON resident (receipt) WHERE receipt <> 1;

CREATE TABLE attempt (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL,
    started_at TEXT GENERATED ALWAYS AS (body ->> '$.started_at') VIRTUAL,
    outcome TEXT GENERATED ALWAYS AS (body ->> '$.outcome') VIRTUAL,
    undone INTEGER GENERATED ALWAYS AS (body ->> '$.undone') VIRTUAL,
    "by" TEXT GENERATED ALWAYS AS (body ->> '$.by') VIRTUAL
) STRICT;
CREATE INDEX attempt_by_household_started_at ON attempt (household, started_at);
CREATE INDEX attempt_attention ON attempt (receipt) WHERE receipt <> 1;

CREATE TABLE visit (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL,
    "by" TEXT GENERATED ALWAYS AS (body ->> '$.by') VIRTUAL,
    started_at TEXT GENERATED ALWAYS AS (body ->> '$.started_at') VIRTUAL
) STRICT;
CREATE INDEX visit_by_household ON visit (household);
CREATE INDEX visit_by_by ON visit ("by");
-- Counting visits must not read their bodies.
CREATE INDEX visit_alive ON visit (deleted, id);
CREATE INDEX visit_attention ON visit (receipt) WHERE receipt <> 1;

CREATE TABLE help_request (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    state TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL,
    neighbourhood TEXT GENERATED ALWAYS AS (body ->> '$.neighbourhood') VIRTUAL
) STRICT;
CREATE INDEX help_request_by_state ON help_request (state);
CREATE INDEX help_request_attention ON help_request (receipt) WHERE receipt <> 1;

CREATE TABLE help_request_detail (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX help_request_detail_by_household ON help_request_detail (household);
CREATE INDEX help_request_detail_attention ON help_request_detail (receipt) WHERE receipt <> 1;

CREATE TABLE shared_detail (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    help_request TEXT GENERATED ALWAYS AS (body ->> '$.help_request') VIRTUAL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX shared_detail_by_help_request ON shared_detail (help_request);
CREATE INDEX shared_detail_by_household ON shared_detail (household);
CREATE INDEX shared_detail_attention ON shared_detail (receipt) WHERE receipt <> 1;

CREATE TABLE help_event (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    help_request TEXT GENERATED ALWAYS AS (body ->> '$.help_request') VIRTUAL,
    at TEXT GENERATED ALWAYS AS (body ->> '$.at') VIRTUAL
) STRICT;
CREATE INDEX help_event_by_help_request ON help_event (help_request);
CREATE INDEX help_event_attention ON help_event (receipt) WHERE receipt <> 1;

CREATE TABLE referral (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    help_request TEXT GENERATED ALWAYS AS (body ->> '$.help_request') VIRTUAL
) STRICT;
CREATE INDEX referral_by_help_request ON referral (help_request);
CREATE INDEX referral_attention ON referral (receipt) WHERE receipt <> 1;

CREATE TABLE danger (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX danger_by_household ON danger (household);
CREATE INDEX danger_attention ON danger (receipt) WHERE receipt <> 1;

CREATE TABLE leaflet_given (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX leaflet_given_by_household ON leaflet_given (household);
CREATE INDEX leaflet_given_attention ON leaflet_given (receipt) WHERE receipt <> 1;

CREATE TABLE review (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    state TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL
) STRICT;
CREATE INDEX review_by_state ON review (state);
CREATE INDEX review_attention ON review (receipt) WHERE receipt <> 1;

CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    visit TEXT GENERATED ALWAYS AS (body ->> '$.visit') VIRTUAL
) STRICT;
CREATE INDEX comment_by_visit ON comment (visit);
CREATE INDEX comment_attention ON comment (receipt) WHERE receipt <> 1;

CREATE TABLE revision (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    visit TEXT GENERATED ALWAYS AS (body ->> '$.visit') VIRTUAL
) STRICT;
CREATE INDEX revision_by_visit ON revision (visit);
CREATE INDEX revision_attention ON revision (receipt) WHERE receipt <> 1;

CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    day TEXT GENERATED ALWAYS AS (body ->> '$.day') VIRTUAL
) STRICT;
CREATE INDEX round_by_day ON round (day);
CREATE INDEX round_attention ON round (receipt) WHERE receipt <> 1;

CREATE TABLE assignment (
    id TEXT PRIMARY KEY NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    day TEXT GENERATED ALWAYS AS (body ->> '$.day') VIRTUAL,
    assignee TEXT GENERATED ALWAYS AS (body ->> '$.assignee') VIRTUAL,
    round TEXT GENERATED ALWAYS AS (body ->> '$.round') VIRTUAL,
    household TEXT GENERATED ALWAYS AS (body ->> '$.household') VIRTUAL
) STRICT;
CREATE INDEX assignment_by_day_assignee ON assignment (day, assignee);
CREATE INDEX assignment_by_round ON assignment (round);
CREATE INDEX assignment_by_household ON assignment (household);
CREATE INDEX assignment_attention ON assignment (receipt) WHERE receipt <> 1;

-- Kinds that this version does not know.
CREATE TABLE other (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    partition TEXT,
    seq_epoch INTEGER NOT NULL DEFAULT 0,
    seq_n INTEGER NOT NULL DEFAULT 0,
    server_body TEXT,
    server_deleted INTEGER,
    server_conflicts TEXT,
    body TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    conflicts TEXT NOT NULL DEFAULT '[]',
    receipt INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX other_attention ON other (receipt) WHERE receipt <> 1;

-- Every change made on this laptop, until 35 days after its verdict.
CREATE TABLE outbox (
    counter INTEGER PRIMARY KEY NOT NULL,
    change_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    -- The change as JSON, as it is sent; never written again.
    change TEXT NOT NULL,
    -- Milliseconds since 1970, UTC.
    at INTEGER NOT NULL,
    -- The server's one answer, as JSON; null: not sent, or the answer did not arrive.
    verdict TEXT,
    verdict_at INTEGER,
    -- 1: laid on top of the server's state. 0: the server's state holds it, or a later one took its place.
    laid INTEGER NOT NULL DEFAULT 1,
    -- Fields of a change under review that a later state of the server took the place of; a JSON list.
    dropped TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX outbox_pending ON outbox (counter) WHERE verdict IS NULL;
CREATE INDEX outbox_laid ON outbox (kind, record) WHERE laid = 1;
CREATE INDEX outbox_record ON outbox (kind, record);
CREATE INDEX outbox_answered ON outbox (verdict_at) WHERE verdict IS NOT NULL;

-- Visits being written. They never leave the laptop.
CREATE TABLE draft (
    id TEXT PRIMARY KEY NOT NULL,
    household TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    -- The question to show when it is opened again.
    at_path TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_household ON draft (household);

-- Records that left the scope and are erased once nothing of them waits here.
CREATE TABLE eviction (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Single values, as JSON; src/meta.rs names them.
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One document per household: its address, its name and its residents, folded.
CREATE TABLE search_text (
    number INTEGER PRIMARY KEY,
    household TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    text, content = 'search_text', content_rowid = 'number', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0'
);
-- What is taken out of the index leaves no trace in it.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
