//! A municipality in one process: the real server on its embedded database, and laptops with the real app and store,
//! driven by the commands that the window uses. Each has a folder of its own, gone at the end.

use app::views::Event;
use app::{App, Environment};
use chrono::Utc;
use serde_json::{Value, json};
use server::{Config, Running, Server};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use store::Store;
use tempfile::TempDir;

/// The longest that anything may take before a scenario gives up.
const PATIENCE: Duration = Duration::from_secs(20);
/// A passphrase that every laptop of a scenario uses.
pub const PASSPHRASE: &str = "groene fiets zingt zacht";

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A server with its folder; it can be stopped and started again on the same port.
pub struct Office {
    folder: TempDir,
    address: Option<SocketAddr>,
    running: Option<Running>,
}

impl Office {
    /// A server with the municipality's facts, the shipped form and the people of the stories:
    /// Meryem and Sofie (visitors), Pieter (partner), Koen (coordinator on duty).
    pub fn open() -> Self {
        let mut office = Self { folder: tempfile::tempdir().expect("a folder"), address: None, running: None };
        office.start();
        use domain::Role;
        let people = [
            ("Meryem Aydın", Role::Visitor, &["winterslag"][..], false),
            ("Sofie Claes", Role::Visitor, &["winterslag"], false),
            ("Pieter Maes", Role::Partner, &["winterslag"], false),
            ("Koen Bielen", Role::Coordinator, &["winterslag", "waterschei"], true),
            ("Lotte Nijs", Role::Coordinator, &["sledderlo"], false),
        ];
        for (name, role, neighbourhoods, duty) in people {
            office.server().admin.add_user(name, role, neighbourhoods, duty).expect("a new user");
        }
        office
    }

    fn config(&self) -> Config {
        let mut config = Config::new(self.folder.path());
        config.municipality = Some(root().join("municipality.toml"));
        config.forms = vec![root().join("forms/hoe-gaat-het.xlsx")];
        // A test asks more often than a person does; the limits have tests of their own.
        (config.limits.laptop_requests_per_minute, config.limits.address_requests_per_minute) = (0, 0);
        if let Some(address) = self.address {
            config.listen = address;
        }
        config
    }

    /// Starts the server, on the port it had before.
    pub fn start(&mut self) {
        let running = Server::start(self.config()).expect("the server starts");
        self.address = Some(running.address);
        self.running = Some(running);
    }

    /// Ends the server; laptops are on their own.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }

    /// Kills the server as a loss of power would: answers under way are lost.
    pub fn kill(&mut self) {
        if let Some(running) = self.running.take() {
            running.kill();
        }
    }

    /// A copy of the server's database, made while it runs.
    pub fn back_up(&self) -> PathBuf {
        let admin = &self.server().admin;
        server::copy::backup(&*admin.database(), self.folder.path(), admin.now()).expect("a copy").0
    }

    /// The disk broke: another takes its place, with what the copy holds.
    pub fn restore(&mut self, copy: &Path) {
        self.stop();
        let fresh = tempfile::tempdir().expect("a folder");
        let db = server::db::sqlite::Sqlite::open(fresh.path()).expect("an empty database");
        server::copy::restore(&db, copy, Utc::now()).expect("to restore");
        assert_eq!(server::verify::verify(&db).expect("to verify").problems, Vec::<String>::new());
        drop(db);
        self.folder = fresh;
        self.start();
    }

    pub fn server(&self) -> &Running {
        self.running.as_ref().expect("the server runs")
    }

    /// How large the server's database is, without its journal.
    pub fn database_bytes(&self) -> u64 {
        let files = std::fs::read_dir(self.folder.path()).into_iter().flatten().flatten();
        let databases = files.filter(|file| file.path().extension().is_some_and(|e| e != "db-wal" && e != "db-shm"));
        databases.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum()
    }

    pub fn url(&self) -> String {
        self.server().url.clone()
    }

    pub fn code(&self, user: &str) -> String {
        let admin = &self.server().admin;
        let id = admin.get_user(user).expect("a known user");
        admin.enrol_code(id, 10).expect("a code")
    }

    /// A laptop that was just enrolled by `user`.
    pub fn laptop(&self, user: &str) -> Laptop {
        self.laptop_at(&self.url(), user)
    }

    /// The same, where the laptop reaches the server at another address.
    pub fn laptop_at(&self, url: &str, user: &str) -> Laptop {
        let laptop = Laptop::new();
        laptop.call("enrol", enrolment(url, &self.code(user)));
        laptop
    }
}

/// What the enrolment screen sends.
pub fn enrolment(url: &str, code: &str) -> Value {
    json!({ "url": url, "code": code, "device_name": "Laptop", "passphrase": PASSPHRASE })
}

