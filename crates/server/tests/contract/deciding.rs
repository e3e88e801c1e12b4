//! What was set aside: who sees it, who decides, and what comes of it.

use super::world::*;
use domain::entities::Entity;
use domain::set_aside::Decision;
use domain::{
    Body, ChangeId, Kind, Operation, QuarantineReason, Record, RecordKey, Role, Sequence, SetAside, VerdictKind,
};
use serde_json::json;
use server::db::Database;

const FORBIDDEN: VerdictKind = VerdictKind::Quarantined { reason: QuarantineReason::Forbidden };

pub fn asides(person: &mut Person, db: &dyn Database) -> Vec<(Record, SetAside)> {
    let records = person.pull(db).records.into_iter().filter(|r| r.key.kind == Kind::SetAside);
    records.map(|r| (r.clone(), SetAside::from_body(&r.body).unwrap())).collect()
}

/// The one thing that was set aside and that this person gets.
#[track_caller]
pub fn aside(person: &mut Person, db: &dyn Database) -> (Record, SetAside) {
    let mut all = asides(person, db);
    assert_eq!(all.len(), 1, "one is set aside");
    all.remove(0)
}

/// Says that there is a neighbourhood Winterslag.
pub fn know_winterslag(db: &dyn Database) {
    let facts = "id = \"genk\"\n[[neighbourhoods]]\nid = \"winterslag\"\nname = \"Winterslag\"\n";
    server::publish::municipality(db, &server::publish::Facts::parse(facts).unwrap(), noon()).unwrap();
}

/// A visitor who moved: she adds a household where she works no more.
fn added_elsewhere(db: &dyn Database) -> (Person, domain::Change) {
    know_winterslag(db);
    let mut meryem = Person::new("Meryem", Role::Visitor, &["kolderbos"]);
    let change = meryem.creation(id("house"), &household("winterslag", "SECRET"));
    assert_eq!(meryem.push_one(db, &change), FORBIDDEN);
    (meryem, change)
}

fn taking_up(by: &mut Person, record: &Record, set: Body) -> domain::Change {
    let mut change = by.change(RecordKey::new(Kind::Household, id("house")), Operation::Create { set }, Sequence::ZERO);
    change.resolves = vec![ChangeId(record.key.id.0)];
    change
}

pub fn rejection(by: &mut Person, record: &Record, note: &str) -> domain::Change {
    let set = json!({ "decision": "rejected", "decided_by": by.actor.user, "decided_at": noon(), "note": note });
    by.change(record.key.clone(), Operation::Set { set: set.as_object().unwrap().clone() }, record.seq)
}

pub fn what_is_set_aside_reaches_its_author_and_who_decides(db: &dyn Database) {
    let (mut meryem, change) = added_elsewhere(db);
    let mut koen = Person::coordinator();
    for person in [&mut meryem, &mut koen] {
        let (_, aside) = aside(person, db);
        assert_eq!((aside.change, aside.author, aside.reason), (change.id, change.author, QuarantineReason::Forbidden));
        assert_eq!((aside.household, aside.set.as_ref()), (Some(id("house")), change.operation.fields()));
    }
    for (role, neighbourhood) in [
        (Role::Visitor, "winterslag"),
        (Role::Partner, "winterslag"),
        (Role::Administrator, "winterslag"),
        (Role::Coordinator, "kolderbos"),
    ] {
        let mut other = Person::new(&format!("{role:?} {neighbourhood}"), role, &[neighbourhood]);
        let bytes = serde_json::to_string(&other.pull(db)).unwrap();
        assert!(!bytes.contains("SECRET"), "{role:?} of {neighbourhood}");
    }
    // The same change again makes no second one.
    assert_eq!(meryem.push_one(db, &change), FORBIDDEN);
    assert!(asides(&mut koen, db).is_empty());
}

