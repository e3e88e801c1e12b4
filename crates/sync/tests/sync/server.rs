//! A server in memory, faithful in what the engine can see of it: one verdict for each change, `domain::merge`, order
//! of numbers, pages. It loses questions and answers as told.

use domain::merge::{Plan, Standing, plan};
use domain::{Actor, Change, ChangeId, RawRecord, Record, RecordKey, Sequence, Verdict, VerdictKind};
use protocol::{Cursor, Enrol, Enrolled, Hello, PRODUCT, PROTOCOL, Pull, Pushed};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use sync::{News, Page, Pages, Problem, RawPush, Transport};

/// What happens to the next message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    None,
    /// It never arrives.
    QuestionLost,
    /// It is done, and nobody learns of it.
    AnswerLost,
    /// A pull is answered, and the answer breaks off within its first page.
    PageLost,
    Refused(Problem),
}

#[derive(Default)]
pub struct State {
    records: BTreeMap<RecordKey, (Standing, Sequence)>,
    verdicts: BTreeMap<ChangeId, Verdict>,
    pub last: u64,
    /// Restores so far.
    restores: u64,
    pub evict: Vec<RecordKey>,
    /// What is not in the laptop's scope.
    pub hidden: BTreeSet<RecordKey>,
    pub actor: Option<Actor>,
    pub faults: VecDeque<Fault>,
    /// Each push as it arrived.
    pub pushes: Vec<String>,
    pub pulls: Vec<Pull>,
    /// How often each change was carried out.
    pub applied: BTreeMap<ChangeId, u32>,
    pub most_changes: Option<usize>,
    /// Tells laptops that listen to look; none: it cannot be listened to.
    pub news: Option<tokio::sync::watch::Sender<()>>,
    pub way: Option<std::net::IpAddr>,
}

pub struct Copy {
    records: BTreeMap<RecordKey, (Standing, Sequence)>,
    verdicts: BTreeMap<ChangeId, Verdict>,
    last: u64,
}

#[derive(Clone, Default)]
pub struct Server(Arc<Mutex<State>>);

const GRANT: &str = "genk";

impl Server {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("state")
    }

    pub fn fail(&self, faults: &[Fault]) {
        self.state().faults.extend(faults);
    }

    /// What a copy of it holds.
    pub fn copy(&self) -> Copy {
        let state = self.state();
        Copy { records: state.records.clone(), verdicts: state.verdicts.clone(), last: state.last }
    }

    /// Loses everything since the copy.
    pub fn restore(&self, copy: Copy) {
        let mut state = self.state();
        (state.records, state.verdicts, state.last) = (copy.records, copy.verdicts, copy.last);
        state.restores += 1;
    }

    pub fn body(&self, key: &RecordKey) -> Option<domain::Body> {
        self.state().records.get(key).map(|(standing, _)| standing.body.clone())
    }
}

impl State {
    fn epoch(&self) -> u64 {
        1 + self.restores
    }

    fn push(&mut self, change: &Change) -> Verdict {
        if let Some(verdict) = self.verdicts.get(&change.id) {
            return match &verdict.kind {
                VerdictKind::Accepted { seq } => {
                    Verdict { change: change.id, kind: VerdictKind::Duplicate { seq: *seq } }
                }
                _ => verdict.clone(),
            };
        }
        *self.applied.entry(change.id).or_default() += 1;
        let seq = Sequence(self.epoch(), self.last + 1);
        let current = self.records.get(&change.record).map(|(standing, _)| standing);
        let kind = match plan(current, change, seq) {
            Plan::Quarantine(reason) => VerdictKind::Quarantined { reason },
            Plan::Store { standing, waiting } => {
                self.last += 1;
                self.records.insert(change.record.clone(), (standing, seq));
                if waiting.is_empty() {
                    VerdictKind::Accepted { seq }
                } else {
                    VerdictKind::Conflicted { seq, fields: waiting }
                }
            }
        };
        let verdict = Verdict { change: change.id, kind };
        self.verdicts.insert(change.id, verdict.clone());
        verdict
    }

