//! Records as they travel and rest: a body of fields, a place, a position in the server's order.

use crate::{ChangeId, DeviceId, Kind, RecordId, UserId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of a record. A field of a newer version is kept as it came.
pub type Body = serde_json::Map<String, serde_json::Value>;

/// Which record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordKey {
    pub kind: Kind,
    pub id: RecordId,
}

impl RecordKey {
    pub fn new(kind: Kind, id: impl Into<RecordId>) -> Self {
        Self { kind, id: id.into() }
    }
}

/// A position in the server's order of changes; written `[epoch, n]`.
/// `n` counts from 1 within an epoch; a restored server begins a new epoch. `[0, 0]` is before everything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sequence(pub u64, pub u64);

impl Sequence {
    pub const ZERO: Sequence = Sequence(0, 0);
}

/// The state of a record as the server tells it. `B` is its body: read, or as text ([`RawRecord`]).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record<B = Body> {
    #[serde(flatten)]
    pub key: RecordKey,
    /// The grant under which most readers hold it; see [`crate::place`].
    pub partition: String,
    pub seq: Sequence,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
    pub body: B,
    /// Values that wait until a person chooses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

/// A record whose body stays the text that it is: handing out and storing need not read it.
pub type RawRecord = Record<Box<RawValue>>;

impl Record {
    /// The same with its body as text.
    ///
    /// # Errors
    /// None that a body of JSON can have.
    pub fn to_raw(&self) -> serde_json::Result<RawRecord> {
        Ok(Record {
            key: self.key.clone(),
            partition: self.partition.clone(),
            seq: self.seq,
            deleted: self.deleted,
            body: serde_json::value::to_raw_value(&self.body)?,
            conflicts: self.conflicts.clone(),
        })
    }
}

/// A value that lost the race to the server and is kept beside the winner until a person chooses.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The change that brought the waiting value.
    pub change: ChangeId,
    pub field: String,
    /// The waiting value; null where that change cleared the field.
    pub value: serde_json::Value,
    pub author: UserId,
    pub device: DeviceId,
    pub at: DateTime<Utc>,
    /// Who wrote the value that stands now, and when.
    pub standing_author: UserId,
    pub standing_at: DateTime<Utc>,
}

impl<B> fmt::Debug for Record<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Record({:?} {} at {:?})", self.key.kind, self.key.id, self.seq)
    }
}
impl fmt::Debug for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Conflict({} by {:?})", self.field, self.change)
    }
}

/// Sets and clears fields: a null clears.
pub fn apply(body: &mut Body, set: &Body) {
    for (field, value) in set {
        if value.is_null() {
            body.remove(field);
        } else {
            body.insert(field.clone(), value.clone());
        }
    }
}
