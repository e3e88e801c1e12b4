//! A change from the moment it is made until the pull brings it back.

use crate::support::*;
use domain::{Change, Conflict, DeviceId, Kind, Operation, QuarantineReason, RecordKey, Sequence, VerdictKind};
use serde_json::{Value, json};
use store::{Error, Receipt};
use uuid::Uuid;

fn household_key() -> RecordKey {
    RecordKey::new(Kind::Household, id(1))
}

#[test]
fn a_change_names_who_where_and_on_top_of_what() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(50, &household_key(), json!({"note": "Bel 2 keer aan."}));
    laptop.set(51, &household_key(), json!({"name": "Yıldız"}));

    let pending = laptop.store.read(|r| r.pending_changes(10)).expect("pending");
    let counters: Vec<u64> = pending.iter().map(|c| c.counter).collect();
    assert_eq!(counters, [1, 2]);
    assert_eq!(pending[0].base, Sequence(1, 7));
    assert_eq!(pending[1].base, Sequence(1, 7), "the base is what the server last said");
    assert_eq!((pending[0].author, pending[0].device), (user(800), identity().device));
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::OnLaptop);
}

#[test]
fn a_pending_change_stays_on_top_of_what_is_pulled() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(50, &household_key(), json!({"note": "mine", "box": "3"}));
    let mut theirs = address("Vennestraat", "1");
    theirs["note"] = json!("theirs");
    theirs["name"] = json!("Claes");
    laptop.pull(&[record(Kind::Household, 1, 9, theirs)]);

    assert_eq!(laptop.field(&household_key(), "note"), "mine");
    assert_eq!(laptop.field(&household_key(), "name"), "Claes");
    let base = laptop.store.read(|r| r.pending_changes(1)).expect("pending")[0].base;
    assert_eq!(base, Sequence(1, 7), "a pull does not move the base of what is pending");
}

#[test]
fn an_accepted_change_does_not_flicker_back_before_the_pull_brings_it() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(50, &household_key(), json!({"note": "mine"}));
    laptop.verdict(50, VerdictKind::Accepted { seq: Sequence(1, 12) });
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::OnServer);
    assert_eq!(laptop.field(&household_key(), "note"), "mine");

    laptop.pull(&[record(Kind::Household, 1, 10, address("Vennestraat", "2"))]);
    assert_eq!(laptop.field(&household_key(), "note"), "mine", "10 is before the verdict");
    assert_eq!(laptop.field(&household_key(), "number"), "2");

    laptop.pull(&[record(Kind::Household, 1, 13, address("Vennestraat", "2"))]);
    assert_eq!(laptop.field(&household_key(), "note"), Value::Null, "somebody cleared it after us");
}

#[test]
fn a_verdict_after_the_pull_takes_the_change_off_at_once() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(50, &household_key(), json!({"note": "mine"}));
    // The answer to the push was lost; somebody else has changed the note since.
    let mut later = address("Vennestraat", "1");
    later["note"] = json!("later");
    laptop.pull(&[record(Kind::Household, 1, 20, later)]);
    assert_eq!(laptop.field(&household_key(), "note"), "mine");
    laptop.verdict(50, VerdictKind::Duplicate { seq: Sequence(1, 12) });
    assert_eq!(laptop.field(&household_key(), "note"), "later");
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::OnServer);
}

#[test]
fn a_change_set_aside_stays_visible_until_something_takes_its_place() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(50, &household_key(), json!({"note": "mine", "name": "Mine"}));
    laptop.verdict(50, VerdictKind::Quarantined { reason: QuarantineReason::Forbidden });
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::UnderReview);
    assert_eq!(laptop.store.read(|r| r.outbox_counts()).expect("counts").set_aside, 1);

    let mut theirs = address("Vennestraat", "1");
    theirs["note"] = json!("theirs");
    laptop.pull(&[record(Kind::Household, 1, 8, theirs.clone())]);
    assert_eq!(laptop.field(&household_key(), "note"), "theirs");
    assert_eq!(laptop.field(&household_key(), "name"), "Mine");

    // A later change of one's own to the same field, accepted with the value that already stood.
    laptop.set(51, &household_key(), json!({"name": null}));
    laptop.verdict(51, VerdictKind::Accepted { seq: Sequence(1, 9) });
    laptop.pull(&[record(Kind::Household, 1, 9, theirs)]);
    assert_eq!(laptop.field(&household_key(), "name"), Value::Null);
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::OnServer);
}

