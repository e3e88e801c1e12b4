//! What is measured on the laptop: each stage in a process of its own, on the same data directory.

use crate::city::{VISITOR, visit_of};
use crate::figures::{median, ms, p50_p99, p50_p99_twice, peak_memory, row, seconds, timed, timed_twice};
use chrono::Utc;
use domain::entities::{Entity, Household};
use domain::{ChangeId, Kind, Operation, RecordId, RecordKey};
use serde_json::{Value, json};
use server::secret::new_id;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use store::keyfile::{self, Cost};
use store::{NewChange, Store};
use tests::doorstep::{answer, path_of, start_visit};
use tests::office::{Laptop, PASSPHRASE, enrolment};
use tests::random::Random;

const ANSWERS: usize = 1_000;
const WRITES: usize = 500;
const TYPED: [&str; 8] =
    ["yildiz", "el idrisi", "venne", "v", "familie kaya", "hoevenzavellaan 17", "nowak", "jansen c"];

/// Runs a stage in a new process, which prints its rows.
pub fn run(stage: &str, args: &[&str]) {
    let own = std::env::current_exe().expect("this program has a path");
    let status = Command::new(own).args(["stage", stage]).args(args).stdin(Stdio::null()).status();
    assert!(status.expect("the stage starts").success(), "{stage}: failed");
}

/// What [`run`] starts.
pub fn stage(stage: &str, args: &[&str]) {
    match (stage, args) {
        ("enrol", [dir, url, code, households]) => enrol(dir.as_ref(), url, code, households),
        ("pull", [dir, visits]) => pull(dir.as_ref(), visits),
        ("work", [dir]) => work(dir.as_ref()),
        ("push", [dir, visits]) => push(dir.as_ref(), visits.parse().expect("a number")),
        _ => panic!("{stage}: no such stage"),
    }
}

fn enrol(dir: &Path, url: &str, code: &str, households: &str) {
    let laptop = Laptop::at(dir);
    let (time, _) = timed(|| laptop.call("enrol", enrolment(url, code)));
    row(format!("enrolling and first pull of {households} households with a resident each"), seconds(time), "");
    assert_eq!(laptop.call("session", json!({}))["user_name"], VISITOR);
}

/// One run of the sync engine, without pauses.
fn contact(store: &Arc<Store>) -> (Duration, sync::Outcome) {
    let identity = store.read(|r| r.identity()).expect("to read").expect("enrolled");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("runtime");
    let engine = sync::Engine::over_http(Arc::clone(store), &identity.server, &identity.token);
    let mut engine = engine.expect("an engine");
    let (time, outcome) = timed(|| runtime.block_on(engine.run_once()));
    (time, outcome.expect("contact"))
}

fn open(dir: &Path) -> Arc<Store> {
    let key = keyfile::open(dir, PASSPHRASE, Utc::now()).expect("the key");
    Arc::new(Store::open(dir, &key).expect("the database"))
}

fn pull(dir: &Path, visits: &str) {
    let store = open(dir);
    let (time, outcome) = contact(&store);
    assert!(outcome.pulled >= 2 * visits.parse::<usize>().expect("a number"), "{outcome:?}");
    row(format!("first pull of {visits} visits, each with its attempt"), seconds(time), "");
    row("… peak memory of the laptop's process, without a window", peak_memory(), "");
    let (nothing, _) = contact(&store);
    row("a pull of nothing, with connecting", ms(nothing), "");
}

fn work(dir: &Path) {
    derivation();
    // The server may be there: what is measured does not wait for it.
    let unlocks: Vec<(Duration, Duration)> = (0..9).map(|_| unlock_to_today(dir)).collect();
    let wall = ms(median(&unlocks.iter().map(|(wall, _)| *wall).collect::<Vec<_>>()));
    let cpu = ms(median(&unlocks.iter().map(|(_, cpu)| *cpu).collect::<Vec<_>>()));
    let what = "unlock → today after the key derivation, with these households and visits";
    row(what, format!("{wall} (processor: {cpu})"), "< 500 ms");

    let laptop = Laptop::at(dir);
    laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
    let mut times = Vec::new();
    for typed in TYPED.iter().cycle().take(TYPED.len() * 50) {
        let (time, found) = timed_twice(|| laptop.call("search", json!({ "text": typed })));
        assert!(found["rows"].as_array().is_some_and(|rows| !rows.is_empty()), "{typed}: nobody");
        times.push(time);
    }
    row("search over these households, as the window gets it", p50_p99_twice(&times), "< 10 ms");
    row("append of 4 KiB + fdatasync on this disk", p50_p99(&mut writes(dir)), "");
    row("answer → saved", p50_p99_twice(&answers(&laptop)), "p99 < 15 ms where an fsync takes 2 ms");
}

