//! All of a table, a part at a time.

use super::Session;
use super::columns::{self, CHANGE, RECORD, blob, int, uint};
use crate::db::{Fill, Left, Logged, Result, Scan, Stored};
use domain::{ChangeId, RecordKey, Sequence};
use rusqlite::params;

impl Scan for Session<'_> {
    fn list_records_after(&mut self, after: Option<&RecordKey>, limit: usize) -> Result<Vec<Stored>> {
        let (kind, id) = after.map_or(("", &[][..]), |key| (key.kind.as_str(), blob(&key.id.0)));
        let sql = format!("SELECT {RECORD} FROM record WHERE (kind, id) > (?1, ?2) ORDER BY kind, id LIMIT ?3");
        self.all(&sql, params![kind, id, int(limit as u64)], columns::record)
    }

    fn list_leaves_after(&mut self, after: Option<&Left>, limit: usize) -> Result<Vec<Left>> {
        let (grant, n) = after.map_or(("", 0), |left| (left.grant.as_str(), left.n));
        let (kind, id) = after.map_or(("", &[][..]), |left| (left.key.kind.as_str(), blob(&left.key.id.0)));
        let sql = "SELECT grant_key, n, kind, id FROM leave WHERE (grant_key, n, kind, id) > (?1, ?2, ?3, ?4)
                   ORDER BY grant_key, n, kind, id LIMIT ?5";
        self.all(sql, params![grant, int(n), kind, id, int(limit as u64)], |row| {
            Ok(Left { grant: row.get("grant_key")?, n: uint(row.get("n")?), key: columns::key(row)? })
        })
    }

    fn list_changes_after(&mut self, after: Option<ChangeId>, limit: usize) -> Result<Vec<Logged>> {
        let after = after.as_ref().map_or(&[][..], |id| blob(&id.0));
        let sql = format!("SELECT {CHANGE} FROM change WHERE id > ?1 ORDER BY id LIMIT ?2");
        self.all(&sql, params![after, int(limit as u64)], columns::logged)
    }

    fn list_damage(&mut self) -> Result<Vec<String>> {
        let said = self.all("PRAGMA integrity_check", [], |row| Ok(row.get::<_, String>(0)?))?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }
}

impl Fill for Session<'_> {
    fn save_sequence(&mut self, head: Sequence) -> Result<()> {
        let mut statement = self.connection.prepare_cached("UPDATE meta SET epoch = ?1, n = ?2")?;
        statement.execute(params![int(head.0), int(head.1)])?;
        self.head = Some(head);
        Ok(())
    }
}
