//! All of a table, a part at a time.

use super::columns::{self, get, int};
use super::session::Session;
use crate::db::{Fill, Left, Logged, Result, Scan, Stored};
use domain::{ChangeId, RecordKey, Sequence};
use uuid::Uuid;

impl Scan for Session<'_> {
    fn list_records_after(&mut self, after: Option<&RecordKey>, limit: usize) -> Result<Vec<Stored>> {
        self.flush()?;
        let (kind, id) = after.map_or(("", Uuid::nil()), |key| (key.kind.as_str(), key.id.0));
        let sql =
            "SELECT kind, id, partition, owned, also, parent, epoch, n, created_by, deleted, erased, body, fields,
                       conflicts
                   FROM record WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3";
        self.query(sql, &[&kind, &id, &int(limit as u64)])?.iter().map(columns::record).collect()
    }

    fn list_leaves_after(&mut self, after: Option<&Left>, limit: usize) -> Result<Vec<Left>> {
        self.flush()?;
        let (grant, n) = after.map_or(("", 0), |left| (left.grant.as_str(), left.n));
        let (kind, id) = after.map_or(("", Uuid::nil()), |left| (left.key.kind.as_str(), left.key.id.0));
        let sql = "SELECT grant_key, n, kind, id FROM leave WHERE (grant_key, n, kind, id) > ($1, $2, $3, $4)
                   ORDER BY grant_key, n, kind, id LIMIT $5";
        let rows = self.query(sql, &[&grant, &int(n), &kind, &id, &int(limit as u64)])?;
        let left =
            |row| Ok(Left { grant: get(row, "grant_key")?, n: columns::uint(get(row, "n")?), key: columns::key(row)? });
        rows.iter().map(left).collect()
    }

    fn list_changes_after(&mut self, after: Option<ChangeId>, limit: usize) -> Result<Vec<Logged>> {
        self.flush()?;
        let sql = "SELECT id, hash, device, counter, verdict, change, received_at FROM change
                   WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2";
        let after = after.map(|id| id.0);
        self.query(sql, &[&after, &int(limit as u64)])?.iter().map(columns::logged).collect()
    }

    /// PostgreSQL's own tools look at its files (`pg_amcheck`, checksums).
    fn list_damage(&mut self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }
}

impl Fill for Session<'_> {
    fn save_sequence(&mut self, head: Sequence) -> Result<()> {
        self.head = head;
        Ok(())
    }
}
