//! A laptop with a database in a temporary directory, and short ways to make records.

use chrono::{DateTime, Duration, Utc};
use domain::entities::{Attempt, Channel, Entity, Household, Outcome, Resident};
use domain::{
    Actor, Body, ChangeId, DeviceId, Kind, Operation, Record, RecordId, RecordKey, Role, Sequence, UserId, Verdict,
    VerdictKind,
};
use serde_json::{Value, json};
use std::path::Path;
use store::{Identity, Key, NewChange, Row, Store};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Laptop {
    pub dir: TempDir,
    pub store: Store,
}

pub fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// Ids from numbers, so that failures read well.
pub fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

pub fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

pub fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("time") + Duration::seconds(second)
}

pub fn identity() -> Identity {
    Identity {
        server: "http://127.0.0.1:1".into(),
        token: "canary-token".into(),
        device: DeviceId(Uuid::from_u128(900)),
        actor: Actor {
            user: user(800),
            role: Role::Visitor,
            municipality: "genk".into(),
            neighbourhoods: vec!["winterslag".into()],
            duty: false,
        },
        user_name: "Sara".into(),
        device_name: "laptop 1".into(),
    }
}

pub fn open(dir: &Path) -> Store {
    Store::open(dir, &key()).expect("open")
}

impl Laptop {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("dir");
        let store = open(dir.path());
        store.write(|w| w.set_identity(&identity())).expect("identity");
        Self { dir, store }
    }

    /// Closes the database and opens it again.
    pub fn reopen(self) -> Self {
        let Self { dir, store } = self;
        drop(store);
        Self { store: open(dir.path()), dir }
    }

    pub fn change(&self, number: u128, key: &RecordKey, operation: Operation) -> domain::Change {
        self.store.write(|w| w.record_change(new_change(number, key, operation))).expect("change")
    }

    pub fn create<E: Entity>(&self, number: u128, value: &E) -> RecordKey {
        let key = RecordKey::new(E::KIND, id(number));
        self.change(10_000 + number, &key, Operation::Create { set: value.to_body() });
        key
    }

    pub fn set(&self, number: u128, key: &RecordKey, fields: Value) {
        self.change(number, key, Operation::Set { set: body(fields) });
    }

    pub fn pull(&self, records: &[Record]) {
        let raw: Vec<_> = records.iter().map(|record| record.to_raw().expect("json")).collect();
        self.store.write(|w| w.apply_pulled(&raw)).expect("pull");
    }

    pub fn verdict(&self, number: u128, kind: VerdictKind) {
        let verdict = Verdict { change: ChangeId(Uuid::from_u128(number)), kind };
        self.store.write(|w| w.apply_verdicts(&[verdict], at(0))).expect("verdict");
    }

    pub fn row(&self, key: &RecordKey) -> Row {
        self.store.read(|r| r.record(key)).expect("read").expect("row")
    }

    pub fn field(&self, key: &RecordKey, field: &str) -> Value {
        self.row(key).body.get(field).cloned().unwrap_or(Value::Null)
    }

    pub fn found(&self, text: &str) -> Vec<RecordId> {
        let hits = self.store.read(|r| r.search(text, 20)).expect("search");
        hits.into_iter().map(|h| h.id).collect()
    }
}

pub fn new_change(number: u128, key: &RecordKey, operation: Operation) -> NewChange {
    NewChange {
        id: ChangeId(Uuid::from_u128(number)),
        record: key.clone(),
        operation,
        at: at(0),
        reason: None,
        resolves: Vec::new(),
    }
}

pub fn body(fields: Value) -> Body {
    fields.as_object().cloned().expect("object")
}

pub fn record(kind: Kind, number: u128, n: u64, fields: Value) -> Record {
    Record {
        key: RecordKey::new(kind, id(number)),
        partition: "genk/winterslag".into(),
        seq: Sequence(1, n),
        deleted: false,
        body: body(fields),
        conflicts: Vec::new(),
    }
}

pub fn household(street: &str, number: &str, name: &str) -> Household {
    Household {
        neighbourhood: "winterslag".into(),
        street: street.into(),
        number: number.into(),
        name: Some(name.into()),
        ..Household::default()
    }
}

pub fn resident(household: RecordId, name: &str) -> Resident {
    Resident { household, name: Some(name.into()), birth_year: None, phone: None, language: None }
}

pub fn address(street: &str, number: &str) -> Value {
    json!({"neighbourhood": "winterslag", "street": street, "number": number})
}

pub fn attempt(household: u128, outcome: Outcome, second: i64) -> Attempt {
    Attempt {
        household: id(household),
        channel: Channel::Door,
        outcome,
        started_at: at(second),
        finished_at: None,
        by: user(800),
        with: None,
        leaflets: 0,
        come_back_on: None,
        promised: None,
        undone: false,
    }
}
