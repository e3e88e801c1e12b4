//! The app behind the window; or the reason why this process may not have one.

use crate::machine::{self, LockError};
use app::views::Event;
use app::{App, Environment, Error};
use serde_json::Value;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// What the commands work with. Cheap to clone.
#[derive(Clone)]
pub struct Core(Arc<State>);

enum State {
    Ready {
        app: App,
        /// Held so that no other process takes this data directory.
        _lock: File,
    },
    /// Every command answers this, and the UI shows it.
    Refused(Error),
}

impl Core {
    /// Takes the data directory and starts the app in it.
    pub fn open(data_dir: &Path) -> Self {
        let state = machine::lock(data_dir)
            .map_err(refusal)
            .and_then(|lock| Ok(State::Ready { app: App::new(data_dir, Environment::system())?, _lock: lock }));
        Self(Arc::new(state.unwrap_or_else(|error| {
            tracing::error!(code = error.code, "the data directory cannot be used");
            State::Refused(error)
        })))
    }

    /// Runs a command.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.app()?.call(name, input)
    }

    /// Runs a command of a resident's view.
    pub fn resident_call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.app()?.resident_call(name, input)
    }

    /// Tells `listener` what the app says by itself.
    pub fn subscribe(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        if let State::Ready { app, .. } = &*self.0 {
            app.subscribe(listener);
        }
    }

    fn app(&self) -> Result<&App, Error> {
        match &*self.0 {
            State::Ready { app, .. } => Ok(app),
            State::Refused(error) => Err(error.clone()),
        }
    }
}

fn refusal(error: LockError) -> Error {
    match error {
        LockError::Taken => Error::already_open(),
        LockError::Disk(error) => {
            tracing::error!(kind = %error.kind(), "the data directory cannot be locked");
            Error::disk_error()
        }
    }
}
