//! A city's worth of work on a server, and a laptop that takes it over.

use crate::Size;
use crate::figures::{cpu_seconds, row};
use crate::laptop::run;
use chrono::{DateTime, Days, Local, TimeDelta, Utc};
use domain::entities::{ANSWER_PREFIX, Assignment, Attempt, Channel, Entity, Outcome, Resident, Round, Visit};
use domain::{Actor, Body, Change, ChangeId, DeviceId, Kind, Operation, RecordId, RecordKey, Role, Sequence, UserId};
use server::push::{self, Author};
use server::secret::new_id;
use std::path::Path;
use tests::office::Office;
use tests::prose::{answers, prose};
use tests::random::Random;
use tests::wire::Wire;

/// Who made it all.
pub const VISITOR: &str = "Meryem Aydın";
/// Households on the list of today.
const TODAY: usize = 25;
const BATCH: usize = 500;

/// Prints the rows of everything that needs no window.
pub fn measure(size: Size) {
    let office = Office::open();
    let wire = Wire::to(office.server().address);
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().to_str().expect("a path");
    let mut city = City::new(&office);

    let homes = city.build(size.households);
    run("enrol", &[dir, &wire.url(), &office.code(VISITOR), &size.households.to_string()]);
    let (small_laptop, small_server) = (database_bytes(folder.path()), office.database_bytes());

    let bytes = city.visit(&homes, size.visits);
    row("a visit as it is made here, as JSON", format!("{} B on average", bytes / size.visits), "");
    let (before, cpu) = (wire.bytes(), cpu_seconds());
    run("pull", &[dir, &size.visits.to_string()]);
    let (after, cpu_after) = (wire.bytes(), cpu_seconds());
    let used = cpu_after.0 + cpu_after.1 - cpu.0 - cpu.1;
    row("… processor time of server and laptop together", format!("{used:.2} s"), "");
    let each = |bytes: u64| format!("{} B", bytes / size.visits as u64);
    row("… over the wire, for each visit with its attempt", each(after.1 - before.1), "");
    row("… in the laptop's database", each(database_bytes(folder.path()) - small_laptop), "");
    row("… in the server's database", each(office.database_bytes() - small_server), "");

    run("work", &[dir]);
    let before = wire.bytes();
    run("push", &[dir, &size.pushed.to_string()]);
    let up = (wire.bytes().0 - before.0) / size.pushed as u64;
    row("… over the wire, for each visit with its attempt", format!("{up} B"), "");
}

fn database_bytes(dir: &Path) -> u64 {
    std::fs::metadata(dir.join(store::DATABASE_FILE)).map_or(0, |meta| meta.len())
}

/// Writes to the server as a visitor's laptop would.
struct City<'a> {
    office: &'a Office,
    actor: Actor,
    device: DeviceId,
    counter: u64,
    random: Random,
    /// When what is made next happened.
    now: DateTime<Utc>,
}

impl<'a> City<'a> {
    fn new(office: &'a Office) -> Self {
        let admin = &office.server().admin;
        let actor = Actor {
            user: admin.get_user(VISITOR).expect("a visitor"),
            role: Role::Visitor,
            municipality: admin.municipality().expect("a municipality"),
            neighbourhoods: vec!["winterslag".to_owned()],
            duty: false,
        };
        let now = Utc::now() - Days::new(300);
        Self { office, actor, device: DeviceId(new_id(now)), counter: 0, random: Random::new(1), now }
    }

