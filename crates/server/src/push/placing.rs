//! Where a record lies, and what moves with it: moving a household to another neighbourhood takes its residents,
//! attempts and visits along, each with a new sequence and a note in the grants that it left.

use super::Decision;
use crate::db::{DbError, Reader, Result, Stored, Writer};
use domain::place::{self, Parent, Place, Surroundings};
use domain::{Body, Grant, Kind, QuarantineReason, RecordId, RecordKey, UserId};
use std::collections::BTreeSet;

/// A place with the record it follows from.
pub struct Placed {
    pub place: Place,
    pub parent: Option<RecordId>,
}

/// Computes the place of a record. Parents and assignments made earlier in the same transaction count.
pub fn place(
    r: &mut dyn Reader,
    municipality: &str,
    key: &RecordKey,
    body: &Body,
    created_by: UserId,
) -> Result<Decision<Placed>> {
    let mut around = Around { r, parent: None, failure: None, erased: false };
    let placed = place::place(municipality, key, body, created_by, &mut around);
    match around.failure {
        Some(error) => Err(error),
        // What hangs on an erased record is erased with it.
        None if around.erased => Ok(Err(QuarantineReason::Erased)),
        // What was set aside follows nothing, and is found by what it is about.
        None => {
            let about = || body.get("record").and_then(|v| v.as_str()).and_then(|text| text.parse().ok());
            let parent = if key.kind == Kind::SetAside { about() } else { around.parent };
            Ok(placed.map(|place| Placed { place, parent }))
        }
    }
}

/// Looks around in the database, and remembers what it met.
struct Around<'r> {
    r: &'r mut dyn Reader,
    parent: Option<RecordId>,
    failure: Option<DbError>,
    erased: bool,
}

impl Around<'_> {
    fn ask<T: Default>(&mut self, question: impl FnOnce(&mut dyn Reader) -> Result<T>) -> T {
        question(self.r).unwrap_or_else(|error| {
            self.failure = Some(error);
            T::default()
        })
    }
}

impl Surroundings for Around<'_> {
    fn parent(&mut self, asked: &RecordKey) -> Option<Parent> {
        self.parent = Some(asked.id);
        let found = self.ask(|r| r.find_parent(asked))?;
        self.erased = found.erased;
        let neighbourhood = place::neighbourhood_of(&found.partition).map(str::to_owned);
        (!self.erased).then_some(Parent { neighbourhood, created_by: found.created_by, with: found.with })
    }

    fn assignees(&mut self, household: RecordId) -> Vec<UserId> {
        self.ask(|r| r.list_assignees(household))
    }
}

/// Saves a record, and moves what lies where it lies. A household goes to whoever takes it, and away from who no
/// longer does.
pub fn save(w: &mut dyn Writer, municipality: &str, before: Option<&Stored>, record: &Stored) -> Result<()> {
    w.save_record(record)?;
    if let Some(before) = before.filter(|b| b.place != record.place) {
        note_leave(w, &before.place, record)?;
        move_children(w, municipality, record.key.id)?;
    }
    if record.key.kind == Kind::Assignment {
        let households: BTreeSet<RecordId> = before.and_then(|b| b.parent).into_iter().chain(record.parent).collect();
        for id in households {
            if let Some(household) = w.find_record(&RecordKey::new(Kind::Household, id))?
                && place_again(w, municipality, household)?
            {
                move_children(w, municipality, id)?;
            }
        }
    }
    Ok(())
}

fn move_children(w: &mut dyn Writer, municipality: &str, parent: RecordId) -> Result<()> {
    let mut moved = vec![parent];
    while let Some(parent) = moved.pop() {
        for child in w.list_children(parent)? {
            let id = child.key.id;
            if place_again(w, municipality, child)? {
                moved.push(id);
            }
        }
    }
    Ok(())
}

/// Computes a record's place again; whether it changed.
fn place_again(w: &mut dyn Writer, municipality: &str, record: Stored) -> Result<bool> {
    let placed = place(w, municipality, &record.key, &record.standing.body, record.created_by)?;
    // A child of an erased parent stays where it is.
    let Ok(Placed { place, .. }) = placed else { return Ok(false) };
    if place == record.place {
        return Ok(false);
    }
    let left = record.place.clone();
    let record = Stored { place, seq: w.take_sequence()?, ..record };
    w.save_record(&record)?;
    note_leave(w, &left, &record)?;
    Ok(true)
}

fn note_leave(w: &mut dyn Writer, left: &Place, record: &Stored) -> Result<()> {
    let now: BTreeSet<&Grant> = record.place.grants().collect();
    for grant in left.grants().filter(|grant| !now.contains(grant)) {
        w.save_leave(grant, record.seq.1, &record.key)?;
    }
    Ok(())
}
