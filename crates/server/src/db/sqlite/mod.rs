//! The SQLite back end: one writer, readers beside it, one file.
//!
//! Invariants: WAL with `synchronous=FULL`, so that a committed transaction survives a power cut; writes are
//! immediate transactions and there is one at a time, so numbers are given out in the order of commits; migrations
//! only go forward, and a file of a newer version is refused untouched.

mod columns;
mod read;
mod readers;
mod scan;
mod watch;
mod write;

use super::{Database, DbError, Fill, News, Reader, Result, Writer};
use domain::{Grant, Sequence};
use readers::Readers;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use watch::{Shared, Watch};

/// In order; the number of a migration is its place.
const MIGRATIONS: &[&str] = &[
    include_str!("0001_first.sql"),
    include_str!("0002_also.sql"),
    include_str!("0003_enrolment.sql"),
    include_str!("0004_skew.sql"),
];
/// The file inside the data directory.
pub const FILE_NAME: &str = "server.db";
/// How long a writer waits for another process, such as the administrator's commands.
const BUSY_TIMEOUT_MS: u32 = 10_000;

/// A database file.
pub struct Sqlite {
    shared: Arc<Shared>,
    readers: Readers,
    /// Looks for what other processes write, once somebody listens.
    watch: Mutex<Option<Watch>>,
}

impl Sqlite {
    /// Opens `server.db` in `folder`, makes both where they are not there, and migrates.
    ///
    /// # Errors
    /// Where the file cannot be opened, or is of a newer version.
    pub fn open(folder: &Path) -> Result<Self> {
        make_folder(folder).map_err(|e| DbError::Backend(Box::new(e)))?;
        let path = folder.join(FILE_NAME);
        let mut writer = Connection::open(&path)?;
        set_up(&writer)?;
        writer.pragma_update(None, "cache_size", -WRITER_CACHE_KIB)?;
        writer.pragma_update(None, "wal_autocheckpoint", JOURNAL_PAGES)?;
        migrate(&mut writer)?;
        let shared = Arc::new(Shared::new(writer)?);
        Ok(Self { readers: Readers::new(path), shared, watch: Mutex::default() })
    }
}

impl Database for Sqlite {
    fn read(&self, work: &mut dyn FnMut(&mut dyn Reader) -> Result<()>) -> Result<()> {
        let mut connection = self.readers.take()?;
        let moment = connection.transaction()?;
        let result = work(&mut Session::new(&moment));
        moment.finish()?;
        result
    }

    fn write(&self, work: &mut dyn FnMut(&mut dyn Writer) -> Result<()>) -> Result<()> {
        let (others, touched) = {
            let mut writer = self.shared.writer();
            let writer = &mut *writer;
            let transaction = writer.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut session = Session::new(&transaction);
            let before = session.sequence()?;
            work(&mut session)?;
            let after = session.sequence()?;
            if after != before {
                session.save_sequence(after)?;
            }
            let touched = session.touched;
            transaction.commit()?;
            // With a new epoch everything starts over.
            let others = std::mem::replace(&mut writer.head, after) != before || after.0 != before.0;
            (others, touched)
        };
        self.shared.listeners.tell((!others).then_some(&touched));
        Ok(())
    }

    fn listen(&self, news: News) {
        self.shared.listeners.add(news);
        let mut watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        if watch.is_none() {
            match Watch::start(self.shared.clone()) {
                Ok(started) => *watch = Some(started),
                Err(error) => tracing::error!(%error, "what other processes write will not be noticed"),
            }
        }
    }
}

/// One transaction.
struct Session<'c> {
    connection: &'c Connection,
    /// The counter, once it was read; a transaction that moved it writes it at its end.
    head: Option<Sequence>,
    /// The grants whose holders have something new by it.
    touched: BTreeSet<Grant>,
}

impl<'c> Session<'c> {
    fn new(connection: &'c Connection) -> Self {
        Self { connection, head: None, touched: BTreeSet::new() }
    }
}

/// Nobody else on this machine reads what is in it.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

fn set_up(connection: &Connection) -> Result<()> {
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_TIMEOUT_MS.into()))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// What a batch touches stays in memory until it is committed: else pages are written and read again half-way.
const WRITER_CACHE_KIB: i32 = 16 * 1024;
/// The journal is copied back when it has so many pages of 4 KiB: what every change touches is copied once for many.
const JOURNAL_PAGES: i32 = 4_000;

fn migrate(connection: &mut Connection) -> Result<()> {
    let known = MIGRATIONS.len() as i64;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(DbError::NewerSchema { found, known });
    }
    for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    Ok(transaction.commit()?)
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        DbError::Backend(Box::new(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_file_is_refused_untouched() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(Sqlite::open(folder.path()).expect("a new database"));
        let file = folder.path().join(FILE_NAME);
        Connection::open(&file).expect("the file").pragma_update(None, "user_version", 99).expect("to write");
        assert!(matches!(Sqlite::open(folder.path()), Err(DbError::NewerSchema { found: 99, .. })));
        let version: i64 = Connection::open(&file)
            .expect("the file")
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .expect("a version");
        assert_eq!(version, 99);
    }

    /// Handing out a page costs what is new, not what is there.
    #[test]
    fn a_pull_is_a_range_of_an_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Sqlite::open(folder.path()).expect("a new database");
        let connection = db.readers.take().expect("a reader");
        for column in ["partition", "owned"] {
            let sql = format!("EXPLAIN QUERY PLAN {}", read::scan_sql(column));
            let plan: String =
                connection.query_row(&sql, rusqlite::params!["g", 0, 1], |row| row.get("detail")).expect("a plan");
            assert!(plan.contains("USING COVERING INDEX record_by_"), "{plan}");
        }
    }

    #[test]
    fn a_failed_write_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Sqlite::open(folder.path()).expect("a new database");
        let result = db.write(&mut |w| {
            w.take_sequence()?;
            Err(DbError::Damaged("test"))
        });
        assert!(result.is_err());
        let db: &dyn Database = &db;
        assert_eq!(db.reading(|r| r.sequence()).expect("to read").1, 0);
    }
}