/// A laptop: the app on a data directory.
pub struct Laptop {
    pub folder: Folder,
    app: Option<App>,
    /// Seconds that its clock is ahead of the machine's, since the machine started.
    passed: Arc<AtomicU64>,
}

/// A laptop's data directory.
pub enum Folder {
    /// Gone when the laptop is.
    Own(TempDir),
    /// Somebody else's.
    Given(PathBuf),
}

impl Folder {
    pub fn path(&self) -> &Path {
        match self {
            Folder::Own(dir) => dir.path(),
            Folder::Given(path) => path,
        }
    }
}

impl Default for Laptop {
    fn default() -> Self {
        Self::new()
    }
}

impl Laptop {
    /// A laptop that was never used.
    pub fn new() -> Self {
        Self::new_in(tempfile::tempdir().expect("a folder"))
    }

    /// A laptop on this folder, locked if it was used before.
    pub fn new_in(folder: TempDir) -> Self {
        Self::open(Folder::Own(folder))
    }

    /// The same, on a folder that stays.
    pub fn at(dir: &Path) -> Self {
        Self::open(Folder::Given(dir.to_owned()))
    }

    fn open(folder: Folder) -> Self {
        let passed = Arc::default();
        let app = Some(start(folder.path(), &passed));
        Self { folder, app, passed }
    }

    /// Ends the app; whatever looks at the folder next has it to itself.
    pub fn end(&mut self) {
        self.app = None;
    }

    /// The laptop's database beside the app, to look at what rests.
    pub fn store(&self) -> Store {
        let key = store::keyfile::open(self.folder.path(), PASSPHRASE, Utc::now()).expect("the key");
        Store::open(self.folder.path(), &key).expect("the database")
    }

    pub fn app(&self) -> &App {
        self.app.as_ref().expect("the app runs")
    }

    /// Runs a command that succeeds.
    #[track_caller]
    pub fn call(&self, name: &str, input: Value) -> Value {
        match self.app().call(name, input) {
            Ok(value) => value,
            Err(error) => panic!("{name}: {} {:?}", error.code, error.args),
        }
    }

    /// Runs a command that is refused, and says with which code.
    #[track_caller]
    pub fn refused(&self, name: &str, input: Value) -> &'static str {
        match self.app().call(name, input) {
            Ok(_) => panic!("{name} was not refused"),
            Err(error) => error.code,
        }
    }

    /// Closes the app and opens it again with the passphrase.
    pub fn restart(&mut self) {
        self.app = None;
        self.app = Some(start(self.folder.path(), &self.passed));
        self.call("unlock", json!({ "passphrase": PASSPHRASE }));
    }

    /// Closes the app and opens it locked.
    pub fn close(&mut self) {
        self.app = None;
        self.app = Some(start(self.folder.path(), &self.passed));
    }

    /// Waits until everything is sent and the server was heard after it.
    #[track_caller]
    pub fn sync(&self) {
        self.call("send_now", json!({}));
        self.until("everything is sent", || {
            let status = self.call("sync_status", json!({}));
            status["waiting"] == 0 && status["online"] == true
        });
    }

    /// Waits until `done`; the app must get there by itself.
    #[track_caller]
    pub fn until(&self, what: &str, mut done: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !done() {
            assert!(begun.elapsed() < PATIENCE, "never: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Asks for contact again and again, without waiting for the pauses between, until `done`.
    #[track_caller]
    pub fn insist_until(&self, what: &str, mut done: impl FnMut() -> bool) {
        self.until(what, || {
            self.call("send_now", json!({}));
            std::thread::sleep(Duration::from_millis(10));
            done()
        });
    }

    /// How many changes wait to be sent.
    #[track_caller]
    pub fn waiting(&self) -> u64 {
        self.call("sync_status", json!({}))["waiting"].as_u64().expect("a count")
    }

    /// The household that a search finds.
    #[track_caller]
    pub fn find(&self, text: &str) -> String {
        let found = self.call("search", json!({ "text": text }));
        found["rows"][0]["household"]["id"].as_str().unwrap_or_else(|| panic!("nobody found for {text}")).to_owned()
    }

    /// Lets minutes pass in which nobody touches it.
    pub fn let_pass(&self, minutes: u64) {
        self.passed.fetch_add(60 * minutes, Ordering::SeqCst);
    }

    /// Listens to what the app tells by itself.
    pub fn subscribe(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        self.app().subscribe(listener);
    }
}

fn start(dir: &Path, passed: &Arc<AtomicU64>) -> App {
    let (machine, passed) = (Environment::system(), Arc::clone(passed));
    let boot_time = machine.boot_time;
    let ahead = move || boot_time() + Duration::from_secs(passed.load(Ordering::SeqCst));
    let environment =
        Environment { cost: store::keyfile::Cost::MINIMUM, boot_time: Arc::new(ahead), ..Environment::system() };
    App::new(dir, environment).expect("the app starts")
}
