//! This laptop's changes on top of the server's state: pure.
//!
//! A change lies on top from the moment it is made until the server's state holds it: until a pull brings a state
//! at or after the change's verdict, so that nothing flickers back in between. A change under review stays on top,
//! visible to its author as such, until a later state takes the place of its fields.

use domain::record::apply;
use domain::{Body, Change, Conflict, Operation, QuarantineReason, Sequence, VerdictKind};
use std::collections::BTreeSet;

/// Where a record is, as far as this laptop knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Receipt {
    /// Something of it waits to be sent, or for the server's answer.
    OnLaptop,
    OnServer,
    /// The server keeps a change of it apart, for a coordinator to look at.
    UnderReview,
    /// Two values wait for a choice.
    Conflict,
}

impl Receipt {
    pub(crate) fn code(self) -> i64 {
        self as i64
    }
    pub(crate) fn from_code(code: i64) -> Self {
        match code {
            1 => Receipt::OnServer,
            2 => Receipt::UnderReview,
            3 => Receipt::Conflict,
            _ => Receipt::OnLaptop,
        }
    }
}

/// The server's state of a record as last pulled; sequence zero where it never was.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ServerState {
    pub seq: Sequence,
    pub body: Body,
    pub deleted: bool,
    pub conflicts: Vec<Conflict>,
}

/// How far a change on top has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    Pending,
    /// The server holds it, under this sequence; the pull has yet to bring it.
    Accepted(Sequence),
    /// As accepted, with fields that wait for a choice.
    Conflicted(Sequence),
    SetAside(QuarantineReason),
}

impl From<Option<&VerdictKind>> for Progress {
    fn from(verdict: Option<&VerdictKind>) -> Self {
        match verdict {
            None => Progress::Pending,
            Some(VerdictKind::Accepted { seq } | VerdictKind::Duplicate { seq }) => Progress::Accepted(*seq),
            Some(VerdictKind::Conflicted { seq, .. }) => Progress::Conflicted(*seq),
            Some(VerdictKind::Quarantined { reason }) => Progress::SetAside(*reason),
        }
    }
}

/// A change that lies on top.
#[derive(Clone, PartialEq, Debug)]
pub struct Laid {
    pub change: Change,
    pub progress: Progress,
    /// Fields that a later state of the server took the place of.
    pub dropped: BTreeSet<String>,
}

/// What the laptop shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Local {
    pub body: Body,
    pub deleted: bool,
    pub conflicts: Vec<Conflict>,
    pub receipt: Receipt,
}

/// Lays changes, in the order they were made, on top of the server's state.
pub fn lay(server: &ServerState, changes: &[Laid]) -> Local {
    let mut local = Local {
        body: server.body.clone(),
        deleted: server.deleted,
        conflicts: server.conflicts.clone(),
        receipt: receipt(server, changes),
    };
    for laid in changes {
        match &laid.change.operation {
            Operation::Create { set } | Operation::Set { set } if laid.dropped.is_empty() => {
                apply(&mut local.body, set)
            }
            Operation::Create { set } | Operation::Set { set } => {
                let kept = set.iter().filter(|(field, _)| !laid.dropped.contains(*field));
                apply(&mut local.body, &kept.map(|(f, v)| (f.clone(), v.clone())).collect());
            }
            Operation::Delete => local.deleted = true,
        }
        local.conflicts.retain(|c| !settles(laid, c));
    }
    local
}

/// Whether a change chooses between the two values. A choice that was set aside has chosen nothing.
fn settles(laid: &Laid, conflict: &Conflict) -> bool {
    !matches!(laid.progress, Progress::SetAside(_))
        && laid.change.resolves.contains(&conflict.change)
        && laid.change.operation.fields().is_some_and(|set| set.contains_key(&conflict.field))
}

fn receipt(server: &ServerState, changes: &[Laid]) -> Receipt {
    let any = |test: fn(&Progress) -> bool| changes.iter().any(|laid| test(&laid.progress));
    let open = |c: &Conflict| !changes.iter().any(|laid| settles(laid, c));
    if any(|p| matches!(p, Progress::Pending)) {
        Receipt::OnLaptop
    } else if server.conflicts.iter().any(open) || any(|p| matches!(p, Progress::Conflicted(_))) {
        Receipt::Conflict
    } else if any(|p| matches!(p, Progress::SetAside(_))) {
        Receipt::UnderReview
    } else {
        Receipt::OnServer
    }
}

/// What a newer state of the server means for the changes on top: those it holds are taken off, and changes under
/// review give way in the fields that it changed. Returns the changes that remain.
pub fn settle(before: &ServerState, after: &ServerState, changes: Vec<Laid>) -> Vec<Laid> {
    let held = |laid: &Laid| match laid.progress {
        Progress::Accepted(seq) | Progress::Conflicted(seq) => seq <= after.seq,
        Progress::Pending | Progress::SetAside(_) => false,
    };
    // What a server that was restored no longer holds, nobody changed.
    let restored = before.seq != Sequence::ZERO && before.seq.0 != after.seq.0;
    let mut replaced = if restored { BTreeSet::new() } else { changed_fields(&before.body, &after.body) };
    let mut kept = Vec::with_capacity(changes.len());
    // From the latest to the earliest: a change that is now held replaces what was set aside before it.
    for mut laid in changes.into_iter().rev() {
        if held(&laid) {
            replaced.extend(laid.change.operation.fields().into_iter().flat_map(|set| set.keys().cloned()));
            continue;
        }
        if let (Progress::SetAside(_), Some(set)) = (laid.progress, laid.change.operation.fields()) {
            laid.dropped.extend(set.keys().filter(|f| replaced.contains(*f)).cloned());
            if !set.is_empty() && set.keys().all(|f| laid.dropped.contains(f)) {
                continue;
            }
        }
        kept.push(laid);
    }
    kept.reverse();
    kept
}

fn changed_fields(before: &Body, after: &Body) -> BTreeSet<String> {
    let fields = before.keys().chain(after.keys());
    fields.filter(|f| before.get(*f) != after.get(*f)).cloned().collect()
}
