//! Opening the database file: key, settings, schema.
//!
//! The schema is numbered .sql files, applied forward only in one transaction, after a copy of the file was made.
//! A file of a newer version is looked at read-only and left as it is.

use crate::{Error, Key, Result};
use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zeroize::Zeroizing;

/// Name of the database in the data directory; its journal is beside it.
pub const DATABASE_FILE: &str = "data.db";
const SUFFIXES: [&str; 3] = ["", "-wal", "-shm"];
/// First part of the name of the copy made before a migration: `before-<version>.db`.
const SNAPSHOT_PREFIX: &str = "before-";

/// The steps of the schema; the version of a database is how many of them it has.
const MIGRATIONS: &[&str] =
    &[include_str!("../migrations/0001_initial.sql"), include_str!("../migrations/0002_decisions.sql")];

/// The version this code writes.
fn schema_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Opens for writing, made and migrated as needed.
pub(crate) fn open(dir: &Path, key: &Key) -> Result<Connection> {
    let path = dir.join(DATABASE_FILE);
    let exists = fs::metadata(&path).is_ok_and(|m| m.len() > 0);
    if exists && version_of(&path, key)? > schema_version() {
        return Err(Error::NewerVersion);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(&path, flags)?;
    configure(&conn, key)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
         PRAGMA journal_size_limit = 16777216;",
    )?;
    migrate(dir, &mut conn, MIGRATIONS)?;
    Ok(conn)
}

/// Opens for reading only.
pub(crate) fn reader(dir: &Path, key: &Key) -> Result<Connection> {
    let conn = read_only(&dir.join(DATABASE_FILE), key)?;
    conn.execute_batch("PRAGMA query_only = ON;")?;
    Ok(conn)
}

fn read_only(path: &Path, key: &Key) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    configure(&conn, key)?;
    Ok(conn)
}

