//! What was set aside and is taken up: in whose name, in whose words, and how often.

use super::deciding::aside;
use super::world::*;
use domain::entities::Comment;
use domain::{ChangeId, Kind, Operation, QuarantineReason, Record, RecordKey, Role, Sequence, VerdictKind};
use serde_json::json;
use server::db::Database;

const FORBIDDEN: VerdictKind = VerdictKind::Quarantined { reason: QuarantineReason::Forbidden };

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
