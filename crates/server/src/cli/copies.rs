//! Copies, checks and statistics of the whole database.

use super::options::Options;
use super::say;
use crate::admin::Admin;
use crate::config::Config;
use crate::copy;
use crate::db::{self, Database, Writer};
use crate::error::Error;
use crate::export;
use crate::rights::{Notes, Rights};
use crate::verify::verify;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

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
    let (rights, now) = (Noted::read(&config)?, config.clock.now());
    let (head, counts, changed) =
        copy::restore_and(&*db, path, now, |w, head| rights.take_over(w, Some(head.made_at), now))?;
    rights.tell(&*db, changed, Some(head.made_at))?;
    report(&verify(&*db)?.problems)?;
    say(&format!("restored the copy of {}: {counts}", head.made_at.to_rfc3339()))
}

/// What was noted of people and laptops. Read before anything is written: what cannot be read stops the command.
struct Noted(Option<(PathBuf, Notes)>);

impl Noted {
    fn read(config: &Config) -> Result<Self, Error> {
        let Some(rights) = Rights::of(config) else { return Ok(Self(None)) };
        Ok(Self(rights.read()?.map(|notes| (rights.path().to_owned(), notes))))
    }

    /// How many were not as noted.
    fn take_over(&self, w: &mut dyn Writer, since: Option<DateTime<Utc>>, now: DateTime<Utc>) -> db::Result<usize> {
        self.0.as_ref().map_or(Ok(0), |(_, notes)| notes.take_over(w, since, now))
    }

    /// A copy lets in who was shut out since it was made: says how far that is mended, and who may come in.
    fn tell(&self, db: &dyn Database, changed: usize, since: Option<DateTime<Utc>>) -> Result<(), Error> {
        match &self.0 {
            Some((path, notes)) => {
                let path = path.display();
                say(&format!("{changed} people and laptops were brought to what was noted last in {path}"))?;
                let newest = notes.newest().map_or_else(|| "there is none".to_owned(), |at| at.to_rfc3339());
                say(&format!("the newest note: {newest}. What was decided later, or on another host, is not in it"))?;
            }
            None => {
                let of = since.map(|at| format!(" of {}", at.to_rfc3339())).unwrap_or_default();
                say(&format!("people and laptops are those of the copy{of}: nothing says who was shut out since"))?;
            }
        }
        list_working(db)
    }
}

fn list_working(db: &dyn Database) -> Result<(), Error> {
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
    let (rights, db, now) = (Noted::read(&config)?, admin.database(), admin.now());
    let (sequence, changed) = copy::begin_epoch_and(&*db, now, |w| rights.take_over(w, None, now))?;
    rights.tell(&*db, changed, None)?;
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
