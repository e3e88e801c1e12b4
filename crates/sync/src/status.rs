//! How it goes, told to whoever watches.

use crate::Problem;
use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::watch;

/// How sending goes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Status {
    /// The last contact went well.
    pub online: bool,
    /// Changes sent, and how many there are to send; while sending.
    pub sending: Option<(u32, u32)>,
    pub last_contact_at: Option<DateTime<Utc>>,
    pub problem: Option<Problem>,
    /// Records that a pull still has to bring.
    pub remaining: u32,
    /// Since the last status, records changed: read again what is shown.
    pub records_changed: bool,
}

type Listener = Arc<dyn Fn(&Status) + Send + Sync>;

/// Tells the listener, on a blocking thread, in order.
pub(crate) struct Reporter {
    listener: Option<Listener>,
    current: watch::Sender<Status>,
    told_contact_at: Option<DateTime<Utc>>,
    pub(crate) stopped: Arc<AtomicBool>,
}

/// A contact that brought nothing is told this rarely.
const TELL_CONTACT_EVERY_S: i64 = 30;

impl Reporter {
    pub(crate) fn new() -> Self {
        let (current, _) = watch::channel(Status::default());
        Self { listener: None, current, told_contact_at: None, stopped: Arc::default() }
    }

    pub(crate) fn listen(&mut self, listener: Listener) {
        self.listener = Some(listener);
    }

    pub(crate) fn watch(&self) -> watch::Receiver<Status> {
        self.current.subscribe()
    }

    /// Changes the status and tells it where that is worth telling.
    pub(crate) async fn tell(&mut self, change: impl FnOnce(&mut Status)) {
        let before = self.current.borrow().clone();
        let mut after = Status { records_changed: false, ..before.clone() };
        change(&mut after);
        self.current.send_replace(after.clone());
        let recently = |told: DateTime<Utc>| {
            after.last_contact_at.is_some_and(|at| (at - told).num_seconds() < TELL_CONTACT_EVERY_S)
        };
        let same = Status { last_contact_at: after.last_contact_at, records_changed: false, ..before } == after;
        if same && (after.last_contact_at.is_none() || self.told_contact_at.is_some_and(recently)) {
            return;
        }
        self.told_contact_at = after.last_contact_at;
        let (Some(listener), false) = (self.listener.clone(), self.stopped.load(Ordering::SeqCst)) else { return };
        // A listener that panics shall not end the sending.
        let _ = tokio::task::spawn_blocking(move || listener(&after)).await;
    }
}
