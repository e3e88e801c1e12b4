//! People, laptops and changes for tests.

use chrono::{DateTime, TimeDelta, Utc};
use domain::entities::{Attempt, Entity, Resident, Visit};
use domain::entities::{Channel, HelpRequest, HelpRequestDetail, Household, Outcome, SharedDetail, Urgency};
use domain::life_cycle::HelpState;
use domain::{
    Actor, Body, Change, DeviceId, Kind, Operation, QuarantineReason, RecordId, RecordKey, Role, Sequence, UserId,
    VerdictKind,
};
use protocol::{Cursor, Pull, Pulled};
use serde_json::{Value, json};
use server::db::Database;
use server::push::{Author, push};
use server::secret::named_id;

pub const GENK: &str = "genk";

pub fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

pub fn id(name: &str) -> RecordId {
    RecordId(named_id("test", name))
}

/// Somebody on a laptop of their own.
pub struct Person {
    pub actor: Actor,
    pub device: DeviceId,
    counter: u64,
    cursor: Cursor,
}

impl Person {
    pub fn new(name: &str, role: Role, neighbourhoods: &[&str]) -> Self {
        let actor = Actor {
            user: UserId(named_id("user", name)),
            role,
            municipality: GENK.to_owned(),
            neighbourhoods: neighbourhoods.iter().map(|&n| n.to_owned()).collect(),
            duty: false,
        };
        Self { actor, device: DeviceId(named_id("device", name)), counter: 0, cursor: Cursor::default() }
    }

    pub fn visitor() -> Self {
        Self::new("Meryem", Role::Visitor, &["winterslag"])
    }

    pub fn coordinator() -> Self {
        Self::new("Koen", Role::Coordinator, &["winterslag", "waterschei"])
    }

    pub fn change(&mut self, record: RecordKey, operation: Operation, base: Sequence) -> Change {
        self.counter += 1;
        let name = format!("change {} {}", self.device, self.counter);
        Change {
            id: named_id("test", &name).into(),
            record,
            operation,
            base,
            at: noon() + TimeDelta::seconds(self.counter.cast_signed()),
            author: self.actor.user,
            device: self.device,
            counter: self.counter,
            reason: None,
            resolves: Vec::new(),
        }
    }

    pub fn push(&self, db: &dyn Database, changes: &[Change]) -> Vec<VerdictKind> {
        let author = Author::Laptop { actor: &self.actor, device: self.device };
        push(db, GENK, author, changes, noon()).unwrap().into_iter().map(|v| v.kind).collect()
    }

    pub fn push_one(&self, db: &dyn Database, change: &Change) -> VerdictKind {
        self.push(db, std::slice::from_ref(change)).remove(0)
    }

    pub fn create<E: Entity>(&mut self, db: &dyn Database, id: RecordId, entity: &E) -> VerdictKind {
        let change = self.creation(id, entity);
        self.push_one(db, &change)
    }

    pub fn creation<E: Entity>(&mut self, id: RecordId, entity: &E) -> Change {
        let set = entity.to_body();
        self.change(RecordKey::new(E::KIND, id), Operation::Create { set }, Sequence::ZERO)
    }

    pub fn set(&mut self, db: &dyn Database, key: RecordKey, field: &str, value: Value, base: Sequence) -> VerdictKind {
        let set = Body::from_iter([(field.to_owned(), value)]);
        let change = self.change(key, Operation::Set { set }, base);
        self.push_one(db, &change)
    }

    /// One page.
    pub fn pull_page(&mut self, db: &dyn Database, limit: usize) -> Pulled {
        let request = Pull { cursor: self.cursor.clone(), limit };
        let page = server::pull::pull(db, &self.actor, self.device, &request, None).unwrap();
        // As it arrives.
        let pulled: Pulled = serde_json::from_slice(&serde_json::to_vec(&page).unwrap()).unwrap();
        self.cursor = pulled.cursor.clone();
        pulled
    }

    /// Everything there is.
    pub fn pull(&mut self, db: &dyn Database) -> Pulled {
        let mut all = self.pull_page(db, 3);
        while all.more {
            let page = self.pull_page(db, 3);
            all.records.extend(page.records);
            all.evict.extend(page.evict);
            all.more = page.more;
        }
        all
    }

    pub fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }
}

#[track_caller]
pub fn accepted(verdict: &VerdictKind) -> Sequence {
    match verdict {
        VerdictKind::Accepted { seq } => *seq,
        other => panic!("not accepted: {other:?}"),
    }
}

pub fn set_aside(reason: QuarantineReason) -> VerdictKind {
    VerdictKind::Quarantined { reason }
}

pub fn household(neighbourhood: &str, number: &str) -> Household {
    Household {
        neighbourhood: neighbourhood.to_owned(),
        street: "Vennestraat".to_owned(),
        number: number.to_owned(),
        ..Household::default()
    }
}

