//! What leaves the scope is erased, and nothing that waits is lost over it.

use crate::support::*;
use domain::entities::{Entity, Household};
use domain::{Kind, Operation, RecordKey, Sequence, VerdictKind};
use serde_json::json;
use std::fs;
use store::Draft;

fn key() -> RecordKey {
    RecordKey::new(Kind::Household, id(1))
}

fn evict(laptop: &Laptop, keys: &[RecordKey]) {
    laptop.store.write(|w| w.evict(keys)).expect("evict");
}

fn is_here(laptop: &Laptop, key: &RecordKey) -> bool {
    laptop.store.read(|r| r.record(key)).expect("read").is_some()
}

fn due(laptop: &Laptop) -> usize {
    laptop.store.write(|w| w.evict_due()).expect("due")
}

#[test]
fn erases_row_search_text_and_kept_changes() {
    let laptop = Laptop::new();
    laptop.create(1, &household("Vennestraat", "1", "Yıldız"));
    laptop.verdict(10_001, VerdictKind::Accepted { seq: Sequence(1, 1) });
    laptop.pull(&[record(Kind::Household, 1, 1, address("Vennestraat", "1"))]);
    fs::write(laptop.dir.path().join("before-0.db"), "a copy").expect("copy");
    evict(&laptop, &[key(), RecordKey::new(Kind::Visit, id(404))]);
    assert!(!is_here(&laptop, &key()));
    assert!(laptop.found("vennestraat").is_empty());
    assert!(laptop.store.read(|r| r.changes_of(&key())).expect("changes").is_empty());
    assert!(!laptop.dir.path().join("before-0.db").exists(), "a copy made before a migration goes too");
    let journal = fs::metadata(laptop.dir.path().join("data.db-wal")).expect("journal").len();
    assert_eq!(journal, 0, "and so does the journal");
}

#[test]
fn waits_for_the_verdict_of_what_is_pending() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 1, address("Vennestraat", "1"))]);
    laptop.set(50, &key(), json!({"note": "x"}));
    evict(&laptop, &[key()]);
    assert!(is_here(&laptop, &key()));
    let laptop = laptop.reopen();
    assert_eq!(due(&laptop), 0);
    laptop.verdict(50, VerdictKind::Accepted { seq: Sequence(1, 2) });
    assert_eq!(due(&laptop), 1);
    assert!(!is_here(&laptop, &key()));
}

#[test]
fn waits_for_an_open_draft_with_all_that_belongs_to_its_household() {
    let laptop = Laptop::new();
    let person = resident(id(1), "Ayşe");
    laptop.pull(&[
        record(Kind::Household, 1, 1, address("Vennestraat", "1")),
        record(Kind::Resident, 2, 2, serde_json::Value::Object(person.to_body())),
    ]);
    let draft = Draft {
        id: id(9),
        household: id(1),
        kind: "visit".into(),
        body: json!({}),
        at_path: None,
        created_at: at(0),
        updated_at: at(0),
    };
    laptop.store.write(|w| w.save_draft(&draft)).expect("draft");
    let resident = RecordKey::new(Kind::Resident, id(2));
    evict(&laptop, &[key(), resident.clone()]);
    assert!(is_here(&laptop, &key()) && is_here(&laptop, &resident));
    laptop.store.write(|w| w.remove_draft(id(9))).expect("remove");
    assert_eq!(due(&laptop), 2);
}

#[test]
fn what_comes_back_into_scope_stays() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 1, address("Vennestraat", "1"))]);
    laptop.change(50, &key(), Operation::Set { set: body(json!({"note": "x"})) });
    evict(&laptop, &[key()]);
    laptop.pull(&[record(Kind::Household, 1, 5, address("Vennestraat", "1"))]);
    laptop.verdict(50, VerdictKind::Accepted { seq: Sequence(1, 6) });
    assert_eq!(due(&laptop), 0);
    let stored: Option<store::Stored<Household>> = laptop.store.read(|r| r.get(id(1))).expect("read");
    assert_eq!(stored.and_then(|s| s.value.note).as_deref(), Some("x"));
}

/// The server tells it once to each laptop, and a copied laptop is one to it.
#[test]
fn what_lies_in_a_neighbourhood_that_was_lost_goes_untold() {
    let laptop = Laptop::new();
    let in_partition = |n: u64, partition: &str| {
        let mut record = record(Kind::Household, u128::from(n), n, address("Vennestraat", &n.to_string()));
        record.partition = partition.to_owned();
        record
    };
    let lies = ["genk/winterslag", "genk/winterslag/dossier", "genk/waterschei", "genk/private", "genk"];
    laptop.pull(&lies.iter().zip(1..).map(|(partition, n)| in_partition(n, partition)).collect::<Vec<_>>());
    let mut actor = laptop.store.read(|r| r.identity()).expect("read").expect("enrolled").actor;
    actor.neighbourhoods = vec!["waterschei".to_owned()];
    laptop.store.write(|w| w.set_actor(&actor)).expect("other rights");
    let stays = |n: u128| is_here(&laptop, &RecordKey::new(Kind::Household, id(n)));
    assert_eq!((1..=5).map(stays).collect::<Vec<_>>(), [false, false, true, true, true]);
}
