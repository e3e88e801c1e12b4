//! Two server processes on a PostgreSQL with a synchronous standby: the primary is killed while many laptops push, the
//! standby is promoted, and everything that was answered is there, once. 8 laptops, 50 with `HGH_LONG=1`.

#[path = "../../crates/server/tests/cluster/mod.rs"]
mod cluster;

use chrono::{DateTime, Utc};
use cluster::Cluster;
use domain::{Change, ChangeId, Kind, Operation, RecordId, RecordKey, Role};
use serde_json::json;
use server::Config;
use server::admin::Admin;
use server::db::DatabaseUrl;
use server::secret::new_id;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use store::NewChange;
use tests::headless::{Headless, enrol, open_store};
use tests::ledger;
use tests::office::root;
use tests::process::Process;
use tests::random::rounds;

const PATIENCE: Duration = Duration::from_secs(90);

fn serve(url: &str) -> (Process, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_office"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", url]);
    // They have nothing to think about between two requests.
    command
        .env("HGH_LOG", "off")
        .env("HGH_LAPTOP_REQUESTS_PER_MINUTE", "0")
        .env("HGH_ADDRESS_REQUESTS_PER_MINUTE", "0");
    let process = Process::start(&mut command);
    let line = process.first().expect("the server starts");
    (process, line.trim_start_matches("listening on ").to_owned())
}

fn until(what: &str, mut is: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is() {
        assert!(begun.elapsed() < PATIENCE, "never: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// How the laptops fare, together.
#[derive(Default)]
struct Tally {
    stop: AtomicBool,
    /// Pushes that went well, and that did not.
    answered: AtomicUsize,
    failed: AtomicUsize,
}

/// One laptop that writes and sends until told to stop.
async fn work(dir: PathBuf, tally: Arc<Tally>) {
    let mut laptop = Headless::open(&dir).expect("the laptop opens");
    while !tally.stop.load(Ordering::Relaxed) {
        write(&laptop.store);
        let count = if laptop.engine.run_once().await.is_ok() { &tally.answered } else { &tally.failed };
        count.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn write(store: &store::Store) {
    let at = Utc::now();
    let body = json!({ "neighbourhood": "winterslag", "street": "Vennestraat", "number": "112" });
    let new = NewChange {
        id: ChangeId(new_id(at)),
        record: RecordKey::new(Kind::Household, RecordId(new_id(at))),
        operation: Operation::Create { set: body.as_object().cloned().unwrap_or_default() },
        at,
        reason: None,
        resolves: Vec::new(),
    };
    store.write(|w| w.record_change(new)).expect("to write");
}

/// What a laptop was answered, and under which number.
fn heard(dir: &Path) -> Vec<store::OutboxEntry> {
    let store = open_store(dir).expect("the laptop opens");
    store.read(|r| r.recently_sent(DateTime::UNIX_EPOCH)).expect("to read")
}

#[test]
fn what_was_answered_survives_the_primary() {
    let primary = Cluster::start();
    let url = primary.new_database();
    let name = url.trim_start_matches("postgres://hgh@/").split('?').next().expect("a name").to_owned();
    let standby = Cluster::standby_of(&primary);
    primary.set("synchronous_standby_names", "*");
    let in_step = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
    until("the standby is in step", || primary.sql("postgres", in_step) == "1");
    let both = primary.address_with(&standby, &name);

    let folder = tempfile::tempdir().expect("a folder");
    let mut config = Config::new(folder.path());
    config.database = Some(DatabaseUrl(both.clone()));
    config.municipality = Some(root().join("municipality.toml"));
    let admin = Admin::open(&config).expect("the database");
    admin.publish_configured(&config).expect("the municipality");
    let servers = [serve(&both), serve(&both)];
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let dirs: Vec<PathBuf> = (0..rounds(8, 50))
        .map(|n| {
            let dir = folder.path().join(n.to_string());
            std::fs::create_dir(&dir).expect("a folder");
            let user = admin.add_user(&format!("Visitor {n}"), Role::Visitor, &["winterslag"], false).expect("a user");
            let code = admin.enrol_code(user, 10).expect("a code");
            runtime.block_on(enrol(&dir, &servers[n % servers.len()].1, &code)).expect("to enrol");
            dir
        })
        .collect();

    let tally = Arc::new(Tally::default());
    let laptops: Vec<_> = dirs.iter().map(|dir| runtime.spawn(work(dir.clone(), Arc::clone(&tally)))).collect();
    let answers = |more: usize| {
        let wanted = tally.answered.load(Ordering::Relaxed) + more;
        until("pushes are answered", || tally.answered.load(Ordering::Relaxed) >= wanted);
    };
    answers(3 * dirs.len());
    primary.kill();
    until("pushes fail", || tally.failed.load(Ordering::Relaxed) > 0);
    standby.promote();
    answers(3 * dirs.len());
    tally.stop.store(true, Ordering::Relaxed);
    laptops.into_iter().for_each(|laptop| runtime.block_on(laptop).expect("it worked to the end"));

    let db = admin.database();
    let mut answered = 0;
    for dir in &dirs {
        for entry in heard(dir) {
            let (_, verdict) = ledger::find(&*db, &entry.change).expect("what was answered is there");
            assert_eq!(entry.verdict.as_ref().and_then(ledger::number), ledger::number(&verdict));
            answered += 1;
        }
        // What was not answered is sent now, and is there once.
        let mut laptop = Headless::open(dir).expect("the laptop opens");
        runtime.block_on(laptop.engine.run_once()).expect("to send");
    }
    let made: Vec<Change> = dirs.iter().flat_map(|dir| heard(dir)).map(|entry| entry.change).collect();
    let log = ledger::answers(&*db, &made);
    ledger::records_are_what_it_says(&*db, &log);
    let there = db.reading(|r| r.list_of_kind(&Kind::Household)).expect("to read").len();
    assert_eq!(there, made.len());
    let failed = tally.failed.load(Ordering::Relaxed);
    println!(
        "{} laptops, {answered} of {} changes answered before the end, {failed} pushes failed",
        dirs.len(),
        made.len()
    );
}
