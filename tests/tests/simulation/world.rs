//! The municipality of one seed: its server, its laptops, and everything that was ever written.

use crate::backend::Backend;
use crate::checks;
use crate::laptop::Laptop;
use crate::network::Network;
use crate::office::Office;
use domain::{Actor, Change, ChangeId, Kind, Operation, RecordId, RecordKey, Role};
use server::db::Stored;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};
use sync::Problem;
use tests::random::Random;
use uuid::Uuid;

pub const GENK: &str = "genk";
/// Laptops at the beginning.
const STAFF: usize = 5;
pub const NEIGHBOURHOODS: [&str; 2] = ["winterslag", "waterschei"];

/// A change that some laptop put in its outbox.
#[derive(Clone)]
pub struct Made {
    pub by: usize,
    pub change: Change,
}

/// What laptops, network and checks share.
pub struct Common {
    pub random: Random,
    pub made: Vec<Made>,
    /// Every record that anybody ever made.
    pub keys: Vec<RecordKey>,
    /// What each laptop was told to erase, with everything it knew of it.
    pub told_to_erase: BTreeSet<(usize, RecordKey)>,
    /// Laptops whose user got other rights: they erase by themselves what they never pulled.
    pub other_rights: BTreeSet<usize>,
    /// Made before the server was restored: it may be offered again.
    pub offered_again: BTreeSet<ChangeId>,
    ids: u128,
}

impl Common {
    /// The same ids in each run of a seed.
    pub fn fresh(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }
}

pub struct World {
    pub common: Arc<Mutex<Common>>,
    pub office: Arc<Office>,
    pub laptops: Vec<Laptop>,
    runtime: tokio::runtime::Runtime,
}

