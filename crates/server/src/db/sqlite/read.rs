//! Lookups and scans.

use super::Session;
use super::columns::{self, CHANGE, DEVICE, RECORD, SET_ASIDE, blob, int, uint};
use crate::db::{
    Anchor, DbError, Device, Entry, Logged, PAGE_BYTES, Page, Position, Reader, Result, SetAside, Stored, cut,
};
use crate::secret::Hash;
use domain::place::Place;
use domain::{ChangeId, DeviceId, Grant, Kind, RecordId, RecordKey, Scope, Sequence, UserId};
use rusqlite::{OptionalExtension, Params, Row, params};
use std::collections::BTreeSet;

/// Where something of a page is found again.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Record(i64),
    Left(String, Vec<u8>),
}

impl Session<'_> {
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(row)?);
        }
        Ok(all)
    }

    /// At most `limit` things of one grant after `after`, by index alone.
    fn scan(&self, grant: &Grant, after: u64, limit: usize, found: &mut Vec<(u64, Found)>) -> Result<()> {
        let (after, limit) = (int(after), int(limit as u64));
        let sql = scan_sql(grant_column(grant));
        let record = |row: &Row<'_>| Ok((uint(row.get(0)?), Found::Record(row.get(1)?)));
        found.extend(self.all(&sql, params![grant, after, limit], record)?);
        let sql = "SELECT n, row FROM also_held WHERE grant_key = ?1 AND n > ?2 ORDER BY n LIMIT ?3";
        found.extend(self.all(sql, params![grant, after, limit], record)?);
        let sql = "SELECT n, kind, id FROM leave WHERE grant_key = ?1 AND n > ?2 ORDER BY n LIMIT ?3";
        found.extend(self.all(sql, params![grant, after, limit], |row| {
            Ok((uint(row.get(0)?), Found::Left(row.get(1)?, row.get(2)?)))
        })?);
        Ok(())
    }

    /// With the bytes that it adds to a page.
    fn entry(&self, found: &Found) -> Result<Option<(Entry, usize)>> {
        match found {
            Found::Record(row) => {
                let sql = format!("SELECT {RECORD} FROM record WHERE row = ?1");
                self.one(&sql, [row], |row| Ok((Entry::Record(columns::told(row)?), columns::told_bytes(row)?)))
            }
            Found::Left(kind, id) => {
                let key = uuid::Uuid::from_slice(id).map_err(|_| DbError::Damaged("id"))?;
                let sql = "SELECT partition, owned, also FROM record WHERE kind = ?1 AND id = ?2";
                let place = self.one(sql, params![kind, id], columns::place)?;
                Ok(Some((Entry::Left(RecordKey::new(Kind::from(kind.as_str()), key), place), 0)))
            }
        }
    }
}

pub(super) fn scan_sql(column: &str) -> String {
    format!("SELECT n, row FROM record WHERE {column} = ?1 AND n > ?2 ORDER BY n LIMIT ?3")
}

/// An owner's grant names its owner after an `@`, which no partition holds.
fn grant_column(grant: &Grant) -> &'static str {
    if grant.contains('@') { "owned" } else { "partition" }
}

