//! Values to columns and back. What cannot be read back names its column, never its value.

use crate::db::{Anchor, DbError, Device, Logged, Result, SetAside, Stored, fields_from_json};
use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::merge::Standing;
use domain::place::Place;
use domain::{Kind, RawRecord, RecordId, RecordKey, Sequence};
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use uuid::Uuid;

pub const RECORD: &str =
    "kind, id, partition, owned, also, parent, epoch, n, created_by, deleted, erased, body, fields, conflicts";
pub const CHANGE: &str = "id, hash, device, counter, verdict, change, received_at";
pub const SET_ASIDE: &str = "id, hash, device, reason, change, received_at";
pub const DEVICE: &str = "id, user, name, token, enrolled_at, revoked_at, last_contact_at, skew_s";

/// SQLite's integers are signed; a number that does not fit is no sequence of ours.
pub fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub fn uint(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

pub fn blob(id: &Uuid) -> &[u8] {
    id.as_bytes()
}

pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

pub fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| DbError::Backend(Box::new(e)))
}

pub fn record(row: &Row<'_>) -> Result<Stored> {
    let fields: String = row.get("fields")?;
    let body = parse(row, "body")?;
    let standing = Standing {
        fields: fields_from_json(&fields, &body).map_err(|_| DbError::Damaged("fields"))?,
        body,
        conflicts: parse(row, "conflicts")?,
        deleted: row.get("deleted")?,
        erased: row.get("erased")?,
    };
    let parent: Option<Vec<u8>> = row.get("parent")?;
    Ok(Stored {
        key: key(row)?,
        place: place(row)?,
        parent: parent
            .map(|p| Uuid::from_slice(&p).map(RecordId))
            .transpose()
            .map_err(|_| DbError::Damaged("parent"))?,
        seq: Sequence(uint(row.get("epoch")?), uint(row.get("n")?)),
        created_by: id(row, "created_by")?.into(),
        standing,
    })
}

pub fn anchor(row: &Row<'_>) -> Result<Anchor> {
    let with = row.get_ref("companion")?.as_str_or_null().ok().flatten();
    Ok(Anchor {
        partition: row.get("partition")?,
        created_by: id(row, "created_by")?.into(),
        erased: row.get("erased")?,
        with: with.and_then(|text| text.parse().ok()),
    })
}

/// A record as it is handed out.
pub fn told(row: &Row<'_>) -> Result<RawRecord> {
    // What was deleted leaves no content on a laptop; the server keeps it for restoring.
    let deleted: bool = row.get("deleted")?;
    let body = if deleted { "{}".to_owned() } else { row.get("body")? };
    Ok(RawRecord {
        key: key(row)?,
        partition: row.get("partition")?,
        seq: Sequence(uint(row.get("epoch")?), uint(row.get("n")?)),
        deleted,
        body: RawValue::from_string(body).map_err(|_| DbError::Damaged("body"))?,
        conflicts: if deleted { Vec::new() } else { parse(row, "conflicts")? },
    })
}

/// How many bytes of text rest in what a record says.
pub fn told_bytes(row: &Row<'_>) -> Result<usize> {
    let bytes = |column| Ok::<_, DbError>(row.get_ref(column)?.as_str().map_err(|_| DbError::Damaged("text"))?.len());
    Ok(bytes("body")? + bytes("conflicts")?)
}

pub fn key(row: &Row<'_>) -> Result<RecordKey> {
    let kind: String = row.get("kind")?;
    Ok(RecordKey::new(Kind::from(kind), id(row, "id")?))
}

pub fn place(row: &Row<'_>) -> Result<Place> {
    Ok(Place { partition: row.get("partition")?, owned: row.get("owned")?, also: parse(row, "also")? })
}

pub fn logged(row: &Row<'_>) -> Result<Logged> {
    Ok(Logged {
        id: id(row, "id")?.into(),
        hash: hash(row, "hash")?,
        device: id(row, "device")?.into(),
        counter: uint(row.get("counter")?),
        verdict: parse(row, "verdict")?,
        change: parse_optional(row, "change")?,
        received_at: at(row, "received_at")?.ok_or(DbError::Damaged("received_at"))?,
    })
}

pub fn set_aside(row: &Row<'_>) -> Result<SetAside> {
    Ok(SetAside {
        id: id(row, "id")?.into(),
        hash: hash(row, "hash")?,
        device: id(row, "device")?.into(),
        reason: parse(row, "reason")?,
        change: parse_optional(row, "change")?,
        received_at: at(row, "received_at")?.ok_or(DbError::Damaged("received_at"))?,
    })
}

pub fn device(row: &Row<'_>) -> Result<Device> {
    Ok(Device {
        id: id(row, "id")?.into(),
        user: id(row, "user")?.into(),
        name: row.get("name")?,
        token: hash(row, "token")?,
        enrolled_at: at(row, "enrolled_at")?.ok_or(DbError::Damaged("enrolled_at"))?,
        revoked_at: at(row, "revoked_at")?,
        last_contact_at: at(row, "last_contact_at")?,
        skew_s: row.get("skew_s")?,
    })
}

pub fn id(row: &Row<'_>, column: &'static str) -> Result<Uuid> {
    let bytes = row.get_ref(column)?.as_blob().map_err(|_| DbError::Damaged(column))?;
    Uuid::from_slice(bytes).map_err(|_| DbError::Damaged(column))
}

fn hash(row: &Row<'_>, column: &'static str) -> Result<Hash> {
    let bytes = row.get_ref(column)?.as_blob().map_err(|_| DbError::Damaged(column))?;
    bytes.try_into().map_err(|_| DbError::Damaged(column))
}

pub fn at(row: &Row<'_>, column: &'static str) -> Result<Option<DateTime<Utc>>> {
    let text: Option<String> = row.get(column)?;
    let parsed = text.map(|t| DateTime::parse_from_rfc3339(&t).map(|at| at.with_timezone(&Utc)));
    parsed.transpose().map_err(|_| DbError::Damaged(column))
}

fn parse<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T> {
    parse_optional(row, column)?.ok_or(DbError::Damaged(column))
}

fn parse_optional<T: DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null().map_err(|_| DbError::Damaged(column))?;
    text.map(|t| serde_json::from_str(t).map_err(|_| DbError::Damaged(column))).transpose()
}
