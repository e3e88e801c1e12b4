//! News between the processes on one database: NOTIFY within the transaction that has some, LISTEN on a connection of
//! its own. A process hears its own commits this way too.

use super::address::Address;
use super::connection::Connection;
use super::failure::Failure;
use crate::db::news::Listeners;
use domain::Grant;
use postgres::fallible_iterator::FallibleIterator as _;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub const CHANNEL: &str = "hoe_gaat_het_news";
/// Above this many bytes PostgreSQL refuses a payload.
const MAX_PAYLOAD_BYTES: usize = 7_999;
/// Everybody should look.
const EVERYBODY: &str = "*";
/// After this long without news the connection is tried, and the end of the database noticed.
const QUIET: Duration = Duration::from_secs(1);
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);
const RECONNECT_EVERY: Duration = Duration::from_millis(500);
/// How long the first who listens waits until news is heard; after that it comes late.
const STARTED_WITHIN: Duration = Duration::from_secs(5);

/// What to tell the others; none where a transaction changed nothing that anybody holds.
pub fn payload(same_epoch: bool, touched: &BTreeSet<Grant>) -> Option<String> {
    if !same_epoch {
        return Some(EVERYBODY.to_owned());
    }
    let grants: Vec<&str> = touched.iter().map(String::as_str).collect();
    let text = grants.join("\n");
    match text.len() {
        0 => None,
        len if len > MAX_PAYLOAD_BYTES => Some(EVERYBODY.to_owned()),
        _ => Some(text),
    }
}

fn parse(payload: &str) -> Option<BTreeSet<Grant>> {
    (payload != EVERYBODY).then(|| payload.split('\n').map(str::to_owned).collect())
}

/// The ear of one database; deaf until somebody listens.
pub struct Ear {
    shared: Arc<Shared>,
    started: Mutex<bool>,
}

struct Shared {
    address: Address,
    listeners: Listeners,
    closed: AtomicBool,
}

impl Ear {
    pub fn new(address: Address) -> Self {
        let shared = Shared { address, listeners: Listeners::default(), closed: AtomicBool::new(false) };
        Self { shared: Arc::new(shared), started: Mutex::new(false) }
    }

    /// Returns once news is heard, or the database could not be reached for a while.
    pub fn listen(&self, news: crate::db::News) {
        self.shared.listeners.add(news);
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        if *started {
            return;
        }
        let (ready, wait) = channel();
        let shared = self.shared.clone();
        match std::thread::Builder::new().name("news".to_owned()).spawn(move || shared.run(&ready)) {
            Ok(_) => *started = true,
            Err(error) => return tracing::error!(%error, "nobody will be told of news"),
        }
        if wait.recv_timeout(STARTED_WITHIN).is_err() {
            tracing::warn!("not listening for news yet");
        }
    }
}

impl Drop for Ear {
    /// The thread ends within [`QUIET`].
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Relaxed);
    }
}

impl Shared {
    fn run(&self, ready: &Sender<()>) {
        let mut missed = false;
        while !self.is_closed() {
            if let Err(error) = self.hear(ready, missed) {
                tracing::warn!(%error, "listening for news");
                missed = true;
                std::thread::sleep(RECONNECT_EVERY);
            }
        }
    }

    /// Listens until the connection is lost or nobody wants it any more.
    fn hear(&self, ready: &Sender<()>, missed: bool) -> Result<(), Failure> {
        let mut client = Connection::open(&self.address)?.client;
        client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
        if missed {
            self.listeners.tell(None);
        }
        // Whoever waited may have given up.
        let _ = ready.send(());
        loop {
            let heard = client.notifications().timeout_iter(QUIET).next()?;
            if self.is_closed() {
                return Ok(());
            }
            match heard {
                Some(news) => self.listeners.tell(parse(news.payload()).as_ref()),
                // Silence, or the end of the connection, which looks the same.
                None => client.is_valid(ANSWERS_WITHIN)?,
            }
        }
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_for_everybody() {
        let grants = |count: usize| (0..count).map(|n| format!("genk/neighbourhood-{n}")).collect::<BTreeSet<_>>();
        assert_eq!(payload(true, &BTreeSet::new()), None);
        let few = payload(true, &grants(3)).expect("news");
        assert_eq!(parse(&few), Some(grants(3)));
        let many = payload(true, &grants(1000)).expect("news");
        assert_eq!(parse(&many), None);
        assert_eq!(parse(&payload(false, &grants(1)).expect("news")), None);
    }
}
