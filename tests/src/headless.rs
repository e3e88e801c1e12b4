//! A laptop without a screen: the real store and the real engine, over HTTP.

use chrono::Utc;
use domain::EnrolmentId;
use server::secret::new_id;
use std::path::Path;
use std::sync::Arc;
use store::{Identity, Key, Store};
use sync::{Engine, HttpTransport, Problem, Transport};

/// A laptop that is enrolled, with its engine.
pub struct Headless<T: Transport = HttpTransport> {
    pub store: Arc<Store>,
    pub engine: Engine<T>,
}

/// The database in `dir`; its key is no secret, so that nothing has to be derived.
///
/// # Errors
/// As [`Store::open`].
pub fn open_store(dir: &Path) -> store::Result<Store> {
    Store::open(dir, &Key::from_bytes([7; 32]))
}

/// Enrols the laptop in `dir` at the server at `url`.
///
/// # Errors
/// What the server said.
pub async fn enrol(dir: &Path, url: &str, code: &str) -> Result<(), Problem> {
    let enrolled = sync::enrol(url, code, "laptop", EnrolmentId(new_id(Utc::now()))).await?;
    let identity = Identity {
        server: url.to_owned(),
        token: enrolled.token,
        device: enrolled.device,
        actor: enrolled.actor,
        user_name: enrolled.user_name,
        device_name: "laptop".to_owned(),
    };
    Ok(open_store(dir)?.write(|w| w.set_identity(&identity))?)
}

impl Headless {
    /// The laptop in `dir`, which was enrolled.
    ///
    /// # Errors
    /// Where its database does not open, or was never enrolled.
    pub fn open(dir: &Path) -> Result<Self, Problem> {
        Self::open_over(dir, |transport| transport)
    }
}

impl<T: Transport> Headless<T> {
    /// The same, with something around its way to the server.
    ///
    /// # Errors
    /// As [`Headless::open`].
    pub fn open_over(dir: &Path, around: impl FnOnce(HttpTransport) -> T) -> Result<Self, Problem> {
        let store = Arc::new(open_store(dir)?);
        let identity = store.read(|r| r.identity())?.ok_or(Problem::Unauthenticated)?;
        let transport = HttpTransport::new(&identity.server, Some(&identity.token))?;
        let engine = Engine::new(Arc::clone(&store), around(transport), Arc::new(Utc::now));
        Ok(Self { store, engine })
    }
}
