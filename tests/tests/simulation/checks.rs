//! What must be true once everything came to rest.

use crate::laptop::Laptop;
use crate::world::{Common, Made, World, fields, lock};
use domain::entities::Entity;
use domain::merge::Standing;
use domain::{ChangeId, Kind, RecordKey, Scope, VerdictKind};
use std::collections::BTreeSet;
use std::sync::Mutex;
use tests::ledger::{self, Ledger};

/// Everything that must be true at rest.
pub fn at_rest(world: &World) {
    let (made, keys) = {
        let common = lock(&world.common);
        (common.made.clone(), common.keys.clone())
    };
    nothing_waits(world);
    let (log, forgotten) = everything_is_there(world, &made);
    world.office.with(|db| ledger::records_are_what_it_says(db, &log));
    no_value_is_lost(world, &log);
    let shown = every_refusal_is_shown(world);
    everybody_holds_the_same(world, keys.iter().chain(&shown));
    what_was_set_aside_is_seen(world, &made, &forgotten);
}

fn nothing_waits(world: &World) {
    for laptop in &world.laptops {
        let counts = laptop.store().read(|r| r.outbox_counts()).expect("to read");
        assert_eq!(counts.pending, 0, "something still waits");
    }
}

/// What the server has, and what nobody could offer to it again after it was restored: a laptop that was told to erase
/// a record erases what it knew of it.
fn everything_is_there(world: &World, made: &[Made]) -> (Ledger, BTreeSet<ChangeId>) {
    let (mut log, mut forgotten) = (Ledger::new(), BTreeSet::new());
    for m in made {
        let id = m.change.id;
        match world.office.with(|db| ledger::find(db, &m.change)) {
            Some(answered) => log.push(answered),
            None => {
                let common = lock(&world.common);
                let erased = common.told_to_erase.contains(&(m.by, m.change.record.clone()));
                let excused = (erased || common.other_rights.contains(&m.by)) && common.offered_again.contains(&id);
                assert!(excused, "{:?} of laptop {} is lost", m.change, m.by);
                forgotten.insert(id);
            }
        }
    }
    (log, forgotten)
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

/// The records that show what was set aside: one for each, so that whoever may hold it is told.
fn every_refusal_is_shown(world: &World) -> Vec<RecordKey> {
    let (asides, refused) = world
        .office
        .with(|db| db.reading(|r| Ok((r.list_of_kind(&Kind::SetAside)?, r.list_set_aside()?))).expect("to read"));
    let shown: BTreeSet<ChangeId> = asides
        .iter()
        .map(|stored| domain::SetAside::from_body(&stored.standing.body).expect("a change set aside").change)
        .collect();
    let unseen: Vec<ChangeId> = refused.iter().map(|row| row.id).filter(|id| !shown.contains(id)).collect();
    assert!(unseen.is_empty(), "set aside and shown to nobody: {unseen:?}");
    asides.into_iter().map(|stored| stored.key).collect()
}

/// Whoever may hold a record holds what the server holds, and nobody holds another.
fn everybody_holds_the_same<'a>(world: &World, keys: impl Iterator<Item = &'a RecordKey> + Clone) {
    for (n, laptop) in world.laptops.iter().enumerate() {
        let actor = world.office.actor(n);
        for key in keys.clone() {
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
                (None, Some(_)) => {
                    // What a restored server lost stays where it is, also where nobody may offer it again.
                    let common = lock(&world.common);
                    let lost = |m: &Made| m.change.record == *key && common.offered_again.contains(&m.change.id);
                    let stays = common.made.iter().any(lost);
                    assert!(stays || !aside.is_empty(), "{key:?} is on laptop {n} alone");
                }
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
                    let there = if stored.standing.deleted { Standing::default() } else { stored.standing.clone() };
                    assert_eq!(seen(&row.body), seen(&there.body), "{key:?} on laptop {n}");
                    if aside.is_empty() {
                        assert_eq!(row.deleted, stored.standing.deleted, "{key:?} on laptop {n}");
                        assert!(row.conflicts == there.conflicts, "conflicts of {key:?} on laptop {n}");
                    }
                }
            }
        }
    }
}

/// A refused change is in the server's list, and its author sees it unless the record had to leave the laptop.
fn what_was_set_aside_is_seen(world: &World, made: &[Made], forgotten: &BTreeSet<ChangeId>) {
    let listed: BTreeSet<_> = world
        .office
        .with(|db| db.reading(|r| r.list_set_aside()).expect("to read"))
        .into_iter()
        .map(|row| row.id)
        .collect();
    for m in made.iter().filter(|m| !forgotten.contains(&m.change.id)) {
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
pub fn what_was_typed_is_seen(laptop: &Laptop, common: &Mutex<Common>, keys: &[RecordKey]) {
    let offered_again = lock(common).offered_again.clone();
    for key in keys {
        let Some(row) = laptop.store().read(|r| r.record(key)).expect("to read") else { continue };
        let mut last = domain::Body::new();
        for entry in laptop.store().read(|r| r.changes_of(key)).expect("to read") {
            let Some(set) = entry.change.operation.fields() else { continue };
            match &entry.verdict {
                // What came from the server meanwhile stands until the answer comes.
                None if offered_again.contains(&entry.change.id) => last.retain(|field, _| !set.contains_key(field)),
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
