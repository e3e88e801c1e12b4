//! Values to columns and back. What cannot be read back names its column, never its value.

use crate::db::{DbError, Device, Logged, Result, SetAside, Stored, fields_from_json};
use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::merge::Standing;
use domain::place::Place;
use domain::{Kind, RawRecord, RecordId, RecordKey, Sequence};
use postgres::Row;
use postgres::types::FromSql;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use uuid::Uuid;

/// PostgreSQL's integers are signed; a number that does not fit is no sequence of ours.
pub fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub fn uint(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

pub fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| DbError::Backend(Box::new(e)))
}

pub fn get<'r, T: FromSql<'r>>(row: &'r Row, column: &'static str) -> Result<T> {
    row.try_get(column).map_err(|_| DbError::Damaged(column))
}

pub fn record(row: &Row) -> Result<Stored> {
    let body = parse(row, "body")?;
    let standing = Standing {
        fields: fields_from_json(get(row, "fields")?, &body).map_err(|_| DbError::Damaged("fields"))?,
        body,
        conflicts: parse(row, "conflicts")?,
        deleted: get(row, "deleted")?,
        erased: get(row, "erased")?,
    };
    Ok(Stored {
        key: key(row)?,
        place: place(row)?,
        parent: get::<Option<Uuid>>(row, "parent")?.map(RecordId),
        seq: sequence(row)?,
        created_by: get::<Uuid>(row, "created_by")?.into(),
        standing,
    })
}

/// A record as it is handed out.
pub fn told(row: &Row) -> Result<RawRecord> {
    // What was deleted leaves no content on a laptop; the server keeps it for restoring.
    let deleted: bool = get(row, "deleted")?;
    let body = if deleted { "{}" } else { get(row, "body")? };
    Ok(RawRecord {
        key: key(row)?,
        partition: get(row, "partition")?,
        seq: sequence(row)?,
        deleted,
        body: RawValue::from_string(body.to_owned()).map_err(|_| DbError::Damaged("body"))?,
        conflicts: if deleted { Vec::new() } else { parse(row, "conflicts")? },
    })
}

fn sequence(row: &Row) -> Result<Sequence> {
    Ok(Sequence(uint(get(row, "epoch")?), uint(get(row, "n")?)))
}

pub fn key(row: &Row) -> Result<RecordKey> {
    Ok(RecordKey::new(Kind::from(get::<&str>(row, "kind")?), RecordId(get(row, "id")?)))
}

pub fn place(row: &Row) -> Result<Place> {
    Ok(Place { partition: get(row, "partition")?, owned: get(row, "owned")?, also: parse(row, "also")? })
}

pub fn logged(row: &Row) -> Result<Logged> {
    Ok(Logged {
        id: get::<Uuid>(row, "id")?.into(),
        hash: hash(row, "hash")?,
        device: get::<Uuid>(row, "device")?.into(),
        counter: uint(get(row, "counter")?),
        verdict: parse(row, "verdict")?,
        change: parse_optional(row, "change")?,
        received_at: get(row, "received_at")?,
    })
}

pub fn set_aside(row: &Row) -> Result<SetAside> {
    Ok(SetAside {
        id: get::<Uuid>(row, "id")?.into(),
        hash: hash(row, "hash")?,
        device: get::<Uuid>(row, "device")?.into(),
        reason: parse(row, "reason")?,
        change: parse_optional(row, "change")?,
        received_at: get(row, "received_at")?,
    })
}

pub fn device(row: &Row) -> Result<Device> {
    Ok(Device {
        id: get::<Uuid>(row, "id")?.into(),
        user: get::<Uuid>(row, "holder")?.into(),
        name: get(row, "name")?,
        token: hash(row, "token")?,
        enrolled_at: get::<DateTime<Utc>>(row, "enrolled_at")?,
        revoked_at: get(row, "revoked_at")?,
        last_contact_at: get(row, "last_contact_at")?,
        skew_s: get(row, "skew_s")?,
    })
}

fn hash(row: &Row, column: &'static str) -> Result<Hash> {
    get::<&[u8]>(row, column)?.try_into().map_err(|_| DbError::Damaged(column))
}

fn parse<T: DeserializeOwned>(row: &Row, column: &'static str) -> Result<T> {
    parse_optional(row, column)?.ok_or(DbError::Damaged(column))
}

fn parse_optional<T: DeserializeOwned>(row: &Row, column: &'static str) -> Result<Option<T>> {
    let text: Option<&str> = get(row, column)?;
    text.map(|t| serde_json::from_str(t).map_err(|_| DbError::Damaged(column))).transpose()
}
