//! What was set aside becomes a record as well, so that its author and the coordinators see it and can decide.
//!
//! Invariants:
//! - nothing is in the record that the coordinators who get it may not hold, and nothing of what was erased or of what
//!   was agreed to pass on and then withdrawn;
//! - a laptop writes nothing of it but a rejection, once; accepting is a change of the record that was meant, which
//!   names this one in `resolves`, and is judged like any other;
//! - a change of such a record that is itself set aside makes no further one.

use super::{Author, placing};
use crate::db::{Result, Stored, Writer};
use crate::publish;
use crate::secret::{Hash, named_id};
use chrono::{DateTime, Utc};
use domain::entities::Entity;
use domain::place::neighbourhood_of;
use domain::set_aside::Decision;
use domain::{
    Action, Actor, Body, Change, ChangeId, Kind, QuarantineReason, RecordId, RecordKey, Role, SetAside, UserId,
    authorize,
};

/// A change that was set aside and is taken up by another.
pub(super) struct TakenUp {
    key: RecordKey,
    pub(super) aside: SetAside,
    /// The other change writes just what this one would have written.
    verbatim: bool,
}

impl TakenUp {
    /// What of `set` is in its first author's own words, and what is not.
    pub(super) fn split(&self, set: &Body) -> (Body, Body) {
        let own = self.aside.set.as_ref();
        set.clone().into_iter().partition(|(field, value)| own.and_then(|own| own.get(field)) == Some(value))
    }
}

/// Shows a change that was set aside to those who decide on it.
pub(super) fn publish(
    w: &mut dyn Writer,
    municipality: &str,
    actor: &Actor,
    change: &Change,
    hash: &Hash,
    reason: QuarantineReason,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = key_of(change.id, hash);
    if change.record.kind == Kind::SetAside || w.find_record(&key)?.is_some() {
        return Ok(());
    }
    let kind = change.record.kind.clone();
    let tells = SetAside::tells(&kind);
    let current = w.find_record(&change.record)?;
    let withdrawn = current.as_ref().is_some_and(is_withdrawn);
    let erased = reason == QuarantineReason::Erased || current.as_ref().is_some_and(|c| c.standing.erased);
    let body = SetAside {
        change: change.id,
        record: tells.then_some(change.record.id),
        deed: (&change.operation).into(),
        set: change.operation.fields().filter(|_| tells && !erased && !withdrawn).cloned(),
        reason,
        author: actor.user,
        at: change.at,
        received_at: now,
        household: if tells && !withdrawn { household(current.as_ref(), change) } else { None },
        neighbourhoods: neighbourhoods(w, municipality, actor, current.as_ref(), change)?,
        decision: None,
        decided_by: None,
        decided_at: None,
        note: None,
        kind,
    };
    publish::record(w, municipality, &key, &body.to_body(), now).map(drop)
}

/// The record of a change that was set aside. Several changes may have come under one id.
pub(crate) fn key_of(change: ChangeId, hash: &Hash) -> RecordKey {
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    RecordKey::new(Kind::SetAside, named_id("set_aside", &format!("{change}/{hex}")))
}

/// Whether what it says was agreed to pass on and is no longer.
fn is_withdrawn(record: &Stored) -> bool {
    record.key.kind == Kind::SharedDetail && record.standing.deleted
}

/// Takes what it says out of every change of it that was set aside, where consent to pass it on was withdrawn.
pub(super) fn forget_withdrawn(
    w: &mut dyn Writer,
    municipality: &str,
    record: &Stored,
    now: DateTime<Utc>,
) -> Result<()> {
    if !is_withdrawn(record) {
        return Ok(());
    }
    let about = w.list_children(record.key.id)?.into_iter().filter(|child| child.key.kind == Kind::SetAside);
    for child in about {
        let Ok(mut aside) = SetAside::from_body(&child.standing.body) else { continue };
        if aside.kind == record.key.kind {
            (aside.set, aside.household) = (None, None);
            publish::record(w, municipality, &child.key, &aside.to_body(), now)?;
        }
    }
    Ok(())
}

/// Where the record lies or would lie; else where what it hangs on waits; else where the author works.
fn neighbourhoods(
    w: &mut dyn Writer,
    municipality: &str,
    actor: &Actor,
    current: Option<&Stored>,
    change: &Change,
) -> Result<Vec<String>> {
    let partition = match (current, change.operation.fields()) {
        (Some(current), _) => Some(current.place.partition.clone()),
        (None, Some(set)) => {
            let placed = placing::place(w, municipality, &change.record, set, actor.user)?;
            placed.ok().map(|placed| placed.place.partition)
        }
        (None, None) => None,
    };
    if let Some(there) = partition.as_deref().and_then(neighbourhood_of)
        // Nobody decides in a neighbourhood that there is not.
        && (current.is_some() || is_known(w, there)?)
    {
        return Ok(vec![there.to_owned()]);
    }
    let with_parent = beside_parent(w, change)?;
    Ok(with_parent.unwrap_or_else(|| actor.neighbourhoods.clone()))
}

