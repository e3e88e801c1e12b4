//! Making changes, and storing a record's state: every path that writes a record goes through [`Writer::store`].

use crate::outbox::entry_from;
use crate::overlay::{Laid, Local, Receipt, ServerState, lay};
use crate::reader::{table_of, where_key};
use crate::{Error, Reader, Result};
use chrono::{DateTime, Utc};
use domain::{Body, Change, ChangeId, Conflict, Kind, Operation, RecordId, RecordKey, Sequence};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Deref;

/// The largest change, as JSON; well below what the server takes in one request.
pub const MAX_CHANGE_BYTES: usize = 6 * 1024 * 1024;

/// One transaction. Also reads, and sees its own writes.
pub struct Writer<'c> {
    reader: Reader<'c>,
    /// Households whose search text may have changed.
    pub(crate) stale: BTreeSet<RecordId>,
    /// Something was erased for good.
    pub(crate) erased: bool,
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;
    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

/// An edit as the app asks for it; the store adds who, where and on top of what.
#[derive(Clone, PartialEq)]
pub struct NewChange {
    pub id: ChangeId,
    pub record: RecordKey,
    pub operation: Operation,
    pub at: DateTime<Utc>,
    /// Why something already sent is corrected.
    pub reason: Option<String>,
    /// The waiting changes whose conflict this one settles.
    pub resolves: Vec<ChangeId>,
}

impl fmt::Debug for NewChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewChange({} on {:?} {})", self.id, self.record.kind, self.record.id)
    }
}

/// A record's row before it is written again.
pub(crate) struct Standing {
    pub server: ServerState,
    pub partition: Option<String>,
}

