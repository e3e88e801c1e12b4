//! Making copies, and throwing old ones away.

use super::file::{Writing, read};
use super::{Counts, FORMAT, Head, Line, ROWS};
use crate::db::{Database, Reader};
use crate::error::Error;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// What copies in a folder are called, after the municipality and the time.
const ENDING: &str = ".hgh-copy";

/// Copies the database into a new file, or into one named by the time where `path` is a folder; reads it back.
/// Returns the file.
///
/// # Errors
/// Where the file is there already or cannot be written, or the database fails.
pub fn backup(db: &dyn Database, path: &Path, now: DateTime<Utc>) -> Result<(PathBuf, Counts), Error> {
    let mut done = None;
    // The closure's own error, because it is no database's.
    let mut failed = None;
    db.reading(|r| {
        let result = write(r, path, now);
        match result {
            Ok(made) => done = Some(made),
            Err(Error::Database(error)) => return Err(error),
            Err(error) => failed = Some(error),
        }
        Ok(())
    })?;
    let (file, counts) = match (done, failed) {
        (Some(done), None) => done,
        (_, Some(error)) => return Err(error),
        (None, None) => return Err(Error::NoMunicipality),
    };
    let (_, found) = read(&file, |_| Ok(()))?;
    if found == counts {
        Ok((file, counts))
    } else {
        Err(Error::BadFile { path: file, what: "what is read back is not what was written".to_owned() })
    }
}

fn write(r: &mut dyn Reader, path: &Path, now: DateTime<Utc>) -> Result<(PathBuf, Counts), Error> {
    let municipality = r.find_municipality()?.ok_or(Error::NoMunicipality)?;
    let file = if path.is_dir() {
        path.join(format!("{municipality}-{}{ENDING}", now.format("%Y-%m-%dT%H%M%SZ")))
    } else {
        path.to_owned()
    };
    let head = Head { format: FORMAT, municipality, sequence: r.sequence()?, made_at: now };
    let mut writing = Writing::new(&file, head)?;
    write_rows(r, &mut writing)?;
    for line in r.list_set_aside()? {
        writing.write(&Line::SetAside(line))?;
    }
    for device in r.list_devices()? {
        let grants = r.list_device_grants(device.id)?;
        writing.write(&Line::Device { device, grants })?;
    }
    Ok((file, writing.finish()?))
}

fn write_rows(r: &mut dyn Reader, writing: &mut Writing) -> Result<(), Error> {
    let mut after = None;
    loop {
        let rows = r.list_records_after(after.as_ref(), ROWS)?;
        let Some(last) = rows.last() else { break };
        after = Some(last.key.clone());
        rows.into_iter().try_for_each(|row| writing.write(&Line::Record(row)))?;
    }
    let mut after = None;
    loop {
        let rows = r.list_leaves_after(after.as_ref(), ROWS)?;
        let Some(last) = rows.last() else { break };
        after = Some(last.clone());
        rows.into_iter().try_for_each(|row| writing.write(&Line::Left(row)))?;
    }
    let mut after = None;
    loop {
        let rows = r.list_changes_after(after, ROWS)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        rows.into_iter().try_for_each(|row| writing.write(&Line::Change(row)))?;
    }
}

/// Removes all copies of this municipality in a folder but the `keep` newest; returns how many.
///
/// # Errors
/// Where the folder cannot be read or a file not removed.
pub fn prune(folder: &Path, municipality: &str, keep: usize) -> Result<usize, Error> {
    let of_ours = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(municipality).is_some_and(|rest| rest.starts_with('-')) && name.ends_with(ENDING)
    };
    let files = std::fs::read_dir(folder).map_err(Error::file(folder))?.flatten().map(|entry| entry.path());
    let mut copies: Vec<PathBuf> = files.filter(of_ours).collect();
    // Their names are in the order of time.
    copies.sort_unstable();
    copies.truncate(copies.len().saturating_sub(keep.max(1)));
    copies.iter().try_for_each(|path| std::fs::remove_file(path).map_err(Error::file(path)))?;
    Ok(copies.len())
}
