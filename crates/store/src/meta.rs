//! Single values: who this laptop is, how far it has read, when it last had contact.

use crate::{Error, Reader, Result, Writer};
use chrono::{DateTime, Utc};
use domain::{Actor, DeviceId, Scope};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

const IDENTITY: &str = "identity";
const CURSOR: &str = "cursor";
const LAST_CONTACT: &str = "last_contact_at";
const COUNTER: &str = "counter";

/// Who works on this laptop, and with which server; known since enrolment.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// Address of the server.
    pub server: String,
    /// What the laptop shows the server; nowhere but here.
    pub token: String,
    pub device: DeviceId,
    pub actor: Actor,
    pub user_name: String,
    pub device_name: String,
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({:?}, {:?})", self.actor.user, self.device)
    }
}

impl Reader<'_> {
    /// Who works here; none before enrolment.
    pub fn identity(&self) -> Result<Option<Identity>> {
        self.meta(IDENTITY)
    }

    /// How far this laptop has read, in whatever form the protocol gives it.
    pub fn cursor<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        self.meta(CURSOR)
    }

    /// When the server last answered.
    pub fn last_contact_at(&self) -> Result<Option<DateTime<Utc>>> {
        self.meta(LAST_CONTACT)
    }

    /// How the database is set, by name; for tests and diagnosis.
    pub fn settings(&self) -> Result<BTreeMap<&'static str, String>> {
        let mut out = BTreeMap::new();
        for name in ["journal_mode", "synchronous", "secure_delete", "temp_store", "cipher_memory_security"] {
            let value = self.conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, Value>(0))?;
            out.insert(
                name,
                match value {
                    Value::Text(text) => text,
                    Value::Integer(number) => number.to_string(),
                    other => format!("{other:?}"),
                },
            );
        }
        let sql = "SELECT v FROM search_config WHERE k = 'secure-delete'";
        let on: i64 = self.conn.query_row(sql, [], |row| row.get(0))?;
        out.insert("fts_secure_delete", on.to_string());
        Ok(out)
    }

    /// A value that the app keeps under a name of its own (`app.…`).
    pub fn meta<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        let text: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?;
        Ok(text.map(|t| serde_json::from_str(&t)).transpose()?)
    }
}

impl Writer<'_> {
    /// Remembers who works here.
    pub fn set_identity(&mut self, identity: &Identity) -> Result<()> {
        self.set_meta(IDENTITY, identity)
    }

    /// The server says that the actor's role or scope changed. What lies in a partition of which they hold nothing any
    /// more is evicted, also where the server does not know that this laptop has it: it may have told a copy of it.
    pub fn set_actor(&mut self, actor: &Actor) -> Result<()> {
        let mut identity = self.identity()?.ok_or(Error::NotEnrolled)?;
        identity.actor = actor.clone();
        self.set_identity(&identity)?;
        let outside = self.outside(&Scope::of(actor))?;
        self.evict(&outside).map(drop)
    }

    /// Remembers how far this laptop has read; in the transaction that stored what was read.
    pub fn set_cursor<T: Serialize>(&mut self, cursor: &T) -> Result<()> {
        self.set_meta(CURSOR, cursor)
    }

    pub fn set_last_contact_at(&mut self, at: DateTime<Utc>) -> Result<()> {
        self.set_meta(LAST_CONTACT, &at)
    }

    /// Keeps a value under a name.
    pub fn set_meta<T: Serialize>(&mut self, key: &str, value: &T) -> Result<()> {
        let text = serde_json::to_string(value)?;
        let mut statement = self.conn.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
        statement.execute([key, &text])?;
        Ok(())
    }

    /// The number of the next change.
    pub(crate) fn next_counter(&mut self) -> Result<u64> {
        let next = self.meta::<u64>(COUNTER)?.unwrap_or(0) + 1;
        self.set_meta(COUNTER, &next)?;
        Ok(next)
    }
}
