//! What a transaction has read and written: sent as few statements as there are tables, however many changes a batch
//! has. Each statement is a journey to the database and back.

use super::columns::{int, json};
use crate::db::{DbError, Logged, Result, SetAside, Stored, fields_to_json};
use domain::{ChangeId, DeviceId, Grant, RecordKey};
use postgres::types::ToSql;
use std::collections::{BTreeMap, BTreeSet};

/// Values of a statement.
type Params = Vec<Box<dyn ToSql + Sync>>;

const SAVE_RECORDS: &str = "
    INSERT INTO record (kind, id, partition, owned, also, parent, epoch, n, created_by, deleted, erased, body, fields,
        conflicts)
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::bigint[],
        $8::bigint[], $9::uuid[], $10::boolean[], $11::boolean[], $12::text[], $13::text[], $14::text[])
    ON CONFLICT (kind, id) DO UPDATE SET partition = excluded.partition, owned = excluded.owned,
        also = excluded.also, parent = excluded.parent, epoch = excluded.epoch, n = excluded.n,
        deleted = excluded.deleted, erased = excluded.erased, body = excluded.body, fields = excluded.fields,
        conflicts = excluded.conflicts";
const CLEAR_ALSO: &str = "
    DELETE FROM also_held USING record, unnest($1::text[], $2::uuid[]) AS saved (kind, id)
    WHERE record.kind = saved.kind AND record.id = saved.id AND also_held.row = record.row";
const SAVE_ALSO: &str = "
    INSERT INTO also_held (grant_key, n, row)
    SELECT held.grant_key, record.n, record.row
    FROM unnest($1::text[], $2::uuid[], $3::text[]) AS held (kind, id, grant_key)
    JOIN record ON record.kind = held.kind AND record.id = held.id";
const SAVE_CHANGES: &str = "
    INSERT INTO change (id, hash, device, counter, verdict, change, received_at)
    SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::bigint[], $5::text[], $6::text[],
        $7::timestamptz[])";
const SET_ASIDE: &str = "
    INSERT INTO quarantine (id, hash, device, reason, change, received_at)
    SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
    ON CONFLICT DO NOTHING";
const SAVE_LEAVES: &str = "
    INSERT INTO leave (grant_key, n, kind, id)
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::uuid[])";

/// A record as this transaction sees it.
struct Known {
    record: Option<Stored>,
    unsent: bool,
    /// The grants of others that the database has for it; none where that is not known.
    also: Option<BTreeSet<Grant>>,
}

/// See the module.
#[derive(Default)]
pub struct Pending {
    records: BTreeMap<RecordKey, Known>,
    changes: BTreeMap<ChangeId, Logged<String>>,
    /// Changes that are not in the database.
    new: BTreeSet<ChangeId>,
    set_aside: Vec<SetAside>,
    leaves: Vec<(Grant, u64, RecordKey)>,
    touched: BTreeSet<Grant>,
}

impl Pending {
    /// The grants whose holders have something new by this transaction.
    pub fn touched(&self) -> &BTreeSet<Grant> {
        &self.touched
    }

    /// A record that was met before; the inner option says whether it is there.
    pub fn record(&self, key: &RecordKey) -> Option<Option<Stored>> {
        self.records.get(key).map(|known| known.record.clone())
    }

    /// Notes what the database has.
    pub fn met(&mut self, key: &RecordKey, record: Option<Stored>) {
        let also = Some(record.as_ref().map(|r| r.place.also.clone()).unwrap_or_default());
        self.records.insert(key.clone(), Known { record, unsent: false, also });
    }

    pub fn save_record(&mut self, record: &Stored) {
        self.touched.extend(record.place.grants().cloned());
        let known = self.records.remove(&record.key);
        let also = known.and_then(|known| known.also);
        self.records.insert(record.key.clone(), Known { record: Some(record.clone()), unsent: true, also });
    }

    pub fn save_leave(&mut self, grant: &Grant, n: u64, key: &RecordKey) {
        self.touched.insert(grant.clone());
        self.leaves.push((grant.clone(), n, key.clone()));
    }

    /// Whether it is known what the database has for it.
    pub fn knows(&self, key: &RecordKey) -> bool {
        self.records.contains_key(key)
    }

    /// Notes that the database has no such change.
    pub fn note_new(&mut self, id: ChangeId) {
        self.new.insert(id);
    }

    /// Whether it was noted, and the change was not sent since.
    pub fn is_new(&self, id: ChangeId) -> bool {
        self.new.contains(&id)
    }

    /// A change that is not sent yet.
    pub fn change(&self, id: ChangeId) -> Option<&Logged<String>> {
        self.changes.get(&id)
    }

    /// The highest counter of the changes of a laptop that are not sent yet.
    pub fn last_counter(&self, device: DeviceId) -> u64 {
        let of_it = self.changes.values().filter(|change| change.device == device);
        of_it.map(|change| change.counter).max().unwrap_or(0)
    }

    pub fn save_change(&mut self, change: &Logged<String>) -> Result<()> {
        match self.changes.insert(change.id, change.clone()) {
            Some(_) => Err(DbError::Damaged("change")),
            None => Ok(()),
        }
    }