    /// Households with somebody in each, the first of them on the list of today.
    fn build(&mut self, count: usize) -> Vec<RecordId> {
        let mut changes = Vec::new();
        let mut homes = Vec::with_capacity(count);
        for n in 0..count {
            let household = tests::prose::household(n, &mut self.random);
            let id = self.id();
            homes.push(id);
            let resident = Resident {
                household: id,
                name: household.name.as_ref().map(|name| format!("Bewoner {name}")),
                birth_year: Some(1940 + i32::try_from(n % 60).unwrap_or(0)),
                phone: None,
                language: None,
            };
            changes.push(self.create(id, &household));
            let resident_id = self.id();
            changes.push(self.create(resident_id, &resident));
        }
        let day = Local::now().date_naive();
        let round = self.id();
        let list = Round { neighbourhood: "winterslag".to_owned(), day, name: "Vandaag".to_owned() };
        changes.push(self.create(round, &list));
        for household in homes.iter().take(TODAY) {
            let (id, assignee) = (self.id(), self.actor.user);
            let place = Assignment { household: *household, round, day, assignee, appointment: None };
            changes.push(self.create(id, &place));
        }
        self.push(&changes);
        homes
    }

    /// Visits, each with its attempt; the bytes of their bodies together.
    fn visit(&mut self, homes: &[RecordId], count: usize) -> usize {
        let mut bytes = 0;
        let mut changes = Vec::new();
        for n in 0..count {
            self.now += TimeDelta::minutes(40);
            let (id, home) = (self.id(), homes[n % homes.len()]);
            let (attempt, visit) = visit_of(home, self.actor.user, self.now, &mut self.random);
            bytes += serde_json::to_vec(&visit).map_or(0, |json| json.len());
            changes.push(self.create(id, &attempt));
            changes.push(self.change(Kind::Visit, id, visit));
        }
        self.push(&changes);
        bytes
    }

    fn id(&self) -> RecordId {
        RecordId(new_id(self.now))
    }

    fn create<E: Entity>(&mut self, id: RecordId, value: &E) -> Change {
        self.change(E::KIND, id, value.to_body())
    }

    fn change(&mut self, kind: Kind, id: RecordId, set: Body) -> Change {
        self.counter += 1;
        Change {
            id: ChangeId(new_id(self.now)),
            record: RecordKey::new(kind, id),
            operation: Operation::Create { set },
            base: Sequence::ZERO,
            at: self.now,
            author: self.actor.user,
            device: self.device,
            counter: self.counter,
            reason: None,
            resolves: Vec::new(),
        }
    }

    fn push(&self, changes: &[Change]) {
        let db = self.office.server().admin.database();
        let author = Author::Laptop { actor: &self.actor, device: self.device };
        for batch in changes.chunks(BATCH) {
            let verdicts = push::push(&*db, &self.actor.municipality, author, batch, Utc::now()).expect("to push");
            let accepted = |v: &domain::Verdict| matches!(v.kind, domain::VerdictKind::Accepted { .. });
            assert!(verdicts.iter().all(accepted), "the city is built of what the server accepts");
        }
    }
}

/// A visit with 25 answers and some sentences of notes, and its attempt.
pub fn visit_of(home: RecordId, by: UserId, at: DateTime<Utc>, random: &mut Random) -> (Attempt, Body) {
    let finished_at = at + TimeDelta::minutes(12 + i64::try_from(random.below(80)).unwrap_or(0));
    let (language, notes) = prose(random);
    let visit = Visit {
        household: home,
        form_id: "home-visit".to_owned(),
        form_version: "4".to_owned(),
        by,
        with: None,
        channel: Channel::Door,
        started_at: at,
        finished_at,
        language: Some(language.to_owned()),
        flags: Vec::new(),
        issues: Vec::new(),
        clock_off_s: None,
    };
    let mut body = visit.to_body();
    for (question, value) in answers(random, finished_at.date_naive()) {
        body.insert(format!("{ANSWER_PREFIX}{question}"), serde_json::json!({ "value": value }));
    }
    body.insert(format!("{ANSWER_PREFIX}notes"), serde_json::json!({ "value": notes }));
    let attempt = Attempt {
        household: home,
        channel: Channel::Door,
        outcome: Outcome::Spoken,
        started_at: at,
        finished_at: Some(finished_at),
        by,
        with: None,
        leaflets: 0,
        come_back_on: None,
        promised: None,
        undone: false,
    };
    (attempt, body)
}
