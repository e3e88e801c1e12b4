//! Copies of a whole database in one file, whichever back end it is in: backup and restore.
//!
//! The file is JSON a line, packed with zstd. The first line says what it is, the last how many lines there are and
//! the SHA-256 of all before it, so that a file that was cut or changed is not taken for a copy.
//!
//! Invariants:
//! - a copy is one moment of the database, whatever is written meanwhile;
//! - nothing is restored from a file before all of it was read and found whole;
//! - what is restored begins a new epoch, higher than any before, so that laptops offer again what the copy lacks;
//! - a database that is half restored serves nobody.
//!
//! Enrolment codes are not copied: they are valid for minutes.

mod backup;
mod drill;
mod file;
mod restore;

pub use backup::{backup, prune};
pub use drill::{Drill, drill};
pub(crate) use restore::RESTORING;
pub use restore::{begin_epoch, begin_epoch_and, check, restore, restore_and};

use crate::db::{Device, Left, Logged, SetAside, Stored};
use chrono::{DateTime, Utc};
use domain::{Grant, Sequence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the format that this code writes; it reads no other.
const FORMAT: u32 = 1;
/// Rows that are read or written in one go.
const ROWS: usize = 500;

/// One line of a copy.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Copy(Head),
    Record(Stored),
    Left(Left),
    Change(Logged),
    SetAside(SetAside),
    Device { device: Device, grants: BTreeSet<Grant> },
    End(End),
}

/// What a copy is of.
#[derive(Clone, Serialize, Deserialize, PartialEq, Eq, Debug)]
pub struct Head {
    format: u32,
    pub municipality: String,
    /// The last sequence given out.
    pub sequence: Sequence,
    pub made_at: DateTime<Utc>,
}

/// What stands at the end of a copy that is whole.
#[derive(Serialize, Deserialize)]
struct End {
    lines: u64,
    #[serde(with = "crate::secret::as_text")]
    sha256: crate::secret::Hash,
}

/// How much a copy holds.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Counts {
    pub records: u64,
    pub changes: u64,
    pub set_aside: u64,
    pub devices: u64,
}

impl Counts {
    fn add(&mut self, line: &Line) {
        match line {
            Line::Record(_) => self.records += 1,
            Line::Change(_) => self.changes += 1,
            Line::SetAside(_) => self.set_aside += 1,
            Line::Device { .. } => self.devices += 1,
            Line::Copy(_) | Line::Left(_) | Line::End(_) => {}
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { records, changes, set_aside, devices } = self;
        write!(f, "{records} records, {changes} changes, {set_aside} set aside, {devices} laptops")
    }
}