impl Reader for Session<'_> {
    fn sequence(&mut self) -> Result<Sequence> {
        if let Some(head) = self.head {
            return Ok(head);
        }
        let mut statement = self.connection.prepare_cached("SELECT epoch, n FROM meta")?;
        let head = statement.query_row([], |row| Ok(Sequence(uint(row.get(0)?), uint(row.get(1)?))))?;
        self.head = Some(head);
        Ok(head)
    }

    fn find_municipality(&mut self) -> Result<Option<String>> {
        Ok(self.connection.query_row("SELECT municipality FROM meta", [], |row| row.get(0)).optional()?.flatten())
    }

    fn find_record(&mut self, key: &RecordKey) -> Result<Option<Stored>> {
        let sql = format!("SELECT {RECORD} FROM record WHERE kind = ?1 AND id = ?2");
        self.one(&sql, params![key.kind.as_str(), blob(&key.id.0)], columns::record)
    }

    fn find_parent(&mut self, key: &RecordKey) -> Result<Option<Anchor>> {
        let sql = "SELECT partition, created_by, erased, iif(kind = 'visit', body ->> '$.with', NULL) AS companion
                   FROM record WHERE kind = ?1 AND id = ?2";
        self.one(sql, params![key.kind.as_str(), blob(&key.id.0)], columns::anchor)
    }

    fn list_of_kind(&mut self, kind: &Kind) -> Result<Vec<Stored>> {
        self.all(&format!("SELECT {RECORD} FROM record WHERE kind = ?1 ORDER BY n"), [kind.as_str()], columns::record)
    }

    fn list_children(&mut self, parent: RecordId) -> Result<Vec<Stored>> {
        self.all(
            &format!("SELECT {RECORD} FROM record WHERE parent = ?1 ORDER BY n"),
            [blob(&parent.0)],
            columns::record,
        )
    }

    fn list_assignees(&mut self, household: RecordId) -> Result<Vec<UserId>> {
        let sql = "SELECT body ->> '$.assignee' AS assignee FROM record
                   WHERE parent = ?1 AND kind = 'assignment' AND deleted = 0 AND erased = 0";
        let text: Vec<String> = self.all(sql, [blob(&household.0)], |row| Ok(row.get("assignee")?))?;
        text.iter().map(|t| t.parse().map_err(|_| DbError::Damaged("assignee"))).collect()
    }

    fn page(&mut self, scope: &Scope, after: &Position, limit: usize) -> Result<Page> {
        let mut found = Vec::new();
        for grant in scope.grants() {
            self.scan(grant, after.get(grant).copied().unwrap_or(0), limit + 1, &mut found)?;
        }
        let (found, mut more) = cut(found, limit);
        let (mut entries, mut last, mut page_bytes) = (Vec::with_capacity(found.len()), 0, 0);
        for (n, found) in &found {
            // What shares a number with a record comes after it, so that the number is not cut in two.
            if page_bytes >= PAGE_BYTES && matches!(found, Found::Record(_)) {
                more = true;
                break;
            }
            if let Some((entry, bytes)) = self.entry(found)? {
                entries.push(entry);
                page_bytes += bytes;
            }
            last = *n;
        }
        Ok(Page { entries, last, more })
    }

    fn count(&mut self, scope: &Scope, after: &Position) -> Result<u64> {
        let mut count = 0;
        for grant in scope.grants() {
            let sql = format!(
                "SELECT (SELECT count(*) FROM record WHERE {} = ?1 AND n > ?2)
                      + (SELECT count(*) FROM also_held WHERE grant_key = ?1 AND n > ?2)",
                grant_column(grant)
            );
            let after = int(after.get(grant).copied().unwrap_or(0));
            count += self.one(&sql, params![grant, after], |row| Ok(uint(row.get(0)?)))?.unwrap_or(0);
        }
        Ok(count)
    }

    fn list_ever_in(&mut self, grant: &Grant, after: u64) -> Result<Vec<(RecordKey, Place)>> {
        let sql = format!(
            "SELECT kind, id, partition, owned, also FROM record WHERE {} = ?1
             UNION SELECT kind, id, partition, owned, also FROM also_held JOIN record USING (row) WHERE grant_key = ?1
             UNION SELECT kind, id, partition, owned, also FROM leave JOIN record USING (kind, id)
             WHERE grant_key = ?1 AND leave.n > ?2",
            grant_column(grant)
        );
        self.all(&sql, params![grant, int(after)], |row| Ok((columns::key(row)?, columns::place(row)?)))
    }

    fn find_change(&mut self, id: ChangeId) -> Result<Option<Logged>> {
        self.one(&format!("SELECT {CHANGE} FROM change WHERE id = ?1"), [blob(&id.0)], columns::logged)
    }

    fn last_counter(&mut self, device: DeviceId) -> Result<u64> {
        let sql = "SELECT coalesce(max(counter), 0) FROM change WHERE device = ?1";
        Ok(self.one(sql, [blob(&device.0)], |row| Ok(uint(row.get(0)?)))?.unwrap_or(0))
    }

    fn list_set_aside(&mut self) -> Result<Vec<SetAside>> {
        self.all(&format!("SELECT {SET_ASIDE} FROM quarantine ORDER BY received_at, id"), [], columns::set_aside)
    }

    fn count_undecided(&mut self) -> Result<u64> {
        let sql = "SELECT count(*) FROM record
                   WHERE kind = 'set_aside' AND deleted = 0 AND erased = 0 AND body ->> '$.decision' IS NULL";
        Ok(self.one(sql, [], |row| Ok(uint(row.get(0)?)))?.unwrap_or(0))
    }

    fn size_bytes(&mut self) -> Result<u64> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        Ok(self.one(sql, [], |row| Ok(uint(row.get(0)?)))?.unwrap_or(0))
    }

    fn find_device(&mut self, id: DeviceId) -> Result<Option<Device>> {
        self.one(&format!("SELECT {DEVICE} FROM device WHERE id = ?1"), [blob(&id.0)], columns::device)
    }

    fn find_device_by_token(&mut self, token: &Hash) -> Result<Option<Device>> {
        self.one(&format!("SELECT {DEVICE} FROM device WHERE token = ?1"), [token.as_slice()], columns::device)
    }

    fn list_devices(&mut self) -> Result<Vec<Device>> {
        self.all(&format!("SELECT {DEVICE} FROM device ORDER BY enrolled_at, id"), [], columns::device)
    }

    fn list_device_grants(&mut self, device: DeviceId) -> Result<BTreeSet<Grant>> {
        let sql = "SELECT grant_key FROM device_grant WHERE device = ?1";
        Ok(self.all(sql, [blob(&device.0)], |row| Ok(row.get(0)?))?.into_iter().collect())
    }
}
