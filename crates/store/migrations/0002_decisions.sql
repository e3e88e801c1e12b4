-- What the coordinators decide: on changes that were set aside, and on which households are the same.

-- As the tables of 0001.
CREATE TABLE set_aside (
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
    decided_at TEXT GENERATED ALWAYS AS (body ->> '$.decided_at') VIRTUAL
) STRICT;
CREATE INDEX set_aside_by_decided_at ON set_aside (decided_at);
CREATE INDEX set_aside_attention ON set_aside (receipt) WHERE receipt <> 1;
-- Those that an older version got and did not know.
INSERT INTO set_aside (id, partition, seq_epoch, seq_n, server_body, server_deleted, server_conflicts,
                       body, deleted, conflicts, receipt)
    SELECT id, partition, seq_epoch, seq_n, server_body, server_deleted, server_conflicts,
           body, deleted, conflicts, receipt
    FROM other WHERE kind = 'set_aside';
DELETE FROM other WHERE kind = 'set_aside';

ALTER TABLE household ADD COLUMN merged_into TEXT GENERATED ALWAYS AS (body ->> '$.merged_into') VIRTUAL;
CREATE INDEX household_merged ON household (merged_into) WHERE merged_into IS NOT NULL;
-- Who lives at the same address, without reading bodies.
CREATE INDEX household_plate ON household (street, number) WHERE deleted = 0;

-- Which household stands for another, computed from `merged_into` whenever a household is written: through chains, and
-- only where the one that stays is here.
CREATE TABLE alias (
    household TEXT PRIMARY KEY NOT NULL,
    stays TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_stays ON alias (stays);