fn is_known(w: &mut dyn Writer, neighbourhood: &str) -> Result<bool> {
    let key = RecordKey::new(Kind::Neighbourhood, named_id("neighbourhood", neighbourhood));
    Ok(w.find_record(&key)?.is_some_and(|known| !known.standing.deleted))
}

/// Who decides on what this record hangs on, where that was set aside itself: both lie on the same desk.
fn beside_parent(w: &mut dyn Writer, change: &Change) -> Result<Option<Vec<String>>> {
    let Some(set) = change.operation.fields() else { return Ok(None) };
    for field in ["household", "visit", "help_request", "round"] {
        let Some(Ok(parent)) = set.get(field).and_then(|v| v.as_str()).map(str::parse) else { continue };
        let waiting = w.list_children(parent)?.into_iter().filter(|child| child.key.kind == Kind::SetAside);
        let found = waiting.filter_map(|child| SetAside::from_body(&child.standing.body).ok()).next_back();
        if let Some(aside) = found {
            return Ok(Some(aside.neighbourhoods));
        }
    }
    Ok(None)
}

fn household(current: Option<&Stored>, change: &Change) -> Option<RecordId> {
    if change.record.kind == Kind::Household {
        return Some(change.record.id);
    }
    let link = |body: &Body| body.get("household").and_then(|v| v.as_str()).and_then(|text| text.parse().ok());
    let stands = || current.filter(|c| !c.standing.erased).and_then(|c| link(&c.standing.body));
    change.operation.fields().and_then(link).or_else(stands)
}

/// The change that was set aside and that this one takes up: a coordinator who decides on it, or its own author while
/// nobody did. What is stored already is not taken up again, and what is only ever added goes as it was written.
pub(super) fn taken_up(
    w: &mut dyn Writer,
    author: Author<'_>,
    change: &Change,
) -> Result<Result<Option<TakenUp>, QuarantineReason>> {
    let Author::Laptop { actor, .. } = author else { return Ok(Ok(None)) };
    for id in &change.resolves {
        let key = RecordKey::new(Kind::SetAside, RecordId(id.0));
        let Some(stored) = w.find_record(&key)? else { continue };
        let Ok(aside) = SetAside::from_body(&stored.standing.body) else { continue };
        let same = aside.kind == change.record.kind && aside.record.is_none_or(|record| record == change.record.id);
        let decides = actor.role == Role::Coordinator
            && aside.record.is_some()
            && authorize(actor, Action::Set, &Kind::SetAside, &stored.place, false).is_ok();
        if !same || !(decides || aside.author == actor.user) {
            continue;
        }
        let open = match aside.decision {
            None => true,
            Some(Decision::Rejected) => aside.author != actor.user,
            Some(Decision::Accepted | Decision::Edited) => false,
        };
        if !open {
            return Ok(Err(QuarantineReason::AppendOnly));
        }
        let verbatim = aside.set.as_ref() == change.operation.fields();
        if change.record.kind.is_append_only() && !verbatim && aside.reason != QuarantineReason::Erased {
            return Ok(Err(QuarantineReason::Forbidden));
        }
        return Ok(Ok(Some(TakenUp { key, aside, verbatim })));
    }
    Ok(Ok(None))
}

/// Notes that `change` was stored, which takes up one that was set aside.
pub(super) fn accept(
    w: &mut dyn Writer,
    municipality: &str,
    taken_up: TakenUp,
    change: &Change,
    now: DateTime<Utc>,
) -> Result<()> {
    let TakenUp { key, mut aside, verbatim } = taken_up;
    let same = aside.set.is_none() || verbatim;
    aside.decision = Some(if same { Decision::Accepted } else { Decision::Edited });
    aside.decided_by = Some(change.author);
    aside.decided_at = Some(now);
    aside.note = change.reason.clone();
    publish::record(w, municipality, &key, &aside.to_body(), now).map(drop)
}

/// Whether a laptop may write `set` into such a record: the first decision, and only that it is rejected.
pub(super) fn may_reject(current: Option<&Body>, set: Option<&Body>, by: UserId) -> Result<(), QuarantineReason> {
    match (current, set) {
        (Some(current), _) if current.contains_key("decision") => Err(QuarantineReason::AppendOnly),
        (Some(_), Some(set)) if SetAside::rejects(set, by) => Ok(()),
        _ => Err(QuarantineReason::Forbidden),
    }
}
