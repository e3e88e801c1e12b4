//! Notices what other processes commit, such as the administrator's commands: nothing tells a process of that, so the
//! counter is looked at again and again. What this process commits is known without looking.

use super::{Result, Session};
use crate::db::Reader as _;
use crate::db::news::Listeners;
use domain::Sequence;
use rusqlite::Connection;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The connection that writes.
pub struct Writing {
    pub connection: Connection,
    /// The last sequence that this process knows of.
    pub head: Sequence,
}

/// What the watch shares with its database.
pub struct Shared {
    writer: Mutex<Writing>,
    pub listeners: Listeners,
}

impl Shared {
    pub fn new(connection: Connection) -> Result<Self> {
        let head = Session::new(&connection).sequence()?;
        Ok(Self { writer: Mutex::new(Writing { connection, head }), listeners: Listeners::default() })
    }

    pub fn writer(&self) -> MutexGuard<'_, Writing> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether another process gave out numbers since this one last looked.
    fn others_wrote(&self) -> Result<bool> {
        let mut writer = self.writer();
        let now = Session::new(&writer.connection).sequence()?;
        Ok(std::mem::replace(&mut writer.head, now) != now)
    }
}

/// A thread that looks, until this is dropped.
pub struct Watch {
    /// Nothing is sent; the thread ends when this closes.
    open: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    pub fn start(shared: Arc<Shared>) -> std::io::Result<Self> {
        let (open, closed) = channel();
        let look = move || {
            while closed.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
                match shared.others_wrote() {
                    Ok(false) => {}
                    Ok(true) => shared.listeners.tell(None),
                    Err(error) => tracing::warn!(%error, "looking for what others wrote"),
                }
            }
        };
        let thread = std::thread::Builder::new().name("news".to_owned()).spawn(look)?;
        Ok(Self { open: Some(open), thread: Some(thread) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.open = None;
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was reported by itself.
            let _ = thread.join();
        }
    }
}
