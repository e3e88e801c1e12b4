//! Copies, checks and statistics of the whole database.

use super::options::Options;
use super::say;
use crate::admin::Admin;
use crate::config::Config;
use crate::copy;
use crate::db::{self, Database};
use crate::error::Error;
use crate::export;
use crate::rights::Rights;
use crate::verify::verify;
use chrono::{DateTime, Utc};
use std::path::Path;

pub fn backup(options: &Options, path: &str) -> Result<(), Error> {
    let (config, path) = (options.config()?, Path::new(path));
    let admin = Admin::open(&config)?;
    let (file, counts) = copy::backup(&*admin.database(), path, admin.now())?;
    say(&format!("{}: {counts}", file.display()))?;
    if options.drill {
        try_copy(&file, &config)?;
    }
    match options.keep {
        Some(keep) if path.is_dir() => {
            let removed = copy::prune(path, &admin.municipality()?, keep)?;
            if removed > 0 { say(&format!("{removed} older ones removed")) } else { Ok(()) }
        }
        Some(_) => Err(Error::Usage("--keep goes with a folder".to_owned())),
        None => Ok(()),
    }
}

pub fn restore(options: &Options, path: &str) -> Result<(), Error> {
    let (config, path) = (options.config()?, Path::new(path));
    if options.drill {
        return try_copy(path, &config);
    }
    // Without the refusals that an administrator meets: this database is empty.
    let db = db::open(&config.data, config.database.as_ref())?;
    let (head, counts) = copy::restore(&*db, path, config.clock.now())?;
    take_rights_over(&config, &*db, Some(head.made_at))?;
    report(&verify(&*db)?.problems)?;
    say(&format!("restored the copy of {}: {counts}", head.made_at.to_rfc3339()))
}

/// A copy lets in who was shut out since it was made: says how far that is mended, and who may come in.
fn take_rights_over(config: &Config, db: &dyn Database, since: Option<DateTime<Utc>>) -> Result<(), Error> {
    let rights = Rights::of(config);
    let taken = rights.as_ref().map(|rights| rights.take_over(db, since, config.clock.now())).transpose()?.flatten();
    match (&rights, taken) {
        (Some(rights), Some(taken)) => {
            let path = rights.path().display();
            say(&format!("{} people and laptops are as they were last, by {path}", taken.changed))?;
            if taken.unreadable > 0 {
                say(&format!("{} lines of {path} cannot be read: look at them", taken.unreadable))?;
            }
        }
        _ => {
            let of = since.map(|at| format!(" of {}", at.to_rfc3339())).unwrap_or_default();
            say(&format!("people and laptops are those of the copy{of}: nothing says who was shut out since"))?;
        }
    }
    let devices = db.reading(|r| r.list_devices())?;
    say("these laptops may come in; before the server starts, shut out who should not (device revoke, user leave):")?;
    let working = devices.iter().filter(|device| device.revoked_at.is_none());
    working.into_iter().try_for_each(|device| {
        let contact = device.last_contact_at.map(|at| at.to_rfc3339()).unwrap_or_default();
        say(&format!("  {}  {}  {contact}", device.id, device.name))
    })
}

fn try_copy(path: &Path, config: &Config) -> Result<(), Error> {
    // On the disk that is fit for what the copy holds.
    let drill = copy::drill(path, &config.data, config)?;
    let what = format!("copy of {}, {}", drill.head.made_at.to_rfc3339(), drill.counts);
    report(&drill.problems)?;
    say(&format!("{what}: restored, verified and answering in {:.1} s", drill.took.as_secs_f64()))
}

/// Of a database that was restored by other means.
pub fn begin_epoch(options: &Options) -> Result<(), Error> {
    let config = options.config()?;
    let admin = Admin::open(&config)?;
    let sequence = copy::begin_epoch(&*admin.database(), admin.now())?;
    take_rights_over(&config, &*admin.database(), None)?;
    say(&format!("epoch {}", sequence.0))
}

pub fn verify_database(options: &Options) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let found = verify(&*admin.database())?;
    report(&found.problems)?;
    say(&format!("{} records and {} changes: all is well", found.records, found.changes))
}

pub fn verify_copy(path: &str) -> Result<(), Error> {
    let (head, counts) = copy::check(Path::new(path))?;
    say(&format!("copy of {}: {counts}; whole", head.made_at.to_rfc3339()))
}

fn report(problems: &[String]) -> Result<(), Error> {
    problems.iter().try_for_each(|problem| say(problem))?;
    if problems.is_empty() { Ok(()) } else { Err(Error::NotWhole(problems.len())) }
}

pub fn export(options: &Options, folder: &str) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let (attempts, requests) = export::export(&*admin.database(), Path::new(folder))?;
    say(&format!("{attempts} attempts, {requests} requests for help"))
}
