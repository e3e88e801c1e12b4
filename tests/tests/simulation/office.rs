//! The server's side: the real push and pull on a real database, which may end, be copied and be restored.

use crate::backend::{Backend, Rests};
use crate::laptop::folder;
use crate::world::{Common, GENK, lock};
use chrono::{DateTime, TimeDelta, Utc};
use domain::entities::{Entity, User};
use domain::{Actor, DeviceId, Kind, RecordKey, Scope, UserId, VerdictKind};
use protocol::{Pull, Push, Pushed};
use server::actor::{find_actor, find_caller};
use server::db::{Database, Device, Reader, Writer};
use server::publish;
use server::push::{Known, answer_laptop};
use server::secret::{Hash, sha256};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use sync::{Page, Problem};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Office {
    backend: Backend,
    /// Where copies are put.
    folder: TempDir,
    inner: Mutex<Inner>,
}

struct Inner {
    rests: Rests,
    /// None at all for a moment while they start again.
    servers: Vec<Box<dyn Database>>,
    /// Whose turn it is to answer.
    turn: usize,
    /// Of each laptop.
    seats: BTreeMap<usize, Seat>,
    /// Laptops that ever were.
    enrolled: u128,
    copy: Option<PathBuf>,
    restored: u32,
    /// Pushes that are still on their way although nobody waits for them, each with the laptop's id when it left.
    late: Vec<(DeviceId, Vec<u8>)>,
    good: bool,
}

/// Who works on a laptop, and as what the server knows it.
#[derive(Clone, Copy)]
pub struct Seat {
    user: UserId,
    device: DeviceId,
}

/// What a laptop shows the server.
fn token(device: DeviceId) -> Hash {
    sha256(device.0.as_bytes())
}

/// The server's clock.
pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a time")
}

impl Office {
    pub fn open(backend: Backend) -> Self {
        let rests = backend.make();
        let servers = rests.open();
        servers[0].writing(|w| w.save_municipality(GENK)).expect("to write");
        let inner = Inner {
            rests,
            servers,
            turn: 0,
            seats: BTreeMap::new(),
            enrolled: 0,
            copy: None,
            restored: 0,
            late: Vec::new(),
            good: false,
        };
        Self { backend, folder: folder(), inner: Mutex::new(inner) }
    }

    /// With the server whose turn it is.
    pub fn with<T>(&self, work: impl FnOnce(&dyn Database) -> T) -> T {
        let mut inner = lock(&self.inner);
        inner.turn += 1;
        let server = inner.turn % inner.servers.len();
        work(&*inner.servers[server])
    }

    pub fn restart(&self) {
        let mut inner = lock(&self.inner);
        inner.servers.clear();
        inner.servers = inner.rests.open();
    }

    pub fn copy(&self) {
        let mut inner = lock(&self.inner);
        let file = self.folder.path().join(inner.turn.to_string());
        if !file.exists() {
            server::copy::backup(&*inner.servers[0], &file, noon()).expect("a copy");
            inner.copy = Some(file);
        }
    }

    /// The disk broke, and another takes its place with what the last copy holds; false where there is none.
    pub fn restore(&self) -> bool {
        let mut inner = lock(&self.inner);
        let Some(copy) = inner.copy.clone() else { return false };
        inner.servers.clear();
        inner.rests = self.backend.make();
        inner.servers = inner.rests.open();
        inner.restored += 1;
        let now = noon() + TimeDelta::hours(inner.restored.into());
        server::copy::restore(&*inner.servers[0], &copy, now).expect("to restore");
        true
    }

    fn seat(&self, laptop: usize) -> Seat {
        lock(&self.inner).seats[&laptop]
    }

    /// Who works on a laptop, as the server knows them now.
    pub fn actor(&self, laptop: usize) -> Actor {
        let user = self.seat(laptop).user;
        let found = self.with(|db| db.reading(|r| find_actor(r, GENK, user))).expect("to read");
        found.expect("a user").0
    }

    pub fn device(&self, laptop: usize) -> DeviceId {
        self.seat(laptop).device
    }

    /// Somebody is given a role and neighbourhoods, which count at the next request of their laptops.
    pub fn employ(&self, actor: &Actor) {
        let Actor { user, role, neighbourhoods, duty, .. } = actor.clone();
        let body = User { name: "somebody".to_owned(), role, neighbourhoods, duty, inactive: false }.to_body();
        let key = RecordKey::new(Kind::User, user);
        self.with(|db| db.writing(|w| publish::record(w, GENK, &key, &body, noon()))).expect("to write");
    }

