//! Restoring a copy, and beginning a new epoch.

use super::file::read;
use super::{Counts, Head, Line, ROWS};
use crate::db::{Database, Result as DbResult, Writer};
use crate::error::Error;
use chrono::{DateTime, Utc};
use domain::Sequence;
use std::path::Path;

/// The epoch while a restore is under way: what broke off then is not taken for a whole database.
pub(crate) const RESTORING: u64 = 0;

/// Reads a copy to its end.
///
/// # Errors
/// Where it is not whole.
pub fn check(path: &Path) -> Result<(Head, Counts), Error> {
    read(path, |_| Ok(()))
}

/// Fills an empty database from a copy, and begins a new epoch.
///
/// # Errors
/// Where the database is not empty, the file is no whole copy, or the database fails: the database serves nobody
/// then, and has to be emptied.
pub fn restore(db: &dyn Database, path: &Path, now: DateTime<Utc>) -> Result<(Head, Counts), Error> {
    restore_and(db, path, now, |_, _| Ok(())).map(|(head, counts, ())| (head, counts))
}

/// [`restore`], with `also` in the transaction that begins the epoch: the copy serves nobody without it.
///
/// # Errors
/// As [`restore`], or those of `also`.
pub fn restore_and<T>(
    db: &dyn Database,
    path: &Path,
    now: DateTime<Utc>,
    mut also: impl FnMut(&mut dyn Writer, &Head) -> DbResult<T>,
) -> Result<(Head, Counts, T), Error> {
    let (head, _) = check(path)?;
    let fresh = db.writing(|w| {
        let empty = w.sequence()? == Sequence(1, 0) && w.find_municipality()?.is_none();
        if empty {
            w.save_sequence(Sequence(RESTORING, 0))?;
        }
        Ok(empty)
    })?;
    if !fresh {
        return Err(Error::NotEmptyForRestore);
    }
    let mut waiting = Vec::with_capacity(ROWS);
    let (_, counts) = read(path, |line| {
        waiting.push(line);
        if waiting.len() < ROWS { Ok(()) } else { Ok(save(db, &mut waiting)?) }
    })?;
    save(db, &mut waiting)?;
    let done = db.writing(|w| {
        w.save_municipality(&head.municipality)?;
        w.save_sequence(next_epoch(head.sequence, now))?;
        also(w, &head)
    })?;
    Ok((head, counts, done))
}

/// Begins a new epoch in a database that was restored by other means, such as `pg_restore` or a copied disk.
///
/// # Errors
/// Where the database fails.
pub fn begin_epoch(db: &dyn Database, now: DateTime<Utc>) -> Result<Sequence, Error> {
    begin_epoch_and(db, now, |_| Ok(())).map(|(sequence, ())| sequence)
}

/// [`begin_epoch`], with `also` in its transaction.
///
/// # Errors
/// As [`begin_epoch`], or those of `also`.
pub fn begin_epoch_and<T>(
    db: &dyn Database,
    now: DateTime<Utc>,
    mut also: impl FnMut(&mut dyn Writer) -> DbResult<T>,
) -> Result<(Sequence, T), Error> {
    Ok(db.writing(|w| {
        let next = next_epoch(w.sequence()?, now);
        w.save_sequence(next)?;
        Ok((next, also(w)?))
    })?)
}

/// The time in seconds, so that two restores of one copy do not have the same. The number goes on counting.
fn next_epoch(before: Sequence, now: DateTime<Utc>) -> Sequence {
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    Sequence(seconds.max(before.0 + 1), before.1)
}

fn save(db: &dyn Database, lines: &mut Vec<Line>) -> DbResult<()> {
    db.writing(|w| lines.iter().try_for_each(|line| save_line(w, line)))?;
    lines.clear();
    Ok(())
}

fn save_line(w: &mut dyn Writer, line: &Line) -> DbResult<()> {
    match line {
        Line::Record(record) => w.save_record(record),
        Line::Left(left) => w.save_leave(&left.grant, left.n, &left.key),
        Line::Change(change) => w.save_change(&change.to_text()?),
        Line::SetAside(change) => w.save_set_aside(change),
        Line::Device { device, grants } => {
            w.save_device(device)?;
            w.save_device_grants(device.id, grants)
        }
        Line::Copy(_) | Line::End(_) => Ok(()),
    }
}
