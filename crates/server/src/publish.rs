//! What the administrator gives the server for everybody: the municipality's facts, its neighbourhoods, users, forms.
//! They become records like any other, pushed by the server itself; what did not change is not written again.

use crate::db::{Database, Result, Writer};
use crate::error::Error;
use crate::push::{Author, Known, SERVER_DEVICE, SERVER_USER, answer};
use crate::secret::{named_id, new_id};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use domain::entities::{Entity, Form, Neighbourhood};
use domain::place::RESERVED_NEIGHBOURHOODS;
use domain::{Body, Change, Kind, Operation, RecordKey, Sequence};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes a record as the server: creates it, or sets what differs. Says whether anything changed.
///
/// # Errors
/// Where the database fails.
pub fn record(
    w: &mut dyn Writer,
    municipality: &str,
    key: &RecordKey,
    body: &Body,
    now: DateTime<Utc>,
) -> Result<bool> {
    let current = w.find_record(key)?;
    let operation = match &current {
        None => Operation::Create { set: body.clone() },
        Some(current) => {
            let set = difference(&current.standing.body, body);
            if set.is_empty() {
                return Ok(false);
            }
            Operation::Set { set }
        }
    };
    let change = Change {
        id: new_id(now).into(),
        record: key.clone(),
        operation,
        base: current.map_or(Sequence::ZERO, |c| c.seq),
        at: now,
        author: SERVER_USER,
        device: SERVER_DEVICE,
        counter: 0,
        reason: None,
        resolves: Vec::new(),
    };
    answer(w, &mut Known::default(), municipality, Author::Server, &change, now)?;
    Ok(true)
}

/// The fields to set so that `from` becomes `to`; null clears.
fn difference(from: &Body, to: &Body) -> Body {
    let changed = to.iter().filter(|(field, value)| from.get(*field) != Some(value) && !value.is_null());
    let gone = from.keys().filter(|field| to.get(*field).is_none_or(Value::is_null));
    let mut set: Body = changed.map(|(field, value)| (field.clone(), value.clone())).collect();
    set.extend(gone.map(|field| (field.clone(), Value::Null)));
    set
}

/// The facts of a municipality, as its file gives them.
pub struct Facts {
    pub id: String,
    body: Body,
    neighbourhoods: Vec<Neighbourhood>,
}

impl Facts {
    /// Reads `municipality.toml`. Everything in it reaches the laptops; the server itself reads `id` and
    /// `neighbourhoods`.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn parse(text: &str) -> std::result::Result<Self, String> {
        let table: toml::Table = toml::from_str(text).map_err(|e| e.to_string())?;
        let json = serde_json::to_value(table).map_err(|e| e.to_string())?;
        let Value::Object(body) = json else { return Err("it is not a table".to_owned()) };
        let id = text_of(&body, "id").ok_or("`id` is missing")?;
        if id.is_empty() || id.contains(['/', '@']) {
            return Err("`id` may not be empty or hold / or @".to_owned());
        }
        let mut neighbourhoods = Vec::new();
        for entry in body.get("neighbourhoods").and_then(Value::as_array).into_iter().flatten() {
            let code = entry.get("id").and_then(Value::as_str).ok_or("a neighbourhood has no `id`")?;
            let name = entry.get("name").and_then(Value::as_str).unwrap_or(code);
            if code.is_empty() || code.contains(['/', '@']) || RESERVED_NEIGHBOURHOODS.contains(&code) {
                return Err(format!("`{code}` cannot be the id of a neighbourhood"));
            }
            neighbourhoods.push(Neighbourhood { code: code.to_owned(), name: name.to_owned() });
        }
        Ok(Self { id, body, neighbourhoods })
    }
}

fn text_of(body: &Body, field: &str) -> Option<String> {
    body.get(field)?.as_str().map(str::to_owned)
}

/// Publishes the facts and the neighbourhoods, and makes the database that municipality's where it was nobody's.
///
/// # Errors
/// Where the database is another municipality's, or fails.
pub fn municipality(db: &dyn Database, facts: &Facts, now: DateTime<Utc>) -> Result<(), Error> {
    let other = db.writing(|w| {
        match w.find_municipality()? {
            Some(other) if other != facts.id => return Ok(Some(other)),
            Some(_) => {}
            None => w.save_municipality(&facts.id)?,
        }
        let key = RecordKey::new(Kind::Municipality, named_id("municipality", &facts.id));
        record(w, &facts.id, &key, &facts.body, now)?;
        for neighbourhood in &facts.neighbourhoods {
            let key = RecordKey::new(Kind::Neighbourhood, named_id("neighbourhood", &neighbourhood.code));
            record(w, &facts.id, &key, &neighbourhood.to_body(), now)?;
        }
        Ok(None)
    })?;
    other.map_or(Ok(()), |other| Err(Error::OtherMunicipality(other, facts.id.clone())))
}

/// What came of publishing a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Published {
    New {
        form_id: String,
        version: String,
    },
    /// This version was published before, the same.
    Already,
    /// This version was published before with other content, which stays: visits refer to it.
    VersionTaken {
        form_id: String,
        version: String,
    },
}

/// Publishes a form. `path` is for messages.
///
/// # Errors
/// Where the file is no form without errors, or the database fails.
pub fn form(
    db: &dyn Database,
    municipality: &str,
    path: &Path,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<Published, Error> {
    let import = forms::read(bytes);
    let Some(read) = import.form else {
        let errors = import.problems.iter().filter(|p| p.severity == forms::Severity::Error);
        let what: Vec<String> = errors.map(in_words).collect();
        return Err(Error::BadFile { path: path.to_owned(), what: what.join("\n  ") });
    };
    let (form_id, version) = (read.id, read.version);
    let key = RecordKey::new(Kind::Form, Form::id_of(&form_id, &version));
    let body = Form {
        form_id,
        version,
        title: read.title,
        xlsx: STANDARD.encode(bytes),
        files: BTreeMap::new(),
        withdrawn: false,
        by: None,
        published_at: Some(now),
    };
    Ok(db.writing(|w| {
        let Form { form_id, version, xlsx, .. } = body.clone();
        match w.find_record(&key)? {
            Some(known) if text_of(&known.standing.body, "xlsx") == Some(xlsx) => Ok(Published::Already),
            Some(_) => Ok(Published::VersionTaken { form_id, version }),
            None => {
                record(w, municipality, &key, &body.to_body(), now)?;
                Ok(Published::New { form_id, version })
            }
        }
    })?)
}

fn in_words(problem: &forms::Problem) -> String {
    let row = problem.row.map(|row| format!(" row {row}")).unwrap_or_default();
    let column = problem.column.as_ref().map(|column| format!(", {column}")).unwrap_or_default();
    format!("{}{row}{column}: {}", problem.sheet, problem.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_wrongly_is_said_back() {
        assert_eq!(Facts::parse("name = \"Genk\"").err().as_deref(), Some("`id` is missing"));
        let reserved = "id = \"genk\"\n[[neighbourhoods]]\nid = \"duty\"\n";
        assert_eq!(Facts::parse(reserved).err().as_deref(), Some("`duty` cannot be the id of a neighbourhood"));
    }

    #[test]
    fn the_shipped_facts_read() {
        let facts = Facts::parse(include_str!("../../../municipality.toml")).expect("the facts");
        assert_eq!(facts.id, "genk");
        assert!(facts.neighbourhoods.iter().any(|n| n.code == "winterslag"));
    }
}
