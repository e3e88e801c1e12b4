//! A change that the server set aside: what its author and the coordinators know of it, and what was decided.
//!
//! The server makes these records. A coordinator's laptop only rejects; accepting is a change of the record itself
//! that names this one in `resolves`, and the server notes the decision here in the same transaction.

use crate::entities::Entity;
use crate::{Body, ChangeId, Kind, Operation, QuarantineReason, RecordId, UserId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What the change would do.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    Create,
    Set,
    Delete,
}

/// What was decided on a change that was set aside.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Stored as its author wrote it.
    Accepted,
    /// Stored with other values.
    Edited,
    Rejected,
}

/// A change that was set aside.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// The change, as its author's laptop knows it.
    pub change: ChangeId,
    pub kind: Kind,
    /// The record it is about; absent where the coordinators may not hold such a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    pub deed: Deed,
    /// What it would write; absent where the coordinators may not hold that, or it may not be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<Body>,
    pub reason: QuarantineReason,
    /// Who sent it, whatever the change claims.
    pub author: UserId,
    /// By the clock of the author's laptop.
    pub at: DateTime<Utc>,
    pub received_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<RecordId>,
    /// Whose coordinators decide: where the change would lie, else where its author works; empty for all of them.
    #[serde(default)]
    pub neighbourhoods: Vec<String>,
    /// Absent until somebody decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<DateTime<Utc>>,
    /// Why, for the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Entity for SetAside {
    const KIND: Kind = Kind::SetAside;
}

impl fmt::Debug for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SetAside({:?} of {:?})", self.change, self.kind)
    }
}

impl SetAside {
    /// Whether the coordinators may know what a change of this kind says, and of which record. A form is left out for
    /// its size, and what this version does not know because nobody can say whose it is.
    pub fn tells(kind: &Kind) -> bool {
        !matches!(kind, Kind::HelpRequestDetail | Kind::Danger | Kind::Form | Kind::Other(_))
    }

    /// Whether `set` only rejects, in the name of `by` and with a word for the author.
    pub fn rejects(set: &Body, by: UserId) -> bool {
        let is = |field: &str, wanted: &str| set.get(field).and_then(|v| v.as_str()) == Some(wanted);
        let known = |field: &String| matches!(field.as_str(), "decision" | "decided_by" | "decided_at" | "note");
        let note = set.get("note").and_then(|v| v.as_str()).is_some_and(|note| !note.trim().is_empty());
        is("decision", "rejected") && is("decided_by", &by.to_string()) && note && set.keys().all(known)
    }
}

impl From<&Operation> for Deed {
    fn from(operation: &Operation) -> Self {
        match operation {
            Operation::Create { .. } => Deed::Create,
            Operation::Set { .. } => Deed::Set,
            Operation::Delete => Deed::Delete,
        }
    }
}
