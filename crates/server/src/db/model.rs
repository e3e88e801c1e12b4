//! The models between the rules and the back ends.

use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::merge::{FieldMeta, Standing};
use domain::place::Place;
use domain::{
    Change, ChangeId, DeviceId, QuarantineReason, RawRecord, RecordId, RecordKey, Sequence, UserId, VerdictKind,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A record as the server keeps it, with its place in the order and in the municipality.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    pub key: RecordKey,
    pub place: Place,
    /// The record that its place follows from.
    pub parent: Option<RecordId>,
    pub seq: Sequence,
    pub created_by: UserId,
    pub standing: Standing,
}

/// One thing of a page.
pub enum Entry {
    /// A record that lies in the scope, its body as it rests.
    Record(RawRecord),
    /// A record that left one grant of the scope; it may lie in another. None where it is nowhere any more.
    Left(RecordKey, Option<Place>),
}

/// Part of a scope in the order of sequence numbers. Nothing occurs twice.
pub struct Page {
    pub entries: Vec<Entry>,
    /// With `more`: everything of the scope up to this number is in this page or before it.
    pub last: u64,
    pub more: bool,
}

/// An answered change.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Logged {
    pub id: ChangeId,
    /// Of the canonical bytes, to tell the same change from another with the same id.
    #[serde(with = "crate::secret::as_text")]
    pub hash: Hash,
    pub device: DeviceId,
    pub counter: u64,
    pub verdict: VerdictKind,
    /// None where the content may not be kept.
    pub change: Option<Change>,
    pub received_at: DateTime<Utc>,
}

/// A change that was set aside: nothing is refused without a trace.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    pub id: ChangeId,
    #[serde(with = "crate::secret::as_text")]
    pub hash: Hash,
    /// The laptop that sent it, whatever the change claims.
    pub device: DeviceId,
    pub reason: QuarantineReason,
    /// None where the content may not be kept.
    pub change: Option<Change>,
    pub received_at: DateTime<Utc>,
}

/// A one-time code for a laptop of `user`.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    pub hash: Hash,
    pub user: UserId,
    pub expires_at: DateTime<Utc>,
}

/// What came of using an enrolment code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TakenCode {
    /// It is this enrolment's, now or since before: for a laptop of `user` with this id.
    Good {
        user: UserId,
        device: DeviceId,
    },
    Unknown,
    /// By another enrolment.
    Used,
    Expired,
}

/// A laptop.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: DeviceId,
    pub user: UserId,
    pub name: String,
    #[serde(with = "crate::secret::as_text")]
    pub token: Hash,
    pub enrolled_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub last_contact_at: Option<DateTime<Utc>>,
}

/// Who wrote which fields, as stored: most fields of a record were written together.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(flatten)]
    meta: FieldMeta,
    names: Vec<String>,
}

/// The stored form of [`Standing::fields`].
pub(crate) fn fields_to_json(fields: &BTreeMap<String, FieldMeta>) -> serde_json::Result<String> {
    let mut groups: Vec<Written> = Vec::new();
    for (name, meta) in fields {
        match groups.iter_mut().find(|g| g.meta == *meta) {
            Some(group) => group.names.push(name.clone()),
            None => groups.push(Written { meta: meta.clone(), names: vec![name.clone()] }),
        }
    }
    serde_json::to_string(&groups)
}

/// The reverse of [`fields_to_json`].
pub(crate) fn fields_from_json(text: &str) -> serde_json::Result<BTreeMap<String, FieldMeta>> {
    let groups: Vec<Written> = serde_json::from_str(text)?;
    let mut fields = BTreeMap::new();
    for Written { meta, names } in groups {
        fields.extend(names.into_iter().map(|name| (name, meta.clone())));
    }
    Ok(fields)
}
