//! Push: each change gets exactly one verdict, in one transaction per batch.
//!
//! Invariants:
//! - nothing is answered before it is durable, and nothing is refused without a trace: what may not be stored as a
//!   record is set aside, and shown to its author and the coordinators ([`aside`]);
//! - the same change again changes nothing; another change under a known id is set aside;
//! - where a record lies is computed here from its body and its parent, never taken from the laptop;
//! - what a visit's form does not allow is listed in the visit, after each change, and never a reason to set aside;
//! - [`domain::authorize`] is asked for where a record lies and for where it goes.

pub(crate) mod aside;
mod canonical;
mod clones;
mod issues;
pub(crate) mod placing;
mod sense;
pub(crate) mod skew;

pub use canonical::canonical;
pub use issues::Known;

use crate::actor::find_caller;
use crate::db::{Database, DbError, Logged, Result, SetAside, Stored, Writer};
use crate::secret::{Hash, sha256};
use chrono::{DateTime, Utc};
use domain::entities::{Assignment, Entity, Household};
use domain::merge::{self, Plan};
use domain::place::Place;
use domain::{
    Action, Actor, Body, Change, DeviceId, Kind, Operation, QuarantineReason, RecordKey, Role, Sequence, UserId,
    Verdict, VerdictKind, authorize,
};
use protocol::{Push, Pushed, RefusalCode};
use uuid::Uuid;

/// Who sends changes.
#[derive(Clone, Copy)]
pub enum Author<'a> {
    /// A user on their laptop.
    Laptop { actor: &'a Actor, device: DeviceId },
    /// The server itself, publishing what the administrator gave it.
    Server,
}

/// The user and laptop of what the server itself publishes.
pub const SERVER_USER: UserId = UserId(Uuid::nil());
/// See [`SERVER_USER`].
pub const SERVER_DEVICE: DeviceId = DeviceId(Uuid::nil());

impl Author<'_> {
    fn ids(self) -> (UserId, DeviceId) {
        match self {
            Author::Laptop { actor, device } => (actor.user, device),
            Author::Server => (SERVER_USER, SERVER_DEVICE),
        }
    }

    /// Whether they may say which households are the same.
    fn coordinates(self) -> bool {
        match self {
            Author::Laptop { actor, .. } => actor.role == Role::Coordinator,
            Author::Server => true,
        }
    }

    fn may(self, action: Action, kind: &Kind, place: &Place, own: bool) -> Decision<()> {
        match self {
            Author::Laptop { actor, .. } => {
                authorize(actor, action, kind, place, own).map_err(|_| QuarantineReason::Forbidden)
            }
            Author::Server => Ok(()),
        }
    }
}

/// What came of a change that was stored.
struct Done {
    record: Stored,
    /// The change that was set aside and is stored with this one after all.
    taken_up: Option<aside::TakenUp>,
}

/// A step of a plan, or why the change is set aside.
type Decision<T> = std::result::Result<T, QuarantineReason>;

/// Answers a batch; durable when this returns.
///
/// # Errors
/// Where the database fails; nothing was stored then.
pub fn push(
    db: &dyn Database,
    municipality: &str,
    author: Author<'_>,
    changes: &[Change],
    now: DateTime<Utc>,
) -> Result<Vec<Verdict>> {
    db.writing(|w| answer_all(w, &mut Known::default(), municipality, author, changes, now))
}

