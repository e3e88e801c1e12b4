//! Reading records: the generic part. The queries of each kind are in [`crate::records`].

use crate::{Receipt, Result};
use domain::entities::Entity;
use domain::{Body, Conflict, Kind, RecordId, RecordKey, Sequence};
use rusqlite::{Connection, OptionalExtension, Params, params_from_iter};
use std::collections::BTreeMap;
use std::fmt;

/// A consistent view of the database; cannot write.
pub struct Reader<'c> {
    pub(crate) conn: &'c Connection,
}

/// A record with its typed view.
#[derive(Clone, PartialEq)]
pub struct Stored<E> {
    pub id: RecordId,
    pub value: E,
    /// The server's sequence of the state last pulled; zero where it never was.
    pub seq: Sequence,
    pub receipt: Receipt,
    /// Values that wait until a person chooses.
    pub conflicts: Vec<Conflict>,
}

/// A record of any kind, with every field, also of a newer version.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub key: RecordKey,
    pub body: Body,
    pub deleted: bool,
    /// Where the server placed it; none where it was never pulled.
    pub partition: Option<String>,
    pub seq: Sequence,
    pub receipt: Receipt,
    pub conflicts: Vec<Conflict>,
}

impl<E> fmt::Debug for Stored<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stored({}, {:?})", self.id, self.receipt)
    }
}
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({:?} {}, {:?})", self.key.kind, self.key.id, self.receipt)
    }
}

/// The table of a kind, and what tells its records from others in the same table.
pub(crate) fn table_of(kind: &Kind) -> &str {
    match kind {
        Kind::Other(_) => "other",
        known => known.as_str(),
    }
}

/// `WHERE` clause that finds one record: ?1 is its id, ?2 its kind.
pub(crate) fn where_key(kind: &Kind) -> &'static str {
    match kind {
        Kind::Other(_) => "id = ?1 AND kind = ?2",
        _ => "id = ?1 AND ?2 IS NOT NULL",
    }
}

impl<'c> Reader<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn }
    }

    /// A record, deleted or not, with all its fields.
    pub fn record(&self, key: &RecordKey) -> Result<Option<Row>> {
        let sql = format!(
            "SELECT id, seq_epoch, seq_n, receipt, conflicts, body, deleted, partition FROM {} WHERE {}",
            table_of(&key.kind),
            where_key(&key.kind)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_row((key.id.to_string(), key.kind.as_str()), |row| {
            Ok((Columns::read(row)?, row.get::<_, bool>(6)?, row.get(7)?))
        });
        let Some((columns, deleted, partition)) = found.optional()? else { return Ok(None) };
        Ok(Some(Row {
            key: key.clone(),
            body: serde_json::from_str(&columns.body)?,
            deleted,
            partition,
            seq: columns.seq,
            receipt: columns.receipt,
            conflicts: columns.conflicts()?,
        }))
    }

    /// A record's typed view; none where it is not here, or deleted, or not readable as this kind.
    pub fn get<E: Entity>(&self, id: RecordId) -> Result<Option<Stored<E>>> {
        Ok(self.select("WHERE r.id = ?1 AND r.deleted = 0", [id.to_string()])?.pop())
    }

    /// Several records at once, in no particular order.
    pub fn get_many<E: Entity>(&self, ids: &[RecordId]) -> Result<BTreeMap<RecordId, Stored<E>>> {
        let rows: Vec<Stored<E>> =
            self.select("JOIN json_each(?1) AS wanted ON r.id = wanted.value WHERE r.deleted = 0", [id_list(ids)])?;
        Ok(rows.into_iter().map(|s| (s.id, s)).collect())
    }

    /// Every record of a kind that is not deleted.
    pub fn list<E: Entity>(&self) -> Result<Vec<Stored<E>>> {
        self.select("WHERE r.deleted = 0 ORDER BY r.id", [])
    }

    /// Where a record is; on the laptop where it is unknown.
    pub fn receipt(&self, key: &RecordKey) -> Result<Receipt> {
        let sql = format!("SELECT receipt FROM {} WHERE {}", table_of(&key.kind), where_key(&key.kind));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let code = statement.query_row((key.id.to_string(), key.kind.as_str()), |row| row.get(0)).optional()?;
        Ok(code.map_or(Receipt::OnLaptop, Receipt::from_code))
    }

    /// Every record with values that wait for a choice.
    pub fn conflicts(&self) -> Result<Vec<Row>> {
        let mut keys = Vec::new();
        for kind in Kind::ALL {
            let sql = format!("SELECT id FROM {kind} WHERE receipt <> 1 AND conflicts <> '[]'");
            for id in self.strings(&sql, [])? {
                keys.extend(id.parse().map(|id: RecordId| RecordKey::new(kind.clone(), id)));
            }
        }
        let rows = keys.iter().filter_map(|key| self.record(key).transpose());
        rows.collect()
    }

    /// Records of a kind; `tail` is what follows `FROM <table> AS r`. A record that is not readable as this kind (of
    /// a newer version) is left out.
    pub(crate) fn select<E: Entity>(&self, tail: &str, params: impl Params) -> Result<Vec<Stored<E>>> {
        let sql = format!(
            "SELECT r.id, r.seq_epoch, r.seq_n, r.receipt, r.conflicts, r.body FROM {} AS r {tail}",
            table_of(&E::KIND)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut out = Vec::new();
        for columns in statement.query_map(params, Columns::read)? {
            let columns = columns?;
            let (Ok(id), Ok(value)) = (columns.id.parse(), serde_json::from_str(&columns.body)) else { continue };
            let conflicts = columns.conflicts()?;
            out.push(Stored { id, value, seq: columns.seq, receipt: columns.receipt, conflicts });
        }
        Ok(out)
    }

    /// The first column of a query, as text.
    pub(crate) fn strings(&self, sql: &str, params: impl Params) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many rows each id of the first column has in a query with columns id and number.
    pub(crate) fn counts(&self, sql: &str, params: &[String]) -> Result<BTreeMap<RecordId, u32>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params_from_iter(params), |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut out = BTreeMap::new();
        for row in rows {
            let (id, count) = row?;
            if let Ok(id) = id.parse() {
                out.insert(id, count);
            }
        }
        Ok(out)
    }
}

/// Ids as a JSON list, for `json_each`.
pub(crate) fn id_list(ids: &[RecordId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", ids.join(","))
}

struct Columns {
    id: String,
    seq: Sequence,
    receipt: Receipt,
    conflicts: String,
    body: String,
}

impl Columns {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            seq: Sequence(row.get::<_, i64>(1)?.cast_unsigned(), row.get::<_, i64>(2)?.cast_unsigned()),
            receipt: Receipt::from_code(row.get(3)?),
            conflicts: row.get(4)?,
            body: row.get(5)?,
        })
    }

    fn conflicts(&self) -> Result<Vec<Conflict>> {
        if self.conflicts == "[]" { Ok(Vec::new()) } else { Ok(serde_json::from_str(&self.conflicts)?) }
    }
}
