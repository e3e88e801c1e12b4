//! One laptop: the real store on a real disk, the real engine.

use crate::acts;
use crate::network::{Network, Way};
use crate::office::noon;
use crate::world::lock;
use chrono::{DateTime, TimeDelta, Utc};
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

fn identity(network: &Network) -> Identity {
    let (device, actor) = (network.office.device(network.laptop), network.office.actor(network.laptop));
    let [server, token, user_name, device_name] = Default::default();
    Identity { server, token, device, actor, user_name, device_name }
}

impl Laptop {
    /// One that the office knows.
    pub fn new(network: Network) -> Self {
        let laptop = Self::begin(folder(), network);
        laptop.store().write(|w| w.set_identity(&identity(&laptop.network))).expect("to enrol");
        laptop
    }

    fn begin(folder: TempDir, network: Network) -> Self {
        let wrong_by = Arc::default();
        let running = Some(start(&folder, &network, &wrong_by));
        Self { folder, network, wrong_by, running }
    }

    /// Somebody copied its disk, and another laptop works on from there.
    pub fn copied(&mut self, network: Network) -> Self {
        self.running = None;
        let other = folder();
        for file in self.folder.path().read_dir().expect("the folder").flatten() {
            std::fs::copy(file.path(), other.path().join(file.file_name())).expect("to copy");
        }
        self.restart();
        Self::begin(other, network)
    }

    /// It is enrolled once more and keeps what is on it.
    pub fn enrol_again(&mut self) {
        self.network.office.enrol_again(self.network.laptop);
        self.store().write(|w| w.enrol_again(&identity(&self.network))).expect("to enrol");
        self.restart();
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
