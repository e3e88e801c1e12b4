//! What the command line decided about people and laptops, noted in a file beside the database. A copy of yesterday
//! lets in who was shut out today: a restore takes these notes over.
//!
//! Invariants: what was decided is in the database first, and durable in the file before the command says so; a line
//! that cannot be read is never taken for another or passed over: nothing is restored until somebody looked at it; a
//! note changes nobody who was written after it.

use crate::config::Config;
use crate::db::{self, Device, Writer};
use crate::error::Error;
use crate::publish;
use chrono::{DateTime, TimeDelta, Utc};
use domain::merge::Standing;
use domain::{Body, DeviceId, Kind, RecordKey, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The file inside the data directory.
pub const FILE_NAME: &str = "rights.jsonl";
/// A copy may have begun a little before it says, and a command noted what it did a little after.
const MARGIN: TimeDelta = TimeDelta::minutes(10);

/// The notes of one database.
#[derive(Clone)]
pub struct Rights {
    path: PathBuf,
}

/// What was decided.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// A laptop was shut out.
    Revoked(DeviceId),
    /// Somebody was added, changed, shut out or let in again: as they are now.
    User { id: UserId, body: Body },
}

/// One line of the file.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub at: DateTime<Utc>,
    #[serde(flatten)]
    pub right: Right,
}

/// Every note of a file.
pub struct Notes(Vec<Note>);

impl Rights {
    /// Beside the embedded database; for PostgreSQL where a data directory is configured as well.
    pub fn of(config: &Config) -> Option<Self> {
        let named = !config.data.as_os_str().is_empty();
        named.then(|| Self { path: config.data.join(FILE_NAME) })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Notes what was decided; on disk when this returns.
    ///
    /// # Errors
    /// Where the file cannot be written. What was decided counts all the same.
    pub fn note(&self, note: &Note) -> Result<(), Error> {
        self.append(note).map_err(|source| Error::NotNoted { path: self.path.clone(), source })
    }

    fn append(&self, note: &Note) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(note)?;
        line.push(b'\n');
        let mut file = open(&self.path)?;
        if !ends_a_line(&mut file)? {
            line.insert(0, b'\n');
        }
        file.write_all(&line)?;
        file.sync_all()
    }

    /// Reads every note. None where there is no file.
    ///
    /// # Errors
    /// Where the file or a line of it cannot be read; names the line.
    pub fn read(&self) -> Result<Option<Notes>, Error> {
        let text = match std::fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::file(&self.path)(error)),
        };
        let lines = text.split(|byte| *byte == b'\n').zip(1..).filter(|(line, _)| !line.is_empty());
        let note = |(line, number): (&[u8], usize)| {
            let what = || format!("line {number} cannot be read, and may shut somebody out: mend it, or take it out");
            serde_json::from_slice(line).map_err(|_| Error::BadFile { path: self.path.clone(), what: what() })
        };
        Ok(Some(Notes(lines.map(note).collect::<Result<_, _>>()?)))
    }
}

impl Notes {
    /// When the last of them was made.
    pub fn newest(&self) -> Option<DateTime<Utc>> {
        self.0.iter().map(|note| note.at).max()
    }

    /// Brings people and laptops to what was noted since a copy was made, or ever; says how many were not as noted.
    /// Who was written after the note, perhaps by a command on another host, stays as they are, unless the note shuts them
    /// out.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn take_over(&self, w: &mut dyn Writer, since: Option<DateTime<Utc>>, now: DateTime<Utc>) -> db::Result<usize> {
        let municipality = w.find_municipality()?.unwrap_or_default();
        let mut changed = 0;
        let newer = self.0.iter().filter(|note| since.is_none_or(|since| note.at >= since - MARGIN));
        for note in latest(newer) {
            changed += usize::from(match &note.right {
                Right::Revoked(id) => match w.find_device(*id)? {
                    Some(device) if device.revoked_at.is_none() => {
                        w.save_device(&Device { revoked_at: Some(note.at), ..device })?;
                        true
                    }
                    _ => false,
                },
                Right::User { id, body } => {
                    let key = RecordKey::new(Kind::User, *id);
                    let written = w.find_record(&key)?.and_then(|user| written_at(&user.standing));
                    // When it was written is what a clock said: whoever is shut out by a note stays out in doubt.
                    let shut_out = body.get("inactive") == Some(&serde_json::Value::Bool(true));
                    let counts = shut_out || written.is_none_or(|at| at < note.at);
                    counts && publish::record(w, &municipality, &key, body, now)?
                }
            });
        }
        Ok(changed)
    }
}

