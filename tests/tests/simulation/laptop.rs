//! One laptop: the real store on a real disk, the real engine.

use crate::acts;
use crate::network::{Network, Way, device, noon};
use crate::world::lock;
use chrono::{DateTime, TimeDelta, Utc};
use domain::Actor;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Identity, Key, Store};
use sync::{Clock, Engine};
use tempfile::TempDir;

pub struct Laptop {
    folder: TempDir,
    network: Network,
    /// How wrong its clock is, in seconds.
    wrong_by: Arc<AtomicI64>,
    /// None for a moment while it starts again.
    running: Option<Running>,
}

struct Running {
    store: Arc<Store>,
    engine: Engine<Way>,
}

/// In memory where the machine has room for files there: what is played here is the order of things, not the disk.
pub fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn clock(wrong_by: &Arc<AtomicI64>) -> Clock {
    let wrong_by = wrong_by.clone();
    Arc::new(move || at(&wrong_by))
}

fn at(wrong_by: &AtomicI64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(wrong_by.load(Ordering::SeqCst))
}

fn start(folder: &TempDir, network: &Network, wrong_by: &Arc<AtomicI64>) -> Running {
    let store = Arc::new(Store::open(folder.path(), &Key::from_bytes([9; 32])).expect("to open"));
    let way = Way { network: network.clone(), store: Arc::downgrade(&store) };
    Running { engine: Engine::new(store.clone(), way, clock(wrong_by)), store }
}

impl Laptop {
    pub fn new(number: usize, actor: &Actor, network: Network) -> Self {
        let (folder, wrong_by) = (folder(), Arc::default());
        let running = start(&folder, &network, &wrong_by);
        let identity = Identity {
            server: String::new(),
            token: String::new(),
            device: device(number),
            actor: actor.clone(),
            user_name: format!("user {number}"),
            device_name: format!("laptop {number}"),
        };
        running.store.write(|w| w.set_identity(&identity)).expect("to enrol");
        Self { folder, network, wrong_by, running: Some(running) }
    }

    pub fn store(&self) -> &Store {
        &self.running.as_ref().expect("running").store
    }

    pub fn engine(&mut self) -> &mut Engine<Way> {
        &mut self.running.as_mut().expect("running").engine
    }

    /// The battery is empty: what was not on disk is gone.
    pub fn restart(&mut self) {
        // Closed before it is opened again.
        self.running = None;
        self.running = Some(start(&self.folder, &self.network, &self.wrong_by));
    }

    /// Its clock jumps, by up to three days either way.
    pub fn jump(&mut self) {
        let days = i64::try_from(lock(&self.network.common).random.below(7)).expect("a few") - 3;
        self.wrong_by.store(days * 86_400, Ordering::SeqCst);
    }

    /// Its user does something.
    pub fn act(&self) {
        acts::act(&self.network, self.store(), at(&self.wrong_by));
    }
}

/// Its user does something while the engine waits for an answer.
pub fn act_on(network: &Network, store: &Store) {
    acts::act(network, store, noon());
}