/// [`push`] within a transaction, of the laptop with this token. Whether it still may is looked up in the same
/// transaction: a revocation that was committed before counts, also where the push waited for its turn meanwhile.
/// `arrived_at` is when the push began to arrive: a slow network is no wrong clock.
///
/// # Errors
/// Where the database fails.
pub fn answer_laptop(
    w: &mut dyn Writer,
    known: &mut Known,
    municipality: &str,
    token: &Hash,
    (push, arrived_at): (&Push, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<std::result::Result<Pushed, RefusalCode>> {
    let (laptop, actor) = match find_caller(w, municipality, token)? {
        Ok(found) => found,
        Err(code) => return Ok(Err(code)),
    };
    let device = laptop.id;
    let head = w.sequence()?;
    if push.epoch.is_some_and(|epoch| epoch != head.0) {
        return Ok(Err(RefusalCode::OtherEpoch));
    }
    if clones::is_cloned(w, device, &push.changes)? {
        return Ok(Err(RefusalCode::Cloned));
    }
    let author = Author::Laptop { actor: &actor, device };
    let verdicts = answer_all(w, known, municipality, author, &push.changes, now)?;
    if let Some(sent_at) = push.sent_at {
        let skew_s = (sent_at - arrived_at).num_seconds();
        skew::note(w, municipality, laptop, (&push.changes, &verdicts), skew_s, now)?;
    }
    Ok(Ok(Pushed { verdicts, epoch: Some(head.0) }))
}

/// [`push`] within a transaction.
///
/// # Errors
/// Where the database fails.
pub fn answer_all(
    w: &mut dyn Writer,
    known: &mut Known,
    municipality: &str,
    author: Author<'_>,
    changes: &[Change],
    now: DateTime<Utc>,
) -> Result<Vec<Verdict>> {
    w.foresee(changes)?;
    changes.iter().map(|change| answer(w, known, municipality, author, change, now)).collect()
}

/// Answers one change within a transaction.
///
/// # Errors
/// Where the database fails.
pub fn answer(
    w: &mut dyn Writer,
    known: &mut Known,
    municipality: &str,
    author: Author<'_>,
    change: &Change,
    now: DateTime<Utc>,
) -> Result<Verdict> {
    let text = String::from_utf8(canonical(change)).map_err(|_| DbError::Damaged("change"))?;
    let (kind, stored) = verdict(w, municipality, author, change, text, now)?;
    if let Some(Done { record, taken_up }) = stored {
        if let Some(taken_up) = taken_up {
            aside::accept(w, municipality, taken_up, change, now)?;
        }
        aside::forget_withdrawn(w, municipality, &record, now)?;
        if record.key.kind == Kind::Form {
            known.forget(record.key.id);
        }
        if record.key.kind == Kind::Visit && matches!(author, Author::Laptop { .. }) {
            issues::recheck(w, known, municipality, record, now)?;
        }
    }
    Ok(Verdict { change: change.id, kind })
}

fn verdict(
    w: &mut dyn Writer,
    municipality: &str,
    author: Author<'_>,
    change: &Change,
    text: String,
    now: DateTime<Utc>,
) -> Result<(VerdictKind, Option<Done>)> {
    let (user, device) = author.ids();
    let hash = sha256(text.as_bytes());
    let set_aside = |w: &mut dyn Writer, reason| {
        // What was erased stays erased: the content of a change to it is not kept.
        let kept = (reason != QuarantineReason::Erased).then(|| change.clone());
        let row = SetAside { id: change.id, hash, device, reason, change: kept, received_at: now };
        w.save_set_aside(&row)?;
        if let Author::Laptop { actor, .. } = author {
            aside::publish(w, municipality, actor, change, &hash, reason, now)?;
        }
        Ok((VerdictKind::Quarantined { reason }, None))
    };
    // Neither a forged change nor a foreign one under a known id may take the place of the true one in the log.
    if (change.author, change.device) != (user, device) {
        return set_aside(w, QuarantineReason::Forbidden);
    }
    if let Some(before) = w.find_change(change.id)? {
        return match before.verdict {
            _ if before.hash != hash && !is_sent_anew(&before, change) => {
                set_aside(w, QuarantineReason::ContentDiffers)
            }
            VerdictKind::Accepted { seq } | VerdictKind::Duplicate { seq } | VerdictKind::Conflicted { seq, .. } => {
                Ok((VerdictKind::Duplicate { seq }, None))
            }
            VerdictKind::Quarantined { reason } => Ok((VerdictKind::Quarantined { reason }, None)),
        };
    }
    let (verdict, stored) = match store(w, municipality, author, &skew::without_own_word(author, change))? {
        Ok((verdict, done)) => (verdict, Some(done)),
        Err(reason) => set_aside(w, reason)?,
    };
    let erased = verdict == VerdictKind::Quarantined { reason: QuarantineReason::Erased };
    w.save_change(&Logged {
        id: change.id,
        hash,
        device,
        counter: change.counter,
        verdict: verdict.clone(),
        change: (!erased).then_some(text),
        received_at: now,
    })?;
    Ok((verdict, stored))
}

/// Whether it is the same change from a laptop that was enrolled again since it first sent it.
fn is_sent_anew(before: &Logged, change: &Change) -> bool {
    let as_before = Change { device: before.device, counter: before.counter, ..change.clone() };
    before.change.as_ref() == Some(&as_before)
}

/// Plans the change and stores what comes of it, or says why not.
fn store(
    w: &mut dyn Writer,
    municipality: &str,
    author: Author<'_>,
    change: &Change,
) -> Result<Decision<(VerdictKind, Done)>> {
    let current = w.find_record(&change.record)?;
    let taken_up = match aside::taken_up(w, author, change)? {
        Ok(taken_up) => taken_up,
        Err(reason) => return Ok(Err(reason)),
    };
    // What is stored after all is its first author's, also where a coordinator stores it.
    let maker = taken_up.as_ref().map_or(change.author, |t| t.aside.author);
    let created_by = current.as_ref().map_or(maker, |c| c.created_by);
    let own = created_by == change.author;
    let kind = &change.record.kind;
    if let Some(current) = &current {
        let action = match change.operation {
            Operation::Delete => Action::Delete,
            Operation::Create { .. } | Operation::Set { .. } => Action::Set,
        };
        if let Err(reason) = author.may(action, kind, &current.place, own) {
            return Ok(Err(reason));
        }
    }
    if *kind == Kind::SetAside && matches!(author, Author::Laptop { .. }) {
        let before = current.as_ref().map(|c| &c.standing.body);
        if let Err(reason) = aside::may_reject(before, change.operation.fields(), change.author) {
            return Ok(Err(reason));
        }
    }
    if let Some(set) = change.operation.fields() {
        let judges = *kind == Kind::Household && Household::judges(set) && !author.coordinates();
        let speaks = match &taken_up {
            None => speaks_for_another(kind, set, change.author, own),
            // What its first author could not say, nobody says for them.
            Some(taken_up) => {
                let first = taken_up.aside.author;
                let (unchanged, added) = taken_up.split(set);
                speaks_for_another(kind, &unchanged, first, created_by == first)
                    || speaks_for_another(kind, &added, change.author, own)
            }
        };
        if judges || speaks {
            return Ok(Err(QuarantineReason::Forbidden));
        }
    }
    let seq = w.take_sequence()?;
    let (standing, waiting) = match merge::plan(current.as_ref().map(|c| &c.standing), change, seq) {
        Plan::Store { standing, waiting } => (standing, waiting),
        Plan::Quarantine(reason) => return Ok(Err(reason)),
    };
    if !matches!(change.operation, Operation::Delete) && !sense::makes_sense(kind, &standing.body) {
        return Ok(Err(QuarantineReason::Invalid));
    }
    let placed = match placing::place(w, municipality, &change.record, &standing.body, created_by)? {
        Ok(placed) => placed,
        Err(reason) => return Ok(Err(reason)),
    };
    if *kind == Kind::Assignment
        && !matches!(change.operation, Operation::Delete)
        && !may_assign(w, author, &standing.body)?
    {
        return Ok(Err(QuarantineReason::Forbidden));
    }
    if current.as_ref().is_none_or(|c| c.place != placed.place)
        && let Err(reason) = author.may(Action::Create, kind, &placed.place, own)
    {
        return Ok(Err(reason));
    }
    let record =
        Stored { key: change.record.clone(), place: placed.place, parent: placed.parent, seq, created_by, standing };
    placing::save(w, municipality, current.as_ref(), &record)?;
    Ok(Ok((verdict_of(seq, waiting), Done { record, taken_up })))
}

/// Nobody writes in another's name, and only who recorded a request can say that it may be shared.
fn speaks_for_another(kind: &Kind, set: &Body, author: UserId, own: bool) -> bool {
    let by = set.get("by").and_then(|v| v.as_str());
    let shares = *kind == Kind::HelpRequest && set.get("shared") == Some(&serde_json::Value::Bool(true));
    by.is_some_and(|by| by != author.to_string()) || (shares && !own)
}

/// An assignment opens a household to whoever takes it: nobody gives what they do not hold themselves, and only
/// coordinators give it to somebody else.
fn may_assign(w: &mut dyn Writer, author: Author<'_>, assignment: &Body) -> Result<bool> {
    let Author::Laptop { actor, .. } = author else { return Ok(true) };
    let Ok(assignment) = Assignment::from_body(assignment) else { return Ok(false) };
    let household = w.find_record(&RecordKey::new(Kind::Household, assignment.household))?;
    let held = household
        .is_some_and(|h| authorize(actor, Action::Read, &h.key.kind, &h.place, h.created_by == actor.user).is_ok());
    Ok(held && (actor.role == Role::Coordinator || assignment.assignee == actor.user))
}

fn verdict_of(seq: Sequence, waiting: Vec<String>) -> VerdictKind {
    if waiting.is_empty() { VerdictKind::Accepted { seq } } else { VerdictKind::Conflicted { seq, fields: waiting } }
}
