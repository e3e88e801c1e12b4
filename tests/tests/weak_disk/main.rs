//! A disk on which one write fails, or every write from one on: at each write of a visitor's afternoon in turn. Each
//! step is done or was not; what was said to be done is there; the message is the right one; and with a sound disk
//! everything goes on and arrives.
//!
//! The same for the server's own disk, in [`server`].
//!
//! A library of ours (`weak_disk.c`) stands between the program and the system's calls; it is compiled by the C compiler
//! that Rust links with.

mod server;

use serde_json::json;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use tests::doorstep::add_household;
use tests::office::{Laptop, Office, PASSPHRASE};
use tests::random::rounds;

const EIO: i32 = 5;
const ENOSPC: i32 = 28;
/// More writes than an afternoon has.
const MANY: usize = 1_000;

/// How the disk fails.
#[derive(Clone, Copy, Debug)]
struct Fault {
    /// At which write, from 1.
    at: usize,
    errno: i32,
    /// From there on, not only once.
    stays: bool,
}

impl Fault {
    /// What makes the disk under `dir` fail.
    fn on(self, library: &Path, dir: &Path) -> [(&'static str, OsString); 5] {
        [
            ("LD_PRELOAD", library.into()),
            ("WEAK_DISK_DIR", dir.into()),
            ("WEAK_DISK_AT", self.at.to_string().into()),
            ("WEAK_DISK_ERRNO", self.errno.to_string().into()),
            ("WEAK_DISK_STAYS", if self.stays { "1" } else { "0" }.into()),
        ]
    }
}

/// What the visitor was told of each step.
type Told = BTreeMap<String, Result<(), String>>;

#[test]
fn whichever_write_fails_nothing_is_half_done_and_nothing_said_is_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = compiled(folder.path());
    // A prime, so that the writes of each step are met in the short form too.
    let longest = at_each_write(rounds(13, 1), |fault| afternoon(&library, fault));
    assert!(longest > 20, "the disk hardly ever failed");
}

/// Plays with a fault at every `every`th write, of each kind in turn, until `play` says that the disk had no reason to
/// fail any more; returns about how many writes there were.
fn at_each_write(every: usize, play: impl Fn(Fault) -> bool + Sync) -> usize {
    let kinds = [(ENOSPC, false), (ENOSPC, true), (EIO, false), (EIO, true)];
    let next = AtomicUsize::new(0);
    let (last, tried) = (AtomicUsize::new(MANY), AtomicUsize::new(0));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    let (errno, stays) = kinds[n % kinds.len()];
                    let at = 1 + n * every / kinds.len();
                    if at > last.load(Ordering::SeqCst) {
                        return;
                    }
                    tried.fetch_add(1, Ordering::SeqCst);
                    if !play(Fault { at, errno, stays }) {
                        last.fetch_min(at, Ordering::SeqCst);
                    }
                }
            });
        }
    });
    println!("{} times, the longest with about {} writes", tried.into_inner(), last.load(Ordering::SeqCst));
    last.into_inner()
}

/// Plays one afternoon and looks at what is left; false where the disk had no reason to fail any more.
fn afternoon(library: &Path, fault: Fault) -> bool {
    let office = Office::open();
    let mut laptop = office.laptop("Meryem Aydın");
    let home = add_household(&laptop, "1", None);
    laptop.sync();
    laptop.end();
    let (told, failed) = play(library, fault, laptop.folder.path(), &home);

    let expected = if fault.errno == ENOSPC { "disk-full" } else { "disk-error" };
    for (step, outcome) in &told {
        if let Err(code) = outcome {
            assert_eq!(code, expected, "{fault:?}: {step}");
        }
    }
    let done = |step: &str| told.get(step) == Some(&Ok(()));
    laptop.close();
    laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
    let added = laptop.call("search", json!({ "text": "501" }))["rows"].as_array().map_or(0, Vec::len);
    assert!(added == 1 || (added == 0 && !done("add")), "{fault:?}: {added} households were added");
    check_note(&laptop, &home, &told, fault);
    laptop.sync();
    the_server_has(&office, &laptop, &home, fault);
    failed
}

/// The note as it was last said to be saved, or as the step after it would have left it.
fn check_note(laptop: &Laptop, home: &str, told: &Told, fault: Fault) {
    let done = |step: &str| told.get(step) == Some(&Ok(()));
    let attempts = laptop.call("household", json!({ "id": home }))["attempts"].take();
    let finished = attempts.as_array().is_some_and(|a| a.iter().any(|attempt| attempt["has_visit"] == true));
    assert!(finished || !done("finish"), "{fault:?}: the finished note is gone");
    let steps = ["first", "second", "finish"];
    let unfinished = laptop.call("today", json!({ "day": null }))["unfinished"].as_array().map_or(0, Vec::len);
    if finished {
        assert_eq!(unfinished, 0, "{fault:?}: finished, and still a draft");
        return;
    }
    let Some(saved) = steps.iter().rposition(|step| done(step)) else { return };
    assert_eq!(unfinished, 1, "{fault:?}: the draft is gone");
    let note = laptop.call("quick_note", json!({ "household": home, "channel": "door" }));
    let remarks = note["remarks"].as_str().unwrap_or_default();
    let at = steps.iter().position(|step| *step == remarks);
    assert!(at.is_some_and(|at| at >= saved), "{fault:?}: {remarks:?} is older than what was saved");
}

/// What the laptop shows is on the server, once.
fn the_server_has(office: &Office, laptop: &Laptop, home: &str, fault: Fault) {
    let db = office.server().admin.database();
    let stored = |kind| db.reading(|r| r.list_of_kind(&kind)).expect("to read");
    let attempts = laptop.call("household", json!({ "id": home }))["attempts"].as_array().map_or(0, Vec::len);
    assert_eq!(stored(domain::Kind::Attempt).len(), attempts, "{fault:?}");
    assert!(stored(domain::Kind::Visit).len() <= 1, "{fault:?}: twice");
    let households = laptop.call("search", json!({ "text": "Vennestraat" }))["rows"].as_array().map_or(0, Vec::len);
    assert_eq!(stored(domain::Kind::Household).len(), households, "{fault:?}");
}

/// What the visitor was told, and whether the disk failed at all.
fn play(library: &Path, fault: Fault, dir: &Path, home: &str) -> (Told, bool) {
    let outside = tempfile::tempdir().expect("a folder");
    let said = outside.path().join("failed");
    let output = Command::new(env!("CARGO_BIN_EXE_afternoon"))
        .arg(dir)
        .arg(home)
        .envs(fault.on(library, dir))
        .env("WEAK_DISK_SAID", &said)
        .stdin(Stdio::null())
        .output()
        .expect("the afternoon begins");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{fault:?}: {errors}");
    let mut told = Told::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["done", step] => told.insert((*step).to_owned(), Ok(())),
            ["refused", step, code] => told.insert((*step).to_owned(), Err((*code).to_owned())),
            _ => None,
        };
    }
    (told, said.exists())
}

fn compiled(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/weak_disk/weak_disk.c");
    let library = folder.join("weak_disk.so");
    let status = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status()
        .expect("a C compiler: Rust links with one");
    assert!(status.success(), "weak_disk.c does not compile");
    library
}