pub fn resident(household: RecordId, name: &str) -> Resident {
    Resident { household, name: Some(name.to_owned()), birth_year: None, phone: None, language: None }
}

pub fn attempt(household: RecordId, by: &Person) -> Attempt {
    Attempt {
        household,
        channel: Channel::Door,
        outcome: Outcome::Spoken,
        started_at: noon(),
        finished_at: None,
        by: by.actor.user,
        with: None,
        leaflets: 0,
        come_back_on: None,
        promised: None,
        undone: false,
    }
}

pub fn visit(household: RecordId, by: &Person) -> Visit {
    Visit {
        household,
        form_id: "f".to_owned(),
        form_version: "1".to_owned(),
        by: by.actor.user,
        with: None,
        channel: Channel::Door,
        started_at: noon(),
        finished_at: noon(),
        language: None,
        flags: Vec::new(),
        issues: Vec::new(),
        clock_off_s: None,
    }
}

pub fn help_request(neighbourhood: &str) -> HelpRequest {
    HelpRequest {
        neighbourhood: neighbourhood.to_owned(),
        category: "wonen".to_owned(),
        urgency: Urgency::Normal,
        state: HelpState::Recorded,
        recorded_on: noon().date_naive(),
        shared: false,
        assignee: None,
    }
}

pub fn detail(household: RecordId, description: &str) -> HelpRequestDetail {
    HelpRequestDetail {
        household,
        visit: None,
        detail: None,
        description: description.to_owned(),
        contact: None,
        consent: None,
    }
}

pub fn shared(help_request: RecordId, by: &Person, description: &str) -> SharedDetail {
    SharedDetail {
        help_request,
        recipient: None,
        by: by.actor.user,
        household: None,
        detail: None,
        description: Some(description.to_owned()),
        contact: None,
        vital_reason: None,
    }
}

/// A body of `kind` that makes sense, with `secret` in it, on the records that [`base_records`] makes.
pub fn sample(kind: &Kind, by: &Person, secret: &str) -> Body {
    let (h, v, r, at, user) = (id("house"), id("visit"), id("request"), noon(), by.actor.user);
    let value = match kind {
        Kind::Household => json!({"neighbourhood": "winterslag", "street": secret, "number": "1"}),
        Kind::Resident => json!({"household": h, "name": secret}),
        Kind::Attempt => json!({"household": h, "channel": "door", "outcome": "spoken", "started_at": at, "by": user,
            "promised": secret}),
        Kind::Visit => json!({"household": h, "form_id": "f", "form_version": "1", "by": user, "channel": "door",
            "started_at": at, "finished_at": at, "answers/a": {"value": secret}}),
        Kind::HelpRequest => json!({"neighbourhood": "winterslag", "category": secret, "urgency": "normal",
            "state": "recorded", "recorded_on": at.date_naive(), "shared": false}),
        Kind::HelpRequestDetail => json!({"household": h, "description": secret}),
        Kind::SharedDetail => json!({"help_request": r, "by": user, "description": secret}),
        Kind::HelpEvent => json!({"help_request": r, "at": at, "by": user, "note": secret}),
        Kind::Referral => json!({"help_request": r, "service": secret, "state": "pending", "by": user, "sent_at": at}),
        Kind::Danger => json!({"household": h, "at": at, "by": user, "note": secret}),
        Kind::LeafletGiven => json!({"household": h, "leaflet": secret, "language": "nl", "version": 1, "how": "left",
            "at": at, "by": user}),
        Kind::Review => json!({"state": "approved", "by": user, "at": at, "note": secret}),
        Kind::Comment => json!({"visit": v, "text": secret, "by": user, "at": at}),
        Kind::Revision => json!({"visit": v, "path": "a", "old": null, "new": secret, "reason": "r", "by": user,
            "at": at}),
        Kind::Round => json!({"neighbourhood": "winterslag", "day": at.date_naive(), "name": secret}),
        Kind::Assignment => json!({"household": h, "round": id("round"), "day": at.date_naive(), "assignee": user,
            "appointment": secret}),
        Kind::Neighbourhood => json!({"code": "winterslag", "name": secret}),
        Kind::User => json!({"name": secret, "role": "visitor", "neighbourhoods": ["winterslag"]}),
        Kind::Form => json!({"form_id": "f", "version": "1", "title": secret, "xlsx": ""}),
        Kind::Municipality | Kind::SetAside | Kind::Other(_) => json!({"name": secret}),
    };
    value.as_object().unwrap().clone()
}

/// What the samples hang on, made by a visitor.
pub fn base_records(db: &dyn Database, visitor: &mut Person) {
    accepted(&visitor.create(db, id("house"), &household("winterslag", "1")));
    let body = visit(id("house"), visitor);
    accepted(&visitor.create(db, id("visit"), &body));
    accepted(&visitor.create(db, id("request"), &help_request("winterslag")));
}