pub fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl World {
    pub fn new(seed: u64, backend: Backend) -> Self {
        let common = Common {
            random: Random::new(seed),
            made: Vec::new(),
            keys: Vec::new(),
            told_to_erase: BTreeSet::new(),
            other_rights: BTreeSet::new(),
            offered_again: BTreeSet::new(),
            ids: 1_000,
        };
        let common = Arc::new(Mutex::new(common));
        let office = Arc::new(Office::open(backend));
        let staff: [(Role, &[&str]); STAFF] = [
            (Role::Visitor, &["winterslag"]),
            (Role::Visitor, &["winterslag", "waterschei"]),
            (Role::Visitor, &["waterschei"]),
            (Role::Coordinator, &["winterslag", "waterschei"]),
            (Role::Partner, &["winterslag"]),
        ];
        let laptops = staff.iter().enumerate().map(|(n, (role, neighbourhoods))| {
            let actor = Actor {
                user: domain::UserId(Uuid::from_u128(100 + n as u128)),
                role: *role,
                municipality: GENK.to_owned(),
                neighbourhoods: neighbourhoods.iter().map(|&n| n.to_owned()).collect(),
                duty: n == 3,
            };
            let network = Network { laptop: n, office: office.clone(), common: common.clone() };
            office.employ(&actor);
            office.enrol(n, actor.user);
            Laptop::new(network)
        });
        let laptops = laptops.collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { common, office, laptops, runtime }
    }

    /// How long this day is.
    pub fn steps(&self) -> usize {
        20 + self.below(40)
    }

    pub fn below(&self, end: usize) -> usize {
        lock(&self.common).random.below(end)
    }

    fn chance(&self, percent: usize) -> bool {
        lock(&self.common).random.chance(percent)
    }

    /// Somebody does something, or something happens.
    pub fn step(&mut self) {
        let who = self.below(self.laptops.len());
        match self.below(100) {
            0..54 => self.laptops[who].act(),
            54..84 => self.sync(who),
            84..88 => self.laptops[who].restart(),
            88..91 => self.laptops[who].jump(),
            91..93 => self.change_rights(who),
            93..95 => self.office.restart(),
            95..97 => self.office.copy(),
            97..98 => self.copy_laptop(who),
            _ => self.restore(),
        }
        if self.chance(20) {
            let mut common = lock(&self.common);
            self.office.deliver_late(&mut common);
        }
    }

    /// One run, whatever comes of it.
    fn sync(&mut self, who: usize) {
        // What went wrong is tried again.
        let _ = self.run(who);
        let keys = lock(&self.common).keys.clone();
        checks::what_was_typed_is_seen(&self.laptops[who], &self.common, &keys);
    }

    /// A laptop that is told to is enrolled again.
    fn run(&mut self, who: usize) -> Result<sync::Outcome, Problem> {
        let laptop = &mut self.laptops[who];
        let outcome = self.runtime.block_on(laptop.engine().run_once());
        if let Err(Problem::Cloned | Problem::Unauthenticated) = outcome {
            laptop.enrol_again();
        }
        outcome
    }

    /// Somebody copies a laptop's disk, once a day at most.
    fn copy_laptop(&mut self, who: usize) {
        let number = self.laptops.len();
        if number > STAFF {
            return;
        }
        self.office.copy_seat(who, number);
        let network = Network { laptop: number, office: self.office.clone(), common: self.common.clone() };
        let other = self.laptops[who].copied(network);
        self.laptops.push(other);
        let mut common = lock(&self.common);
        let told: Vec<_> = common.told_to_erase.iter().filter(|(by, _)| *by == who).cloned().collect();
        common.told_to_erase.extend(told.into_iter().map(|(_, key)| (number, key)));
        if common.other_rights.contains(&who) {
            common.other_rights.insert(number);
        }
    }

    fn restore(&mut self) {
        let actors = |world: &Self| (0..world.laptops.len()).map(|n| world.office.actor(n)).collect::<Vec<_>>();
        let before = actors(self);
        if self.office.restore() {
            let after = actors(self);
            let mut common = lock(&self.common);
            let made: Vec<ChangeId> = common.made.iter().map(|made| made.change.id).collect();
            common.offered_again.extend(made);
            common.other_rights.extend((0..after.len()).filter(|n| before[*n] != after[*n]));
        }
    }

    /// Somebody works in other neighbourhoods from now on.
    fn change_rights(&mut self, who: usize) {
        let mut actor = self.office.actor(who);
        if actor.role == Role::Coordinator {
            return;
        }
        let mine = [&NEIGHBOURHOODS[..1], &NEIGHBOURHOODS[1..], &NEIGHBOURHOODS[..]][self.below(3)];
        actor.neighbourhoods = mine.iter().map(|&n| n.to_owned()).collect();
        self.office.employ(&actor);
        let theirs = (0..self.laptops.len()).filter(|n| self.office.actor(*n).user == actor.user);
        lock(&self.common).other_rights.extend(theirs);
    }

    /// The network works, nobody types, and everybody syncs until nothing moves.
    pub fn come_to_rest(&mut self) {
        self.office.heal();
        loop {
            let mut common = lock(&self.common);
            if !self.office.deliver_late(&mut common) {
                break;
            }
        }
        for round in 0.. {
            assert!(round < 20, "it never comes to rest");
            let mut moved = false;
            for who in 0..self.laptops.len() {
                moved |= match self.run(who) {
                    Ok(outcome) => outcome != sync::Outcome::default(),
                    Err(problem) => {
                        assert!(matches!(problem, Problem::Cloned | Problem::Unauthenticated), "{problem}");
                        true
                    }
                };
            }
            if !moved {
                return;
            }
        }
    }

    pub fn find(&self, key: &RecordKey) -> Option<Stored> {
        self.office.with(|db| db.reading(|r| r.find_record(key)).expect("to read"))
    }
}

/// A new record's key and id.
pub fn new_key(common: &mut Common, kind: Kind) -> RecordKey {
    RecordKey::new(kind, RecordId(common.fresh()))
}

pub fn new_change_id(common: &mut Common) -> ChangeId {
    ChangeId(common.fresh())
}

/// The fields that a change writes.
pub fn fields(change: &Change) -> Vec<&String> {
    match &change.operation {
        Operation::Create { set } | Operation::Set { set } => set.keys().collect(),
        Operation::Delete => Vec::new(),
    }
}
