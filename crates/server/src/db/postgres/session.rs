//! One transaction.
//!
//! Invariants:
//! - a transaction that writes begins by locking the counter's row, also where it takes no number: so there is one
//!   writer at a time, whichever process it is in, what it reads stays as it is, and numbers are given out in the order
//!   of commits. The lock is a change of the row to PostgreSQL, so even a transaction that found everything done before
//!   waits until that is on disk and on the synchronous standby;
//! - what is written goes out in few statements, before a query that may depend on it and at the end
//!   ([`Pending`]);
//! - where a statement failed, nothing is committed: PostgreSQL would roll back and call it a success.

use super::columns::{int, uint};
use super::connection::Connection;
use super::listening::{CHANNEL, payload};
use super::pending::Pending;
use crate::db::{DbError, Result};
use domain::Sequence;
use postgres::Row;
use postgres::types::ToSql;

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Read,
    Write,
}

const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT epoch, n FROM meta";
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT epoch, n FROM meta FOR UPDATE";
const NOTE_HEAD: &str = "WITH moved AS (UPDATE meta SET epoch = $1, n = $2)
    SELECT pg_notify($3, $4) WHERE $4 IS NOT NULL";

/// A transaction that is open.
pub struct Session<'c> {
    connection: &'c mut Connection,
    /// The counter when the transaction began, and now.
    pub before: Sequence,
    pub head: Sequence,
    pub pending: Pending,
    failed: bool,
}

impl<'c> Session<'c> {
    pub fn begin(connection: &'c mut Connection, access: Access) -> Result<Self> {
        connection.clean = false;
        let row = connection.batch(if access == Access::Read { BEGIN_READ } else { BEGIN_WRITE })?;
        let number = |i: usize| row.get(i).and_then(|text| text.parse().ok()).ok_or(DbError::Damaged("meta"));
        let head = Sequence(number(0)?, number(1)?);
        Ok(Self { connection, before: head, head, pending: Pending::default(), failed: false })
    }

    pub fn query(&mut self, sql: &'static str, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>> {
        let result = self.connection.query(sql, params);
        self.failed |= result.is_err();
        Ok(result?)
    }

    /// Sends what is written and not sent yet: whoever queries may depend on it.
    pub fn flush(&mut self) -> Result<()> {
        for (sql, params) in self.pending.statements()? {
            let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| &**p).collect();
            self.query(sql, &params)?;
        }
        Ok(())
    }

    /// Everything but the commit itself.
    pub fn complete(&mut self) -> Result<()> {
        self.flush()?;
        if self.head != self.before {
            let news = payload(self.head.0 == self.before.0, self.pending.touched());
            self.query(NOTE_HEAD, &[&int(self.head.0), &int(self.head.1), &CHANNEL, &news])?;
        }
        if self.failed { Err(DbError::Damaged("transaction")) } else { Ok(()) }
    }

    pub fn commit(self) -> Result<()> {
        Ok(self.connection.commit()?)
    }

    /// Undoes everything; a connection on which that fails is not used again.
    pub fn roll_back(self) {
        self.connection.clean = self.connection.client.batch_execute("ROLLBACK").is_ok();
    }

    /// A count, as one row of one column.
    pub fn number(&mut self, sql: &'static str, params: &[&(dyn ToSql + Sync)]) -> Result<u64> {
        let rows = self.query(sql, params)?;
        let n = rows.first().map(|row| row.try_get::<_, i64>(0)).transpose().map_err(|_| DbError::Damaged("count"))?;
        Ok(uint(n.unwrap_or(0)))
    }
}
