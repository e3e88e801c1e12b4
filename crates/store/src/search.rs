//! Searching households by address, name and residents. One document per household, folded as what is typed is.
//! Kept in the transaction that changes a record.

use crate::{Reader, Result, Stored, Writer};
use domain::entities::{Household, Resident};
use domain::fold::fold;
use domain::{Body, Kind, RecordId, RecordKey};
use rusqlite::OptionalExtension;

/// More words than this say nothing more.
const MAX_WORDS: usize = 8;

impl Reader<'_> {
    /// Households in whose address, name or residents every word typed begins a word; the best first.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Stored<Household>>> {
        let folded = fold(text);
        // Only letters and digits are left: nothing of what was typed is an operator.
        let words: Vec<String> =
            folded.split(' ').filter(|w| !w.is_empty()).take(MAX_WORDS).map(|w| format!("\"{w}\"*")).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.select(
            "JOIN search_text AS t ON t.household = r.id
             JOIN (SELECT rowid, rank FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2) AS hit
                 ON hit.rowid = t.number
             WHERE r.deleted = 0 ORDER BY hit.rank, r.street, r.number, r.id",
            (words.join(" "), i64::try_from(limit).unwrap_or(i64::MAX)),
        )
    }
}

impl Writer<'_> {
    /// Notes which households to index again after a write of `key` from its row to `server` or `local`.
    pub(crate) fn mark_stale(&mut self, key: &RecordKey, server: &Body, local: Option<&Body>) -> Result<()> {
        match key.kind {
            Kind::Household => {
                self.stale.insert(key.id);
            }
            Kind::Resident => {
                let before = self.record(key)?.map(|row| row.body);
                let bodies = [before.as_ref(), Some(server), local];
                let households =
                    bodies.into_iter().flatten().filter_map(|b| b.get("household")?.as_str()?.parse::<RecordId>().ok());
                self.stale.extend(households);
            }
            _ => {}
        }
        Ok(())
    }

    /// Indexes the households again that were noted.
    pub(crate) fn refresh_search(&mut self) -> Result<()> {
        for household in std::mem::take(&mut self.stale) {
            let text = self.search_text(household)?;
            self.index(household, text.as_deref())?;
        }
        Ok(())
    }

    fn search_text(&self, id: RecordId) -> Result<Option<String>> {
        let Some(household) = self.get::<Household>(id)? else { return Ok(None) };
        let mut words = document(&household.value);
        for resident in self.residents_of(id)? {
            add_resident(&mut words, &resident.value);
        }
        Ok(Some(words.join(" ")))
    }

    fn index(&self, household: RecordId, text: Option<&str>) -> Result<()> {
        let id = household.to_string();
        let mut find = self.conn.prepare_cached("SELECT number, text FROM search_text WHERE household = ?1")?;
        let old: Option<(i64, String)> = find.query_row([&id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if old.as_ref().map(|(_, t)| t.as_str()) == text {
            return Ok(());
        }
        if let Some((number, old)) = &old {
            let sql = "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)";
            self.conn.prepare_cached(sql)?.execute((number, old))?;
            self.conn.prepare_cached("DELETE FROM search_text WHERE number = ?1")?.execute([number])?;
        }
        if let Some(text) = text {
            let sql = "INSERT INTO search_text (household, text) VALUES (?1, ?2)";
            self.conn.prepare_cached(sql)?.execute([&id, text])?;
            let number = self.conn.last_insert_rowid();
            let sql = "INSERT INTO search (rowid, text) VALUES (?1, ?2)";
            self.conn.prepare_cached(sql)?.execute((number, text))?;
        }
        Ok(())
    }
}

fn document(household: &Household) -> Vec<String> {
    let mut words = vec![fold(&household.street), fold(&household.number)];
    if let Some(bus) = &household.bus {
        words.push(format!("bus {}", fold(bus)));
    }
    words.extend(household.name.as_deref().map(fold));
    words
}

fn add_resident(words: &mut Vec<String>, resident: &Resident) {
    words.extend(resident.name.as_deref().map(fold));
    if let Some(phone) = &resident.phone {
        // As written in groups, and as typed without spaces.
        words.push(fold(phone));
        words.push(phone.chars().filter(char::is_ascii_digit).collect());
    }
}
