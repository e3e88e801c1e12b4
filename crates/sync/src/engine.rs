//! One run: push what waits ([`crate::pushing`]), then pull what is new, then erase what left.

use crate::status::Reporter;
use crate::transport::{Page, Pages};
use crate::{HttpTransport, Problem, Transport};
use chrono::{DateTime, TimeDelta, Utc};
use protocol::{Cursor, MAX_PAGE_RECORDS, PAGE_RECORDS, Pull};
use std::sync::Arc;
use store::{Store, Writer};

/// Changes in one push, and records in one page, when the network is good. Halved each time it breaks off, down to one.
pub(crate) const MOST_CHANGES: usize = 1_000;
const MOST_RECORDS: usize = PAGE_RECORDS;
/// How long changes are kept after their verdict, for a server that is restored from a copy.
const KEEP_SENT: TimeDelta = TimeDelta::days(35);
const PRUNE_EVERY: TimeDelta = TimeDelta::hours(6);
/// A contact that brought nothing is written down this rarely, to leave the disk alone.
const NOTE_CONTACT_EVERY: TimeDelta = TimeDelta::minutes(5);

/// The epoch of a cursor that has read nothing yet, or starts over.
pub(crate) const UNREAD: u64 = 0;

const _: () = assert!(MOST_RECORDS <= MAX_PAGE_RECORDS && MOST_CHANGES <= protocol::MAX_BATCH_CHANGES);

/// What time it is.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What one run did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// Changes that got their verdict.
    pub pushed: usize,
    /// Records taken over.
    pub pulled: usize,
    /// Records that left the scope.
    pub evicted: usize,
}

/// Brings one laptop and the server together.
pub struct Engine<T> {
    store: Arc<Store>,
    pub(crate) transport: Arc<T>,
    clock: Clock,
    pub(crate) batch: usize,
    page: usize,
    /// Counter of the last change of a push without an answer: the same changes are sent again.
    pub(crate) in_flight: Option<u64>,
    /// Pushes in a row that broke off.
    pub(crate) broken_off: u32,
    pruned_at: Option<DateTime<Utc>>,
    pub(crate) noted_contact_at: Option<DateTime<Utc>>,
    pub(crate) reporter: Reporter,
}

impl Engine<HttpTransport> {
    /// With the server at `url`, and the machine's clock.
    ///
    /// # Errors
    /// Where the address cannot be used.
    pub fn over_http(store: Arc<Store>, url: &str, token: &str) -> Result<Self, Problem> {
        Ok(Self::new(store, HttpTransport::new(url, Some(token))?, Arc::new(Utc::now)))
    }
}

impl<T: Transport> Engine<T> {
    pub fn new(store: Arc<Store>, transport: T, clock: Clock) -> Self {
        Self {
            store,
            transport: Arc::new(transport),
            clock,
            batch: MOST_CHANGES,
            page: MOST_RECORDS,
            in_flight: None,
            broken_off: 0,
            pruned_at: None,
            noted_contact_at: None,
            reporter: Reporter::new(),
        }
    }

    /// Sends everything that waits and brings everything that is new.
    ///
    /// # Errors
    /// What stood in the way; what was done before stays done.
    pub async fn run_once(&mut self) -> Result<Outcome, Problem> {
        self.run(|| ()).await
    }

    /// The same; `before_pull` is called once everything is sent.
    pub(crate) async fn run(&mut self, mut before_pull: impl FnMut()) -> Result<Outcome, Problem> {
        let mut outcome = Outcome::default();
        match self.push_and_pull(&mut before_pull, &mut outcome).await {
            Err(Problem::OtherEpoch) => {
                self.start_over().await?;
                self.push_and_pull(&mut before_pull, &mut outcome).await?;
            }
            other => other?,
        }
        let evicted = self.tidy().await?;
        if evicted > 0 {
            self.reporter.tell(|status| status.records_changed = true).await;
        }
        outcome.evicted += evicted;
        Ok(outcome)
    }

    async fn push_and_pull(&mut self, mut before_pull: impl FnMut(), outcome: &mut Outcome) -> Result<(), Problem> {
        outcome.pushed += self.push().await?;
        before_pull();
        self.pull(outcome).await
    }

    /// The server was restored from a copy: offers it everything again that it may have lost, and reads all of it anew.
    async fn start_over(&mut self) -> Result<(), Problem> {
        self.in_flight = None;
        let offered = self.blocking(|store| {
            store.write(|w| {
                let cursor: Cursor = w.cursor()?.unwrap_or_default();
                // The grants stay: by them the server knows what to take off this laptop.
                w.set_cursor(&Cursor { epoch: UNREAD, ..cursor })?;
                w.offer_all_again()
            })
        });
        let offered = offered.await?;
        tracing::warn!(offered, "the server was restored from a copy");
        Ok(())
    }

    pub(crate) async fn cursor(&self) -> Result<Cursor, Problem> {
        Ok(self.blocking(|store| store.read(|r| r.cursor::<Cursor>())).await?.unwrap_or_default())
    }

