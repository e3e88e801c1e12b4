//! The server's own disk fails while laptops push and pull, and while it is copied. What was answered is there, what was
//! not is whole or absent, the answer is `unavailable` and never a verdict that is not true, and once the disk is good
//! again the same process goes on.

use crate::{Fault, at_each_write, compiled};
use chrono::Utc;
use domain::{Change, ChangeId, Kind, Operation, RecordId, RecordKey};
use serde_json::json;
use server::db::sqlite::Sqlite;
use server::secret::new_id;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use store::NewChange;
use sync::{Outcome, Problem};
use tempfile::TempDir;
use tests::headless::{Headless, enrol, open_store};
use tests::ledger;
use tests::office::root;
use tests::process::Process;
use tests::random::rounds;
use tokio::runtime::Runtime;

/// Tries until a disk that is good again must have been noticed.
const TRIES: usize = 3;

fn office(args: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_office"));
    command.args(args).arg("--data").arg(data).env("HGH_LOG", "off");
    command
}

fn run(command: &mut Command) -> Output {
    command.output().expect("the command runs")
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// A server process, and where it answers; none where the disk did not let it start.
fn serve(data: &Path, fault: Option<(&Path, Fault, &Path)>) -> Option<(Process, String)> {
    let mut command = office(&["serve", "--listen", "127.0.0.1:0"], data);
    command.arg("--municipality").arg(root().join("municipality.toml"));
    if let Some((library, fault, outside)) = fault {
        command.envs(fault.on(library, data)).env("WEAK_DISK_SAID", outside.join("said"));
        command.env("WEAK_DISK_GOOD", outside.join("good")).stderr(std::process::Stdio::null());
    }
    let process = Process::start(&mut command);
    let line = process.first()?;
    let url = line.strip_prefix("listening on ").unwrap_or_else(|| panic!("{line}")).to_owned();
    Some((process, url))
}

/// A server that was used, with two laptops that are enrolled at it.
struct Town {
    folder: TempDir,
}

impl Town {
    fn make() -> Self {
        let town = Self { folder: tempfile::tempdir().expect("a folder") };
        let (process, url) = serve(&town.data(), None).expect("the server starts");
        for (person, dir) in ["Meryem", "Sofie"].into_iter().zip(town.laptops()) {
            let add = ["user", "add", "--role", "visitor", "--neighbourhoods", "winterslag", "--name", person];
            assert!(run(&mut office(&add, &town.data())).status.success());
            let code = run(&mut office(&["enrol-code", "--user", person], &town.data())).stdout;
            std::fs::create_dir(&dir).expect("a folder");
            runtime().block_on(enrol(&dir, &url, String::from_utf8_lossy(&code).trim())).expect("to enrol");
            write(&open_store(&dir).expect("the laptop"), 3);
            runtime().block_on(Headless::open(&dir).expect("the laptop").engine.run_once()).expect("to send");
        }
        process.kill();
        town
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("server")
    }

    fn laptops(&self) -> [PathBuf; 2] {
        ["meryem", "sofie"].map(|name| self.folder.path().join(name))
    }

    fn copied(&self) -> Self {
        let copy = Self { folder: tempfile::tempdir().expect("a folder") };
        for part in ["server", "meryem", "sofie"] {
            std::fs::create_dir(copy.folder.path().join(part)).expect("a folder");
            for file in self.folder.path().join(part).read_dir().expect("a folder").flatten() {
                std::fs::copy(file.path(), copy.folder.path().join(part).join(file.file_name())).expect("to copy");
            }
        }
        copy
    }

    /// The laptops, of a server that answers there now.
    fn open(&self, url: &str) -> [Headless; 2] {
        self.laptops().map(|dir| {
            let store = open_store(&dir).expect("the laptop");
            let mut identity = store.read(|r| r.identity()).expect("to read").expect("enrolled");
            identity.server = url.to_owned();
            store.write(|w| w.set_identity(&identity)).expect("to write");
            Headless::open(&dir).expect("the laptop opens")
        })
    }

    /// Everything that its laptops ever wrote is in the server's database, once, and nothing is half done.
    fn is_whole(&self, fault: Fault) {
        let db = Sqlite::open(&self.data()).expect("the database opens");
        assert_eq!(server::verify::verify(&db).expect("to verify").problems, Vec::<String>::new(), "{fault:?}");
        let all = self.laptops().map(|dir| {
            let store = open_store(&dir).expect("the laptop");
            assert_eq!(store.read(|r| r.pending_count()).expect("to read"), 0, "{fault:?}: something still waits");
            store.read(|r| r.recently_sent(chrono::DateTime::UNIX_EPOCH)).expect("to read")
        });
        let made: Vec<Change> = all.into_iter().flatten().map(|entry| entry.change).collect();
        let log = ledger::answers(&db, &made);
        ledger::records_are_what_it_says(&db, &log);
    }
}

fn write(store: &store::Store, households: usize) {
    for n in 0..households {
        let at = Utc::now();
        let body = json!({ "neighbourhood": "winterslag", "street": "Vennestraat", "number": n.to_string() });
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
}

/// One run; every refusal is one that passes by itself. What was answered is durable already.
fn sync(laptop: &mut Headless, data: &Path, fault: Fault) -> Result<Outcome, Problem> {
    let outcome = runtime().block_on(laptop.engine.run_once());
    if let Err(problem) = outcome {
        assert!(matches!(problem, Problem::Unavailable | Problem::Unreachable), "{fault:?}: {problem}");
    }
    let sent = laptop.store.read(|r| r.recently_sent(chrono::DateTime::UNIX_EPOCH)).expect("to read");
    let db = Sqlite::open(data).expect("the database opens");
    let answered: Vec<Change> = sent.into_iter().map(|entry| entry.change).collect();
    assert_eq!(ledger::answers(&db, &answered).len(), answered.len());
    outcome
}

fn is_healthy(url: &str) -> bool {
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).expect("to connect");
    let ask = b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(ask).expect("to ask");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer.starts_with("HTTP/1.1 200")
}

/// Plays with one fault; false where the disk had no reason to fail any more.
fn pushes_and_pulls(town: &Town, library: &Path, fault: Fault) -> bool {
    let town = town.copied();
    let outside = tempfile::tempdir().expect("a folder");
    let said = outside.path().join("said");
    if let Some((process, url)) = serve(&town.data(), Some((library, fault, outside.path()))) {
        let mut laptops = town.open(&url);
        let mut refused = false;
        for _ in 0..3 {
            for laptop in &mut laptops {
                write(&laptop.store, 2);
                refused = sync(laptop, &town.data(), fault).is_err();
            }
        }
        if fault.stays && said.exists() && refused {
            assert!(!is_healthy(&url), "{fault:?}: nothing is taken, and it says that all is well");
        }
        std::fs::write(outside.path().join("good"), "").expect("to write");
        let mut tries = (0..TRIES).map(|_| laptops.iter_mut().all(|laptop| sync(laptop, &town.data(), fault).is_ok()));
        assert!(tries.any(|good| good), "{fault:?}: the disk is good again, and the server is not");
        assert!(is_healthy(&url), "{fault:?}: the disk is good again");
        process.kill();
    } else {
        // It did not start: with a good disk it does.
        let (process, url) = serve(&town.data(), None).expect("the server starts");
        let mut laptops = town.open(&url);
        assert!(laptops.iter_mut().all(|laptop| sync(laptop, &town.data(), fault).is_ok()));
        process.kill();
    }
    town.is_whole(fault);
    said.exists()
}

/// A copy that was made is whole; one that was not is no copy.
fn copies(town: &Town, library: &Path, fault: Fault) -> bool {
    let town = town.copied();
    let outside = tempfile::tempdir().expect("a folder");
    let (folder, said) = (outside.path().join("copies"), outside.path().join("said"));
    std::fs::create_dir(&folder).expect("a folder");
    let copy = folder.join("copy.hgh");
    let mut command = office(&["backup"], &town.data());
    let made = run(command.arg(&copy).envs(fault.on(library, &folder)).env("WEAK_DISK_SAID", &said));
    let whole = run(office(&["verify"], &town.data()).arg(&copy)).status.success();
    assert_eq!(made.status.success(), whole, "{fault:?}: {}", String::from_utf8_lossy(&made.stderr));
    said.exists()
}

#[test]
fn whichever_write_of_the_server_fails_no_verdict_is_untrue() {
    let folder = tempfile::tempdir().expect("a folder");
    let library = compiled(folder.path());
    let town = Town::make();
    let longest = at_each_write(rounds(7, 1), |fault| pushes_and_pulls(&town, &library, fault));
    assert!(longest > 20, "the disk hardly ever failed");
    let longest = at_each_write(1, |fault| copies(&town, &library, fault));
    assert!(longest > 1, "the disk hardly ever failed");
}
