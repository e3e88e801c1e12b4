//! A server and two laptops that edit the same households, each a process; and what must be true after a kill.

use chrono::{DateTime, Utc};
use domain::{Change, ChangeId, Scope};
use server::db::Database;
use server::db::sqlite::Sqlite;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use store::Store;
use tempfile::TempDir;
use tests::headless::{Headless, enrol, open_store};
use tests::ledger;
use tests::office::root;
use tests::process::Process;
use tests::random::Random;

const PEOPLE: [&str; 2] = ["Meryem Aydın", "Sofie Claes"];
/// The longest between what is said to come next and the kill, in microseconds.
const LONGEST_MICROS: usize = 6_000;
/// Between what is said to be stored and the clock of whoever looks.
const SLACK: chrono::TimeDelta = chrono::TimeDelta::seconds(1);

/// One laptop's process, and what it ever said to be saved.
struct Walker {
    dir: PathBuf,
    process: Option<Process>,
    saved: BTreeMap<ChangeId, Change>,
    /// When it was looked at last.
    looked_at: DateTime<Utc>,
}

pub struct Town {
    folder: TempDir,
    port: u16,
    random: Random,
    server: Option<Process>,
    walkers: Vec<Walker>,
}

impl Town {
    pub fn open(seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let mut town = Self { folder, port, random: Random::new(seed), server: None, walkers: Vec::new() };
        town.start_server();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        for person in PEOPLE {
            town.admin(&["user", "add", "--role", "visitor", "--neighbourhoods", "winterslag", "--name", person]);
            let code = town.admin(&["enrol-code", "--user", person]);
            let dir = town.folder.path().join(person);
            std::fs::create_dir(&dir).expect("a folder");
            runtime.block_on(enrol(&dir, &format!("http://127.0.0.1:{port}"), code.trim())).expect("to enrol");
            town.walkers.push(Walker { dir, process: None, saved: BTreeMap::new(), looked_at: Utc::now() });
        }
        (0..PEOPLE.len()).for_each(|who| town.start_laptop(who));
        town
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("server")
    }

    fn admin(&self, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_office"));
        let output = command.args(args).arg("--data").arg(self.data()).output().expect("the command runs");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn start_server(&mut self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_office"));
        command.args(["serve", "--listen", &format!("127.0.0.1:{}", self.port), "--data"]).arg(self.data());
        command.arg("--municipality").arg(root().join("municipality.toml")).env("HGH_LOG", "off");
        // They have nothing to think about between two requests.
        command.env("HGH_LAPTOP_REQUESTS_PER_MINUTE", "0");
        let server = Process::start(&mut command);
        server.until("listening on");
        self.server = Some(server);
    }

    fn start_laptop(&mut self, who: usize) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_walker"));
        command.arg(&self.walkers[who].dir).arg(self.random.next_u64().to_string());
        let process = Process::start(&mut command);
        process.until("ready");
        self.walkers[who].process = Some(process);
    }

    fn a_moment(&mut self) {
        std::thread::sleep(Duration::from_micros(self.random.below(LONGEST_MICROS) as u64));
    }

    /// Waits until the laptop is about to do something.
    fn wait_for(&mut self, who: usize, moment: &str) {
        let walker = &mut self.walkers[who];
        let process = walker.process.as_ref().expect("it runs");
        let lines = [process.said(), process.until(moment)].concat();
        walker.note(&lines);
    }

    pub fn kill_laptop(&mut self, who: usize, moment: &str) {
        self.wait_for(who, moment);
        self.a_moment();
        self.end_laptop(who);
        self.heard_is_on_the_server(who);
        self.start_laptop(who);
    }

    /// Kills it; what it said to be saved is in it.
    fn end_laptop(&mut self, who: usize) {
        let walker = &mut self.walkers[who];
        let lines = walker.process.take().expect("it runs").kill();
        walker.note(&lines);
        let store = walker.store();
        for change in walker.saved.values().filter(|change| change.at >= walker.looked_at - SLACK) {
            let known = store.read(|r| r.changes_of(&change.record)).expect("to read");
            assert!(known.iter().any(|entry| entry.change == *change), "{change:?} was saved and is gone");
        }
    }

