-- Who holds a record beside its partition's readers and its owner: who takes a household, the colleague of a visit.
ALTER TABLE record ADD COLUMN also TEXT NOT NULL DEFAULT '[]';

-- The same by grant, for a pull.
CREATE TABLE also_held (
    grant_key  TEXT    NOT NULL,
    n          INTEGER NOT NULL,      -- the record's
    row        INTEGER NOT NULL,
    PRIMARY KEY (grant_key, n, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX also_held_by_row ON also_held (row);
