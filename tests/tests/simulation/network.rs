//! Between laptops and server: each message may be lost on its way there or back, arrive twice, or arrive long after
//! its sender gave up; and the server may end right after it committed.

use crate::laptop::act_on;
use crate::world::{Common, GENK, lock};
use chrono::{DateTime, Utc};
use domain::{Actor, DeviceId, Scope, VerdictKind};
use protocol::{Enrol, Enrolled, Hello, Pull, Push, Pushed};
use server::db::Database;
use server::db::sqlite::Sqlite;
use server::push::Author;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, Weak};
use store::Store;
use sync::{News, Page, Pages, Problem, RawPush, Transport};
use tempfile::TempDir;
use uuid::Uuid;

/// How often a message comes to harm, in a hundred.
const HARM_PERCENT: usize = 35;

/// The server's side.
pub struct Office {
    folder: TempDir,
    inner: Mutex<Inner>,
}

struct Inner {
    /// None for a moment while it starts again.
    db: Option<Sqlite>,
    actors: BTreeMap<usize, Actor>,
    /// Pushes that are still on their way although nobody waits for them.
    late: Vec<(usize, Vec<u8>)>,
    good: bool,
}

pub fn device(laptop: usize) -> DeviceId {
    DeviceId(Uuid::from_u128(200 + laptop as u128))
}

/// The server's clock.
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a time")
}

impl Office {
    pub fn open() -> Self {
        let folder = crate::laptop::folder();
        let db = Some(Sqlite::open(folder.path()).expect("a database"));
        let inner = Inner { db, actors: BTreeMap::new(), late: Vec::new(), good: false };
        Self { folder, inner: Mutex::new(inner) }
    }

    pub fn with<T>(&self, work: impl FnOnce(&dyn Database) -> T) -> T {
        let inner = lock(&self.inner);
        work(inner.db.as_ref().expect("running"))
    }

    pub fn restart(&self) {
        let mut inner = lock(&self.inner);
        inner.db = None;
        inner.db = Some(Sqlite::open(self.folder.path()).expect("to open again"));
    }

    pub fn actor(&self, laptop: usize) -> Actor {
        lock(&self.inner).actors[&laptop].clone()
    }

    pub fn set_actor(&self, laptop: usize, actor: Actor) {
        lock(&self.inner).actors.insert(laptop, actor);
    }

    /// From now on every message arrives.
    pub fn heal(&self) {
        lock(&self.inner).good = true;
    }

    fn is_good(&self) -> bool {
        lock(&self.inner).good
    }

    /// One of the pushes that are still on their way arrives; false where there is none.
    pub fn deliver_late(&self, common: &mut Common) -> bool {
        let message = {
            let mut inner = lock(&self.inner);
            if inner.late.is_empty() {
                return false;
            }
            let at = common.random.below(inner.late.len());
            inner.late.swap_remove(at)
        };
        self.push(message.0, &message.1);
        true
    }

    /// What arrives is answered as by the server's handler. What was answered before changes nothing.
    fn push(&self, laptop: usize, bytes: &[u8]) -> Pushed {
        let push: Push = serde_json::from_slice(bytes).expect("our message");
        let actor = self.actor(laptop);
        self.with(|db| {
            let known = |r: &mut dyn server::db::Reader| -> server::db::Result<bool> {
                for change in &push.changes {
                    if r.find_change(change.id)?.is_none() {
                        return Ok(false);
                    }
                }
                Ok(true)
            };
            let before = db.reading(|r| Ok((known(r)?, r.sequence()?))).expect("to read");
            let author = Author::Laptop { actor: &actor, device: device(laptop) };
            let verdicts = server::push::push(db, GENK, author, &push.changes, noon()).expect("to push");
            if before.0 {
                let after = db.reading(|r| r.sequence()).expect("to read");
                assert_eq!(before.1, after, "a batch that came again did something");
                let again = |v: &domain::Verdict| {
                    matches!(v.kind, VerdictKind::Duplicate { .. } | VerdictKind::Quarantined { .. })
                };
                assert!(verdicts.iter().all(again), "a change that came again was taken for a new one");
            }
            Pushed { verdicts }
        })
    }

