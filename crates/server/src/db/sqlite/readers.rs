//! Connections that read: a few, kept open, that take turns.

use super::set_up;
use crate::db::Result;
use rusqlite::{Connection, OpenFlags};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The most at once; who comes after waits. Each has some 3 MB of its own, and more than there are cores read no faster.
const MOST: usize = 8;

/// See the module.
pub struct Readers {
    path: PathBuf,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Connection>,
    in_use: usize,
}

/// A connection in use; goes back when dropped.
pub struct Reading<'r> {
    readers: &'r Readers,
    /// None while it is being opened.
    connection: Option<Connection>,
}

impl Readers {
    /// Of the database at `path`.
    pub fn new(path: PathBuf) -> Self {
        Self { path, state: Mutex::default(), freed: Condvar::new() }
    }

    /// An idle connection or a new one; waits where too many are in use. Whoever holds one may not ask for another.
    ///
    /// # Errors
    /// Where the database cannot be opened.
    pub fn take(&self) -> Result<Reading<'_>> {
        let waited = self.freed.wait_while(self.state(), |state| state.in_use >= MOST);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        state.in_use += 1;
        let connection = state.idle.pop();
        drop(state);
        let mut reading = Reading { readers: self, connection };
        if reading.connection.is_none() {
            reading.connection = Some(self.open()?);
        }
        Ok(reading)
    }

    fn open(&self) -> Result<Connection> {
        let connection = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        set_up(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Reading<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "handed out with a connection")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a connection")
    }
}

impl DerefMut for Reading<'_> {
    #[expect(clippy::expect_used, reason = "handed out with a connection")]
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("a connection")
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        let mut state = self.readers.state();
        state.in_use -= 1;
        // One that is still within a transaction is of no use.
        state.idle.extend(self.connection.take().filter(Connection::is_autocommit));
        drop(state);
        self.readers.freed.notify_one();
    }
}
