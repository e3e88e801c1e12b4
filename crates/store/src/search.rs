//! Searching households by address, name and residents. One document per household, folded as what is typed is.
//! Kept in the transaction that changes a record.

use crate::{Reader, Result, Stored, Writer};
use domain::entities::{Household, Resident};
use domain::fold::fold;
use domain::{Body, Kind, RecordId, RecordKey};
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

/// More words than this say nothing more.
const MAX_WORDS: usize = 8;

impl Reader<'_> {
    /// Households in whose address, name or residents every word typed begins a word; those with whole words first.
    /// What is found of an alias shows as the household that stays.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Stored<Household>>> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).take(MAX_WORDS).collect();
        if words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        // Only letters and digits are left: nothing of what was typed is an operator.
        let query = |end: &str| words.iter().map(|w| format!("\"{w}\"{end}")).collect::<Vec<_>>().join(" ");
        let mut hits = self.matching(&query(""), limit)?;
        if hits.len() < limit {
            let whole: BTreeSet<RecordId> = hits.iter().map(|h| h.id).collect();
            let begun = self.matching(&query("*"), limit.saturating_add(whole.len()))?;
            hits.extend(begun.into_iter().filter(|h| !whole.contains(&h.id)));
            hits.truncate(limit);
        }
        Ok(hits)
    }

    /// Not ranked: that would read every match of a first letter before it shows ten.
    fn matching(&self, query: &str, limit: usize) -> Result<Vec<Stored<Household>>> {
        self.select(
            "WHERE r.deleted = 0 AND r.id IN (
                 SELECT coalesce(a.stays, t.household) FROM search JOIN search_text AS t ON t.number = search.rowid
                 LEFT JOIN alias AS a ON a.household = t.household
                 WHERE search MATCH ?1 LIMIT ?2)
             ORDER BY r.street, r.number, r.id",
            (query, i64::try_from(limit).unwrap_or(i64::MAX)),
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
        for resident in self.residents_under(id)? {
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
