//! A change is the unit of everything that leaves a laptop; a verdict is the server's one answer to it.

use crate::{Body, ChangeId, DeviceId, RecordKey, Sequence, UserId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What a change does to its record.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Operation {
    Create {
        set: Body,
    },
    /// Null clears a field.
    Set {
        set: Body,
    },
    Delete,
}

impl Operation {
    /// The fields written; empty for a deletion.
    pub fn fields(&self) -> Option<&Body> {
        match self {
            Operation::Create { set } | Operation::Set { set } => Some(set),
            Operation::Delete => None,
        }
    }
}

/// One edit by one person on one laptop. Its bytes never change once it is in the outbox.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire")]
#[cfg_attr(feature = "schema", schemars(!try_from))]
pub struct Change {
    pub id: ChangeId,
    pub record: RecordKey,
    #[serde(flatten)]
    pub operation: Operation,
    /// The sequence of the record its author was looking at.
    pub base: Sequence,
    /// As the laptop's clock claims; the order of changes comes from the server.
    pub at: DateTime<Utc>,
    pub author: UserId,
    pub device: DeviceId,
    /// Counts the laptop's changes from 1, without gaps.
    pub counter: u64,
    /// Why something already sent was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The waiting changes whose conflict this one settles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolves: Vec<ChangeId>,
}

/// A [`Change`] as it is read. What serde derives for a flattened operation copies its fields twice on the way.
#[derive(Deserialize)]
struct Wire {
    id: ChangeId,
    record: RecordKey,
    op: Op,
    set: Option<Body>,
    base: Sequence,
    at: DateTime<Utc>,
    author: UserId,
    device: DeviceId,
    counter: u64,
    reason: Option<String>,
    #[serde(default)]
    resolves: Vec<ChangeId>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Op {
    Create,
    Set,
    Delete,
}

impl TryFrom<Wire> for Change {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, &'static str> {
        let Wire { id, record, op, set, base, at, author, device, counter, reason, resolves } = wire;
        let operation = match (op, set) {
            (Op::Create, Some(set)) => Operation::Create { set },
            (Op::Set, Some(set)) => Operation::Set { set },
            (Op::Delete, _) => Operation::Delete,
            (Op::Create | Op::Set, None) => return Err("missing field `set`"),
        };
        Ok(Self { id, record, operation, base, at, author, device, counter, reason, resolves })
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = self.operation.fields().map_or(0, Body::len);
        write!(f, "Change({} on {:?} {}, {fields} fields)", self.id, self.record.kind, self.record.id)
    }
}

/// The server's answer to one change; every change gets exactly one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    pub change: ChangeId,
    #[serde(flatten)]
    pub kind: VerdictKind,
}

/// How a change ended on the server.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum VerdictKind {
    /// Durable on the server.
    Accepted { seq: Sequence },
    /// The same change came before; nothing was done again.
    Duplicate { seq: Sequence },
    /// Durable; these fields wait for a person to choose.
    Conflicted { seq: Sequence, fields: Vec<String> },
    /// Durable, set aside and shown to its author and the coordinator.
    Quarantined { reason: QuarantineReason },
}

/// Why a change was set aside.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuarantineReason {
    /// Its author may not do this.
    Forbidden,
    /// There is no such record.
    UnknownRecord,
    /// The record was deleted.
    Deleted,
    /// The record was erased; the content of the change was not kept.
    Erased,
    /// Another change with this id came before.
    ContentDiffers,
    /// The body does not make sense for its kind.
    Invalid,
    /// Records of this kind cannot be edited.
    AppendOnly,
}
