//! What was set aside and is taken up: in whose name, in whose words, and how often.

use super::deciding::{aside, asides, know_winterslag, rejection};
use super::world::*;
use domain::entities::{Comment, Entity};
use domain::set_aside::Decision;
use domain::{ChangeId, Kind, Operation, QuarantineReason, Record, RecordKey, Role, Sequence, SetAside, VerdictKind};
use serde_json::json;
use server::db::Database;

const FORBIDDEN: VerdictKind = VerdictKind::Quarantined { reason: QuarantineReason::Forbidden };
const FIXED: VerdictKind = VerdictKind::Quarantined { reason: QuarantineReason::AppendOnly };

fn remark(by: &Person) -> Comment {
    Comment { visit: id("visit"), path: None, text: "Klopt dit?".to_owned(), by: by.actor.user, at: noon() }
}

/// The same once more, by whoever sends it.
fn again(by: &mut Person, first: &domain::Change, taken_up: &Record) -> domain::Change {
    let mut change = by.change(first.record.clone(), first.operation.clone(), first.base);
    change.resolves = vec![ChangeId(taken_up.key.id.0)];
    change
}

fn is_stored(db: &dyn Database, key: &RecordKey) -> bool {
    db.reading(|r| r.find_record(key)).unwrap().is_some()
}

/// A visitor who moved: she remarks on her visit where she works no more.
fn remarked_elsewhere(db: &dyn Database) -> (Person, domain::Change) {
    let mut meryem = Person::visitor();
    know_winterslag(db);
    base_records(db, &mut meryem);
    meryem.actor.neighbourhoods = vec!["kolderbos".to_owned()];
    let remark = remark(&meryem);
    let change = meryem.creation(id("remark"), &remark);
    assert_eq!(meryem.push_one(db, &change), FORBIDDEN);
    (meryem, change)
}

pub fn nobody_takes_up_words_in_anothers_name(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    base_records(db, &mut meryem);
    let forged = meryem.creation(id("remark"), &remark(&koen));
    assert_eq!(meryem.push_one(db, &forged), FORBIDDEN);
    let (record, _) = aside(&mut meryem, db);
    let hers = again(&mut meryem, &forged, &record);
    assert_eq!(meryem.push_one(db, &hers), FORBIDDEN, "by who wrote it");
    let his = again(&mut koen, &forged, &record);
    assert_eq!(koen.push_one(db, &his), FORBIDDEN, "by whom it names");
    let mut els = Person::new("Els", Role::Coordinator, &["winterslag"]);
    let theirs = again(&mut els, &forged, &record);
    assert_eq!(els.push_one(db, &theirs), FORBIDDEN, "by another coordinator");
    assert!(!is_stored(db, &forged.record));
}

pub fn nobody_takes_up_the_sharing_of_anothers_request(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    base_records(db, &mut meryem);
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag"]);
    let request = RecordKey::new(Kind::HelpRequest, id("request"));
    let set = [("shared".to_owned(), json!(true))].into_iter().collect();
    let shares = sofie.change(request.clone(), Operation::Set { set }, Sequence(1, 99));
    assert_eq!(sofie.push_one(db, &shares), FORBIDDEN);
    let (record, _) = aside(&mut sofie, db);
    let hers = again(&mut sofie, &shares, &record);
    assert_eq!(sofie.push_one(db, &hers), FORBIDDEN);
    let his = again(&mut koen, &shares, &record);
    assert_eq!(koen.push_one(db, &his), FORBIDDEN);
    let stored = db.reading(|r| r.find_record(&request)).unwrap().unwrap();
    assert_eq!(stored.standing.body["shared"], json!(false));
}

/// She edits offline what the office took back for the resident.
pub fn what_was_withdrawn_reaches_nobody(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    base_records(db, &mut meryem);
    let key = RecordKey::new(Kind::SharedDetail, id("shared"));
    let mut passed_on = shared(id("request"), &meryem, "first");
    passed_on.household = Some(id("house"));
    let seq = accepted(&meryem.create(db, id("shared"), &passed_on));
    let withdrawal = koen.change(key.clone(), Operation::Delete, seq);
    accepted(&koen.push_one(db, &withdrawal));
    let late = meryem.set(db, key, "description", json!("SECRET"), seq);
    assert_eq!(late, set_aside(QuarantineReason::Deleted));
    for person in [&mut koen, &mut meryem] {
        let (_, told) = aside(person, db);
        assert_eq!((told.set, told.household, told.reason), (None, None, QuarantineReason::Deleted));
    }
}

