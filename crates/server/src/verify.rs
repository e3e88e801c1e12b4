//! Looks whether a database is whole: everything is read, and what can be computed again is. Says what is wrong by id
//! only.

use crate::db::{Database, Logged, Reader, Result, Stored};
use crate::push::placing::place;
use crate::push::{SERVER_DEVICE, canonical};
use crate::secret::{Hash, sha256};
use domain::{Change, DeviceId, Kind, RecordKey, Sequence, VerdictKind};
use std::collections::{BTreeMap, BTreeSet};

/// Rows that are read in one go.
const ROWS: usize = 500;

/// What was looked at, and what is wrong with it.
#[derive(Default, Debug)]
pub struct Report {
    pub records: u64,
    pub changes: u64,
    /// One line each; empty where all is well.
    pub problems: Vec<String>,
}

/// Reads everything, as of one moment.
///
/// # Errors
/// Where the database fails, or holds something that cannot be read.
pub fn verify(db: &dyn Database) -> Result<Report> {
    db.reading(|r| {
        let mut report = Report { problems: r.list_damage()?, ..Report::default() };
        let head = r.sequence()?;
        report.records(r, head)?;
        report.changes(r, head)?;
        for set_aside in r.list_set_aside()? {
            report.content("change set aside", set_aside.id, set_aside.hash, set_aside.change.as_ref());
        }
        report.devices(r)?;
        Ok(report)
    })
}

impl Report {
    fn wrong(&mut self, what: impl Into<String>) {
        self.problems.push(what.into());
    }

    fn records(&mut self, r: &mut dyn Reader, head: Sequence) -> Result<()> {
        let municipality = r.find_municipality()?.unwrap_or_default();
        let mut numbers = BTreeMap::new();
        let mut after: Option<RecordKey> = None;
        loop {
            let rows = r.list_records_after(after.as_ref(), ROWS)?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.key.clone());
            for record in rows {
                self.records += 1;
                let name = format!("{} {}", record.key.kind, record.key.id);
                if record.seq.1 > head.1 || record.seq.0 > head.0 {
                    self.wrong(format!("{name}: its number was never given out"));
                }
                if let Some(other) = numbers.insert(record.seq.1, name.clone()) {
                    self.wrong(format!("{name}: has the number of {other}"));
                }
                self.place(r, &municipality, &name, record)?;
            }
        }
    }

    /// What was erased stays where it was, whatever became of its parent.
    fn place(&mut self, r: &mut dyn Reader, municipality: &str, name: &str, record: Stored) -> Result<()> {
        if record.standing.erased {
            return Ok(());
        }
        match place(r, municipality, &record.key, &record.standing.body, record.created_by)? {
            Ok(placed) if placed.place != record.place => self.wrong(format!("{name}: lies in the wrong place")),
            Ok(placed) if placed.parent != record.parent => self.wrong(format!("{name}: hangs on the wrong record")),
            Ok(_) => {}
            Err(reason) => self.wrong(format!("{name}: what it refers to is not there ({reason:?})")),
        }
        Ok(())
    }

    fn changes(&mut self, r: &mut dyn Reader, head: Sequence) -> Result<()> {
        let mut counters: BTreeMap<DeviceId, BTreeSet<u64>> = BTreeMap::new();
        let mut after = None;
        loop {
            let rows = r.list_changes_after(after, ROWS)?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.id);
            for logged in rows {
                self.changes += 1;
                self.content("change", logged.id, logged.hash, logged.change.as_ref());
                self.verdict(r, head, &logged)?;
                if logged.device != SERVER_DEVICE && !counters.entry(logged.device).or_default().insert(logged.counter)
                {
                    self.wrong(format!("change {}: its laptop used its counter twice", logged.id));
                }
            }
        }
    }

    fn content(&mut self, what: &str, id: domain::ChangeId, hash: Hash, change: Option<&Change>) {
        if let Some(change) = change
            && (change.id != id || sha256(&canonical(change)) != hash)
        {
            self.wrong(format!("{what} {id}: its content is not what was received"));
        }
    }

    fn verdict(&mut self, r: &mut dyn Reader, head: Sequence, logged: &Logged) -> Result<()> {
        let (VerdictKind::Accepted { seq } | VerdictKind::Conflicted { seq, .. }) = &logged.verdict else {
            return Ok(());
        };
        if seq.1 > head.1 {
            self.wrong(format!("change {}: its number was never given out", logged.id));
        }
        let Some(change) = &logged.change else { return Ok(()) };
        let record = r.find_record(&change.record)?;
        if record.is_none_or(|record| record.seq.1 < seq.1) {
            self.wrong(format!("change {}: was accepted, and its record does not have it", logged.id));
        }
        Ok(())
    }

    fn devices(&mut self, r: &mut dyn Reader) -> Result<()> {
        for device in r.list_devices()? {
            let user = RecordKey::new(Kind::User, domain::RecordId(device.user.0));
            if r.find_record(&user)?.is_none() {
                self.wrong(format!("laptop {}: its user is not there", device.id));
            }
        }
        Ok(())
    }
}
