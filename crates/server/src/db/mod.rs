//! What a back end can do: transactions over neutral models. The rules are in [`crate::push`] and [`crate::pull`];
//! a back end stores, looks up and scans.
//!
//! Invariants that every back end keeps, and `tests/contract` demands:
//! - a write is a closure is a transaction: when [`Database::write`] returns `Ok`, all of it is durable, else none;
//! - a read sees one moment;
//! - the order of sequence numbers is the order of commits: whoever has read up to `n` never meets a lower one later.
//!   Both back ends have one writer at a time for that, SQLite by itself and PostgreSQL by a lock;
//! - `n` goes on counting when the epoch changes, so that one number orders a grant.
//!
//! The methods block: callers run them off the asynchronous threads (PostgreSQL's panic on one).

mod model;
mod news;
pub mod postgres;
mod scan;
pub mod sqlite;
mod url;

pub use model::*;
pub use news::News;
pub use scan::{Fill, Left, Scan};
pub use url::DatabaseUrl;

use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::{Change, ChangeId, DeviceId, Grant, Kind, RecordId, RecordKey, Scope, Sequence, UserId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Why the database did not do it. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error("the database was made by a newer version (schema {found}, this one knows {known})")]
    NewerSchema { found: i64, known: i64 },
    /// A stored value that cannot be read back; names the column, never the value.
    #[error("the database holds an unreadable {0}")]
    Damaged(&'static str),
    #[error("database: {0}")]
    Backend(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Result of a database operation.
pub type Result<T, E = DbError> = std::result::Result<T, E>;

/// The database at `url`, or else the embedded one in the folder `data`; migrated.
///
/// # Errors
/// Where it cannot be opened, or is of a newer version.
pub fn open(data: &Path, url: Option<&DatabaseUrl>) -> Result<Arc<dyn Database>> {
    Ok(match url {
        Some(url) => Arc::new(postgres::Postgres::open(url)?),
        None => Arc::new(sqlite::Sqlite::open(data)?),
    })
}

/// How far a reader is, per grant.
pub type Position = BTreeMap<Grant, u64>;

/// A back end.
pub trait Database: Send + Sync {
    /// Runs `work` on one moment of the database.
    ///
    /// # Errors
    /// Those of `work`, or where the back end fails.
    fn read(&self, work: &mut dyn FnMut(&mut dyn Reader) -> Result<()>) -> Result<()>;

    /// Runs `work` in one transaction, durable once this returns `Ok`. A back end may run `work` again where its
    /// transaction lost a race, so `work` changes nothing but the database and its own result.
    ///
    /// # Errors
    /// Those of `work`, or where the back end fails; nothing is stored then.
    fn write(&self, work: &mut dyn FnMut(&mut dyn Writer) -> Result<()>) -> Result<()>;

    /// Has `news` told of what is committed from now on, here or by another process; see [`News`].
    fn listen(&self, news: News);
}

impl dyn Database + '_ {
    /// [`Database::read`] with a result.
    ///
    /// # Errors
    /// As [`Database::read`].
    pub fn reading<T>(&self, mut work: impl FnMut(&mut dyn Reader) -> Result<T>) -> Result<T> {
        let mut result = None;
        self.read(&mut |r| {
            result = Some(work(r)?);
            Ok(())
        })?;
        result.ok_or(DbError::Damaged("transaction"))
    }

    /// [`Database::write`] with a result.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub fn writing<T>(&self, mut work: impl FnMut(&mut dyn Writer) -> Result<T>) -> Result<T> {
        let mut result = None;
        self.write(&mut |w| {
            result = Some(work(w)?);
            Ok(())
        })?;
        result.ok_or(DbError::Damaged("transaction"))
    }
}

