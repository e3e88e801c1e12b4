//! Whatever the order in which laptops' batches reach the server or servers, and however often: every change has one
//! verdict, no value is lost, and all laptops read the same, each record once.

#![allow(clippy::unwrap_used, reason = "tests")]

mod cluster;
mod contract;

use contract::world::{Person, accepted, household, id};
use domain::{Body, Change, Kind, Operation, RecordKey, Role, Sequence};
use proptest::prelude::*;
use serde_json::{Value, json};
use server::db::postgres::Postgres;
use server::db::sqlite::Sqlite;
use server::{Database, db::DatabaseUrl};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

const WRITERS: usize = 6;
const READERS: usize = 3;
const HOUSES_EACH: usize = 12;

/// Who of the two writes which of three fields.
fn edits() -> impl Strategy<Value = Vec<(bool, u8)>> {
    prop::collection::vec((any::<bool>(), 0..3u8), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_lost_on_sqlite(edits in edits(), order in prop::collection::vec(any::<bool>(), 24)) {
        let folder = tempfile::tempdir().unwrap();
        nothing_is_lost_and_both_read_the_same(&Sqlite::open(folder.path()).unwrap(), &edits, &order)?;
    }
}

proptest! {
    // A database for each takes its time.
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn nothing_is_lost_on_postgres(edits in edits(), order in prop::collection::vec(any::<bool>(), 24)) {
        let db = Postgres::open(&DatabaseUrl(cluster::new_database())).unwrap();
        nothing_is_lost_and_both_read_the_same(&db, &edits, &order)?;
    }
}

fn nothing_is_lost_and_both_read_the_same(
    db: &dyn Database,
    edits: &[(bool, u8)],
    order: &[bool],
) -> Result<(), TestCaseError> {
    let mut people = [Person::visitor(), Person::new("Sofie", Role::Visitor, &["winterslag"])];
    let base = accepted(&people[0].create(db, id("house"), &household("winterslag", "1")));
    let mut queues: [Vec<Change>; 2] = Default::default();
    for (n, (who, field)) in edits.iter().enumerate() {
        let who = usize::from(*who);
        let set = Body::from_iter([(format!("f{field}"), json!(format!("value {n}")))]);
        queues[who].push(people[who].change(house(), Operation::Set { set }, base));
    }
    send(db, &people, &queues, order);

    let stored = db.reading(|r| r.find_record(&house())).unwrap().unwrap().standing;
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
    prop_assert!(a.pull(db).records == b.pull(db).records);
    Ok(())
}

fn house() -> RecordKey {
    RecordKey::new(Kind::Household, id("house"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Each laptop sends its queue in order, one change a time, interleaved by `order`; then all of it once more.
fn send(db: &dyn Database, people: &[Person; 2], queues: &[Vec<Change>; 2], order: &[bool]) {
    let mut next = [0, 0];
    for who in order.iter().map(|o| usize::from(*o)).chain((0..24).map(|n| n % 2)) {
        if let Some(change) = queues[who].get(next[who]) {
            next[who] += 1;
            let verdict = people[who].push_one(db, change);
            assert!(!matches!(verdict, domain::VerdictKind::Quarantined { .. }));
        }
    }
    let head = db.reading(|r| r.sequence()).unwrap();
    for (person, queue) in people.iter().zip(queues) {
        let again = person.push(db, queue);
        assert!(again.iter().all(|v| matches!(v, domain::VerdictKind::Duplicate { seq } if *seq > Sequence::ZERO)));
    }
    assert_eq!(db.reading(|r| r.sequence()).unwrap(), head);
}

#[test]
fn two_servers_on_sqlite_skip_and_double_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = [(); 2].map(|()| Sqlite::open(folder.path()).unwrap());
    two_servers_skip_and_double_nothing([&a, &b]);
}

#[test]
fn two_servers_on_postgres_skip_and_double_nothing() {
    let url = DatabaseUrl(cluster::new_database());
    let [a, b] = [(); 2].map(|()| Postgres::open(&url).unwrap());
    two_servers_skip_and_double_nothing([&a, &b]);
}

/// Laptops push through both servers at once while others pull, each page from the other server. Everybody also writes
/// into the same house, which so gets a new number again and again.
fn two_servers_skip_and_double_nothing(servers: [&dyn Database; 2]) {
    let mut founder = Person::visitor();
    accepted(&founder.create(servers[0], id("house"), &household("winterslag", "0")));
    let done = AtomicBool::new(false);
    let read = thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS)
            .map(|n| {
                scope.spawn({
                    let done = &done;
                    move || read_all(servers, n, done)
                })
            })
            .collect();
        let writers: Vec<_> = (0..WRITERS).map(|n| scope.spawn(move || write_some(servers, n))).collect();
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        done.store(true, Ordering::SeqCst);
        readers.into_iter().map(|reader| reader.join().unwrap()).collect::<Vec<_>>()
    });
    let stored = servers[1].reading(|r| r.list_of_kind(&Kind::Household)).unwrap();
    assert_eq!(stored.len(), WRITERS * HOUSES_EACH + 1);
    assert_eq!(servers[0].reading(|r| r.sequence()).unwrap().1, (2 * WRITERS * HOUSES_EACH + 1) as u64, "no gaps");
    let last: BTreeMap<RecordKey, Sequence> = stored.into_iter().map(|s| (s.key, s.seq)).collect();
    for seen in read {
        assert!(seen.windows(2).all(|two| two[0].1 < two[1].1), "in order, and nothing twice");
        assert_eq!(seen.into_iter().collect::<BTreeMap<_, _>>(), last, "and nothing skipped");
    }
}

fn write_some(servers: [&dyn Database; 2], writer: usize) {
    let mut person = Person::new(&format!("writer {writer}"), Role::Visitor, &["winterslag"]);
    for n in 0..HOUSES_EACH {
        let db = servers[(writer + n) % 2];
        let seq = accepted(&person.create(db, id(&format!("{writer} {n}")), &household("winterslag", "1")));
        accepted(&person.set(db, house(), &format!("by {writer}"), json!(n), seq));
    }
}

/// Pulls until the writers are done and nothing is left.
fn read_all(servers: [&dyn Database; 2], reader: usize, done: &AtomicBool) -> Vec<(RecordKey, Sequence)> {
    let mut person = Person::new(&format!("reader {reader}"), Role::Visitor, &["winterslag"]);
    let mut seen = Vec::new();
    for page in 0.. {
        let last = done.load(Ordering::SeqCst);
        let pulled = person.pull_page(servers[(reader + page) % 2], 7);
        let nothing = pulled.records.is_empty();
        seen.extend(pulled.records.into_iter().map(|r| (r.key, r.seq)));
        if last && nothing {
            break;
        }
    }
    seen
}