    /// What the laptop heard since it was looked at before is on the server, under the same number.
    fn heard_is_on_the_server(&mut self, who: usize) {
        let since = std::mem::replace(&mut self.walkers[who].looked_at, Utc::now()) - SLACK;
        let heard = self.walkers[who].store().read(|r| r.recently_sent(since)).expect("to read");
        let db = self.database();
        for entry in heard {
            let logged = db.reading(|r| r.find_change(entry.change.id)).expect("to read");
            let logged = logged.unwrap_or_else(|| panic!("{:?} was answered and is lost", entry.change));
            let told = entry.verdict.as_ref().and_then(ledger::number);
            assert_eq!(told, ledger::number(&logged.verdict), "{:?} has another number", entry.change);
        }
    }

    pub fn kill_server(&mut self, who: usize, moment: &str) {
        self.wait_for(who, moment);
        self.a_moment();
        self.server.take().expect("it runs").kill();
        (0..self.walkers.len()).for_each(|who| self.heard_is_on_the_server(who));
        self.start_server();
    }

    /// Opened anew each time, as after a kill, and closed before the server starts.
    fn database(&self) -> Box<dyn Database> {
        Box::new(Sqlite::open(&self.data()).expect("the server's database opens"))
    }

    /// Everything is sent and everybody looks: all that was ever saved is on the server, once, and on both laptops.
    pub fn comes_to_rest(&mut self) {
        (0..self.walkers.len()).for_each(|who| self.end_laptop(who));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        for _ in 0..2 {
            for walker in &self.walkers {
                let mut laptop = Headless::open(&walker.dir).expect("the laptop opens");
                runtime.block_on(laptop.engine.run_once()).expect("to send");
            }
        }
        self.server.take().expect("it runs").kill();
        let db = self.database();
        let report = server::verify::verify(&*db).expect("to verify");
        assert_eq!(report.problems, Vec::<String>::new());
        let made: Vec<Change> = self.walkers.iter().flat_map(Walker::everything).collect();
        let log = ledger::answers(&*db, &made);
        ledger::records_are_what_it_says(&*db, &log);
        for walker in &self.walkers {
            walker.holds_what_the_server_holds(&*db, &made);
        }
        let refused = log.iter().filter(|(_, v)| matches!(v, domain::VerdictKind::Quarantined { .. })).count();
        assert_eq!(refused, 0, "everything made sense");
        let torn = log.iter().filter(|(_, v)| matches!(v, domain::VerdictKind::Conflicted { .. })).count();
        println!("{} changes, {torn} of them at odds with another", made.len());
        assert!(torn > 0, "the two never met");
    }
}

impl Walker {
    fn store(&self) -> Store {
        open_store(&self.dir).expect("the laptop's database opens")
    }

    fn note(&mut self, lines: &[String]) {
        let saved = lines.iter().filter_map(|line| serde_json::from_str(line.strip_prefix("saved ")?).ok());
        self.saved.extend(saved.map(|change: Change| (change.id, change)));
    }

    /// What it has ever answered for: also what was stored in the moment of a kill and never said.
    fn everything(&self) -> Vec<Change> {
        let store = self.store();
        assert_eq!(store.read(|r| r.pending_count()).expect("to read"), 0, "something still waits");
        let sent = store.read(|r| r.recently_sent(DateTime::UNIX_EPOCH)).expect("to read");
        let mut all: Vec<Change> = sent.into_iter().map(|entry| entry.change).collect();
        all.sort_by_key(|change| change.counter);
        assert!(all.iter().map(|change| change.counter).eq(1..=all.len() as u64), "no gaps and nothing twice");
        let lost = self.saved.values().filter(|change| all[change.counter as usize - 1] != **change).count();
        assert_eq!(lost, 0, "what was saved is gone, or is another");
        all
    }

    fn holds_what_the_server_holds(&self, db: &dyn Database, made: &[Change]) {
        let store = self.store();
        let actor = store.read(|r| r.identity()).expect("to read").expect("enrolled").actor;
        for key in made.iter().map(|change| &change.record) {
            let stored = db.reading(|r| r.find_record(key)).expect("to read").expect("it is there");
            assert!(Scope::of(&actor).holds(&stored.place));
            let row = store.read(|r| r.record(key)).expect("to read").unwrap_or_else(|| panic!("{key:?} is missing"));
            assert!(row.body == stored.standing.body, "{key:?} is not what the server has");
            assert!(row.conflicts == stored.standing.conflicts, "{key:?}: what waits for a choice");
        }
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port").local_addr().expect("an address").port()
}