/// Lookups and scans of one moment. Every method fails only where the back end does.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Reader: Scan {
    /// The last sequence given out.
    fn sequence(&mut self) -> Result<Sequence>;
    /// The municipality this database is of.
    fn find_municipality(&mut self) -> Result<Option<String>>;

    fn find_record(&mut self, key: &RecordKey) -> Result<Option<Stored>>;
    /// What placing asks of a record that another hangs on.
    fn find_parent(&mut self, key: &RecordKey) -> Result<Option<Anchor>> {
        Ok(self.find_record(key)?.map(Anchor::from))
    }
    /// Every record of a kind, for the administrator's lists.
    fn list_of_kind(&mut self, kind: &Kind) -> Result<Vec<Stored>>;
    /// Records whose place follows from the record with this id.
    fn list_children(&mut self, parent: RecordId) -> Result<Vec<Stored>>;
    /// Who takes a household, by the assignments that stand.
    fn list_assignees(&mut self, household: RecordId) -> Result<Vec<UserId>>;

    /// What lies in `scope` after `after`, in the order of sequence numbers: at most `limit`, and no further record
    /// once there are [`PAGE_BYTES`]; see [`Page`].
    fn page(&mut self, scope: &Scope, after: &Position, limit: usize) -> Result<Page>;
    /// How many records lie in `scope` after `after`.
    fn count(&mut self, scope: &Scope, after: &Position) -> Result<u64>;
    /// Every key that lies in `grant` or left it after `after`, with where it lies now.
    fn list_ever_in(&mut self, grant: &Grant, after: u64) -> Result<Vec<(RecordKey, domain::place::Place)>>;

    fn find_change(&mut self, id: ChangeId) -> Result<Option<Logged>>;
    /// Says which changes are about to be answered: where each question is a journey, a back end asks at once which of
    /// them and of their records are there at all.
    fn foresee(&mut self, _changes: &[Change]) -> Result<()> {
        Ok(())
    }
    /// The highest counter of the answered changes of a laptop, 0 where there is none.
    fn last_counter(&mut self, device: DeviceId) -> Result<u64>;
    fn list_set_aside(&mut self) -> Result<Vec<SetAside>>;
    /// How many of the records of changes set aside hold no decision.
    fn count_undecided(&mut self) -> Result<u64>;
    /// Bytes of the whole database, as they lie on the disk.
    fn size_bytes(&mut self) -> Result<u64>;

    fn find_device(&mut self, id: DeviceId) -> Result<Option<Device>>;
    fn find_device_by_token(&mut self, token: &Hash) -> Result<Option<Device>>;
    fn list_devices(&mut self) -> Result<Vec<Device>>;
    /// The grants under which a device was ever handed records and that it has not given up.
    fn list_device_grants(&mut self, device: DeviceId) -> Result<BTreeSet<Grant>>;
}

/// Writes of one transaction. Every method fails only where the back end does.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Writer: Reader + Fill {
    fn save_municipality(&mut self, id: &str) -> Result<()>;
    /// The next sequence. Holds off every other writer until this transaction ends.
    fn take_sequence(&mut self) -> Result<Sequence>;
    /// A new epoch, after a restore.
    fn start_epoch(&mut self) -> Result<Sequence>;

    fn save_record(&mut self, record: &Stored) -> Result<()>;
    /// Notes that a record left a grant at sequence number `n`.
    fn save_leave(&mut self, grant: &Grant, n: u64, key: &RecordKey) -> Result<()>;
    /// Appends to the log of changes; the id must be new.
    fn save_change(&mut self, change: &Logged<String>) -> Result<()>;
    /// Sets a change aside; the same change again changes nothing.
    fn save_set_aside(&mut self, change: &SetAside) -> Result<()>;

    fn save_code(&mut self, code: &EnrolmentCode) -> Result<()>;
    /// Uses a code up for one enrolment, if it is there, not expired and not another's. Its laptop gets the id `fresh`,
    /// or the one it got before. Two enrolments cannot both succeed.
    fn take_code(&mut self, code: &Hash, enrolment: &Hash, fresh: DeviceId, now: DateTime<Utc>) -> Result<TakenCode>;
    fn save_device(&mut self, device: &Device) -> Result<()>;
    fn save_device_grants(&mut self, device: DeviceId, grants: &BTreeSet<Grant>) -> Result<()>;
}

/// A page ends before the next record once its bodies and waiting values have this many bytes, so that neither side
/// holds much more than this and one record at a time. A usual page of 1000 stays below it.
pub const PAGE_BYTES: usize = 2 * 1024 * 1024;

/// Cuts what was found in the several grants of a scope to one page. `found` holds `(n, what)`, at most `limit + 1`
/// per grant and in order within it. Whatever shares a number stays together, so that a cursor of one number per
/// grant never skips anything. Returns the page's part and whether there is more.
pub fn cut<T: Ord>(mut found: Vec<(u64, T)>, limit: usize) -> (Vec<(u64, T)>, bool) {
    found.sort_unstable();
    found.dedup();
    if found.len() <= limit {
        return (found, false);
    }
    let last = found[limit.saturating_sub(1)].0;
    let len = found.partition_point(|(n, _)| *n <= last);
    let more = found.len() > len;
    found.truncate(len);
    (found, more)
}