/// A state as it is written: JSON, and whether it is deleted.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a> {
    pub body: &'a str,
    pub deleted: bool,
    pub conflicts: &'a str,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { reader: Reader::new(conn), stale: BTreeSet::new(), erased: false }
    }

    /// What is left to do before the commit; true where something was erased.
    pub(crate) fn finish(mut self) -> Result<bool> {
        if !self.stale.is_empty() {
            self.refresh_aliases()?;
        }
        self.refresh_search()?;
        Ok(self.erased)
    }

    /// Applies an edit here and puts it in the outbox.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an edit of a record that is not here.
    pub fn record_change(&mut self, new: NewChange) -> Result<Change> {
        let identity = self.identity()?.ok_or(Error::NotEnrolled)?;
        let standing = self.standing(&new.record)?;
        if standing.is_none() && !matches!(new.operation, Operation::Create { .. }) {
            return Err(Error::NotFound(new.record));
        }
        let standing = standing.unwrap_or(Standing { server: ServerState::default(), partition: None });
        let change = Change {
            id: new.id,
            record: new.record,
            operation: new.operation,
            base: standing.server.seq,
            at: new.at,
            author: identity.actor.user,
            device: identity.device,
            counter: self.next_counter()?,
            reason: new.reason,
            resolves: new.resolves,
        };
        self.enqueue(&change)?;
        let laid = self.laid(&change.record)?;
        self.store(&change.record, &standing, &laid)?;
        Ok(change)
    }

    fn enqueue(&mut self, change: &Change) -> Result<()> {
        let json = serde_json::to_string(change)?;
        if json.len() > MAX_CHANGE_BYTES {
            return Err(Error::TooLarge);
        }
        let mut statement = self.conn.prepare_cached(
            "INSERT INTO outbox (counter, change_id, kind, record, change, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        statement.execute((
            change.counter.cast_signed(),
            change.id.to_string(),
            change.record.kind.as_str(),
            change.record.id.to_string(),
            json,
            change.at.timestamp_millis(),
        ))?;
        Ok(())
    }

    /// The changes that lie on top of a record, in the order they were made.
    pub(crate) fn laid(&self, key: &RecordKey) -> Result<Vec<Laid>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT change, verdict, verdict_at, dropped FROM outbox
             WHERE kind = ?1 AND record = ?2 AND laid = 1 ORDER BY counter",
        )?;
        let rows = statement.query_map((key.kind.as_str(), key.id.to_string()), |row| {
            Ok((entry_from(row), row.get::<_, String>(3)?))
        })?;
        let mut out = Vec::new();
        for row in rows {
            let (entry, dropped) = row?;
            let entry = entry?;
            let progress = entry.verdict.as_ref().into();
            out.push(Laid { change: entry.change, progress, dropped: serde_json::from_str(&dropped)? });
        }
        Ok(out)
    }

    /// The server's side of a record's row.
    pub(crate) fn standing(&self, key: &RecordKey) -> Result<Option<Standing>> {
        let sql = format!(
            "SELECT seq_epoch, seq_n, partition,
                    coalesce(server_body, body), coalesce(server_deleted, deleted), coalesce(server_conflicts, conflicts)
             FROM {} WHERE {}",
            table_of(&key.kind),
            where_key(&key.kind)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_row((key.id.to_string(), key.kind.as_str()), |row| {
            let seq = Sequence(row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned());
            let rest = (row.get::<_, String>(3)?, row.get::<_, bool>(4)?, row.get::<_, String>(5)?);
            Ok((seq, row.get(2)?, rest))
        });
        let Some((seq, partition, (body, deleted, conflicts))) = found.optional()? else { return Ok(None) };
        if seq == Sequence::ZERO {
            return Ok(Some(Standing { server: ServerState::default(), partition }));
        }
        let body: Body = serde_json::from_str(&body)?;
        let conflicts: Vec<Conflict> = serde_json::from_str(&conflicts)?;
        Ok(Some(Standing { server: ServerState { seq, body, deleted, conflicts }, partition }))
    }

    /// Lays `changes` on top of the server's state and writes the row.
    pub(crate) fn store(&mut self, key: &RecordKey, standing: &Standing, changes: &[Laid]) -> Result<()> {
        let server = &standing.server;
        let local = if changes.is_empty() { None } else { Some(lay(server, changes)) };
        self.mark_stale(key, &server.body, local.as_ref().map(|l| &l.body))?;
        let body = serde_json::to_string(&server.body)?;
        let conflicts = serde_json::to_string(&server.conflicts)?;
        let state = Columns { body: &body, deleted: server.deleted, conflicts: &conflicts };
        let partition = standing.partition.as_deref();
        match local {
            None => {
                let receipt = if server.conflicts.is_empty() { Receipt::OnServer } else { Receipt::Conflict };
                self.put(key, partition, server.seq, None, state, receipt)
            }
            Some(Local { body, deleted, conflicts, receipt }) => {
                let (body, conflicts) = (serde_json::to_string(&body)?, serde_json::to_string(&conflicts)?);
                let local = Columns { body: &body, deleted, conflicts: &conflicts };
                self.put(key, partition, server.seq, Some(state), local, receipt)
            }
        }
    }

    /// Writes a row. `server` is the server's state where it differs from the local one.
    pub(crate) fn put(
        &mut self,
        key: &RecordKey,
        partition: Option<&str>,
        seq: Sequence,
        server: Option<Columns<'_>>,
        local: Columns<'_>,
        receipt: Receipt,
    ) -> Result<()> {
        let other = matches!(key.kind, Kind::Other(_));
        let (kind_column, kind_value) = if other { (", kind", ", ?12") } else { ("", "") };
        let sql = format!(
            "INSERT OR REPLACE INTO {} (id, partition, seq_epoch, seq_n, server_body, server_deleted,
                 server_conflicts, body, deleted, conflicts, receipt{kind_column})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11{kind_value})",
            table_of(&key.kind)
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let server = server.filter(|_| seq != Sequence::ZERO);
        statement.raw_bind_parameter(1, key.id.to_string())?;
        statement.raw_bind_parameter(2, partition)?;
        statement.raw_bind_parameter(3, seq.0.cast_signed())?;
        statement.raw_bind_parameter(4, seq.1.cast_signed())?;
        statement.raw_bind_parameter(5, server.map(|s| s.body))?;
        statement.raw_bind_parameter(6, server.map(|s| s.deleted))?;
        statement.raw_bind_parameter(7, server.map(|s| s.conflicts))?;
        statement.raw_bind_parameter(8, local.body)?;
        statement.raw_bind_parameter(9, local.deleted)?;
        statement.raw_bind_parameter(10, local.conflicts)?;
        statement.raw_bind_parameter(11, receipt.code())?;
        if other {
            statement.raw_bind_parameter(12, key.kind.as_str())?;
        }
        statement.raw_execute()?;
        Ok(())
    }
}
