//! One simulated laptop: the real store, engine and schedule, and somebody who writes with pauses between.

use crate::figures::{Figures, Question};
use chrono::{DateTime, Utc};
use domain::entities::{Attempt, Entity, Household};
use domain::{Actor, ChangeId, Kind, Operation, RecordId, RecordKey, Sequence};
use protocol::{Enrol, Enrolled, Hello, Pull, Pushed};
use serde_json::{Value, json};
use server::secret::new_id;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{NewChange, Store};
use sync::{Handle, HttpTransport, News, Page, Pages, Problem, RawPush, Transport};
use tests::headless::Headless;
use tests::prose;
use tests::random::Random;
use tokio::time::sleep;

/// One in so many visits is at a door where nobody of the app was before.
const NEW_DOORS: usize = 4;

/// A laptop that sends and takes in by itself.
pub struct Laptop {
    pub store: Arc<Store>,
    handle: Handle,
}

impl Laptop {
    /// Starts the laptop in `dir`, which is enrolled.
    ///
    /// # Errors
    /// Where its database does not open.
    pub fn start(dir: &Path, figures: &Arc<Figures>) -> Result<Self, Problem> {
        let Headless { store, engine } = Headless::open_over(dir, |way| Counted { way, figures: Arc::clone(figures) })?;
        Ok(Self { store, handle: sync::spawn(&tokio::runtime::Handle::current(), engine, |_| ()) })
    }

    /// Writes visits until `end`, then rests.
    pub async fn work(&self, mut random: Random, per_hour: f64, end: Instant, figures: &Figures) {
        loop {
            let pause = Duration::from_secs_f64(pause_s(&mut random, 3600.0 / per_hour));
            if Instant::now() + pause >= end {
                return;
            }
            sleep(pause).await;
            let store = Arc::clone(&self.store);
            let (seed, now) = (random.next_u64(), Utc::now());
            let wrote = tokio::task::spawn_blocking(move || {
                let mut random = Random::new(seed);
                store.write(|w| {
                    let homes: Vec<RecordId> = w.list::<Household>()?.into_iter().map(|home| home.id).collect();
                    let actor = w.identity()?.ok_or(store::Error::NotEnrolled)?.actor;
                    let changes = visit(&homes, &actor, now, &mut random);
                    let count = changes.len();
                    changes.into_iter().try_for_each(|change| w.record_change(change).map(drop))?;
                    Ok(count)
                })
            });
            figures.wrote(wrote.await.expect("no panic").expect("to write"));
            self.handle.wake();
        }
    }

    /// Until everything that was written is answered; false where that takes longer than `patience`.
    pub async fn is_sent(&self, patience: Duration) -> bool {
        let begun = Instant::now();
        while self.store.read(|r| r.pending_count()).expect("to read") > 0 {
            if begun.elapsed() > patience {
                return false;
            }
            self.handle.send_now();
            sleep(Duration::from_millis(200)).await;
        }
        true
    }

    /// Asks for what is new, now.
    pub fn look(&self) {
        self.handle.send_now();
    }

    /// What it has of what everybody of the neighbourhood holds.
    pub fn holds(&self) -> BTreeSet<(Kind, RecordId, Sequence)> {
        self.store
            .read(|r| {
                let homes = r.list::<Household>()?.into_iter().map(|row| (Household::KIND, row.id, row.seq));
                let attempts = r.list::<Attempt>()?.into_iter().map(|row| (Attempt::KIND, row.id, row.seq));
                Ok(homes.chain(attempts).collect())
            })
            .expect("to read")
    }
}

/// Pauses as between people who do not know of each other: exponential, with this mean.
fn pause_s(random: &mut Random, mean_s: f64) -> f64 {
    let part = (1 + random.below(1_000_000)) as f64 / 1_000_001.0;
    -mean_s * part.ln()
}

/// A conversation, at a known door or a new one, and perhaps a note for whoever comes next.
fn visit(homes: &[RecordId], actor: &Actor, now: DateTime<Utc>, random: &mut Random) -> Vec<NewChange> {
    let by = actor.user;
    let change = |kind: Kind, id: RecordId, operation: Operation| NewChange {
        id: ChangeId(new_id(now)),
        record: RecordKey::new(kind, id),
        operation,
        at: now,
        reason: None,
        resolves: Vec::new(),
    };
    let body = |value: Value| value.as_object().cloned().unwrap_or_default();
    let mut changes = Vec::new();
    let home = if homes.is_empty() || random.below(NEW_DOORS) == 0 {
        let id = RecordId(new_id(now));
        let number = random.below(1_000);
        let neighbourhood = actor.neighbourhoods.first().cloned().unwrap_or_default();
        let home = Household { neighbourhood, ..prose::household(number, random) };
        changes.push(change(Kind::Household, id, Operation::Create { set: home.to_body() }));
        id
    } else {
        *random.pick(homes)
    };
    let id = RecordId(new_id(now));
    let attempt = json!({ "household": home, "channel": "door", "outcome": "spoken", "started_at": now, "by": by });
    changes.push(change(Kind::Attempt, id, Operation::Create { set: body(attempt) }));
    let visit = json!({ "household": home, "form_id": "simulated", "form_version": "1", "by": by, "channel": "door",
                        "started_at": now, "finished_at": now, "answers/story": { "value": prose::prose(random).1 } });
    changes.push(change(Kind::Visit, id, Operation::Create { set: body(visit) }));
    if random.chance(30) {
        let note = json!({ "note": prose::prose(random).1 });
        changes.push(change(Kind::Household, home, Operation::Set { set: body(note) }));
    }
    changes
}

/// The real way to the server, with what it takes noted.
pub struct Counted {
    way: HttpTransport,
    figures: Arc<Figures>,
}

pub struct CountedPages {
    pages: <HttpTransport as Transport>::Pages,
    figures: Arc<Figures>,
}

impl Transport for Counted {
    type Pages = CountedPages;

    async fn hello(&self) -> Result<Hello, Problem> {
        self.way.hello().await
    }
    async fn enrol(&self, enrol: &Enrol) -> Result<Enrolled, Problem> {
        self.way.enrol(enrol).await
    }
    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        let begun = Instant::now();
        let answer = self.way.push(push).await;
        self.figures.asked(Question::Push, begun, answer.as_ref().err().copied());
        self.figures.pushed(answer.as_ref().map_or(0, |pushed| pushed.verdicts.len()));
        answer
    }
    async fn pull(&self, pull: &Pull) -> Result<CountedPages, Problem> {
        let begun = Instant::now();
        let answer = self.way.pull(pull).await;
        self.figures.asked(Question::Pull, begun, answer.as_ref().err().copied());
        Ok(CountedPages { pages: answer?, figures: Arc::clone(&self.figures) })
    }
    async fn listen(&self, tell: impl Fn(News) + Send + Sync) -> Problem {
        self.way.listen(tell).await
    }
    fn way(&self) -> Option<std::net::IpAddr> {
        self.way.way()
    }
}

impl Pages for CountedPages {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        let page = self.pages.next().await;
        if let Ok(Some(page)) = &page {
            self.figures.pulled(page.records.len());
        }
        page
    }
}