pub fn a_coordinator_stores_it_in_the_authors_name(db: &dyn Database) {
    let (mut meryem, change) = added_elsewhere(db);
    let mut koen = Person::coordinator();
    let (record, told) = aside(&mut koen, db);
    let mut set = told.set.unwrap();
    set.insert("number".to_owned(), json!("12"));
    let mut decision = taking_up(&mut koen, &record, set);
    decision.reason = Some("Het nummer was fout.".to_owned());

    // Nobody else decides: to another visitor it is a household like any.
    let mut els = Person::new("Els", Role::Coordinator, &["kolderbos"]);
    let foreign = taking_up(&mut els, &record, change.operation.fields().unwrap().clone());
    assert_eq!(els.push_one(db, &foreign), FORBIDDEN);

    accepted(&koen.push_one(db, &decision));
    let house = RecordKey::new(Kind::Household, id("house"));
    let stored = db.reading(|r| r.find_record(&house)).unwrap().unwrap();
    assert_eq!((stored.created_by, &stored.standing.body["number"]), (meryem.actor.user, &json!("12")));
    let all = asides(&mut meryem, db);
    let (_, told) = all.iter().find(|(r, _)| r.key == record.key).unwrap();
    assert_eq!((told.decision, told.decided_by), (Some(Decision::Edited), Some(koen.actor.user)));
    assert_eq!(told.note.as_deref(), Some("Het nummer was fout."));

    // In her name where it says so: what she wrote, and nothing more.
    let knock = attempt(id("house"), &meryem);
    let knock = meryem.creation(id("knock"), &knock);
    assert_eq!(meryem.push_one(db, &knock), FORBIDDEN);
    koen.pull(db);
    let record = db.reading(|r| r.list_of_kind(&Kind::SetAside)).unwrap();
    let record = record.iter().find(|r| r.standing.body["kind"] == json!("attempt")).unwrap();
    let set = knock.operation.fields().unwrap().clone();
    let mut decision = koen.change(knock.record.clone(), Operation::Create { set }, Sequence::ZERO);
    assert_eq!(koen.push_one(db, &decision), FORBIDDEN, "in another's name, taking nothing up");
    decision.id = ChangeId(id("again").0);
    decision.resolves = vec![ChangeId(record.key.id.0)];
    accepted(&koen.push_one(db, &decision));
    let stored = db.reading(|r| r.find_record(&knock.record)).unwrap().unwrap();
    assert_eq!(stored.standing.body["by"], json!(meryem.actor.user));
}

pub fn a_rejection_says_why_and_stands(db: &dyn Database) {
    let (mut meryem, _) = added_elsewhere(db);
    let mut koen = Person::coordinator();
    let (record, _) = aside(&mut koen, db);
    let (hers, _) = aside(&mut meryem, db);
    let own = rejection(&mut meryem, &hers, "Mag toch.");
    assert_eq!(meryem.push_one(db, &own), FORBIDDEN, "not by its author");
    let silent = rejection(&mut koen, &record, " ");
    assert_eq!(koen.push_one(db, &silent), FORBIDDEN, "not without a word");
    let mut sly = rejection(&mut koen, &record, "Nee.");
    let Operation::Set { set } = &mut sly.operation else { unreachable!() };
    set.insert("set".to_owned(), json!({}));
    assert_eq!(koen.push_one(db, &sly), FORBIDDEN, "what she wrote stays");

    let rejected = rejection(&mut koen, &record, "Hier woont niemand.");
    accepted(&koen.push_one(db, &rejected));
    let (_, told) = aside(&mut meryem, db);
    assert_eq!((told.decision, told.note.as_deref()), (Some(Decision::Rejected), Some("Hier woont niemand.")));
    let again = rejection(&mut koen, &record, "Toch niet.");
    assert_eq!(koen.push_one(db, &again), set_aside(QuarantineReason::AppendOnly));
    // Minds change: what was rejected can be stored after all.
    let decision = taking_up(&mut koen, &record, told.set.unwrap());
    accepted(&koen.push_one(db, &decision));
    let (_, told) = aside(&mut meryem, db);
    assert_eq!((told.decision, told.note), (Some(Decision::Accepted), None));
    assert_eq!(db.reading(|r| r.list_of_kind(&Kind::SetAside)).unwrap().len(), 1, "nothing set aside about it");
}