    /// Makes a laptop of `user` known, as one that replaces what it was before; see `server::enrol`.
    pub fn enrol(&self, laptop: usize, user: UserId) {
        let (before, id) = {
            let mut inner = lock(&self.inner);
            inner.enrolled += 1;
            (inner.seats.get(&laptop).map(|seat| seat.device), DeviceId(Uuid::from_u128(200 + inner.enrolled)))
        };
        let row = Device {
            id,
            user,
            name: "laptop".to_owned(),
            token: token(id),
            enrolled_at: noon(),
            revoked_at: None,
            last_contact_at: None,
            skew_s: None,
        };
        let write = |w: &mut dyn Writer| {
            w.save_device(&row)?;
            let grants = before.map(|old| w.list_device_grants(old)).transpose()?.unwrap_or_default();
            w.save_device_grants(id, &grants)
        };
        self.with(|db| db.writing(write)).expect("to enrol");
        lock(&self.inner).seats.insert(laptop, Seat { user, device: id });
    }

    pub fn enrol_again(&self, laptop: usize) {
        self.enrol(laptop, self.seat(laptop).user);
    }

    /// A copied laptop is known as what the first is known as.
    pub fn copy_seat(&self, from: usize, to: usize) {
        let seat = self.seat(from);
        lock(&self.inner).seats.insert(to, seat);
    }

    /// From now on every message arrives.
    pub fn heal(&self) {
        lock(&self.inner).good = true;
    }

    pub fn is_good(&self) -> bool {
        lock(&self.inner).good
    }

    /// A push that nobody waits for any more.
    pub fn send_late(&self, laptop: usize, bytes: Vec<u8>) {
        let device = self.device(laptop);
        lock(&self.inner).late.push((device, bytes));
    }

    /// One of the pushes that are still on their way arrives; false where there is none.
    pub fn deliver_late(&self, common: &mut Common) -> bool {
        let (device, bytes) = {
            let mut inner = lock(&self.inner);
            if inner.late.is_empty() {
                return false;
            }
            let at = common.random.below(inner.late.len());
            inner.late.swap_remove(at)
        };
        // Nobody hears the answer.
        let _ = self.push(device, &bytes);
        true
    }

    /// What arrives is answered as by the server's handler. What was answered before changes nothing.
    pub fn push(&self, device: DeviceId, bytes: &[u8]) -> Result<Pushed, Problem> {
        let push: Push = serde_json::from_slice(bytes).expect("our message");
        let answered = |r: &mut dyn Reader| -> server::db::Result<bool> {
            for change in &push.changes {
                if r.find_change(change.id)?.is_none() {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        let before = self.with(|db| db.reading(|r| Ok((answered(r)?, r.sequence()?)))).expect("to read");
        let token = token(device);
        let answer =
            |w: &mut dyn Writer| answer_laptop(w, &mut Known::default(), GENK, &token, (&push, noon()), noon());
        let pushed = self.with(|db| db.writing(answer)).expect("to push")?;
        if before.0 {
            let after = self.with(|db| db.reading(|r| r.sequence())).expect("to read");
            assert_eq!(before.1, after, "a batch that came again did something");
            let again =
                |v: &domain::Verdict| matches!(v.kind, VerdictKind::Duplicate { .. } | VerdictKind::Quarantined { .. });
            assert!(pushed.verdicts.iter().all(again), "a change that came again was taken for a new one");
        }
        Ok(pushed)
    }

    /// Nothing is handed out that its reader may not hold.
    pub fn pull(&self, laptop: usize, pull: &Pull, left: Option<u64>) -> Result<Page, Problem> {
        let token = token(self.device(laptop));
        let caller = self.with(|db| db.reading(|r| find_caller(r, GENK, &token))).expect("to read");
        let (Device { id: device, .. }, actor) = caller?;
        let pulled = self.with(|db| server::pull::pull(db, &actor, device, pull, left)).expect("to pull");
        for record in &pulled.records {
            let stored = self.with(|db| db.reading(|r| r.find_record(&record.key))).expect("to read");
            let place = stored.expect("it is there").place;
            assert!(Scope::of(&actor).holds(&place), "{:?} was handed to {:?}", record.key, actor.role);
        }
        Ok(pulled)
    }
}