#[test]
fn a_choice_between_two_values_is_a_change_and_settles_the_conflict_here_at_once() {
    let laptop = Laptop::new();
    let mut pulled = record(Kind::Household, 1, 7, address("Vennestraat", "1"));
    pulled.conflicts.push(Conflict {
        change: domain::ChangeId(Uuid::from_u128(77)),
        field: "number".into(),
        value: json!("2"),
        author: user(801),
        device: DeviceId(Uuid::from_u128(901)),
        at: at(1),
        standing_author: user(800),
        standing_at: at(0),
    });
    laptop.pull(&[pulled]);
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::Conflict);
    assert_eq!(laptop.store.read(|r| r.conflicts()).expect("conflicts").len(), 1);

    let mut choice = new_change(60, &household_key(), Operation::Set { set: body(json!({"number": "2"})) });
    choice.resolves.push(domain::ChangeId(Uuid::from_u128(77)));
    laptop.store.write(|w| w.record_change(choice)).expect("choice");
    let row = laptop.row(&household_key());
    assert_eq!((row.receipt, row.conflicts.len()), (Receipt::OnLaptop, 0));
    assert!(laptop.store.read(|r| r.conflicts()).expect("conflicts").is_empty());
    laptop.verdict(60, VerdictKind::Accepted { seq: Sequence(1, 8) });
    assert_eq!(laptop.row(&household_key()).receipt, Receipt::OnServer);
}

#[test]
fn a_change_that_fails_leaves_nothing_behind() {
    let laptop = Laptop::new();
    let missing = new_change(50, &household_key(), Operation::Set { set: body(json!({"note": "x"})) });
    assert!(matches!(laptop.store.write(|w| w.record_change(missing)), Err(Error::NotFound(_))));
    let result: Result<(), Error> = laptop.store.write(|w| {
        let create = Operation::Create { set: body(address("Vennestraat", "1")) };
        w.record_change(new_change(51, &household_key(), create))?;
        Err(Error::Io)
    });
    assert!(result.is_err());
    assert!(laptop.store.read(|r| r.pending_changes(9)).expect("pending").is_empty());
    assert!(laptop.found("vennestraat").is_empty());
    let huge = Operation::Create { set: body(json!({"note": "x".repeat(store::MAX_CHANGE_BYTES)})) };
    let huge = new_change(52, &household_key(), huge);
    assert!(matches!(laptop.store.write(|w| w.record_change(huge)), Err(Error::TooLarge)));
    // The counter has no gap.
    assert_eq!(laptop.change(53, &household_key(), Operation::Create { set: body(address("A", "1")) }).counter, 1);
}

#[test]
fn the_bytes_of_a_change_are_the_same_after_a_restart() {
    let laptop = Laptop::new();
    laptop.pull(&[record(Kind::Household, 1, 7, address("Vennestraat", "1"))]);
    laptop.set(
        50,
        &household_key(),
        json!({"people": 3, "x": 0.1, "y": [1.5e300, "é"], "nested": {"b": 1, "a": null}}),
    );
    let bytes = |l: &Laptop| {
        let pending: Vec<Change> = l.store.read(|r| r.pending_changes(9)).expect("pending");
        serde_json::to_string(&pending).expect("json")
    };
    let before = bytes(&laptop);
    let laptop = laptop.reopen();
    laptop.pull(&[record(Kind::Household, 1, 9, address("Vennestraat", "4"))]);
    assert_eq!(bytes(&laptop), before);
}

#[test]
fn kinds_and_fields_of_a_newer_version_are_kept() {
    let laptop = Laptop::new();
    let newer = Kind::Other("questionnaire".into());
    laptop.pull(&[record(newer.clone(), 1, 3, json!({"a": 1})), record(Kind::Other("outbox".into()), 1, 4, json!({}))]);
    let key = RecordKey::new(newer, id(1));
    laptop.set(50, &key, json!({"b": {"deep": true}}));
    let laptop = laptop.reopen();
    assert_eq!(laptop.row(&key).body, body(json!({"a": 1, "b": {"deep": true}})));

    let mut newer_field = address("Vennestraat", "1");
    newer_field["colour"] = json!("green");
    laptop.pull(&[record(Kind::Household, 1, 5, newer_field)]);
    laptop.set(51, &household_key(), json!({"note": "x"}));
    assert_eq!(laptop.field(&household_key(), "colour"), "green");
}

#[test]
fn sent_changes_are_kept_and_then_forgotten() {
    let laptop = Laptop::new();
    laptop.create(1, &household("Vennestraat", "1", "Claes"));
    laptop.verdict(10_001, VerdictKind::Accepted { seq: Sequence(1, 2) });
    let sent = laptop.store.read(|r| r.recently_sent(at(-1))).expect("sent");
    assert_eq!(sent.len(), 1);
    let prune = |before| laptop.store.write(|w| w.prune_sent(at(before))).expect("prune");
    assert_eq!(prune(1), 0, "not while it lies on top");
    laptop.pull(&[record(Kind::Household, 1, 2, address("Vennestraat", "1"))]);
    assert_eq!(prune(0), 0);
    assert_eq!(prune(1), 1);
}