/// Gives the key, before anything else, and the settings that every connection needs.
fn configure(conn: &Connection, key: &Key) -> Result<()> {
    let hex = key.to_hex();
    let pragma = Zeroizing::new(format!("PRAGMA cipher_memory_security = ON; PRAGMA key = \"x'{}'\";", hex.as_str()));
    conn.execute_batch(&pragma)?;
    conn.busy_timeout(Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(128);
    // The first read is what tells whether the key fits.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(())
}

fn version_of(path: &Path, key: &Key) -> Result<i64> {
    user_version(&read_only(path, key)?)
}

fn user_version(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn migrate(dir: &Path, conn: &mut Connection, steps: &[&str]) -> Result<()> {
    let target = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let version = user_version(conn)?;
    if version == target {
        return Ok(());
    }
    if version > 0 {
        snapshot(dir, conn, version)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = usize::try_from(version).map_err(|_| Error::Damaged)?;
    for step in steps.iter().skip(done) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", target)?;
    tx.commit()?;
    Ok(())
}

/// Copies the whole database, still encrypted, to `before-<version>.db`, durably.
fn snapshot(dir: &Path, conn: &Connection, version: i64) -> Result<()> {
    checkpoint(conn)?;
    let copy = dir.join(format!("{SNAPSHOT_PREFIX}{version}.db"));
    let unfinished = copy.with_extension("tmp");
    fs::copy(dir.join(DATABASE_FILE), &unfinished)?;
    File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, &copy)?;
    File::open(dir)?.sync_all()?;
    Ok(())
}

fn checkpoint(conn: &Connection) -> Result<()> {
    Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}

/// After an eviction: what was erased shall not live on in the journal or in a copy made before a migration.
/// What fails here is tried again after the next eviction.
pub(crate) fn forget_erased(dir: &Path, conn: &Connection) {
    let _ = checkpoint(conn);
    for path in files(dir).filter(|(name, _)| name.starts_with(SNAPSHOT_PREFIX)).map(|(_, path)| path) {
        let _ = fs::remove_file(path);
    }
}

/// Moves the database, its journal, its copies and its key into a new folder `aside-<day>` and returns that; deletes
/// nothing. Only while no [`crate::Store`] is open there.
///
/// # Errors
/// Where a file cannot be moved.
pub fn set_aside(dir: &Path, day: NaiveDate) -> Result<PathBuf> {
    let names = (1_u32..).map(|n| if n == 1 { format!("aside-{day}") } else { format!("aside-{day}-{n}") });
    let target = names.map(|name| dir.join(name)).find(|folder| !folder.exists()).ok_or(Error::Io)?;
    fs::create_dir(&target)?;
    let copies = files(dir).map(|(name, _)| name).filter(|name| name.starts_with(SNAPSHOT_PREFIX));
    // The journal before the database: SQLite throws away a journal that it finds beside an empty one. The key last:
    // without it the laptop counts as not enrolled.
    let database = SUFFIXES.iter().rev().map(|suffix| format!("{DATABASE_FILE}{suffix}"));
    for name in copies.chain(database).chain([crate::keyfile::KEY_FILE.to_owned()]).collect::<Vec<_>>() {
        let from = dir.join(&name);
        if from.exists() {
            fs::rename(from, target.join(name))?;
        }
    }
    File::open(&target)?.sync_all()?;
    File::open(dir)?.sync_all()?;
    Ok(target)
}

fn files(dir: &Path) -> impl Iterator<Item = (String, PathBuf)> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries.filter_map(|e| Some((e.file_name().into_string().ok()?, e.path())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: &str = "ALTER TABLE draft ADD COLUMN colour TEXT;";
    const BROKEN: &str = "ALTER TABLE draft ADD COLUMN size TEXT; SELECT * FROM nowhere;";

    fn laptop() -> (tempfile::TempDir, Key, Connection) {
        let dir = tempfile::tempdir().expect("dir");
        let key = Key::from_bytes([3; 32]);
        let conn = open(dir.path(), &key).expect("open");
        (dir, key, conn)
    }

    #[test]
    fn a_migration_keeps_a_copy_of_what_was() {
        let (dir, key, mut conn) = laptop();
        let sql = "INSERT INTO meta (key, value) VALUES ('canary', '1')";
        conn.execute(sql, []).expect("write");
        migrate(dir.path(), &mut conn, &[MIGRATIONS, &[NEXT]].concat()).expect("migrate");
        assert_eq!(user_version(&conn).expect("version"), schema_version() + 1);
        let copy = dir.path().join(format!("before-{}.db", schema_version()));
        let copy = read_only(&copy, &key).expect("copy");
        assert_eq!(user_version(&copy).expect("version"), schema_version());
        let kept: String = copy.query_row("SELECT value FROM meta", [], |row| row.get(0)).expect("value");
        assert_eq!(kept, "1");
    }

    #[test]
    fn a_migration_that_fails_changes_nothing() {
        let (dir, _, mut conn) = laptop();
        assert!(migrate(dir.path(), &mut conn, &[MIGRATIONS, &[NEXT, BROKEN]].concat()).is_err());
        assert_eq!(user_version(&conn).expect("version"), schema_version());
        assert!(conn.prepare("SELECT colour FROM draft").is_err());
    }

    #[test]
    fn what_an_older_version_did_not_know_gets_its_table() {
        let dir = tempfile::tempdir().expect("dir");
        let path = dir.path().join(DATABASE_FILE);
        let key = Key::from_bytes([3; 32]);
        let mut old = Connection::open(&path).expect("file");
        configure(&old, &key).expect("key");
        migrate(dir.path(), &mut old, &MIGRATIONS[..1]).expect("first");
        old.execute("INSERT INTO other (kind, id, body, receipt) VALUES ('set_aside', 'x', '{}', 1)", []).expect("row");
        drop(old);
        let conn = open(dir.path(), &key).expect("open");
        let count = |table: &str| -> i64 {
            conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).expect("count")
        };
        assert_eq!((count("set_aside"), count("other")), (1, 0));
    }

    #[test]
    fn every_kind_has_its_table() {
        let (_dir, _, conn) = laptop();
        for kind in domain::Kind::ALL {
            let sql = format!("SELECT id, body, receipt FROM {}", crate::reader::table_of(kind));
            conn.prepare(&sql).unwrap_or_else(|e| panic!("{kind}: {e}"));
        }
    }
}
