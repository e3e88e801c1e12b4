//! Whatever the order in which two laptops' batches reach the server, and however often: every change has one
//! verdict, no value is lost, and both laptops read the same.

#![allow(clippy::unwrap_used, reason = "tests")]

mod contract;

use contract::world::{Person, accepted, household, id};
use domain::{Body, Change, Kind, Operation, RecordKey, Role, Sequence};
use proptest::prelude::*;
use serde_json::{Value, json};
use server::Database;
use server::db::sqlite::Sqlite;
use std::collections::BTreeSet;

/// Who of the two writes which of three fields.
fn edits() -> impl Strategy<Value = Vec<(bool, u8)>> {
    prop::collection::vec((any::<bool>(), 0..3u8), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_lost_and_both_read_the_same(edits in edits(), order in prop::collection::vec(any::<bool>(), 24)) {
        let folder = tempfile::tempdir().unwrap();
        let db = Sqlite::open(folder.path()).unwrap();
        let mut people = [Person::visitor(), Person::new("Sofie", Role::Visitor, &["winterslag"])];
        let base = accepted(&people[0].create(&db, id("house"), &household("winterslag", "1")));
        let mut queues: [Vec<Change>; 2] = Default::default();
        for (n, (who, field)) in edits.iter().enumerate() {
            let who = usize::from(*who);
            let set = Body::from_iter([(format!("f{field}"), json!(format!("value {n}")))]);
            queues[who].push(people[who].change(house(), Operation::Set { set }, base));
        }
        send(&db, &people, &queues, &order);

        let stored = (&db as &dyn Database).reading(|r| r.find_record(&house())).unwrap().unwrap().standing;
        let waiting = stored.conflicts.iter().map(|c| (c.field.clone(), c.value.clone()));
        let kept: BTreeSet<(String, String)> =
            stored.body.clone().into_iter().chain(waiting).map(|(field, value)| (field, text(&value))).collect();
        for queue in &queues {
            // The last word of a laptop on a field stands or waits; it replaced that laptop's earlier ones itself.
            for field in ["f0", "f1", "f2"] {
                let said = |c: &Change| c.operation.fields().and_then(|set| set.get(field)).map(text);
                if let Some(last) = queue.iter().rev().find_map(said) {
                    prop_assert!(kept.contains(&(field.to_owned(), last)));
                }
            }
        }
        let [a, b] = &mut people;
        prop_assert!(a.pull(&db).records == b.pull(&db).records);
    }
}

fn house() -> RecordKey {
    RecordKey::new(Kind::Household, id("house"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Each laptop sends its queue in order, one change a time, interleaved by `order`; then all of it once more.
fn send(db: &Sqlite, people: &[Person; 2], queues: &[Vec<Change>; 2], order: &[bool]) {
    let mut next = [0, 0];
    for who in order.iter().map(|o| usize::from(*o)).chain((0..24).map(|n| n % 2)) {
        if let Some(change) = queues[who].get(next[who]) {
            next[who] += 1;
            let verdict = people[who].push_one(db, change);
            assert!(!matches!(verdict, domain::VerdictKind::Quarantined { .. }));
        }
    }
    let head = (db as &dyn Database).reading(|r| r.sequence()).unwrap();
    for (person, queue) in people.iter().zip(queues) {
        let again = person.push(db, queue);
        assert!(again.iter().all(|v| matches!(v, domain::VerdictKind::Duplicate { seq } if *seq > Sequence::ZERO)));
    }
    assert_eq!((db as &dyn Database).reading(|r| r.sequence()).unwrap(), head);
}