    pub fn set_aside(&mut self, change: &SetAside) {
        self.set_aside.push(change.clone());
    }

    /// The statements that send it all, in order.
    pub fn statements(&mut self) -> Result<Vec<(&'static str, Params)>> {
        let mut statements = Vec::new();
        self.records(&mut statements)?;
        if !self.changes.is_empty() {
            self.new.clear();
            let changes: Vec<Logged<String>> = std::mem::take(&mut self.changes).into_values().collect();
            statements.push((SAVE_CHANGES, changes_params(&changes)?));
        }
        if !self.set_aside.is_empty() {
            statements.push((SET_ASIDE, set_aside_params(&std::mem::take(&mut self.set_aside))?));
        }
        if !self.leaves.is_empty() {
            let leaves = std::mem::take(&mut self.leaves);
            let params: Params = vec![
                column(&leaves, |(grant, _, _)| grant.clone()),
                column(&leaves, |(_, n, _)| int(*n)),
                column(&leaves, |(_, _, key)| key.kind.as_str().to_owned()),
                column(&leaves, |(_, _, key)| key.id.0),
            ];
            statements.push((SAVE_LEAVES, params));
        }
        Ok(statements)
    }

    fn records(&mut self, statements: &mut Vec<(&'static str, Params)>) -> Result<()> {
        let mut saved = Vec::new();
        let (mut cleared, mut held) = (Vec::new(), Vec::new());
        for (key, known) in self.records.iter_mut().filter(|(_, known)| known.unsent) {
            let Some(record) = &known.record else { continue };
            if known.also.as_ref().is_none_or(|also| !also.is_empty()) {
                cleared.push(key);
            }
            held.extend(record.place.also.iter().map(|grant| (key, grant)));
            saved.push(record);
            known.unsent = false;
            known.also = Some(record.place.also.clone());
        }
        if !saved.is_empty() {
            statements.push((SAVE_RECORDS, record_params(&saved)?));
        }
        if !cleared.is_empty() {
            let kinds = column(&cleared, |key| key.kind.as_str().to_owned());
            statements.push((CLEAR_ALSO, vec![kinds, column(&cleared, |key| key.id.0)]));
        }
        if !held.is_empty() {
            let kinds = column(&held, |(key, _)| key.kind.as_str().to_owned());
            let ids = column(&held, |(key, _)| key.id.0);
            statements.push((SAVE_ALSO, vec![kinds, ids, column(&held, |(_, grant)| (*grant).clone())]));
        }
        Ok(())
    }
}

/// One value of each row, as an array.
fn column<R, T: ToSql + Sync + 'static>(rows: &[R], value: impl Fn(&R) -> T) -> Box<dyn ToSql + Sync>
where
    Vec<T>: ToSql,
{
    Box::new(rows.iter().map(value).collect::<Vec<T>>())
}

fn try_column<R>(rows: &[R], value: impl Fn(&R) -> Result<String>) -> Result<Box<dyn ToSql + Sync>> {
    Ok(Box::new(rows.iter().map(value).collect::<Result<Vec<String>>>()?))
}

fn record_params(records: &[&Stored]) -> Result<Params> {
    let fields = |r: &&Stored| fields_to_json(&r.standing).map_err(|e| DbError::Backend(Box::new(e)));
    Ok(vec![
        column(records, |r| r.key.kind.as_str().to_owned()),
        column(records, |r| r.key.id.0),
        column(records, |r| r.place.partition.clone()),
        column(records, |r| r.place.owned.clone()),
        try_column(records, |r| json(&r.place.also))?,
        column(records, |r| r.parent.map(|parent| parent.0)),
        column(records, |r| int(r.seq.0)),
        column(records, |r| int(r.seq.1)),
        column(records, |r| r.created_by.0),
        column(records, |r| r.standing.deleted),
        column(records, |r| r.standing.erased),
        try_column(records, |r| json(&r.standing.body))?,
        try_column(records, fields)?,
        try_column(records, |r| json(&r.standing.conflicts))?,
    ])
}

fn changes_params(changes: &[Logged<String>]) -> Result<Params> {
    Ok(vec![
        column(changes, |c| c.id.0),
        column(changes, |c| c.hash.to_vec()),
        column(changes, |c| c.device.0),
        column(changes, |c| int(c.counter)),
        try_column(changes, |c| json(&c.verdict))?,
        column(changes, |c| c.change.clone()),
        column(changes, |c| c.received_at),
    ])
}

fn set_aside_params(changes: &[SetAside]) -> Result<Params> {
    Ok(vec![
        column(changes, |c| c.id.0),
        column(changes, |c| c.hash.to_vec()),
        column(changes, |c| c.device.0),
        try_column(changes, |c| json(&c.reason))?,
        optional_json(changes, |c| c.change.as_ref())?,
        column(changes, |c| c.received_at),
    ])
}

fn optional_json<R>(rows: &[R], change: impl Fn(&R) -> Option<&domain::Change>) -> Result<Box<dyn ToSql + Sync>> {
    let texts: Result<Vec<Option<String>>> = rows.iter().map(|row| change(row).map(json).transpose()).collect();
    Ok(Box::new(texts?))
}
