//! Laptops of one municipality.

use crate::server::Server;
use chrono::{DateTime, Utc};
use domain::entities::Household;
use domain::{Actor, ChangeId, DeviceId, Kind, Operation, RecordId, RecordKey, Role, UserId};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Identity, Key, NewChange, Row, Store};
use sync::{Clock, Engine};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Laptop {
    pub _dir: TempDir,
    pub store: Arc<Store>,
    pub engine: Engine<Server>,
}

static CHANGES: AtomicU64 = AtomicU64::new(1);

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("time")
}

pub fn clock() -> Clock {
    Arc::new(now)
}

pub fn store(number: u128) -> (TempDir, Arc<Store>) {
    let dir = tempfile::tempdir().expect("dir");
    let store = Store::open(dir.path(), &Key::from_bytes([9; 32])).expect("open");
    let identity = Identity {
        server: String::new(),
        token: String::new(),
        device: DeviceId(Uuid::from_u128(number)),
        actor: Actor {
            user: UserId(Uuid::from_u128(number)),
            role: Role::Visitor,
            municipality: "genk".into(),
            neighbourhoods: vec!["winterslag".into()],
            duty: false,
        },
        user_name: "Sara".into(),
        device_name: "laptop".into(),
    };
    store.write(|w| w.set_identity(&identity)).expect("identity");
    (dir, Arc::new(store))
}

pub fn household(number: u128) -> RecordKey {
    RecordKey::new(Kind::Household, RecordId(Uuid::from_u128(number)))
}

fn change(key: &RecordKey, operation: Operation) -> NewChange {
    let number = CHANGES.fetch_add(1, Ordering::SeqCst);
    NewChange {
        id: ChangeId(Uuid::from_u128(number.into())),
        record: key.clone(),
        operation,
        at: now(),
        reason: None,
        resolves: Vec::new(),
    }
}

pub fn create(store: &Store, key: &RecordKey, fields: Value) {
    let set = fields.as_object().cloned().expect("object");
    store.write(|w| w.record_change(change(key, Operation::Create { set }))).expect("create");
}

pub fn create_many(store: &Store, numbers: std::ops::Range<u128>) {
    let written = store.write(|w| {
        for number in numbers {
            let set = serde_json::json!({"street": "Vennestraat", "number": number.to_string(), "neighbourhood": "w"});
            let set = set.as_object().cloned().unwrap_or_default();
            w.record_change(change(&household(number), Operation::Create { set }))?;
        }
        Ok(())
    });
    written.expect("create");
}

pub fn set(store: &Store, key: &RecordKey, fields: Value) {
    let set = fields.as_object().cloned().expect("object");
    store.write(|w| w.record_change(change(key, Operation::Set { set }))).expect("set");
}

impl Laptop {
    pub fn new(number: u128, server: &Server) -> Self {
        let (dir, store) = store(number);
        let engine = Engine::new(Arc::clone(&store), server.clone(), clock());
        Self { _dir: dir, store, engine }
    }

    pub async fn run(&mut self) -> sync::Outcome {
        self.engine.run_once().await.expect("run")
    }

    pub fn row(&self, key: &RecordKey) -> Option<Row> {
        self.store.read(|r| r.record(key)).expect("read")
    }

    pub fn field(&self, key: &RecordKey, field: &str) -> Value {
        self.row(key).and_then(|row| row.body.get(field).cloned()).unwrap_or(Value::Null)
    }

    pub fn waiting(&self) -> u32 {
        self.store.read(|r| r.outbox_counts()).expect("counts").pending
    }

    pub fn households(&self) -> usize {
        self.store.read(|r| r.list::<Household>()).expect("households").len()
    }
}
