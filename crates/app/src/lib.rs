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
use std::sync::{Arc, Mutex, RwLock, RwLockReadGuard};
use views::Event;

/// What comes from outside: the clock, and how dear it is to try a passphrase.
#[derive(Clone)]
pub struct Environment {
    pub clock: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    pub cost: store::keyfile::Cost,
}

impl Environment {
    /// The machine's clock and the full cost.
    pub fn system() -> Self {
        Self { clock: Arc::new(|| Local::now().fixed_offset()), cost: store::keyfile::Cost::STANDARD }
    }
}

type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// How far the app is open.
pub(crate) enum State {
    Enrol,
    Locked,
    Open(Arc<Session>),
    Blocked(Error),
}

/// What the background tasks share with the app.
pub(crate) struct Shared {
    listeners: RwLock<Vec<Listener>>,
}

impl Shared {
    pub(crate) fn emit(&self, event: &Event) {
        if let Ok(listeners) = self.listeners.read() {
            listeners.iter().for_each(|l| l(event));
        }
    }
}

/// The app on one laptop, for one data directory.
pub struct App {
    dir: PathBuf,
    environment: Environment,
    runtime: tokio::runtime::Runtime,
    shared: Arc<Shared>,
    profile: Mutex<Profile>,
    state: RwLock<State>,
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
        Ok(Self {
            profile: Mutex::new(Profile::load(&dir)),
            shared: Arc::new(Shared { listeners: RwLock::default() }),
            state: RwLock::new(state),
            dir,
            environment,
            runtime,
        })
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

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
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
    pub(crate) fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
    pub(crate) fn runtime(&self) -> &tokio::runtime::Runtime {
        &self.runtime
    }
    pub(crate) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }
    pub(crate) fn emit(&self, event: &Event) {
        self.shared.emit(event);
    }
    pub(crate) fn state(&self) -> RwLockReadGuard<'_, State> {
        // A panic while holding it leaves a whole value behind: every write is one assignment.
        self.state.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
    pub(crate) fn set_state(&self, state: State) {
        *self.state.write().unwrap_or_else(std::sync::PoisonError::into_inner) = state;
    }
    pub(crate) fn profile(&self) -> Profile {
        self.profile.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
    pub(crate) fn set_profile(&self, profile: Profile) -> Result<()> {
        profile.save(&self.dir)?;
        *self.profile.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = profile;
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