    /// Nothing is handed out that its reader may not hold.
    fn pull(&self, laptop: usize, pull: &Pull) -> Page {
        let actor = self.actor(laptop);
        self.with(|db| {
            let pulled = server::pull::pull(db, &actor, device(laptop), pull, None).expect("to pull");
            for record in &pulled.records {
                let stored = db.reading(|r| r.find_record(&record.key)).expect("to read").expect("it is there");
                assert!(Scope::of(&actor).holds(&stored.place), "{:?} was handed to {:?}", record.key, actor.role);
            }
            pulled
        })
    }
}

/// One laptop's way to the server.
#[derive(Clone)]
pub struct Network {
    pub laptop: usize,
    pub office: Arc<Office>,
    pub common: Arc<Mutex<Common>>,
}

/// What happens to a message.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Arrives,
    /// It never arrives.
    Lost,
    /// It arrives when nobody waits for it any more.
    Late,
    /// It arrives twice, and is answered once.
    Twice,
    /// It is done, and the answer is lost.
    AnswerLost,
    /// It is done, the server ends, and the answer is lost.
    ServerEnds,
    /// It arrives, and meanwhile the person at the laptop goes on typing.
    Typing,
}

impl Network {
    fn fate(&self) -> Fate {
        if self.office.is_good() {
            return Fate::Arrives;
        }
        let mut common = lock(&self.common);
        if !common.random.chance(HARM_PERCENT) {
            return Fate::Arrives;
        }
        let fates = [Fate::Lost, Fate::Late, Fate::Twice, Fate::AnswerLost, Fate::ServerEnds, Fate::Typing];
        *common.random.pick(&fates)
    }

    fn deliver<A>(&self, send: impl Fn() -> A, later: impl FnOnce(), typing: impl FnOnce()) -> Result<A, Problem> {
        match self.fate() {
            Fate::Arrives => Ok(send()),
            Fate::Lost => Err(Problem::Unreachable),
            Fate::Late => {
                later();
                Err(Problem::Unreachable)
            }
            Fate::Twice => {
                send();
                Ok(send())
            }
            Fate::AnswerLost => {
                send();
                Err(Problem::Unreachable)
            }
            Fate::ServerEnds => {
                send();
                self.office.restart();
                Err(Problem::Unavailable)
            }
            Fate::Typing => {
                let answer = send();
                typing();
                Ok(answer)
            }
        }
    }
}

/// The way of one laptop, and who types on it meanwhile.
pub struct Way {
    pub network: Network,
    pub store: Weak<Store>,
}

/// An answer of one page: every page may come to harm.
pub struct OnePage(Option<Page>);

impl Pages for OnePage {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        Ok(self.0.take())
    }
}

impl Transport for Way {
    type Pages = OnePage;

    async fn hello(&self) -> Result<Hello, Problem> {
        Err(Problem::Unreachable)
    }

    async fn enrol(&self, _: &Enrol) -> Result<Enrolled, Problem> {
        Err(Problem::WrongCode)
    }

    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        let Network { laptop, office, .. } = &self.network;
        let bytes = serde_json::to_vec(push).expect("a message");
        let later = || lock(&office.inner).late.push((*laptop, bytes.clone()));
        self.network.deliver(|| office.push(*laptop, &bytes), later, || self.type_on())
    }

    async fn pull(&self, pull: &Pull) -> Result<OnePage, Problem> {
        let Network { laptop, office, .. } = &self.network;
        // A small page, so that many a run is cut in the middle.
        let limit = if office.is_good() { pull.limit } else { 1 + lock(&self.network.common).random.below(4) };
        let pull = Pull { limit, ..pull.clone() };
        let send = || {
            let pulled = office.pull(*laptop, &pull);
            let told = pulled.evict.iter().map(|key| (*laptop, key.clone()));
            lock(&self.network.common).told_to_erase.extend(told);
            OnePage(Some(pulled))
        };
        self.network.deliver(send, || (), || self.type_on())
    }

    async fn listen(&self, _: impl Fn(News) + Send + Sync) -> Problem {
        Problem::Unreachable
    }

    fn way(&self) -> Option<std::net::IpAddr> {
        None
    }
}

impl Way {
    fn type_on(&self) {
        if let Some(store) = self.store.upgrade() {
            act_on(&self.network, &store);
        }
    }
}