    fn pull(&self, pull: &Pull) -> Page {
        let known = pull.cursor.grants.get(GRANT).filter(|_| pull.cursor.epoch == self.epoch());
        let after = known.copied().unwrap_or(0);
        let mut news: Vec<_> =
            self.records.iter().filter(|(key, (_, seq))| seq.1 > after && !self.hidden.contains(*key)).collect();
        news.sort_by_key(|(_, (_, seq))| *seq);
        let more = news.len() > pull.limit;
        let remaining = news.len().saturating_sub(pull.limit) as u64;
        news.truncate(pull.limit);
        let last = if more { news.last().map_or(after, |(_, (_, seq))| seq.1) } else { self.last };
        let raw = |(key, (standing, seq)): (&RecordKey, &(Standing, Sequence))| -> RawRecord {
            let record = Record {
                key: key.clone(),
                partition: GRANT.into(),
                seq: *seq,
                deleted: standing.deleted,
                body: standing.body.clone(),
                conflicts: standing.conflicts.clone(),
            };
            record.to_raw().expect("json")
        };
        Page {
            records: news.into_iter().map(raw).collect(),
            evict: if more { Vec::new() } else { self.evict.clone() },
            cursor: Cursor { epoch: self.epoch(), grants: [(GRANT.to_owned(), last)].into() },
            more,
            actor: self.actor.clone(),
            remaining,
        }
    }
}

impl Server {
    fn with_fault<A>(&self, work: impl FnOnce(&mut State) -> Result<A, Problem>) -> Result<A, Problem> {
        let mut state = self.state();
        match state.faults.pop_front().unwrap_or(Fault::None) {
            Fault::None | Fault::PageLost => work(&mut state),
            Fault::QuestionLost => Err(Problem::Unreachable),
            Fault::AnswerLost => work(&mut state).and(Err(Problem::Unreachable)),
            Fault::Refused(problem) => Err(problem),
        }
    }
}

/// An answer of one page, asked for again where there is more.
pub struct OnePage(Option<Result<Page, Problem>>);

impl Pages for OnePage {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        self.0.take().transpose()
    }
}

impl Transport for Server {
    type Pages = OnePage;

    async fn hello(&self) -> Result<Hello, Problem> {
        Ok(Hello {
            product: PRODUCT.into(),
            protocol: PROTOCOL,
            oldest_protocol: PROTOCOL,
            municipality: GRANT.into(),
            name: GRANT.into(),
        })
    }
    async fn enrol(&self, _: &Enrol) -> Result<Enrolled, Problem> {
        Err(Problem::WrongCode)
    }
    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        let text = serde_json::to_string(push).expect("json");
        let push: protocol::Push = serde_json::from_str(&text).expect("a push");
        self.state().pushes.push(text);
        self.with_fault(|state| {
            if state.most_changes.is_some_and(|most| push.changes.len() > most) {
                return Err(Problem::TooLarge);
            }
            if push.epoch.is_some_and(|epoch| epoch != state.epoch()) {
                return Err(Problem::OtherEpoch);
            }
            let verdicts = push.changes.iter().map(|change| state.push(change)).collect();
            Ok(Pushed { verdicts, epoch: Some(state.epoch()) })
        })
    }
    async fn pull(&self, pull: &Pull) -> Result<OnePage, Problem> {
        self.state().pulls.push(pull.clone());
        let broken = self.state().faults.front() == Some(&Fault::PageLost);
        let page = self.with_fault(|state| Ok(state.pull(pull)))?;
        Ok(OnePage(Some(if broken { Err(Problem::Unreachable) } else { Ok(page) })))
    }
    async fn listen(&self, tell: impl Fn(News) + Send + Sync) -> Problem {
        let Some(mut news) = self.state().news.as_ref().map(|news| news.subscribe()) else {
            return Problem::WrongServer;
        };
        tell(News::Listening);
        while news.changed().await.is_ok() {
            tell(News::Look);
        }
        Problem::Unreachable
    }
    fn way(&self) -> Option<std::net::IpAddr> {
        self.state().way
    }
}