/// Of a request that is not shared, the coordinator learns that something waits and why; its author can offer it again.
pub fn what_the_coordinator_may_not_hold_is_not_told(db: &dyn Database) {
    let mut meryem = Person::visitor();
    base_records(db, &mut meryem);
    let lost = RecordKey::new(Kind::HelpRequestDetail, id("hidden"));
    assert_eq!(
        meryem.set(db, lost.clone(), "description", json!("SECRET"), Sequence::ZERO),
        set_aside(QuarantineReason::UnknownRecord)
    );
    let mut koen = Person::coordinator();
    let pulled = koen.pull(db);
    let bytes = serde_json::to_string(&pulled).unwrap();
    assert!(!bytes.contains("SECRET") && !bytes.contains(&id("hidden").to_string()), "{bytes}");
    let record = pulled.records.into_iter().find(|r| r.key.kind == Kind::SetAside).unwrap();
    let told = SetAside::from_body(&record.body).unwrap();
    assert_eq!((told.kind, told.record, told.set), (Kind::HelpRequestDetail, None, None));

    let set = detail(id("house"), "SECRET").to_body();
    let mut his = koen.change(lost.clone(), Operation::Create { set: set.clone() }, Sequence::ZERO);
    his.resolves = vec![ChangeId(record.key.id.0)];
    accepted(&koen.push_one(db, &his));
    let (_, told) = aside(&mut meryem, db);
    assert_eq!(told.decision, None, "his own detail decides nothing");
    let mut hers = meryem.change(lost, Operation::Set { set }, Sequence::ZERO);
    hers.resolves = vec![ChangeId(record.key.id.0)];
    hers.record.id = id("hers");
    hers.operation = Operation::Create { set: detail(id("house"), "SECRET").to_body() };
    accepted(&meryem.push_one(db, &hers));
    let (_, told) = aside(&mut koen, db);
    assert_eq!((told.decision, told.decided_by), (Some(Decision::Accepted), Some(meryem.actor.user)));
}

pub fn what_lies_nowhere_goes_to_where_its_author_works(db: &dyn Database) {
    let mut meryem = Person::new("Meryem", Role::Visitor, &["winterslag", "waterschei"]);
    let orphan = meryem.create(db, id("person"), &resident(id("nowhere"), "Jef"));
    assert_eq!(orphan, set_aside(QuarantineReason::UnknownRecord));
    // Nor is there a neighbourhood of that name, so that nobody would decide there.
    let astray = meryem.create(db, id("astray"), &household("wintersalg", "1"));
    assert_eq!(astray, FORBIDDEN);
    let mut nobody = Person::new("An", Role::Visitor, &[]);
    assert_eq!(nobody.create(db, id("house"), &household("", "1")), set_aside(QuarantineReason::Invalid));
    let seen = |neighbourhood: &str| {
        let name = format!("coordinator {neighbourhood}");
        asides(&mut Person::new(&name, Role::Coordinator, &[neighbourhood]), db).len()
    };
    assert_eq!((seen("winterslag"), seen("waterschei"), seen("kolderbos")), (3, 3, 1));
    assert_eq!(asides(&mut nobody, db).len(), 1);
    assert_eq!(asides(&mut Person::new("Sofie", Role::Visitor, &["winterslag"]), db).len(), 0);
}

pub fn what_was_erased_is_not_told(db: &dyn Database) {
    let mut meryem = Person::visitor();
    accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    let house = RecordKey::new(Kind::Household, id("house"));
    db.writing(|w| {
        let mut stored = w.find_record(&house)?.unwrap();
        (stored.standing.erased, stored.standing.body) = (true, Body::new());
        w.save_record(&stored)
    })
    .unwrap();
    meryem.set(db, house, "note", json!("SECRET"), Sequence::ZERO);
    let (_, told) = aside(&mut Person::coordinator(), db);
    assert_eq!((told.reason, told.set), (QuarantineReason::Erased, None));
}

pub fn only_coordinators_say_which_households_are_the_same(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    let seq = accepted(&meryem.create(db, id("a"), &household("winterslag", "1")));
    accepted(&meryem.create(db, id("b"), &household("winterslag", "1")));
    let a = RecordKey::new(Kind::Household, id("a"));
    for field in ["merged_into", "distinct_from"] {
        let value = if field == "merged_into" { json!(id("b")) } else { json!([id("b")]) };
        assert_eq!(meryem.set(db, a.clone(), field, value.clone(), seq), FORBIDDEN);
        accepted(&koen.set(db, a.clone(), field, value, seq));
    }
}

pub fn the_undecided_are_counted(db: &dyn Database) {
    let undecided = || db.reading(|r| r.count_undecided()).unwrap();
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    assert_eq!(undecided(), 0);
    // A field that is called so decides nothing, and any text counts.
    for (n, field) in [("1", "decision"), ("2", "note")] {
        meryem.set(db, RecordKey::new(Kind::Household, id(n)), field, json!("a"), Sequence::ZERO);
    }
    meryem.set(db, RecordKey::new(Kind::Household, id("3")), "note", json!("\u{0}"), Sequence::ZERO);
    assert_eq!(undecided(), 3);
    let (record, _) = asides(&mut koen, db).remove(0);
    let rejection = rejection(&mut koen, &record, "Hier woont niemand.");
    accepted(&koen.push_one(db, &rejection));
    assert_eq!(undecided(), 2);
    assert!(db.reading(|r| r.size_bytes()).unwrap() > 0);
}
