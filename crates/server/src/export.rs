//! Figures for whoever plans the visits: what happened in which neighbourhood and week, without names, addresses,
//! texts and ids. Few visits in a neighbourhood and week may still point at somebody: it is for the municipality, not
//! for publication.

use crate::db::{Database, Stored};
use crate::error::Error;
use chrono::{Datelike, NaiveDate};
use domain::entities::{Attempt, Entity, HelpRequest};
use domain::{Kind, RecordKey, place};
use serde::Serialize;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Rows that are read in one go.
const ROWS: usize = 500;

/// Writes `attempts.csv` and `help_requests.csv` into a folder; returns how many lines they have.
///
/// # Errors
/// Where a file is there already or cannot be written, or the database fails.
pub fn export(db: &dyn Database, folder: &Path) -> Result<(u64, u64), Error> {
    let mut attempts =
        Table::new(folder.join("attempts.csv"), &["week", "neighbourhood", "channel", "outcome", "leaflets"])?;
    let mut requests =
        Table::new(folder.join("help_requests.csv"), &["week", "neighbourhood", "category", "urgency", "state"])?;
    let mut after: Option<RecordKey> = None;
    loop {
        let rows = db.reading(|r| r.list_records_after(after.as_ref(), ROWS))?;
        let Some(last) = rows.last() else { break };
        after = Some(last.key.clone());
        for record in rows.iter().filter(|r| !r.standing.deleted && !r.standing.erased) {
            match &record.key.kind {
                Kind::Attempt => attempts.attempt(record)?,
                Kind::HelpRequest => requests.help_request(record)?,
                _ => {}
            }
        }
    }
    Ok((attempts.finish()?, requests.finish()?))
}

struct Table {
    path: PathBuf,
    csv: csv::Writer<File>,
    lines: u64,
}

impl Table {
    fn new(path: PathBuf, columns: &[&str]) -> Result<Self, Error> {
        let file = File::create_new(&path).map_err(Error::file(&path))?;
        let mut table = Self { csv: csv::Writer::from_writer(file), path, lines: 0 };
        table.csv.write_record(columns).map_err(|e| Error::file(&table.path)(e.into()))?;
        Ok(table)
    }

    fn attempt(&mut self, record: &Stored) -> Result<(), Error> {
        let Ok(attempt) = Attempt::from_body(&record.standing.body) else { return Ok(()) };
        if attempt.undone {
            return Ok(());
        }
        let neighbourhood = place::neighbourhood_of(&record.place.partition).unwrap_or_default();
        let week = week(attempt.started_at.date_naive());
        let (channel, outcome) = (word(&attempt.channel), word(&attempt.outcome));
        self.line([&week, neighbourhood, &channel, &outcome, &attempt.leaflets.to_string()])
    }

    fn help_request(&mut self, record: &Stored) -> Result<(), Error> {
        let Ok(request) = HelpRequest::from_body(&record.standing.body) else { return Ok(()) };
        let (week, urgency, state) = (week(request.recorded_on), word(&request.urgency), word(&request.state));
        self.line([&week, &request.neighbourhood, &request.category, &urgency, &state])
    }

    fn line(&mut self, values: [&str; 5]) -> Result<(), Error> {
        self.lines += 1;
        self.csv.write_record(values).map_err(|e| Error::file(&self.path)(e.into()))
    }

    fn finish(mut self) -> Result<u64, Error> {
        self.csv.flush().map_err(Error::file(&self.path))?;
        Ok(self.lines)
    }
}

/// "2026-W47": a day would say more than is needed.
fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

/// The word that a value has in JSON.
fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
