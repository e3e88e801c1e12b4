//! What the server says: states, verdicts, and what left the scope.

use crate::overlay::Receipt;
use crate::overlay::{Laid, ServerState, settle};
use crate::reader::{table_of, where_key};
use crate::writer::{Columns, Standing};
use crate::{Reader, Result, Writer};
use chrono::{DateTime, Utc};
use domain::{Body, Kind, RawRecord, RecordKey, Scope, Sequence, Verdict, VerdictKind};
use rusqlite::OptionalExtension;

impl Reader<'_> {
    /// Whether records wait to be erased.
    pub fn anything_to_evict(&self) -> Result<bool> {
        self.exists("SELECT 1 FROM eviction LIMIT 1")
    }

    /// Records of which the server accepted a change of this laptop, in `epoch`, and whose state it did not hand out since.
    /// Right after a complete pull they are not this user's to hold any more: they lost the neighbourhood before they
    /// ever pulled there, so that nothing on the server can name what left.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn accepted_and_unseen(&self, epoch: u64) -> Result<Vec<RecordKey>> {
        let sql = "SELECT DISTINCT kind, record FROM outbox WHERE laid = 1 AND verdict ->> '$.seq[0]' = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([epoch.cast_signed()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut keys = Vec::new();
        for row in rows {
            let (kind, id) = row?;
            keys.extend(id.parse().map(|id: domain::RecordId| RecordKey::new(Kind::from(kind), id)));
        }
        Ok(keys)
    }

    /// What lies in a partition of which this scope holds nothing. What was set aside is held by its author elsewhere
    /// than where it lies.
    pub(crate) fn outside(&self, scope: &Scope) -> Result<Vec<RecordKey>> {
        let inside: Vec<&str> = scope.grants().iter().filter_map(|grant| grant.split('@').next()).collect();
        let inside = serde_json::to_string(&inside)?;
        let mut keys = Vec::new();
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::SetAside) {
            let sql = format!("SELECT id FROM {kind} WHERE partition NOT IN (SELECT value FROM json_each(?1))");
            for id in self.strings(&sql, [&inside])? {
                keys.extend(id.parse().map(|id: domain::RecordId| RecordKey::new(kind.clone(), id)));
            }
        }
        Ok(keys)
    }

    fn exists(&self, sql: &str) -> Result<bool> {
        Ok(self.conn.prepare_cached(sql)?.exists([])?)
    }
}

