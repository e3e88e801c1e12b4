//! A municipality in one process: the real server on its embedded database, and laptops with the real app and store,
//! driven by the commands that the window uses. Each has a folder of its own, gone at the end.

use app::views::Event;
use app::{App, Environment};
use serde_json::{Value, json};
use server::{Config, Running, Server};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
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

    pub fn server(&self) -> &Running {
        self.running.as_ref().expect("the server runs")
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
        let laptop = Laptop::new();
        let (url, code) = (self.url(), self.code(user));
        laptop.call("enrol", json!({ "url": url, "code": code, "device_name": "Laptop", "passphrase": PASSPHRASE }));
        laptop
    }
}

/// A laptop: the app on a data directory.
pub struct Laptop {
    pub folder: TempDir,
    app: Option<App>,
}

impl Default for Laptop {
    fn default() -> Self {
        Self::new()
    }
}

impl Laptop {
    /// A laptop that was never used.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let app = Some(start(folder.path()));
        Self { folder, app }
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
        self.app = Some(start(self.folder.path()));
        self.call("unlock", json!({ "passphrase": PASSPHRASE }));
    }

    /// Closes the app and opens it locked.
    pub fn close(&mut self) {
        self.app = None;
        self.app = Some(start(self.folder.path()));
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

    /// The household that a search finds.
    #[track_caller]
    pub fn find(&self, text: &str) -> String {
        let found = self.call("search", json!({ "text": text }));
        found["rows"][0]["household"]["id"].as_str().unwrap_or_else(|| panic!("nobody found for {text}")).to_owned()
    }

    /// Listens to what the app tells by itself.
    pub fn subscribe(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        self.app().subscribe(listener);
    }
}

fn start(dir: &Path) -> App {
    let environment = Environment { cost: store::keyfile::Cost::MINIMUM, ..Environment::system() };
    App::new(dir, environment).expect("the app starts")
}
