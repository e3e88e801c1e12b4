//! Visits being written. They never leave the laptop; finishing one turns it into changes.

use crate::records::alias::FAMILY;
use crate::{Reader, Result, Writer};
use chrono::{DateTime, Utc};
use domain::RecordId;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row};
use std::fmt;

/// An unfinished visit.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// The id that its visit will have.
    pub id: RecordId,
    pub household: RecordId,
    /// What it is a draft of, in the app's words.
    pub kind: String,
    /// Answers and whatever else the app keeps with them.
    pub body: serde_json::Value,
    /// The question to show when it is opened again.
    pub at_path: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Draft({})", self.id)
    }
}

const SELECT: &str = "SELECT id, household, kind, body, at_path, created_at, updated_at FROM draft";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let bad = |column, e: Box<dyn std::error::Error + Send + Sync>| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, e)
    };
    let id = |column: usize| row.get::<_, String>(column)?.parse::<RecordId>().map_err(|e| bad(column, e.into()));
    let at = |column: usize| -> rusqlite::Result<DateTime<Utc>> {
        Ok(DateTime::from_timestamp_millis(row.get(column)?).unwrap_or_default())
    };
    Ok(Draft {
        id: id(0)?,
        household: id(1)?,
        kind: row.get(2)?,
        body: serde_json::from_str(&row.get::<_, String>(3)?).map_err(|e| bad(3, e.into()))?,
        at_path: row.get(4)?,
        created_at: at(5)?,
        updated_at: at(6)?,
    })
}

impl Reader<'_> {
    /// All unfinished visits, oldest first.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY created_at, id"))?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub fn draft(&self, id: RecordId) -> Result<Option<Draft>> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        Ok(statement.query_row([id.to_string()], from_row).optional()?)
    }

    /// The unfinished visit of a household; the latest, should there be several.
    pub fn draft_of_household(&self, household: RecordId) -> Result<Option<Draft>> {
        let sql = format!("{SELECT} WHERE household IN {FAMILY} ORDER BY updated_at DESC, id DESC LIMIT 1");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row([household.to_string()], from_row).optional()?)
    }
}

impl Writer<'_> {
    /// Saves a draft whole, new or not.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "INSERT OR REPLACE INTO draft (id, household, kind, body, at_path, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        statement.execute((
            draft.id.to_string(),
            draft.household.to_string(),
            &draft.kind,
            serde_json::to_string(&draft.body)?,
            &draft.at_path,
            draft.created_at.timestamp_millis(),
            draft.updated_at.timestamp_millis(),
        ))?;
        Ok(())
    }

    /// Erases a draft, finished or thrown away. True where there was one.
    pub fn remove_draft(&mut self, id: RecordId) -> Result<bool> {
        let mut statement = self.conn.prepare_cached("DELETE FROM draft WHERE id = ?1")?;
        Ok(statement.execute([id.to_string()])? > 0)
    }
}
