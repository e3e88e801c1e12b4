//! The changes made on this laptop: what waits, what was answered.

use crate::{Error, Reader, Result, Writer};
use chrono::{DateTime, Utc};
use domain::{Change, ChangeId, RecordKey, VerdictKind};
use rusqlite::{Params, Row};
use serde_json::value::RawValue;

/// A change and the server's answer to it, if there is one.
#[derive(Clone, PartialEq, Debug)]
pub struct OutboxEntry {
    pub change: Change,
    /// None: it waits to be sent, or for the answer.
    pub verdict: Option<VerdictKind>,
    pub verdict_at: Option<DateTime<Utc>>,
}

/// A change without an answer, as the JSON that it was put in the outbox as.
pub struct Pending {
    pub counter: u64,
    pub id: ChangeId,
    pub json: Box<RawValue>,
}

/// How much waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OutboxCounts {
    /// Changes without an answer.
    pub pending: u32,
    /// Records that they are about.
    pub pending_records: u32,
    /// Changes that the server keeps apart for a coordinator.
    pub set_aside: u32,
}

/// Reads columns change, verdict, verdict_at.
pub(crate) fn entry_from(row: &Row<'_>) -> Result<OutboxEntry> {
    let change: String = row.get(0)?;
    let verdict: Option<String> = row.get(1)?;
    let at: Option<i64> = row.get(2)?;
    Ok(OutboxEntry {
        change: serde_json::from_str(&change)?,
        verdict: verdict.map(|v| serde_json::from_str(&v)).transpose()?,
        verdict_at: at.and_then(DateTime::from_timestamp_millis),
    })
}

const SET_ASIDE: &str = "verdict IS NOT NULL AND laid = 1 AND verdict ->> '$.verdict' = 'quarantined'";

impl Reader<'_> {
    /// The oldest changes without an answer, in the order they were made.
    pub fn pending_changes(&self, limit: usize) -> Result<Vec<Change>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let entries = self.entries("WHERE verdict IS NULL ORDER BY counter LIMIT ?1", [limit])?;
        Ok(entries.into_iter().map(|e| e.change).collect())
    }

    /// The oldest changes without an answer, as they are sent: those after `counter`, at most `limit` of them and about
    /// `bytes`, but one.
    pub fn pending_batch(&self, counter: u64, limit: usize, bytes: usize) -> Result<Vec<Pending>> {
        let sql = "SELECT counter, change_id, change FROM outbox WHERE verdict IS NULL AND counter > ?1
                   ORDER BY counter LIMIT ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows =
            statement.query([i64::try_from(counter).unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX)])?;
        let (mut batch, mut size) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let json: String = row.get(2)?;
            size += json.len();
            if size > bytes && !batch.is_empty() {
                break;
            }
            let id: String = row.get(1)?;
            batch.push(Pending {
                counter: row.get::<_, i64>(0)?.cast_unsigned(),
                id: id.parse().map_err(|_| Error::Damaged)?,
                json: RawValue::from_string(json)?,
            });
        }
        Ok(batch)
    }

    /// How many changes have no answer; the first of [`Reader::outbox_counts`], which reads more.
    pub fn pending_count(&self) -> Result<u32> {
        let sql = "SELECT count(*) FROM outbox WHERE verdict IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    pub fn outbox_counts(&self) -> Result<OutboxCounts> {
        let sql = format!(
            "SELECT (SELECT count(*) FROM outbox WHERE verdict IS NULL),
                    (SELECT count(*) FROM (SELECT DISTINCT kind, record FROM outbox WHERE verdict IS NULL)),
                    (SELECT count(*) FROM outbox WHERE {SET_ASIDE})"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([], |row| {
            Ok(OutboxCounts { pending: row.get(0)?, pending_records: row.get(1)?, set_aside: row.get(2)? })
        })?)
    }

    /// Changes answered at or after `since`, latest first.
    pub fn recently_sent(&self, since: DateTime<Utc>) -> Result<Vec<OutboxEntry>> {
        let tail = "WHERE verdict IS NOT NULL AND verdict_at >= ?1 ORDER BY verdict_at DESC, counter DESC";
        self.entries(tail, [since.timestamp_millis()])
    }

    /// Changes that the server keeps apart and that nothing took the place of since, oldest first.
    pub fn set_aside_changes(&self) -> Result<Vec<OutboxEntry>> {
        self.entries(&format!("WHERE {SET_ASIDE} ORDER BY counter"), [])
    }

    /// This laptop's changes of one record, oldest first; answered ones for as long as they are kept.
    pub fn changes_of(&self, key: &RecordKey) -> Result<Vec<OutboxEntry>> {
        self.entries("WHERE kind = ?1 AND record = ?2 ORDER BY counter", (key.kind.as_str(), key.id.to_string()))
    }

    fn entries(&self, tail: &str, params: impl Params) -> Result<Vec<OutboxEntry>> {
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT change, verdict, verdict_at FROM outbox {tail}"))?;
        let mut rows = statement.query(params)?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(entry_from(row)?);
        }
        Ok(out)
    }
}

impl Writer<'_> {
    /// Forgets changes answered before `before` that the server's state holds; returns how many. Keep 35 days, so that
    /// a server restored from a copy can be offered what it lost.
    pub fn prune_sent(&mut self, before: DateTime<Utc>) -> Result<usize> {
        let sql = "DELETE FROM outbox WHERE verdict IS NOT NULL AND laid = 0 AND verdict_at < ?1";
        Ok(self.conn.prepare_cached(sql)?.execute([before.timestamp_millis()])?)
    }
}