/// When a record was last written.
fn written_at(standing: &Standing) -> Option<DateTime<Utc>> {
    standing.fields.values().map(|field| field.at).max()
}

/// The last word on each person and laptop.
fn latest<'n>(notes: impl Iterator<Item = &'n Note>) -> impl Iterator<Item = &'n Note> {
    let about = |note: &Note| match note.right {
        Right::Revoked(id) => id.0,
        Right::User { id, .. } => id.0,
    };
    let last: BTreeMap<Uuid, &Note> = notes.map(|note| (about(note), note)).collect();
    last.into_values()
}

/// For its owner alone: it names people.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.read(true).append(true).create(true).open(path)
}

/// Whether nothing that broke off stands at the end.
fn ends_a_line(file: &mut File) -> std::io::Result<bool> {
    let mut last = [b'\n'];
    if file.metadata()?.len() > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    Ok(last == [b'\n'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Database;
    use serde_json::json;

    const GOLDEN: &str = include_str!("../tests/golden/rights-1.jsonl");

    fn id<T: From<uuid::Uuid>>(last: u128) -> T {
        uuid::Uuid::from_u128(0x0191_f0a0_0000_7000_8000_0000_0000_0000 + last).into()
    }

    fn notes() -> [Note; 2] {
        let at = "2026-11-24T10:30:00Z".parse().expect("an instant");
        let body = json!({"name": "Meryem Aydın", "role": "visitor", "neighbourhoods": [], "inactive": true});
        let user = Right::User { id: id(0x30), body: body.as_object().expect("an object").clone() };
        [Note { at, right: Right::Revoked(id(0x40)) }, Note { at, right: user }]
    }

    #[test]
    fn the_format_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let rights = Rights { path: folder.path().join(FILE_NAME) };
        notes().iter().for_each(|note| rights.note(note).expect("to note"));
        assert_eq!(std::fs::read_to_string(&rights.path).expect("the notes"), GOLDEN);
        let read: Vec<Note> = GOLDEN.lines().map(|line| serde_json::from_str(line).expect("a note")).collect();
        assert!(read == notes());
    }

    #[test]
    fn what_broke_off_is_told_and_spoils_nothing_after_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let rights = Rights { path: folder.path().join(FILE_NAME) };
        std::fs::write(&rights.path, r#"{"at":"2026-11-2"#).expect("to write");
        rights.note(&notes()[0]).expect("to note");
        let wrong = rights.read().err().expect("a line that cannot be read").to_string();
        assert!(wrong.contains("line 1 cannot"), "{wrong}");
        let text = std::fs::read_to_string(&rights.path).expect("the notes");
        std::fs::write(&rights.path, text.lines().last().expect("a line")).expect("to write");
        assert!(rights.read().expect("notes").expect("some").0 == notes()[..1]);
    }

    /// Two hosts note beside themselves what they do to one database.
    #[test]
    fn a_note_changes_nobody_who_was_written_after_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let db: &dyn Database = &crate::db::sqlite::Sqlite::open(folder.path()).expect("a database");
        let [_, left] = notes();
        let (hour, at) = (TimeDelta::hours(1), left.at);
        let Right::User { id, body } = left.right.clone() else { unreachable!() };
        let mut active = body.clone();
        active.insert("inactive".to_owned(), json!(false));
        let returned = |at| Note { at, right: Right::User { id, body: active.clone() } };
        let key = RecordKey::new(Kind::User, id);
        let is_out = || {
            let user = db.reading(|r| r.find_record(&key)).expect("to read").expect("a user");
            user.standing.body.get("inactive") == Some(&json!(true))
        };
        let take_over = |note| {
            let notes = Notes(vec![note]);
            db.writing(|w| notes.take_over(w, None, at + hour * 3)).expect("to write")
        };
        db.writing(|w| publish::record(w, "genk", &key, &body, at)).expect("to write");
        assert_eq!((take_over(returned(at - hour)), is_out()), (0, true), "an older note lets nobody in");
        assert_eq!((take_over(returned(at)), is_out()), (0, true));
        assert_eq!((take_over(returned(at + hour)), is_out()), (1, false), "a newer one counts");
        assert_eq!((take_over(left), is_out()), (1, true), "who was shut out stays out, whatever clocks said");
    }
}