    /// How many changes wait.
    pub(crate) async fn pending(&self) -> Result<u32, Problem> {
        self.blocking(|store| store.read(|r| r.pending_count())).await
    }

    /// When the server last answered, also before this start.
    pub(crate) async fn load_last_contact(&mut self) {
        if let Ok(at) = self.blocking(|store| store.read(|r| r.last_contact_at())).await {
            self.reporter.tell(|status| status.last_contact_at = at).await;
        }
    }

    /// Brings everything that is new, and counts it in `outcome`.
    ///
    /// # Errors
    /// As [`Engine::run_once`].
    pub async fn pull(&mut self, outcome: &mut Outcome) -> Result<(), Problem> {
        let mut cursor = self.cursor().await?;
        loop {
            let pull = Pull { cursor: cursor.clone(), limit: self.page };
            let mut pages = self.transport.pull(&pull).await?;
            let mut more = false;
            let mut next = pages.next().await;
            loop {
                let page = match next {
                    Ok(Some(page)) => page,
                    Ok(None) => break,
                    Err(problem) => {
                        self.page = (self.page / 2).max(1);
                        return Err(problem);
                    }
                };
                self.page = (self.page * 2).min(MOST_RECORDS);
                if cursor.epoch != UNREAD && page.cursor.epoch != cursor.epoch {
                    return Err(Problem::OtherEpoch);
                }
                more = page.more;
                if more && page.cursor == cursor {
                    // Asking again would give the same for ever.
                    return Err(Problem::Malformed);
                }
                let before = std::mem::replace(&mut cursor, page.cursor.clone());
                // The next page comes in while this one is written.
                let taken;
                (taken, next) = tokio::join!(self.take_over(page, before, outcome), pages.next());
                taken?;
            }
            if !more {
                return self.note_contact().await;
            }
        }
    }

    /// A page and the cursor behind it, in one transaction.
    async fn take_over(&mut self, page: Page, before: Cursor, outcome: &mut Outcome) -> Result<(), Problem> {
        let now = (self.clock)();
        let (records, evicted, other_rights) = (page.records.len(), page.evict.len(), page.actor.is_some());
        let (more, remaining) = (page.more, u32::try_from(page.remaining).unwrap_or(u32::MAX));
        let changed = records + evicted > 0 || other_rights;
        if changed || page.cursor != before {
            self.blocking(move |store| store.write(|w| apply_page(w, &page, now))).await?;
            self.noted_contact_at = Some(now);
        }
        outcome.pulled += records;
        outcome.evicted += evicted;
        if changed || more {
            self.reporter.tell(|status| (status.remaining, status.records_changed) = (remaining, changed)).await;
        }
        Ok(())
    }

    /// A contact that brought nothing is noted now and then.
    async fn note_contact(&mut self) -> Result<(), Problem> {
        let now = (self.clock)();
        if self.noted_contact_at.is_none_or(|at| now - at >= NOTE_CONTACT_EVERY) {
            self.blocking(move |store| store.write(|w| w.set_last_contact_at(now))).await?;
            self.noted_contact_at = Some(now);
        }
        Ok(())
    }

    /// Erases what had to wait, and forgets changes that were sent long ago.
    async fn tidy(&mut self) -> Result<usize, Problem> {
        let now = (self.clock)();
        let prune = self.pruned_at.is_none_or(|at| now - at >= PRUNE_EVERY);
        if prune {
            self.pruned_at = Some(now);
        }
        self.blocking(move |store| {
            if prune {
                store.write(|w| w.prune_sent(now - KEEP_SENT))?;
            }
            let epoch = store.read(|r| r.cursor::<Cursor>())?.map_or(0, |cursor| cursor.epoch);
            // Everything that was accepted before this pull and is this user's came with it.
            let unseen = store.read(|r| r.accepted_and_unseen(epoch))?;
            let nothing = unseen.is_empty() && !store.read(|r| r.anything_to_evict())?;
            if nothing { Ok(0) } else { store.write(|w| w.evict(&unseen)) }
        })
        .await
    }

    pub(crate) async fn blocking<R: Send + 'static>(
        &self,
        f: impl FnOnce(&Store) -> store::Result<R> + Send + 'static,
    ) -> Result<R, Problem> {
        let store = Arc::clone(&self.store);
        let done = tokio::task::spawn_blocking(move || f(&store)).await;
        done.map_err(|_| Problem::Disk)?.map_err(Problem::from)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }
}

fn apply_page(w: &mut Writer<'_>, pulled: &Page, now: DateTime<Utc>) -> store::Result<()> {
    w.apply_pulled(&pulled.records)?;
    w.evict(&pulled.evict)?;
    if let Some(actor) = &pulled.actor {
        w.set_actor(actor)?;
    }
    w.set_cursor(&pulled.cursor)?;
    w.set_last_contact_at(now)
}
