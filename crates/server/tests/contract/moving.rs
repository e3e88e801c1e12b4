//! Moving a household or a visit takes along what lies there.

use super::world::*;
use domain::entities::Comment;
use domain::{Kind, QuarantineReason, RecordKey, Role, Sequence};
use serde_json::json;
use server::db::Database;
use std::collections::BTreeSet;

fn key(kind: Kind, name: &str) -> RecordKey {
    RecordKey::new(kind, id(name))
}

fn full_house(db: &dyn Database, meryem: &mut Person) {
    base_records(db, meryem);
    accepted(&meryem.create(db, id("person"), &resident(id("house"), "Jef")));
    let knock = attempt(id("house"), meryem);
    accepted(&meryem.create(db, id("visit"), &knock));
    let comment = Comment { visit: id("visit"), path: None, text: "t".into(), by: meryem.actor.user, at: noon() };
    accepted(&meryem.create(db, id("comment"), &comment));
}

pub fn a_moved_household_takes_everything_along(db: &dyn Database) {
    let mut meryem = Person::visitor();
    full_house(db, &mut meryem);
    let (mut koen, mut els) = (Person::coordinator(), Person::new("Els", Role::Coordinator, &["waterschei"]));
    meryem.pull(db);
    koen.pull(db);
    assert!(els.pull(db).records.is_empty());

    let base = db.reading(|r| r.sequence()).unwrap();
    accepted(&koen.set(db, key(Kind::Household, "house"), "neighbourhood", json!("waterschei"), base));
    let moved: BTreeSet<RecordKey> = [
        key(Kind::Household, "house"),
        key(Kind::Resident, "person"),
        key(Kind::Attempt, "visit"),
        key(Kind::Visit, "visit"),
        key(Kind::Comment, "comment"),
    ]
    .into();
    let pulled = meryem.pull(db);
    assert_eq!(pulled.evict.into_iter().collect::<BTreeSet<_>>(), moved, "the old neighbourhood loses them");
    assert!(pulled.records.is_empty());
    let keys = |pulled: &protocol::Pulled| pulled.records.iter().map(|r| r.key.clone()).collect::<BTreeSet<_>>();
    assert_eq!(keys(&els.pull(db)), moved, "the new one gets them");
    let pulled = koen.pull(db);
    assert_eq!((keys(&pulled), pulled.evict), (moved, Vec::new()), "who works in both keeps them");
}

/// Each moved record has a number of its own, so that no page cuts between them.
pub fn moved_records_have_numbers_of_their_own(db: &dyn Database) {
    let mut meryem = Person::visitor();
    full_house(db, &mut meryem);
    let mut koen = Person::coordinator();
    accepted(&koen.set(db, key(Kind::Household, "house"), "neighbourhood", json!("waterschei"), Sequence(1, 99)));
    let records = Person::coordinator().pull(db).records;
    let numbers: BTreeSet<_> = records.iter().map(|r| r.seq).collect();
    assert_eq!(numbers.len(), records.len());
}

pub fn a_visit_moves_to_another_household(db: &dyn Database) {
    let mut koen = Person::coordinator();
    full_house(db, &mut koen);
    accepted(&koen.create(db, id("far"), &household("waterschei", "9")));
    accepted(&koen.set(db, key(Kind::Visit, "visit"), "household", json!(id("far")), Sequence(1, 99)));
    accepted(&koen.set(db, key(Kind::Attempt, "visit"), "household", json!(id("far")), Sequence(1, 99)));
    for (kind, name) in [(Kind::Visit, "visit"), (Kind::Attempt, "visit"), (Kind::Comment, "comment")] {
        let stored = db.reading(|r| r.find_record(&key(kind.clone(), name))).unwrap().unwrap();
        assert!(stored.place.partition.starts_with("genk/waterschei"), "{kind}");
    }
    // And with the house it now lies in, no longer with the one it left.
    accepted(&koen.set(db, key(Kind::Household, "house"), "street", json!("Elders"), Sequence(1, 99)));
    accepted(&koen.set(db, key(Kind::Household, "far"), "neighbourhood", json!("winterslag"), Sequence(1, 99)));
    let stored = db.reading(|r| r.find_record(&key(Kind::Comment, "comment"))).unwrap().unwrap();
    assert_eq!(stored.place.partition, "genk/winterslag/dossier");
}

/// Nobody moves a household to where they do not work.
pub fn nobody_moves_things_out_of_their_reach(db: &dyn Database) {
    let mut meryem = Person::visitor();
    full_house(db, &mut meryem);
    let verdict = meryem.set(db, key(Kind::Household, "house"), "neighbourhood", json!("waterschei"), Sequence(1, 99));
    assert_eq!(verdict, set_aside(QuarantineReason::Forbidden));
}

/// There and back again between two pulls: nothing is evicted.
pub fn there_and_back_is_no_loss(db: &dyn Database) {
    let mut meryem = Person::visitor();
    full_house(db, &mut meryem);
    meryem.pull(db);
    let mut koen = Person::coordinator();
    for place in ["waterschei", "winterslag"] {
        accepted(&koen.set(db, key(Kind::Household, "house"), "neighbourhood", json!(place), Sequence(1, 99)));
    }
    let pulled = meryem.pull(db);
    assert!(pulled.evict.is_empty() && pulled.records.len() == 5);
}