pub fn what_waits_goes_with_what_is_withdrawn(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    base_records(db, &mut meryem);
    let key = RecordKey::new(Kind::SharedDetail, id("shared"));
    let seq = accepted(&meryem.create(db, id("shared"), &shared(id("request"), &meryem, "first")));
    let set = json!({ "description": "SECRET", "household": id("house"), "by": koen.actor.user });
    let edit = meryem.change(key.clone(), Operation::Set { set: set.as_object().unwrap().clone() }, seq);
    assert_eq!(meryem.push_one(db, &edit), FORBIDDEN);
    let (_, told) = aside(&mut koen, db);
    assert_eq!((told.set.as_ref(), told.household), (edit.operation.fields(), Some(id("house"))));
    let withdrawal = koen.change(key, Operation::Delete, seq);
    accepted(&koen.push_one(db, &withdrawal));
    let (_, told) = aside(&mut koen, db);
    assert_eq!((told.set, told.household, told.decision), (None, None, None));
    let bytes = serde_json::to_string(&Person::coordinator().pull(db)).unwrap();
    assert!(!bytes.contains("SECRET"), "{bytes}");
}

pub fn a_remark_is_taken_up_as_it_was_written(db: &dyn Database) {
    let (mut meryem, first) = remarked_elsewhere(db);
    let mut koen = Person::coordinator();
    let (record, told) = asides(&mut koen, db).remove(0);
    for (field, value) in [("text", json!("Dit klopt.")), ("text", json!(null)), ("path", json!("a"))] {
        let mut set = told.set.clone().unwrap();
        set.insert(field.to_owned(), value);
        let mut other = again(&mut koen, &first, &record);
        other.operation = Operation::Create { set };
        assert_eq!(koen.push_one(db, &other), FORBIDDEN, "{field}");
    }
    assert!(!is_stored(db, &first.record));
    let verbatim = again(&mut koen, &first, &record);
    accepted(&koen.push_one(db, &verbatim));
    let stored = db.reading(|r| r.find_record(&first.record)).unwrap().unwrap();
    assert_eq!((stored.created_by, &stored.standing.body["text"]), (meryem.actor.user, &json!("Klopt dit?")));
    let all = asides(&mut meryem, db);
    let (_, told) = all.iter().find(|(r, _)| r.key == record.key).unwrap();
    assert_eq!(told.decision, Some(Decision::Accepted));
}

pub fn what_is_decided_is_taken_up_once(db: &dyn Database) {
    let mut koen = Person::coordinator();
    let mut meryem = Person::visitor();
    let foreign = meryem.creation(id("a"), &household("waterschei", "1"));
    assert_eq!(meryem.push_one(db, &foreign), FORBIDDEN);
    let (record, _) = aside(&mut meryem, db);
    let no = rejection(&mut koen, &record, "Hier woont niemand.");
    accepted(&koen.push_one(db, &no));
    // She works there by now, and so may write it; but not what was rejected.
    meryem.actor.neighbourhoods.push("waterschei".to_owned());
    let hers = again(&mut meryem, &foreign, &record);
    assert_eq!(meryem.push_one(db, &hers), FIXED, "it was rejected");
    let his = again(&mut koen, &foreign, &record);
    accepted(&koen.push_one(db, &his));

    let mut other = again(&mut koen, &foreign, &record);
    let mut set = household("waterschei", "2").to_body();
    set.insert("name".to_owned(), json!("Peeters"));
    other.operation = Operation::Create { set };
    assert_eq!(koen.push_one(db, &other), FIXED, "it was accepted");
    let stored = db.reading(|r| r.find_record(&record.key)).unwrap().unwrap();
    assert_eq!(SetAside::from_body(&stored.standing.body).unwrap().decision, Some(Decision::Accepted));
    let hers = again(&mut meryem, &foreign, &record);
    assert_eq!(meryem.push_one(db, &hers), FIXED, "nor by its author");

    // Nor does a coordinator overrule what a colleague decided on their own.
    let own = koen.creation(id("b"), &household("kolderbos", "1"));
    assert_eq!(koen.push_one(db, &own), FORBIDDEN);
    let mut els = Person::new("Els", Role::Coordinator, &["winterslag"]);
    let (record, _) = asides(&mut els, db).pop().unwrap();
    let no = rejection(&mut els, &record, "Niet van ons.");
    accepted(&els.push_one(db, &no));
    koen.actor.neighbourhoods.push("kolderbos".to_owned());
    let his = again(&mut koen, &own, &record);
    assert_eq!(koen.push_one(db, &his), FIXED, "his own, rejected");
}
