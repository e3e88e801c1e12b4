//! The use cases of the app and the views it shows: the list of commands that the UI can call.
//!
//! Knows no window and no web: `src-tauri` and the development bridge unpack a call and hand it to [`App::call`].

mod aside;
mod bindings;
mod choices;
mod commands;
mod danger;
mod doubles;
mod error;
mod facts;
mod finish;
mod form_source;
mod form_view;
mod help;
mod households;
mod idle;
mod import;
mod leaflets;
mod outcomes;
mod publishing;
mod quick_note;
mod resident;
mod review;
mod rounds;
mod sending;
mod session;
mod settings;
mod today;
pub mod views;
mod visit;
mod words;

pub use commands::{RESIDENT_NAMES, typescript};
pub use error::{Error, Result};
pub use publishing::problem_codes;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Utc};
use serde_json::Value;
use session::Session;
use settings::Profile;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;
use views::Event;

/// What comes from outside: the clocks, and how dear it is to try a passphrase.
#[derive(Clone)]
pub struct Environment {
    pub clock: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    /// Since the machine started, sleep included; nobody can set it.
    pub boot_time: Arc<dyn Fn() -> Duration + Send + Sync>,
    pub cost: store::keyfile::Cost,
}

impl Environment {
    /// The machine's clocks and the full cost.
    pub fn system() -> Self {
        Self {
            clock: Arc::new(|| Local::now().fixed_offset()),
            boot_time: Arc::new(boot_time),
            cost: store::keyfile::Cost::STANDARD,
        }
    }
}

#[cfg(target_os = "linux")]
fn boot_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// From the first question on; whether sleep is counted is up to the system.
#[cfg(not(target_os = "linux"))]
fn boot_time() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// How far the app is open.
pub(crate) enum State {
    Enrol,
    Locked,
    Open(Arc<Session>),
    Blocked(Error),
}

/// How long the page has for what is being typed before the app locks without it.
const PUT_AWAY: Duration = Duration::from_millis(800);

/// What the background tasks share with the app.
pub(crate) struct Shared {
    listeners: RwLock<Vec<Listener>>,
    profile: Mutex<Profile>,
    state: RwLock<State>,
}

impl Shared {
    pub(crate) fn emit(&self, event: &Event) {
        if let Ok(listeners) = self.listeners.read() {
            listeners.iter().for_each(|l| l(event));
        }
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn state(&self) -> RwLockReadGuard<'_, State> {
        // A panic while holding it leaves a whole value behind: every write is one assignment.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_state(&self, state: State) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = state;
    }

    /// Tells the page to put away what it shows, which ends in the command `lock`; locks without it where it does not
    /// answer.
    pub(crate) async fn put_away_and_lock(&self) {
        if !matches!(&*self.state(), State::Open(_)) {
            return;
        }
        self.emit(&Event::Locking);
        tokio::time::sleep(PUT_AWAY).await;
        self.lock();
    }

    /// Ends the session, if there is one: key and database are let go of, and whoever listens is told.
    pub(crate) fn lock(&self) {
        match &*self.state() {
            State::Open(session) => session.sending.stop(),
            State::Enrol | State::Locked | State::Blocked(_) => return,
        }
        self.set_state(State::Locked);
        self.emit(&Event::Locked);
    }
}

/// The app on one laptop, for one data directory.
pub struct App {
    dir: PathBuf,
    environment: Environment,
    runtime: tokio::runtime::Runtime,
    shared: Arc<Shared>,
}

impl App {
    /// Opens a data directory, which is made where it does not exist. Touches no database yet.
    ///
    /// # Errors
    /// `disk-error` where the directory cannot be made.
    pub fn new(dir: impl Into<PathBuf>, environment: Environment) -> Result<Self> {
        let dir = dir.into();
        std::fs::create_dir_all(&dir).map_err(settings::disk)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(|_| Error::internal())?;
        let state = if store::keyfile::exists(&dir) { State::Locked } else { State::Enrol };
        let shared = Shared {
            listeners: RwLock::default(),
            profile: Mutex::new(Profile::load(&dir)),
            state: RwLock::new(state),
        };
        Ok(Self { shared: Arc::new(shared), dir, environment, runtime })
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What the command says.
    pub fn call(&self, name: &str, input: Value) -> Result<Value> {
        commands::dispatch(self, name, input)
    }

    /// Runs a command for a resident's view: only the few of [`RESIDENT_NAMES`].
    ///
    /// # Errors
    /// `forbidden` for any other command.
    pub fn resident_call(&self, name: &str, input: Value) -> Result<Value> {
        if RESIDENT_NAMES.contains(&name) { self.call(name, input) } else { Err(Error::forbidden()) }
    }

    /// Tells `listener` whatever the app has to say by itself.
    pub fn subscribe(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        if let Ok(mut listeners) = self.shared.listeners.write() {
            listeners.push(Box::new(listener));
        }
    }

    /// Locks: the lid closes, the machine goes to sleep. Returns at once; the page has a moment to put away what it
    /// shows and to keep what is being typed.
    pub fn lock_soon(&self) {
        let shared = self.shared();
        self.runtime.spawn(async move { shared.put_away_and_lock().await });
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }
    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }
    pub(crate) fn cost(&self) -> store::keyfile::Cost {
        self.environment.cost
    }
    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        (self.environment.clock)()
    }
    pub(crate) fn now_utc(&self) -> DateTime<Utc> {
        self.now().with_timezone(&Utc)
    }
    pub(crate) fn boot_time(&self) -> Duration {
        (self.environment.boot_time)()
    }
    pub(crate) fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
    pub(crate) fn runtime(&self) -> &tokio::runtime::Runtime {
        &self.runtime
    }
    pub(crate) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }
    pub(crate) fn state(&self) -> RwLockReadGuard<'_, State> {
        self.shared.state()
    }
    pub(crate) fn set_state(&self, state: State) {
        self.shared.set_state(state);
    }
    pub(crate) fn profile(&self) -> Profile {
        self.shared.profile()
    }
    pub(crate) fn set_profile(&self, profile: Profile) -> Result<()> {
        profile.save(&self.dir)?;
        *self.shared.profile.lock().unwrap_or_else(PoisonError::into_inner) = profile;
        Ok(())
    }
    pub(crate) fn unlock_wait_seconds(&self) -> u32 {
        store::keyfile::wait_seconds(&self.dir, self.now_utc())
    }
    /// Who is signed in.
    pub(crate) fn session(&self) -> Result<Arc<Session>> {
        match &*self.state() {
            State::Open(session) => Ok(Arc::clone(session)),
            State::Blocked(error) => Err(error.clone()),
            State::Enrol | State::Locked => Err(Error::locked()),
        }
    }
}
