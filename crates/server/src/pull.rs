//! Pull: the current states that a laptop's user may hold and the laptop has not, and what it must give up.
//!
//! Invariants:
//! - records come from [`Reader::page`], which takes a [`Scope`] and nothing wider;
//! - a page is in the order of sequence numbers, and the cursor of a grant moves only as far as was handed out;
//! - a record is told to be erased only where no other grant of the scope holds it;
//! - grants that a laptop lost are known here, not from the laptop: a cursor that names a foreign grant learns nothing.

use crate::db::{Database, Entry, Position, Reader, Result, Writer};
use domain::{Actor, DeviceId, Grant, RawRecord, RecordKey, Scope, Sequence};
use protocol::{Cursor, MAX_PAGE_RECORDS, Pull, Pulled};
use std::collections::BTreeSet;

/// What is handed out: bodies are passed on as they rest.
pub type Page = Pulled<RawRecord>;

/// Answers a pull of `device` with one page. `left` says how many records there were to hand out when the page before
/// was made, so that they are not counted for each.
///
/// # Errors
/// Where the database fails.
pub fn pull(db: &dyn Database, actor: &Actor, device: DeviceId, request: &Pull, left: Option<u64>) -> Result<Page> {
    let scope = Scope::of(actor);
    let (pulled, noted) = db.reading(|r| {
        let known = r.list_device_grants(device)?;
        let pulled = answer(r, actor, &scope, &known, request, left)?;
        Ok((pulled, known))
    })?;
    // The cursor of a page that goes on is ours, not the laptop's: it may never come to have it.
    let given_up = |grant: &Grant| left.is_none() && !request.cursor.grants.contains_key(grant);
    note_grants(db, device, &scope, &noted, given_up)?;
    Ok(pulled)
}

/// Whether a page says nothing that the laptop does not know: its cursor is as good as the new one.
pub fn is_nothing(request: &Pull, page: &Page) -> bool {
    let brings = !page.records.is_empty() || !page.evict.is_empty() || page.actor.is_some() || page.more;
    !brings && page.cursor.epoch == request.cursor.epoch
}

fn answer(
    r: &mut dyn Reader,
    actor: &Actor,
    scope: &Scope,
    known: &BTreeSet<Grant>,
    request: &Pull,
    left: Option<u64>,
) -> Result<Page> {
    let head = r.sequence()?;
    let after = position(&request.cursor, scope, head);
    let page = r.page(scope, &after, request.limit.clamp(1, MAX_PAGE_RECORDS))?;

    let mut records = Vec::new();
    let mut evict = lost(r, scope, known, &request.cursor, head)?;
    for entry in page.entries {
        match entry {
            Entry::Record(record) => records.push(record),
            Entry::Left(key, place) if place.as_ref().is_none_or(|p| !scope.holds(p)) => {
                evict.insert(key);
            }
            Entry::Left(..) => {}
        }
    }
    let reached = if page.more { page.last } else { head.1 };
    let grants: Position = after.into_iter().map(|(grant, n)| (grant, n.max(reached))).collect();
    let remaining = match left {
        _ if !page.more => 0,
        Some(left) => left.saturating_sub(records.len() as u64),
        None => r.count(scope, &grants)?,
    };
    Ok(Pulled {
        records,
        evict: evict.into_iter().collect(),
        cursor: Cursor { epoch: head.0, grants },
        more: page.more,
        actor: (!request.cursor.grants.keys().eq(sorted(scope).iter())).then(|| actor.clone()),
        remaining,
    })
}

/// The grants in the order of a cursor: where they differ from the laptop's, it does not know its actor yet.
fn sorted(scope: &Scope) -> BTreeSet<Grant> {
    scope.grants().iter().cloned().collect()
}

/// Where each grant of the scope goes on. Everything starts over with another epoch; so does a grant that claims to
/// be further than the server is.
fn position(cursor: &Cursor, scope: &Scope, head: Sequence) -> Position {
    let read = |grant: &Grant| cursor.grants.get(grant).map_or(0, |n| reached(cursor, *n, head));
    scope.grants().iter().map(|grant| (grant.clone(), read(grant))).collect()
}

/// A number of a cursor; nothing where it is of another epoch or above every number given out.
fn reached(cursor: &Cursor, n: u64, head: Sequence) -> u64 {
    if cursor.epoch == head.0 && n <= head.1 { n } else { 0 }
}

/// What the laptop holds under grants that are no longer in its scope. Told again until the laptop's cursor does not
/// name the grant any more.
fn lost(
    r: &mut dyn Reader,
    scope: &Scope,
    known: &BTreeSet<Grant>,
    cursor: &Cursor,
    head: Sequence,
) -> Result<BTreeSet<RecordKey>> {
    let mut keys = BTreeSet::new();
    for (grant, n) in &cursor.grants {
        if known.contains(grant) && !scope.grants().contains(grant) {
            let ever = r.list_ever_in(grant, reached(cursor, *n, head))?;
            keys.extend(ever.into_iter().filter(|(_, place)| !scope.holds(place)).map(|(key, _)| key));
        }
    }
    Ok(keys)
}

/// Remembers the grants of the scope, and forgets those that the laptop has given up.
fn note_grants(
    db: &dyn Database,
    device: DeviceId,
    scope: &Scope,
    noted: &BTreeSet<Grant>,
    given_up: impl Fn(&Grant) -> bool,
) -> Result<()> {
    let held = noted.iter().filter(|grant| !given_up(grant));
    let now: BTreeSet<Grant> = scope.grants().iter().chain(held).cloned().collect();
    if now == *noted { Ok(()) } else { db.writing(|w: &mut dyn Writer| w.save_device_grants(device, &now)) }
}
