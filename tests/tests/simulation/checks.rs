//! What must be true once everything came to rest.

use crate::laptop::Laptop;
use crate::world::{Made, World, fields, lock};
use domain::{Change, RecordKey, Scope, VerdictKind};
use std::collections::BTreeSet;
use tests::ledger::{self, Ledger};

/// Everything that must be true at rest.
pub fn at_rest(world: &World) {
    let (made, keys) = {
        let common = lock(&world.common);
        (common.made.clone(), common.keys.clone())
    };
    nothing_waits(world);
    let changes: Vec<Change> = made.iter().map(|m| m.change.clone()).collect();
    let log = world.office.with(|db| {
        let log = ledger::answers(db, &changes);
        ledger::records_are_what_it_says(db, &log);
        log
    });
    no_value_is_lost(world, &log);
    everybody_holds_the_same(world, &keys);
    what_was_set_aside_is_seen(world, &made);
}

fn nothing_waits(world: &World) {
    for laptop in &world.laptops {
        let counts = laptop.store().read(|r| r.outbox_counts()).expect("to read");
        assert_eq!(counts.pending, 0, "something still waits");
    }
}

/// What somebody wrote into a field stands, waits beside what stands, or gave way to a later value whose author had
/// seen it or wrote both, or to a choice between the two.
fn no_value_is_lost(world: &World, log: &Ledger) {
    let stored = ledger::stored(log);
    for (seq, change) in &stored {
        let Some(record) = world.find(&change.record).map(|s| s.standing).filter(|s| !s.deleted) else { continue };
        for (field, value) in change.operation.fields().into_iter().flatten() {
            let stands = record.body.get(field).unwrap_or(&serde_json::Value::Null) == value;
            let waits = record.conflicts.iter().any(|c| c.change == change.id && c.field == *field);
            let gave_way = stored.iter().any(|(later, other)| {
                let writes = other.operation.fields().is_some_and(|set| set.contains_key(field));
                let knew = other.base >= *seq || other.device == change.device || other.resolves.contains(&change.id);
                // Who chooses has both values before them, whichever stood.
                let chose = !other.resolves.is_empty();
                later > seq && other.record == change.record && writes && (knew || chose)
            });
            assert!(stands || waits || gave_way, "{field} of {:?} by {:?} is lost", change.record, change.author);
        }
    }
}

/// Whoever may hold a record holds what the server holds, and nobody holds another.
fn everybody_holds_the_same(world: &World, keys: &[RecordKey]) {
    for (n, laptop) in world.laptops.iter().enumerate() {
        let actor = world.office.actor(n);
        for key in keys {
            let stored = world.find(key);
            let row = laptop.store().read(|r| r.record(key)).expect("to read");
            let aside: BTreeSet<String> = laptop
                .store()
                .read(|r| r.set_aside_changes())
                .expect("to read")
                .iter()
                .filter(|entry| entry.change.record == *key)
                .flat_map(|entry| fields(&entry.change).into_iter().cloned().chain(["".to_owned()]))
                .collect();
            match (stored, row) {
                (None, None) => {}
                (None, Some(_)) => assert!(!aside.is_empty(), "{key:?} is on laptop {n} alone"),
                (Some(stored), None) => {
                    assert!(!Scope::of(&actor).holds(&stored.place), "{key:?} is not on laptop {n}");
                }
                (Some(stored), Some(row)) => {
                    assert!(Scope::of(&actor).holds(&stored.place), "{key:?} is on laptop {n} of a {:?}", actor.role);
                    let seen = |body: &domain::Body| -> domain::Body {
                        let kept = body.iter().filter(|(field, _)| !aside.contains(*field));
                        kept.map(|(field, value)| (field.clone(), value.clone())).collect()
                    };
                    // Of a deleted record nothing is handed out but that it is.
                    let there = if stored.standing.deleted { domain::Body::new() } else { stored.standing.body };
                    assert_eq!(seen(&row.body), seen(&there), "{key:?} on laptop {n}");
                    if aside.is_empty() {
                        assert_eq!(row.deleted, stored.standing.deleted, "{key:?} on laptop {n}");
                        assert!(row.conflicts == stored.standing.conflicts, "conflicts of {key:?} on laptop {n}");
                    }
                }
            }
        }
    }
}

/// A refused change is in the server's list, and its author sees it unless the record had to leave the laptop.
fn what_was_set_aside_is_seen(world: &World, made: &[Made]) {
    let listed: BTreeSet<_> = world
        .office
        .with(|db| db.reading(|r| r.list_set_aside()).expect("to read"))
        .into_iter()
        .map(|row| row.id)
        .collect();
    for m in made {
        let logged = world.office.with(|db| db.reading(|r| r.find_change(m.change.id)).expect("to read"));
        let refused = matches!(logged.map(|l| l.verdict), Some(VerdictKind::Quarantined { .. }));
        assert_eq!(refused, listed.contains(&m.change.id), "{:?} in the list of what was set aside", m.change.record);
        let store = world.laptops[m.by].store();
        let known = store.read(|r| r.changes_of(&m.change.record)).expect("to read");
        if let Some(entry) = known.iter().find(|entry| entry.change.id == m.change.id) {
            let told = matches!(entry.verdict, Some(VerdictKind::Quarantined { .. }));
            assert_eq!(told, refused, "what the author is told of {:?}", m.change.record);
        } else {
            let common = lock(&world.common);
            let erased =
                common.told_to_erase.contains(&(m.by, m.change.record.clone())) || common.other_rights.contains(&m.by);
            assert!(erased, "what was written to {:?} is forgotten", m.change.record);
        }
    }
}

/// What somebody typed is what they see until the server's own state holds it, whatever was pulled meanwhile.
pub fn what_was_typed_is_seen(laptop: &Laptop, keys: &[RecordKey]) {
    for key in keys {
        let Some(row) = laptop.store().read(|r| r.record(key)).expect("to read") else { continue };
        let mut last = domain::Body::new();
        for entry in laptop.store().read(|r| r.changes_of(key)).expect("to read") {
            let Some(set) = entry.change.operation.fields() else { continue };
            match &entry.verdict {
                None => last.extend(set.clone()),
                // It lies on top until the server changes those fields, which only the store knows.
                Some(VerdictKind::Quarantined { .. }) => last.retain(|field, _| !set.contains_key(field)),
                Some(verdict) if ledger::number(verdict).is_some_and(|seq| row.seq < seq) => last.extend(set.clone()),
                Some(_) => {}
            }
        }
        for (field, value) in &last {
            assert_eq!(row.body.get(field), Some(value), "{field} of {key:?} was typed here and does not show");
        }
    }
}
