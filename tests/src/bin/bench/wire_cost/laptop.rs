//! The laptops' process: real databases, the real engine, HTTP.

use super::child::serve;
use super::data;
use chrono::Utc;
use domain::{EnrolmentId, Operation, RecordId};
use serde_json::{Value, json};
use server::secret::new_id;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Identity, Key, NewChange, Store};
use sync::{Engine, HttpTransport, Outcome};
use tokio::runtime::Runtime;

/// Writes within one transaction while what is measured is prepared.
const BATCH: usize = 500;

const SETTLING: Duration = Duration::from_secs(10);

/// A laptop that is enrolled, with its engine.
pub struct Laptop {
    pub store: Arc<Store>,
    engine: Engine<HttpTransport>,
}

impl Laptop {
    /// Opens or makes the database in `dir` and enrols.
    pub async fn enrol(dir: &Path, url: &str, code: &str) -> Self {
        let enrolled = sync::enrol(url, code, "laptop", EnrolmentId(new_id(Utc::now()))).await.expect("to enrol");
        let store = Store::open(dir, &Key::from_bytes([7; 32])).expect("a database");
        let identity = Identity {
            server: url.to_owned(),
            token: enrolled.token,
            device: enrolled.device,
            actor: enrolled.actor,
            user_name: enrolled.user_name,
            device_name: "laptop".to_owned(),
        };
        store.write(|w| w.set_identity(&identity)).expect("to write");
        let store = Arc::new(store);
        let engine = Engine::over_http(Arc::clone(&store), url, &identity.token).expect("an engine");
        Self { store, engine }
    }

    pub fn identity(&self) -> Identity {
        self.store.read(|r| r.identity()).expect("to read").expect("enrolled")
    }

    pub fn write(&self, changes: Vec<NewChange>) {
        for part in changes.chunks(BATCH) {
            let part = part.to_vec();
            self.store.write(|w| part.into_iter().try_for_each(|c| w.record_change(c).map(drop))).expect("to write");
        }
    }

    pub async fn push(&mut self) -> usize {
        self.engine.push().await.expect("to push")
    }

    pub async fn pull(&mut self) -> usize {
        let mut outcome = Outcome::default();
        self.engine.pull(&mut outcome).await.expect("to pull");
        outcome.pulled
    }
}

/// A runtime such as the app has.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime")
}

/// One laptop: `households`, `visits`, `change100`, `push`, `pull`; `connect`, as the app does, and then `idle SECONDS`.
pub fn main(dir: &str, url: &str, code: &str, file: &str) {
    let lines = data::lines(file);
    let runtime = runtime();
    let mut laptop = runtime.block_on(Laptop::enrol(dir.as_ref(), url, code));
    let by = laptop.identity().actor.user;
    let mut connected = None;
    serve(|words| match words {
        ["ready"] => json!(null),
        ["connect"] => {
            let engine = Engine::over_http(Arc::clone(&laptop.store), url, &laptop.identity().token);
            let handle = sync::spawn(runtime.handle(), engine.expect("an engine"), |_| ());
            runtime.block_on(handle.first_contact());
            connected = Some(handle);
            // The stream of events opens after the first contact, and is told of nothing new once.
            std::thread::sleep(SETTLING);
            json!(null)
        }
        ["idle", seconds] => {
            std::thread::sleep(Duration::from_secs(seconds.parse().expect("a number")));
            let status = connected.as_ref().expect("connected").status();
            assert!(status.borrow().online, "still connected");
            json!(null)
        }
        ["households"] => {
            laptop.write(data::households(&lines, Utc::now()));
            json!(null)
        }
        ["visits"] => {
            let now = Utc::now();
            let visits: Vec<NewChange> =
                lines.iter().map(|line| data::visit(line, data::id_of(line), None, by, now)).collect();
            let bytes: usize = visits.iter().map(|v| json!(v.operation.fields()).to_string().len()).sum();
            let mean = bytes / visits.len();
            laptop.write(visits);
            json!(mean)
        }
        ["change100"] => {
            laptop.write(hundred(&lines, by));
            json!(null)
        }
        ["push"] => timed(|| runtime.block_on(laptop.push())),
        ["pull"] => timed(|| runtime.block_on(laptop.pull())),
        other => panic!("{other:?}: no such question"),
    });
}

/// 50 edits of visits that the laptop holds, and 50 new visits.
fn hundred(lines: &[Value], by: domain::UserId) -> Vec<NewChange> {
    let now = Utc::now();
    let fresh = lines.iter().take(50).map(|line| data::visit(line, RecordId(new_id(now)), None, by, now));
    let mut all: Vec<NewChange> = fresh.collect();
    for line in &lines[..50] {
        let mut edit = data::visit(line, data::id_of(line), None, by, now);
        let mood = 1 + Utc::now().timestamp_subsec_micros() % 5;
        let set = [("answers/q17_mood".to_owned(), json!({ "value": mood }))].into_iter().collect();
        edit.operation = Operation::Set { set };
        all.push(edit);
    }
    all
}

/// The count that `work` returns, with the time it took.
pub fn timed(work: impl FnOnce() -> usize) -> Value {
    let begun = Instant::now();
    let count = work();
    json!({ "count": count, "wall_s": begun.elapsed().as_secs_f64() })
}
