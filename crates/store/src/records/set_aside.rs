//! Changes that the server set aside, of this laptop and of others.

use crate::overlay::ServerState;
use crate::reader::{table_of, where_key};
use crate::writer::Standing;
use crate::{Reader, Result, Stored, Writer};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{Body, Kind, RecordKey, Sequence, SetAside};

impl Reader<'_> {
    /// Those that wait for a decision, oldest first; without those that a change made here takes up.
    pub fn undecided(&self) -> Result<Vec<Stored<SetAside>>> {
        self.select(
            "WHERE r.decided_at IS NULL AND r.deleted = 0 AND r.id NOT IN (
                 SELECT taken.value FROM outbox, json_each(outbox.change, '$.resolves') AS taken
                 WHERE outbox.laid = 1 AND coalesce(outbox.verdict ->> '$.verdict', '') <> 'quarantined')
             ORDER BY r.body ->> '$.received_at', r.id",
            [],
        )
    }

    /// Those that were decided at or after `since`, latest first.
    pub fn decided(&self, since: DateTime<Utc>) -> Result<Vec<Stored<SetAside>>> {
        let tail = "WHERE r.decided_at >= ?1 AND r.deleted = 0 ORDER BY r.decided_at DESC, r.id";
        self.select(tail, [since.to_rfc3339_opts(SecondsFormat::Secs, true)])
    }
}

impl Writer<'_> {
    /// Once it is decided, a change of this laptop that was set aside lies on top no more: what the server tells of
    /// its record is what came of it.
    pub(crate) fn lift_decided(&mut self, aside: &Body) -> Result<()> {
        let change = aside.get("change").and_then(|v| v.as_str()).filter(|_| aside.contains_key("decision"));
        let Some(change) = change else { return Ok(()) };
        let sql = "UPDATE outbox SET laid = 0 WHERE change_id = ?1 AND laid = 1 RETURNING kind, record";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([change])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let (kind, id) = (row.get::<_, String>(0)?, row.get::<_, String>(1)?);
        drop(rows);
        drop(statement);
        let Ok(id) = id.parse::<domain::RecordId>() else { return Ok(()) };
        let key = RecordKey::new(Kind::from(kind), id);
        let Some(standing) = self.standing(&key)? else { return Ok(()) };
        let laid = self.laid(&key)?;
        if standing.server.seq == Sequence::ZERO && laid.is_empty() {
            return self.forget(&key, &standing);
        }
        self.store(&key, &standing, &laid)
    }

    /// Takes away a record that never came to be. What was written of it stays in the outbox as long as other changes.
    fn forget(&mut self, key: &RecordKey, standing: &Standing) -> Result<()> {
        debug_assert!(standing.server == ServerState::default());
        self.mark_stale(key, &Body::new(), None)?;
        let sql = format!("DELETE FROM {} WHERE {}", table_of(&key.kind), where_key(&key.kind));
        self.conn.prepare_cached(&sql)?.execute((key.id.to_string(), key.kind.as_str()))?;
        Ok(())
    }
}
