//! What the two back ends cost, below HTTP: pushes of visits in batches and one by one, and pulls.
//!
//!     cargo run --release -p server --example back_ends [postgres://USER@HOST/EMPTY_DATABASE PID]
//!
//! Without an address on SQLite in a folder of its own. Processor time is that of this process, and of the PostgreSQL
//! on this machine whose first process is PID.

#![allow(clippy::unwrap_used, reason = "a measurement ends where something fails")]

use chrono::Utc;
use domain::entities::{Channel, Entity, Household, Visit};
use domain::{
    Actor, Body, Change, DeviceId, Kind, Operation, RecordId, RecordKey, Role, Sequence, UserId, VerdictKind,
};
use protocol::{Cursor, Pull};
use serde_json::json;
use server::db::{self, Database, DatabaseUrl};
use server::push::{Author, push};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use uuid::Uuid;

const MUNICIPALITY: &str = "genk";
const BATCH: usize = 500;
const BATCHES: usize = 20;
const LAPTOPS: usize = 8;
const ONE_BY_ONE: usize = 125;
const TICKS_A_SECOND: f64 = 100.0;

/// A laptop without a network: changes go straight to the rules.
struct Laptop {
    actor: Actor,
    device: DeviceId,
    counter: u64,
    cursor: Cursor,
}

impl Laptop {
    fn new() -> Self {
        let neighbourhoods = vec!["winterslag".to_owned()];
        let user = UserId(Uuid::new_v4());
        let actor = Actor { user, role: Role::Visitor, municipality: MUNICIPALITY.into(), neighbourhoods, duty: false };
        Self { actor, device: DeviceId(Uuid::new_v4()), counter: 0, cursor: Cursor::default() }
    }

    fn creation(&mut self, kind: Kind, id: RecordId, set: Body) -> Change {
        self.counter += 1;
        Change {
            id: Uuid::now_v7().into(),
            record: RecordKey::new(kind, id),
            operation: Operation::Create { set },
            base: Sequence::ZERO,
            at: Utc::now(),
            author: self.actor.user,
            device: self.device,
            counter: self.counter,
            reason: None,
            resolves: Vec::new(),
        }
    }

    /// A visit of about 1.5 KB.
    fn visit(&mut self, household: RecordId) -> Change {
        let by = self.actor.user;
        let (form_id, form_version) = ("none".to_owned(), "1".to_owned());
        let (started_at, finished_at) = (Utc::now(), Utc::now());
        let channel = Channel::Door;
        let (language, with, flags, issues) = (None, None, Vec::new(), Vec::new());
        let visit = Visit {
            household,
            form_id,
            form_version,
            by,
            with,
            channel,
            started_at,
            finished_at,
            language,
            flags,
            issues,
            clock_off_s: None,
        };
        let mut set = visit.to_body();
        for n in 0..20 {
            let answer = format!("{n} {}", "een antwoord van een zin lang ".repeat(1 + n % 2));
            set.insert(format!("answers/group/question_{n}"), json!({ "value": answer }));
        }
        self.creation(Kind::Visit, RecordId(Uuid::now_v7()), set)
    }

    fn push(&self, db: &dyn Database, changes: &[Change]) {
        let author = Author::Laptop { actor: &self.actor, device: self.device };
        let verdicts = push(db, MUNICIPALITY, author, changes, Utc::now()).unwrap();
        assert!(verdicts.iter().all(|v| matches!(v.kind, VerdictKind::Accepted { .. })));
    }

    fn pull(&mut self, db: &dyn Database) -> usize {
        let mut records = 0;
        loop {
            let request = Pull { cursor: self.cursor.clone(), limit: 1000 };
            let page = server::pull::pull(db, &self.actor, self.device, &request, None).unwrap();
            self.cursor = page.cursor;
            records += page.records.len();
            if !page.more {
                return records;
            }
        }
    }
}

/// Seconds of this process, and of PostgreSQL's.
fn cpu() -> (f64, f64) {
    let me = std::fs::read_to_string("/proc/self/stat").unwrap();
    let first = std::env::args().nth(2).unwrap_or_default();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let stats = processes.filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    // After the name: the parent is the second field, the times of the process and of its ended children from the 12th.
    let database = stats.map(|stat| match fields(&stat) {
        fields if stat.split(' ').next() == Some(&first) => seconds(&fields[11..15]),
        fields if fields[1] == first => seconds(&fields[11..13]),
        _ => 0.0,
    });
    (seconds(&fields(&me)[11..13]), database.sum())
}

fn fields(stat: &str) -> Vec<&str> {
    stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect()
}

fn seconds(ticks: &[&str]) -> f64 {
    ticks.iter().map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / TICKS_A_SECOND
}

/// Runs `work`, which handles `count` things, and prints what one of them cost.
fn measure(what: &str, count: usize, work: impl FnOnce()) {
    let (before, start) = (cpu(), Instant::now());
    work();
    let (wall, after) = (start.elapsed().as_secs_f64(), cpu());
    let each = |seconds: f64| seconds * 1000.0 / count as f64;
    let (server, database) = (each(after.0 - before.0), each(after.1 - before.1));
    println!("{what:42} {:8.3} ms wall, {server:.3} + {database:.3} ms CPU each ({count})", each(wall));
}

fn one_by_one(db: &dyn Database, household: RecordId) {
    let times = Mutex::new(Vec::<Duration>::new());
    measure(&format!("{LAPTOPS} laptops, a visit a transaction"), LAPTOPS * ONE_BY_ONE, || {
        std::thread::scope(|scope| {
            for _ in 0..LAPTOPS {
                scope.spawn(|| {
                    let mut laptop = Laptop::new();
                    for _ in 0..ONE_BY_ONE {
                        let change = laptop.visit(household);
                        let start = Instant::now();
                        laptop.push(db, &[change]);
                        times.lock().unwrap().push(start.elapsed());
                    }
                });
            }
        });
    });
    let mut times = times.into_inner().unwrap();
    times.sort_unstable();
    println!("{:42} p50 {:.1?}, p99 {:.1?}", "", times[times.len() / 2], times[times.len() * 99 / 100]);
}

fn main() {
    let url = std::env::args().nth(1).map(DatabaseUrl);
    let folder = tempfile::tempdir().unwrap();
    let db = db::open(folder.path(), url.as_ref()).unwrap();
    let db = &*db;
    let (mut writer, mut reader) = (Laptop::new(), Laptop::new());
    reader.actor.role = Role::Coordinator;
    let household = RecordId(Uuid::now_v7());
    let home = Household { neighbourhood: "winterslag".into(), number: "1".into(), ..Household::default() };
    let home = writer.creation(Kind::Household, household, home.to_body());
    writer.push(db, &[home]);
    let batches: Vec<Vec<Change>> =
        (0..BATCHES).map(|_| (0..BATCH).map(|_| writer.visit(household)).collect()).collect();
    println!("a visit: {} bytes of JSON", serde_json::to_string(&batches[0][0]).unwrap().len());
    measure(&format!("push in batches of {BATCH}"), BATCH * BATCHES, || {
        batches.iter().for_each(|batch| writer.push(db, batch));
    });
    measure("first pull", BATCH * BATCHES, || {
        assert!(reader.pull(db) >= BATCH * BATCHES);
    });
    one_by_one(db, household);
    reader.pull(db);
    let hundred: Vec<Change> = (0..100).map(|_| writer.visit(household)).collect();
    writer.push(db, &hundred);
    measure("pull of 100", 1, || assert_eq!(reader.pull(db), 100));
    measure("pull of nothing", 200, || (0..200).for_each(|_| assert_eq!(reader.pull(db), 0)));
}
