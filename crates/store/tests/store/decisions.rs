//! What coordinators decide, as a laptop shows it: changes that were set aside, households that are the same.

use crate::support::*;
use domain::entities::{Outcome, Resident};
use domain::{ChangeId, Kind, QuarantineReason, RecordKey, VerdictKind};
use serde_json::{Value, json};
use store::Receipt;
use uuid::Uuid;

const FORBIDDEN: VerdictKind = VerdictKind::Quarantined { reason: QuarantineReason::Forbidden };

fn decision(change: u128, decision: &str) -> Value {
    json!({ "change": ChangeId(Uuid::from_u128(change)), "kind": "household", "deed": "create", "reason": "forbidden",
            "author": user(800), "at": at(0), "received_at": at(1), "decision": decision, "decided_at": at(2) })
}

#[test]
fn what_was_rejected_goes_from_the_list_and_stays_among_what_was_sent() {
    let laptop = Laptop::new();
    let home = laptop.create(1, &household("Vennestraat", "112", "Claes"));
    laptop.verdict(10_001, FORBIDDEN);
    assert_eq!(laptop.row(&home).receipt, Receipt::UnderReview);
    let mut open = decision(10_001, "rejected");
    let fields = open.as_object_mut().expect("fields");
    fields.retain(|field, _| !field.starts_with("decided") && field != "decision");
    laptop.pull(&[record(Kind::SetAside, 50, 5, open)]);
    assert_eq!(laptop.found("claes"), [home.id], "it waits");

    laptop.pull(&[record(Kind::SetAside, 50, 6, decision(10_001, "rejected"))]);
    assert!(laptop.store.read(|r| r.record(&home)).expect("read").is_none());
    assert!(laptop.found("claes").is_empty());
    assert_eq!(laptop.store.read(|r| r.outbox_counts()).expect("counts").set_aside, 0);
    assert_eq!(laptop.store.read(|r| r.changes_of(&home)).expect("changes").len(), 1, "what was written is kept");
    assert_eq!(laptop.store.read(|r| r.decided(at(0))).expect("decided").len(), 1);
    assert!(laptop.store.read(|r| r.undecided()).expect("undecided").is_empty());
}

#[test]
fn a_rejected_edit_gives_way_to_what_the_server_has() {
    let laptop = Laptop::new();
    let home = RecordKey::new(Kind::Household, id(1));
    let mut fields = address("Vennestraat", "112");
    fields["note"] = json!("Hond.");
    laptop.pull(&[record(Kind::Household, 1, 3, fields)]);
    laptop.set(20, &home, json!({ "note": "Geen hond." }));
    laptop.verdict(20, FORBIDDEN);
    laptop.set(21, &home, json!({ "people": 4 }));
    assert_eq!(laptop.field(&home, "note"), "Geen hond.");
    laptop.pull(&[record(Kind::SetAside, 50, 6, decision(20, "rejected"))]);
    assert_eq!((laptop.field(&home, "note"), laptop.field(&home, "people")), (json!("Hond."), json!(4)));
}

/// Two households at one address, the second with a resident and a knock, merged into the first.
fn merged() -> (Laptop, RecordKey, RecordKey) {
    let laptop = Laptop::new();
    let stays = laptop.create(1, &household("Vennestraat", "112", "Claes"));
    let other = laptop.create(2, &household("Vennestraat", "112", "Klaas"));
    laptop.create(3, &Resident { phone: Some("089 00 00 12".into()), ..resident(other.id, "Jef") });
    for (number, home, outcome) in [(4, 1, Outcome::Spoken), (5, 2, Outcome::NotHome)] {
        laptop.create(number, &attempt(home, outcome, number as i64));
    }
    laptop.set(30, &other, json!({ "merged_into": stays.id }));
    (laptop, stays, other)
}

#[test]
fn everything_of_an_alias_shows_under_the_household_that_stays() {
    let (laptop, stays, other) = merged();
    laptop
        .store
        .read(|r| {
            assert_eq!((r.stays(other.id)?, r.stays(stays.id)?), (stays.id, stays.id));
            assert_eq!(r.aliases_of(stays.id)?.len(), 1);
            assert_eq!(r.residents_of(stays.id)?.len(), 1);
            assert_eq!(r.attempts_of(stays.id)?.len(), 2);
            assert_eq!(r.last_attempts(&[stays.id])?[&stays.id].id, id(5));
            assert_eq!(r.not_home_times(&[stays.id])?.get(&stays.id), Some(&1));
            Ok(())
        })
        .expect("read");
    for text in ["klaas", "claes", "jef", "0890000"] {
        assert_eq!(laptop.found(text), [stays.id], "{text} finds one");
    }
    // What a colleague who knew nothing of it writes, arrives and shows.
    laptop.create(6, &resident(other.id, "An"));
    assert_eq!(laptop.found("an"), [stays.id]);
}

#[test]
fn lifting_an_alias_brings_both_households_back() {
    let (laptop, stays, other) = merged();
    laptop.set(31, &other, json!({ "merged_into": null }));
    assert_eq!(laptop.found("jef"), [other.id]);
    laptop
        .store
        .read(|r| {
            assert_eq!((r.residents_of(stays.id)?.len(), r.residents_of(other.id)?.len()), (0, 1));
            assert_eq!((r.attempts_of(stays.id)?.len(), r.attempts_of(other.id)?.len()), (1, 1));
            Ok(())
        })
        .expect("read");
}

#[test]
fn an_alias_of_a_household_that_is_not_here_stands_for_itself() {
    let laptop = Laptop::new();
    let mut fields = address("Vennestraat", "112");
    fields["merged_into"] = json!(id(1));
    laptop.pull(&[record(Kind::Household, 2, 3, fields)]);
    assert_eq!(laptop.found("vennestraat"), [id(2)]);
    laptop.pull(&[record(Kind::Household, 1, 4, address("Vennestraat", "112"))]);
    assert_eq!(laptop.found("vennestraat"), [id(1)], "until it is");
}
