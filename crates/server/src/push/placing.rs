//! Where a record lies, and what moves with it: moving a household to another neighbourhood takes its residents,
//! attempts and visits along, each with a new sequence and a note in the grants that it left.

use super::Decision;
use crate::db::{DbError, Result, Stored, Writer};
use domain::place::{self, Parent, Place};
use domain::{Body, Grant, QuarantineReason, RecordId, RecordKey, UserId};

/// A place with the record it follows from.
pub struct Placed {
    pub place: Place,
    pub parent: Option<RecordId>,
}

/// Computes the place of a record. Parents made earlier in the same transaction count.
pub fn place(
    w: &mut dyn Writer,
    municipality: &str,
    key: &RecordKey,
    body: &Body,
    created_by: UserId,
) -> Result<Decision<Placed>> {
    let (mut parent, mut failure, mut erased) = (None, None::<DbError>, false);
    let placed = place::place(municipality, key, body, created_by, &mut |asked| {
        parent = Some(asked.id);
        let found = w.find_record(asked).unwrap_or_else(|error| {
            failure = Some(error);
            None
        })?;
        erased = found.standing.erased;
        let neighbourhood = place::neighbourhood_of(&found.place.partition).map(str::to_owned);
        (!erased).then_some(Parent { neighbourhood, created_by: found.created_by })
    });
    match failure {
        Some(error) => Err(error),
        // What hangs on an erased record is erased with it.
        None if erased => Ok(Err(QuarantineReason::Erased)),
        None => Ok(placed.map(|place| Placed { place, parent })),
    }
}

/// Saves a record, and moves what lies where it lies.
pub fn save(w: &mut dyn Writer, municipality: &str, before: Option<&Stored>, record: &Stored) -> Result<()> {
    w.save_record(record)?;
    let Some(before) = before.filter(|b| b.place != record.place) else { return Ok(()) };
    note_leave(w, &before.place, record)?;
    let mut moved = vec![record.key.id];
    while let Some(parent) = moved.pop() {
        for child in w.list_children(parent)? {
            let placed = place(w, municipality, &child.key, &child.standing.body, child.created_by)?;
            // A child of an erased parent stays where it is.
            let Ok(Placed { place, .. }) = placed else { continue };
            if place == child.place {
                continue;
            }
            let left = child.place.clone();
            let child = Stored { place, seq: w.take_sequence()?, ..child };
            w.save_record(&child)?;
            note_leave(w, &left, &child)?;
            moved.push(child.key.id);
        }
    }
    Ok(())
}

fn note_leave(w: &mut dyn Writer, left: &Place, record: &Stored) -> Result<()> {
    let now: [Option<&Grant>; 2] = [Some(&record.place.partition), record.place.owned.as_ref()];
    for grant in [Some(&left.partition), left.owned.as_ref()].into_iter().flatten() {
        if !now.contains(&Some(grant)) {
            w.save_leave(grant, record.seq.1, &record.key)?;
        }
    }
    Ok(())
}
