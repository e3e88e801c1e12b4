//! The app behind the window; or the reason why this process may not have one yet.

use crate::machine::{self, LockError};
use app::views::Event;
use app::{App, Environment, Error};
use serde_json::Value;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

type Listener = dyn Fn(&Event) + Send + Sync;

/// What the commands work with. Where the app may not start, every command answers why and the UI shows it; the next
/// command tries again, so that closing the other window is enough. Cheap to clone.
#[derive(Clone)]
pub struct Core(Arc<Inner>);

struct Inner {
    data_dir: PathBuf,
    listener: Arc<Listener>,
    ready: OnceLock<Ready>,
    /// Held while opening, so that two commands do not take each other's lock for another window's.
    opening: Mutex<()>,
}

struct Ready {
    app: App,
    /// Held so that no other process takes this data directory.
    _lock: File,
}

impl Core {
    /// Takes the data directory and starts the app in it; `listener` is told what the app says by itself.
    pub fn open(data_dir: &Path, listener: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        let inner = Inner {
            data_dir: data_dir.to_owned(),
            listener: Arc::new(listener),
            ready: OnceLock::new(),
            opening: Mutex::new(()),
        };
        if let Err(error) = inner.app() {
            tracing::error!(code = error.code, "the data directory cannot be used");
        }
        Self(Arc::new(inner))
    }

    /// Runs a command.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.0.app()?.call(name, input)
    }

    /// Runs a command of a resident's view.
    pub fn resident_call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.0.app()?.resident_call(name, input)
    }

    /// Locks the app, if it is open: the person leaves the laptop.
    pub fn lock_soon(&self) {
        if let Some(ready) = self.0.ready.get() {
            ready.app.lock_soon();
        }
    }
}

impl Inner {
    fn app(&self) -> Result<&App, Error> {
        if let Some(ready) = self.ready.get() {
            return Ok(&ready.app);
        }
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if self.ready.get().is_none() {
            let _ = self.ready.set(self.start()?);
        }
        self.ready.get().map(|ready| &ready.app).ok_or_else(Error::internal)
    }

    fn start(&self) -> Result<Ready, Error> {
        let lock = machine::lock(&self.data_dir).map_err(refusal)?;
        let app = App::new(&self.data_dir, Environment::system())?;
        let listener = Arc::clone(&self.listener);
        app.subscribe(move |event| listener(event));
        Ok(Ready { app, _lock: lock })
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
