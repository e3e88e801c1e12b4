//! The models between the rules and the back ends.

use super::{DbError, Result};
use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::merge::{FieldMeta, Standing};
use domain::place::Place;
use domain::{
    Body, Change, ChangeId, DeviceId, QuarantineReason, RawRecord, RecordId, RecordKey, Sequence, UserId, VerdictKind,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
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

/// The little of a record that says where another lies.
pub struct Anchor {
    pub partition: String,
    pub created_by: UserId,
    pub erased: bool,
    /// The second colleague, where it is a visit that had one.
    pub with: Option<UserId>,
}

impl From<Stored> for Anchor {
    fn from(record: Stored) -> Self {
        let with = record.standing.body.get("with").and_then(|v| v.as_str()).and_then(|text| text.parse().ok());
        let erased = record.standing.erased;
        Self { partition: record.place.partition, created_by: record.created_by, erased, with }
    }
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

/// An answered change. `C` is its content: read, or as the JSON that it is kept as.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Logged<C = Change> {
    pub id: ChangeId,
    /// Of the canonical bytes, to tell the same change from another with the same id.
    #[serde(with = "crate::secret::as_text")]
    pub hash: Hash,
    pub device: DeviceId,
    pub counter: u64,
    pub verdict: VerdictKind,
    /// None where the content may not be kept.
    pub change: Option<C>,
    pub received_at: DateTime<Utc>,
}

impl<C> Logged<C> {
    /// The same with another form of its content.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn map<D>(&self, change: impl FnOnce(&C) -> Result<D>) -> Result<Logged<D>> {
        Ok(Logged {
            id: self.id,
            hash: self.hash,
            device: self.device,
            counter: self.counter,
            verdict: self.verdict.clone(),
            change: self.change.as_ref().map(change).transpose()?,
            received_at: self.received_at,
        })
    }
}

impl Logged {
    /// With its content as text.
    ///
    /// # Errors
    /// None that a change can have.
    pub fn to_text(&self) -> Result<Logged<String>> {
        self.map(|change| serde_json::to_string(change).map_err(|e| DbError::Backend(Box::new(e))))
    }
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
    /// By how many seconds its clock was ahead when it last pushed; absent where it never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skew_s: Option<i64>,
}

/// Who wrote which fields, as stored: most fields of a record were written together.
#[derive(Serialize, Deserialize)]
struct Written<'n> {
    #[serde(flatten)]
    meta: Cow<'n, FieldMeta>,
    /// None: every field of the body that no other group names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    names: Option<Vec<Cow<'n, str>>>,
}

/// The stored form of [`Standing::fields`].
pub(crate) fn fields_to_json(standing: &Standing) -> serde_json::Result<String> {
    let mut groups: Vec<(&FieldMeta, Vec<&str>)> = Vec::new();
    for (name, meta) in &standing.fields {
        match groups.iter_mut().find(|(known, _)| *known == meta) {
            Some((_, names)) => names.push(name),
            None => groups.push((meta, vec![name])),
        }
    }
    // Of the largest group the names follow from the body, unless it has one that was cleared since.
    let body = &standing.body;
    let follows = |names: &[&str]| names.iter().all(|name| body.contains_key(*name));
    let whole = body.keys().all(|name| standing.fields.contains_key(name));
    let largest = (0..groups.len()).max_by_key(|n| groups[*n].1.len()).filter(|n| whole && follows(&groups[*n].1));
    let written = groups.into_iter().enumerate().map(|(n, (meta, names))| Written {
        meta: Cow::Borrowed(meta),
        names: (Some(n) != largest).then(|| names.into_iter().map(Cow::Borrowed).collect()),
    });
    serde_json::to_string(&written.collect::<Vec<_>>())
}

/// The reverse of [`fields_to_json`].
pub(crate) fn fields_from_json(text: &str, body: &Body) -> serde_json::Result<BTreeMap<String, FieldMeta>> {
    let groups: Vec<Written<'_>> = serde_json::from_str(text)?;
    let mut fields = BTreeMap::new();
    let mut rest = None;
    for Written { meta, names } in groups {
        match names {
            Some(names) => {
                fields.extend(names.into_iter().map(|name| (name.into_owned(), FieldMeta::clone(&meta))));
            }
            None => rest = Some(meta),
        }
    }
    if let Some(meta) = rest {
        for name in body.keys() {
            fields.entry(name.clone()).or_insert_with(|| FieldMeta::clone(&meta));
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const META: &str = r#""device":"00000000-0000-0000-0000-000000000000","author":"00000000-0000-0000-0000-000000000000","at":"2026-11-24T10:30:00Z""#;

    fn standing(body: serde_json::Value, fields: &[(&str, u64)]) -> Standing {
        let meta = |n: &u64| serde_json::from_str(&format!(r#"{{"seq":[1,{n}],{META}}}"#)).expect("who wrote it");
        Standing {
            body: body.as_object().expect("an object").clone(),
            fields: fields.iter().map(|(name, n)| ((*name).to_owned(), meta(n))).collect(),
            ..Standing::default()
        }
    }

    #[test]
    fn who_wrote_what_comes_back() {
        for (standing, stored) in [
            (standing(json!({}), &[]), "[]".to_owned()),
            (standing(json!({ "a": 1, "b": 2 }), &[("a", 1), ("b", 1)]), format!(r#"[{{"seq":[1,1],{META}}}]"#)),
            (
                standing(json!({ "a": 1, "b": 2, "c": 3 }), &[("a", 1), ("b", 1), ("c", 2)]),
                format!(r#"[{{"seq":[1,1],{META}}},{{"seq":[1,2],{META},"names":["c"]}}]"#),
            ),
            // Cleared, and so not in the body.
            (
                standing(json!({ "a": 1 }), &[("a", 1), ("gone", 1)]),
                format!(r#"[{{"seq":[1,1],{META},"names":["a","gone"]}}]"#),
            ),
            (
                standing(json!({ "a": 1, "b": 2 }), &[("a", 1), ("b", 1), ("gone", 2)]),
                format!(r#"[{{"seq":[1,1],{META}}},{{"seq":[1,2],{META},"names":["gone"]}}]"#),
            ),
        ] {
            assert_eq!(fields_to_json(&standing).expect("json"), stored);
            assert_eq!(fields_from_json(&stored, &standing.body).expect("json"), standing.fields);
        }
    }

    /// As servers wrote it before names were left out.
    #[test]
    fn all_names_are_read_too() {
        let standing = standing(json!({ "a": 1, "b": 2 }), &[("a", 1), ("b", 1)]);
        let stored = format!(r#"[{{"seq":[1,1],{META},"names":["a","b"]}}]"#);
        assert_eq!(fields_from_json(&stored, &standing.body).expect("json"), standing.fields);
    }
}