fn derivation() {
    let folder = tempfile::tempdir().expect("a folder");
    keyfile::create(folder.path(), PASSPHRASE, Cost::STANDARD).expect("a key file");
    let mut times: Vec<Duration> =
        (0..5).map(|_| timed(|| keyfile::open(folder.path(), PASSPHRASE, Utc::now()).expect("the key")).0).collect();
    times.sort_unstable();
    row("key derivation (Argon2id, 64 MiB, 3 passes)", ms(times[2]), "");
}

fn unlock_to_today(dir: &Path) -> (Duration, Duration) {
    let (derivation, _) = timed_twice(|| keyfile::open(dir, PASSPHRASE, Utc::now()).expect("the key"));
    let (time, laptop) = timed_twice(|| {
        let laptop = Laptop::at(dir);
        laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
        let today = laptop.call("today", json!({ "day": null }));
        assert!(today["streets"].as_array().is_some_and(|streets| !streets.is_empty()), "a list for today");
        laptop
    });
    drop(laptop);
    (time.0.saturating_sub(derivation.0), time.1.saturating_sub(derivation.1))
}

fn writes(dir: &Path) -> Vec<Duration> {
    let path = dir.join("writes");
    let mut file = File::create(&path).expect("a file");
    let mut write = || file.write_all(&[7; 4096]).and_then(|()| file.sync_data()).expect("to write");
    let times = (0..WRITES).map(|_| timed(&mut write).0).collect();
    std::fs::remove_file(path).expect("to remove");
    times
}

/// Answers in a visit that is being written, as the window sends them.
fn answers(laptop: &Laptop) -> Vec<(Duration, Duration)> {
    let today = laptop.call("today", json!({ "day": null }));
    let home = today["streets"][0]["rows"][0]["household"]["id"].as_str().expect("a household").to_owned();
    let draft = start_visit(laptop, &home);
    laptop.call("answer", answer(&draft, &path_of(laptop, &draft, "consent"), "ja"));
    let moods = ["goed", "gaat_wel", "slecht"];
    let (mood, remarks) = (path_of(laptop, &draft, "mood"), path_of(laptop, &draft, "remarks"));
    let mut random = Random::new(3);
    let mut times = Vec::with_capacity(ANSWERS);
    for n in 0..ANSWERS {
        let input = match n % 2 {
            0 => answer(&draft, &mood, moods[n / 2 % moods.len()]),
            _ => answer(&draft, &remarks, tests::prose::prose(&mut random).1),
        };
        times.push(timed_twice(|| laptop.call("answer", input)).0);
    }
    times
}

fn push(dir: &Path, visits: usize) {
    let store = open(dir);
    let identity = store.read(|r| r.identity()).expect("to read").expect("enrolled");
    let homes = store.read(|r| r.list::<Household>()).expect("households");
    let mut random = Random::new(5);
    let at = Utc::now();
    let change = |kind: Kind, id: RecordId, set: domain::Body| NewChange {
        id: ChangeId(new_id(at)),
        record: RecordKey::new(kind, id),
        operation: Operation::Create { set },
        at,
        reason: None,
        resolves: Vec::new(),
    };
    let mut finishing = Vec::with_capacity(visits);
    for home in homes.iter().cycle().take(visits) {
        let (attempt, visit) = visit_of(home.id, identity.actor.user, at, &mut random);
        let id = RecordId(new_id(at));
        let changes = [change(Kind::Attempt, id, attempt.to_body()), change(Kind::Visit, id, visit)];
        let finish = || store.write(|w| changes.into_iter().try_for_each(|c| w.record_change(c).map(drop)));
        let (time, done) = timed(finish);
        done.expect("to write");
        finishing.push(time);
    }
    row("visit finished → both its changes in the outbox", p50_p99(&mut finishing), "");
    let (time, outcome) = contact(&store);
    assert_eq!(outcome.pushed, 2 * visits);
    row(format!("push of {visits} visits, each with its attempt, and the pull of them after it"), seconds(time), "");
    row("… peak memory of the laptop's process, without a window", peak_memory(), "");
    let counts: Value = json!(store.read(|r| r.outbox_counts()).expect("to read").set_aside);
    assert_eq!(counts, 0);
}