impl Writer<'_> {
    /// Takes states over from the server, and lays this laptop's changes on top of them again.
    pub fn apply_pulled(&mut self, records: &[RawRecord]) -> Result<()> {
        let anything_laid = self.exists("SELECT 1 FROM outbox WHERE laid = 1 LIMIT 1")?;
        let anything_leaving = self.anything_to_evict()?;
        for record in records {
            if anything_leaving {
                // It is back in scope.
                self.forget_eviction(&record.key)?;
            }
            if anything_laid && record.key.kind == Kind::SetAside {
                self.lift_decided(&serde_json::from_str(record.body.get())?)?;
            }
            let laid = if anything_laid { self.laid(&record.key)? } else { Vec::new() };
            if laid.is_empty() {
                self.store_raw(record)?;
                continue;
            }
            let after = Standing {
                server: ServerState {
                    seq: record.seq,
                    body: serde_json::from_str(record.body.get())?,
                    deleted: record.deleted,
                    conflicts: record.conflicts.clone(),
                },
                partition: Some(record.partition.clone()),
            };
            let kept = self.settle(&record.key, &after.server, laid)?;
            self.store(&record.key, &after, &kept)?;
        }
        Ok(())
    }

    /// A state with nothing of this laptop's on top: its body is stored as it came.
    fn store_raw(&mut self, record: &RawRecord) -> Result<()> {
        let body = record.body.get();
        if record.key.kind == Kind::Resident {
            self.mark_stale(&record.key, &serde_json::from_str(body)?, None)?;
        } else {
            self.mark_stale(&record.key, &Body::new(), None)?;
        }
        let receipt = if record.conflicts.is_empty() { Receipt::OnServer } else { Receipt::Conflict };
        let conflicts = serde_json::to_string(&record.conflicts)?;
        let local = Columns { body, deleted: record.deleted, conflicts: &conflicts };
        self.put(&record.key, Some(&record.partition), record.seq, None, local, receipt)
    }

    fn settle(&mut self, key: &RecordKey, after: &ServerState, laid: Vec<Laid>) -> Result<Vec<Laid>> {
        let before = self.standing(key)?.map(|s| s.server).unwrap_or_default();
        let kept = settle(&before, after, laid.clone());
        let mut take_off = self.conn.prepare_cached("UPDATE outbox SET laid = 0 WHERE counter = ?1")?;
        let mut drop_fields = self.conn.prepare_cached("UPDATE outbox SET dropped = ?2 WHERE counter = ?1")?;
        for old in &laid {
            let counter = old.change.counter.cast_signed();
            match kept.iter().find(|k| k.change.id == old.change.id) {
                None => {
                    take_off.execute([counter])?;
                }
                Some(new) if new.dropped != old.dropped => {
                    drop_fields.execute((counter, serde_json::to_string(&new.dropped)?))?;
                }
                Some(_) => {}
            }
        }
        Ok(kept)
    }

    /// Notes the server's answers to changes that were sent. Answers to changes that have one are ignored.
    pub fn apply_verdicts(&mut self, verdicts: &[Verdict], at: DateTime<Utc>) -> Result<()> {
        for verdict in verdicts {
            let json = serde_json::to_string(&verdict.kind)?;
            // Asked before, because an update that returns something makes a table for it each time.
            let sql = "SELECT counter, kind, record FROM outbox WHERE change_id = ?1 AND verdict IS NULL";
            let found = self.conn.prepare_cached(sql)?.query_row([verdict.change.to_string()], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            });
            let Some((counter, kind, id)) = found.optional()? else { continue };
            // A change that was offered again, and that the server had lost, counts as a new one.
            let duplicate = matches!(verdict.kind, VerdictKind::Duplicate { .. });
            let sql = "UPDATE outbox SET verdict = ?2, verdict_at = ?3, dropped = iif(?4, dropped, '[]')
                       WHERE counter = ?1";
            self.conn.prepare_cached(sql)?.execute((counter, json, at.timestamp_millis(), duplicate))?;
            let Ok(id) = id.parse::<domain::RecordId>() else { continue };
            let key = RecordKey::new(Kind::from(kind), id);
            if self.is_plain(&key, verdict)? {
                self.set_on_server(&key)?;
                continue;
            }
            let Some(standing) = self.standing(&key)? else { continue };
            let laid = self.laid(&key)?;
            // The state that holds it may have been pulled before the answer came.
            let kept = if self.is_behind(&standing.server, verdict) {
                laid
            } else {
                self.settle(&key, &standing.server, laid)?
            };
            self.store(&key, &standing, &kept)?;
        }
        Ok(())
    }

    /// Whether an answer changes nothing but where the record is: its one change on top was accepted, the state that
    /// holds it is still to come, and nothing else waits.
    fn is_plain(&self, key: &RecordKey, verdict: &Verdict) -> Result<bool> {
        let (VerdictKind::Accepted { seq } | VerdictKind::Duplicate { seq }) = &verdict.kind else { return Ok(false) };
        let sql = "SELECT count(*) FROM outbox WHERE kind = ?1 AND record = ?2 AND laid = 1";
        let id = key.id.to_string();
        let laid: i64 = self.conn.prepare_cached(sql)?.query_row((key.kind.as_str(), &id), |row| row.get(0))?;
        if laid != 1 {
            return Ok(false);
        }
        let sql = format!(
            "SELECT seq_epoch, seq_n, coalesce(server_conflicts, conflicts) = '[]' FROM {} WHERE {}",
            table_of(&key.kind),
            where_key(&key.kind)
        );
        let found = self.conn.prepare_cached(&sql)?.query_row((&id, key.kind.as_str()), |row| {
            let pulled = Sequence(row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned());
            Ok((pulled == Sequence::ZERO || pulled < *seq) && row.get::<_, bool>(2)?)
        });
        Ok(found.optional()?.unwrap_or(false))
    }

    fn set_on_server(&mut self, key: &RecordKey) -> Result<()> {
        let sql = format!(
            "UPDATE {} SET receipt = {} WHERE {}",
            table_of(&key.kind),
            Receipt::OnServer.code(),
            where_key(&key.kind)
        );
        self.conn.prepare_cached(&sql)?.execute((key.id.to_string(), key.kind.as_str()))?;
        Ok(())
    }

    fn is_behind(&self, server: &ServerState, verdict: &Verdict) -> bool {
        match &verdict.kind {
            VerdictKind::Accepted { seq } | VerdictKind::Duplicate { seq } | VerdictKind::Conflicted { seq, .. } => {
                server.seq == Sequence::ZERO || server.seq < *seq
            }
            VerdictKind::Quarantined { .. } => true,
        }
    }

    /// Erases records that left the scope. Those of which something waits here (a change without an answer, an open
    /// draft) stay until [`Writer::evict_due`] finds that it no longer does. Returns how many were erased, with those that
    /// had to wait before.
    pub fn evict(&mut self, keys: &[RecordKey]) -> Result<usize> {
        for key in keys {
            let sql = "INSERT OR IGNORE INTO eviction (kind, id) VALUES (?1, ?2)";
            self.conn.prepare_cached(sql)?.execute((key.kind.as_str(), key.id.to_string()))?;
        }
        self.evict_due()
    }

    /// Erases what could not be erased before; returns how many records it were.
    pub fn evict_due(&mut self) -> Result<usize> {
        let mut statement = self.conn.prepare_cached("SELECT kind, id FROM eviction")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let due: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let mut erased = 0;
        for (kind, id) in due {
            let Ok(id) = id.parse::<domain::RecordId>() else { continue };
            let key = RecordKey::new(Kind::from(kind), id);
            if !self.waits(&key)? {
                self.erase(&key)?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    fn waits(&self, key: &RecordKey) -> Result<bool> {
        let id = key.id.to_string();
        let mut pending = self
            .conn
            .prepare_cached("SELECT 1 FROM outbox WHERE kind = ?1 AND record = ?2 AND verdict IS NULL LIMIT 1")?;
        if pending.exists((key.kind.as_str(), &id))? {
            return Ok(true);
        }
        let household = match &key.kind {
            Kind::Household => Some(id.clone()),
            _ => self.record(key)?.and_then(|row| Some(row.body.get("household")?.as_str()?.to_owned())),
        };
        let mut draft = self.conn.prepare_cached("SELECT 1 FROM draft WHERE id = ?1 OR household = ?2 LIMIT 1")?;
        Ok(draft.exists((&id, household))?)
    }

    /// Row, search text and kept changes; the journal and copies of the file follow after the commit.
    fn erase(&mut self, key: &RecordKey) -> Result<()> {
        let body = self.record(key)?.map(|row| row.body).unwrap_or_default();
        self.mark_stale(key, &body, None)?;
        let sql = format!("DELETE FROM {} WHERE {}", table_of(&key.kind), where_key(&key.kind));
        let params = (key.id.to_string(), key.kind.as_str());
        self.conn.prepare_cached(&sql)?.execute(params)?;
        let sql = "DELETE FROM outbox WHERE kind = ?2 AND record = ?1";
        self.conn.prepare_cached(sql)?.execute((key.id.to_string(), key.kind.as_str()))?;
        self.forget_eviction(key)?;
        self.erased = true;
        Ok(())
    }

    fn forget_eviction(&mut self, key: &RecordKey) -> Result<()> {
        let sql = "DELETE FROM eviction WHERE kind = ?1 AND id = ?2";
        self.conn.prepare_cached(sql)?.execute((key.kind.as_str(), key.id.to_string()))?;
        Ok(())
    }
}
