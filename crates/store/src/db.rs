//! Transactions: one writer, several readers; a reader cannot write.

use crate::{Key, Reader, Result, Writer, open};
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Read connections kept for reuse.
const KEPT_READERS: usize = 2;

/// The open database of one laptop.
pub struct Store {
    dir: PathBuf,
    key: Key,
    /// Closed before the writer, so that the last to close can write the journal back.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store(…)")
    }
}

impl Store {
    /// Opens the database in `dir`, made where there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] where the file does not open with this key, [`crate::Error::NewerVersion`] where a newer app
    /// wrote it; either way the file is as it was.
    pub fn open(dir: &Path, key: &Key) -> Result<Self> {
        let writer = open::open(dir, key)?;
        Ok(Self { dir: dir.to_owned(), key: key.clone(), writer: Mutex::new(writer), readers: Mutex::default() })
    }

    /// Reads one consistent state. Does not wait for a writer.
    ///
    /// # Errors
    /// What the closure says, or what went wrong with the disk.
    pub fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let kept = lock(&self.readers).pop();
        let mut conn = match kept {
            Some(conn) => conn,
            None => open::reader(&self.dir, &self.key)?,
        };
        let out = {
            let tx = conn.transaction()?;
            f(&Reader::new(&tx))
        };
        let mut readers = lock(&self.readers);
        if readers.len() < KEPT_READERS && out.is_ok() {
            readers.push(conn);
        }
        out
    }

    /// One transaction: all of it is on disk when this returns `Ok`, none of it otherwise. Writers wait for each other:
    /// a `write` inside a `write` would wait for ever; read through the [`Writer`] instead.
    ///
    /// # Errors
    /// What the closure says, or what went wrong with the disk.
    pub fn write<T>(&self, f: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let mut conn = lock(&self.writer);
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (out, erased) = {
            let mut writer = Writer::new(&tx);
            let out = f(&mut writer)?;
            (out, writer.finish()?)
        };
        tx.commit()?;
        if erased {
            open::forget_erased(&self.dir, &conn);
        }
        Ok(out)
    }
}

/// A panic inside a transaction rolled it back: what the lock guards is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Error};
    use chrono::DateTime;
    use domain::RecordId;

    fn draft(text: &str) -> Draft {
        Draft {
            id: RecordId(uuid::Uuid::nil()),
            household: RecordId(uuid::Uuid::nil()),
            kind: "visit".into(),
            body: serde_json::json!(text),
            at_path: None,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_full_disk_is_told_and_passes() {
        let dir = tempfile::tempdir().expect("dir");
        let store = Store::open(dir.path(), &Key::from_bytes([1; 32])).expect("open");
        store.write(|w| w.save_draft(&draft("before"))).expect("save");
        let limit = |pages: i64| {
            lock(&store.writer).query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).expect("limit")
        };
        limit(1);
        let long = draft(&"x".repeat(100_000));
        assert!(matches!(store.write(|w| w.save_draft(&long)), Err(Error::DiskFull)));
        let kept = store.read(|r| r.draft(long.id)).expect("read").expect("draft");
        assert_eq!(kept, draft("before"));
        limit(1_000_000);
        store.write(|w| w.save_draft(&long)).expect("there is room again");
    }

    #[test]
    fn a_panic_in_a_transaction_undoes_it_and_harms_nothing() {
        let dir = tempfile::tempdir().expect("dir");
        let store = Store::open(dir.path(), &Key::from_bytes([1; 32])).expect("open");
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            store.write(|w| {
                w.save_draft(&draft("half"))?;
                panic!("in the middle");
                #[allow(unreachable_code)]
                Ok(())
            })
        }));
        assert!(result.is_err());
        assert!(store.read(|r| r.drafts()).expect("read").is_empty());
        store.write(|w| w.save_draft(&draft("whole"))).expect("save");
    }

    #[test]
    fn a_reader_sees_one_state_while_a_writer_writes() {
        let dir = tempfile::tempdir().expect("dir");
        let store = Store::open(dir.path(), &Key::from_bytes([1; 32])).expect("open");
        let seen = store.read(|r| {
            assert!(r.drafts()?.is_empty());
            store.write(|w| w.save_draft(&draft("meanwhile")))?;
            r.drafts()
        });
        assert!(seen.expect("read").is_empty());
        assert_eq!(store.read(|r| r.drafts()).expect("read").len(), 1);
    }
}
