//! Copies, checks and statistics of the whole database.

use super::options::Options;
use super::say;
use crate::admin::Admin;
use crate::config::Config;
use crate::copy;
use crate::db;
use crate::error::Error;
use crate::export;
use crate::verify::verify;
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
    report(&verify(&*db)?.problems)?;
    say(&format!("restored the copy of {}: {counts}", head.made_at.to_rfc3339()))
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
    let admin = Admin::open(&options.config()?)?;
    let sequence = copy::begin_epoch(&*admin.database(), admin.now())?;
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
