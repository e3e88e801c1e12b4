//! Lookups and scans. What this transaction wrote itself is sent before a scan, and answered from memory in a lookup.

use super::columns::{self, get, int};
use super::session::Session;
use crate::db::{DbError, Device, Entry, Logged, PAGE_BYTES, Page, Position, Reader, Result, SetAside, Stored, cut};
use crate::secret::Hash;
use domain::place::Place;
use domain::{Change, ChangeId, DeviceId, Grant, Kind, RecordId, RecordKey, Scope, Sequence, UserId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

macro_rules! record {
    ($rest:literal) => {
        concat!(
            "SELECT kind, id, partition, owned, also, parent, epoch, n, created_by, deleted, erased, body, fields, ",
            "conflicts FROM record ",
            $rest
        )
    };
}
macro_rules! device {
    ($rest:literal) => {
        concat!("SELECT id, holder, name, token, enrolled_at, revoked_at, last_contact_at, skew_s FROM device ", $rest)
    };
}

/// What lies in grants `$1` or left them after the numbers `$2`, at most `$3` of each, by index alone.
pub(super) const SCAN: &str = "
    SELECT n, row, NULL::text AS kind, NULL::uuid AS id FROM unnest($1::text[], $2::bigint[]) AS grants (key, after),
        LATERAL (SELECT n, row FROM record WHERE partition = key AND n > after ORDER BY n LIMIT $3) AS found
    UNION ALL
    SELECT n, row, NULL, NULL FROM unnest($1, $2) AS grants (key, after),
        LATERAL (SELECT n, row FROM record WHERE owned = key AND n > after ORDER BY n LIMIT $3) AS found
    UNION ALL
    SELECT n, row, NULL, NULL FROM unnest($1, $2) AS grants (key, after),
        LATERAL (SELECT n, row FROM also_held WHERE grant_key = key AND n > after ORDER BY n LIMIT $3) AS found
    UNION ALL
    SELECT n, NULL, kind, id FROM unnest($1, $2) AS grants (key, after),
        LATERAL (SELECT n, kind, id FROM leave WHERE grant_key = key AND n > after ORDER BY n LIMIT $3) AS found";
pub(super) const COUNT: &str = "
    SELECT coalesce(sum(
          (SELECT count(*) FROM record WHERE partition = key AND n > after)
        + (SELECT count(*) FROM record WHERE owned = key AND n > after)
        + (SELECT count(*) FROM also_held WHERE grant_key = key AND n > after)), 0)::bigint
    FROM unnest($1::text[], $2::bigint[]) AS grants (key, after)";
const EVER_IN: &str = "
    SELECT kind, id, partition, owned, also FROM record WHERE partition = $1 OR owned = $1
    UNION SELECT kind, id, partition, owned, also FROM also_held JOIN record USING (row) WHERE grant_key = $1
    UNION SELECT kind, id, partition, owned, also FROM leave JOIN record USING (kind, id)
        WHERE grant_key = $1 AND leave.n > $2";

/// Of the rows `$1`, those before which there are fewer than `$2` bytes of bodies and waiting values.
const RECORDS: &str = "
    SELECT row, kind, id, partition, epoch, n, deleted, body, conflicts FROM (
        SELECT *, sum(octet_length(body) + octet_length(conflicts))
                  OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
        FROM record WHERE row = ANY($1)) AS counted
    WHERE coalesce(bytes_before, 0) < $2";

/// Where something of a page is found again.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Record(i64),
    Left(String, Uuid),
}

/// Grants with the numbers after which they are asked for, as two arrays.
fn positions(scope: &Scope, after: &Position) -> (Vec<Grant>, Vec<i64>) {
    scope.grants().iter().map(|grant| (grant.clone(), int(after.get(grant).copied().unwrap_or(0)))).unzip()
}

impl Session<'_> {
    fn scan(&mut self, scope: &Scope, after: &Position, limit: usize) -> Result<Vec<(u64, Found)>> {
        let (grants, after) = positions(scope, after);
        let rows = self.query(SCAN, &[&grants, &after, &int(limit as u64)])?;
        let found = rows.iter().map(|row| {
            let what = match get::<Option<i64>>(row, "row")? {
                Some(row) => Found::Record(row),
                None => Found::Left(get(row, "kind")?, get(row, "id")?),
            };
            Ok((columns::uint(get(row, "n")?), what))
        });
        found.collect()
    }

    /// As many as a page holds, in order.
    fn records(&mut self, found: &[(u64, Found)]) -> Result<BTreeMap<i64, domain::RawRecord>> {
        let wanted = |found: &Found| if let Found::Record(row) = found { Some(*row) } else { None };
        let wanted: Vec<i64> = found.iter().filter_map(|(_, found)| wanted(found)).collect();
        if wanted.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows = self.query(RECORDS, &[&wanted, &int(PAGE_BYTES as u64)])?;
        rows.iter().map(|row| Ok((get(row, "row")?, columns::told(row)?))).collect()
    }

    fn places(&mut self, found: &[(u64, Found)]) -> Result<BTreeMap<RecordKey, Place>> {
        let left = |found: &Found| if let Found::Left(kind, id) = found { Some((kind.clone(), *id)) } else { None };
        let (kinds, ids): (Vec<String>, Vec<Uuid>) = found.iter().filter_map(|(_, found)| left(found)).unzip();
        if kinds.is_empty() {
            return Ok(BTreeMap::new());
        }
        let sql = "SELECT kind, id, partition, owned, also
                   FROM unnest($1::text[], $2::uuid[]) AS gone (kind, id) JOIN record USING (kind, id)";
        let rows = self.query(sql, &[&kinds, &ids])?;
        rows.iter().map(|row| Ok((columns::key(row)?, columns::place(row)?))).collect()
    }

    fn stored(&mut self, sql: &'static str, params: &[&(dyn postgres::types::ToSql + Sync)]) -> Result<Vec<Stored>> {
        self.flush()?;
        self.query(sql, params)?.iter().map(columns::record).collect()
    }
}

/// Which changes are there, without a kind, and which records.
const THERE: &str = "
    SELECT id, NULL::text AS kind FROM change WHERE id = ANY($1)
    UNION ALL
    SELECT record.id, record.kind FROM unnest($2::text[], $3::uuid[]) AS asked (kind, id)
    JOIN record ON record.kind = asked.kind AND record.id = asked.id";

impl Reader for Session<'_> {
    fn sequence(&mut self) -> Result<Sequence> {
        Ok(self.head)
    }

    fn find_municipality(&mut self) -> Result<Option<String>> {
        let rows = self.query("SELECT municipality FROM meta", &[])?;
        Ok(rows.first().map(|row| get(row, "municipality")).transpose()?.flatten())
    }

    fn find_record(&mut self, key: &RecordKey) -> Result<Option<Stored>> {
        if let Some(known) = self.pending.record(key) {
            return Ok(known);
        }
        // PostgreSQL's texts hold no NUL, so no record has such a kind.
        if key.kind.as_str().contains('\0') {
            return Ok(None);
        }
        let rows = self.query(record!("WHERE kind = $1 AND id = $2"), &[&key.kind.as_str(), &key.id.0])?;
        let record = rows.first().map(columns::record).transpose()?;
        self.pending.met(key, record.clone());
        Ok(record)
    }

    fn list_of_kind(&mut self, kind: &Kind) -> Result<Vec<Stored>> {
        self.stored(record!("WHERE kind = $1 ORDER BY n"), &[&kind.as_str()])
    }

    fn list_children(&mut self, parent: RecordId) -> Result<Vec<Stored>> {
        self.stored(record!("WHERE parent = $1 ORDER BY n"), &[&parent.0])
    }

    fn list_assignees(&mut self, household: RecordId) -> Result<Vec<UserId>> {
        let sql = record!("WHERE parent = $1 AND kind = 'assignment' AND NOT deleted AND NOT erased");
        let assignments = self.stored(sql, &[&household.0])?;
        let assignee = |a: &Stored| a.standing.body.get("assignee")?.as_str()?.parse().ok();
        assignments.iter().map(|a| assignee(a).ok_or(DbError::Damaged("assignee"))).collect()
    }

    fn page(&mut self, scope: &Scope, after: &Position, limit: usize) -> Result<Page> {
        self.flush()?;
        let (mut found, mut more) = cut(self.scan(scope, after, limit + 1)?, limit);
        let mut records = self.records(&found)?;
        let beyond = |(_, found): &(u64, Found)| matches!(found, Found::Record(row) if !records.contains_key(row));
        // What shares a number with a record comes after it, so that the number is not cut in two.
        if let Some(end) = found.iter().position(beyond) {
            found.truncate(end);
            more = true;
        }
        let places = self.places(&found)?;
        let last = found.last().map_or(0, |(n, _)| *n);
        let entries = found.into_iter().filter_map(|(_, found)| match found {
            Found::Record(row) => records.remove(&row).map(Entry::Record),
            Found::Left(kind, id) => {
                let key = RecordKey::new(Kind::from(kind), RecordId(id));
                let place = places.get(&key).cloned();
                Some(Entry::Left(key, place))
            }
        });
        Ok(Page { entries: entries.collect(), last, more })
    }

    fn count(&mut self, scope: &Scope, after: &Position) -> Result<u64> {
        self.flush()?;
        let (grants, after) = positions(scope, after);
        self.number(COUNT, &[&grants, &after])
    }

    fn list_ever_in(&mut self, grant: &Grant, after: u64) -> Result<Vec<(RecordKey, Place)>> {
        self.flush()?;
        let rows = self.query(EVER_IN, &[grant, &int(after)])?;
        rows.iter().map(|row| Ok((columns::key(row)?, columns::place(row)?))).collect()
    }

    fn find_change(&mut self, id: ChangeId) -> Result<Option<Logged>> {
        if let Some(change) = self.pending.change(id) {
            let read = |text: &String| serde_json::from_str(text).map_err(|_| DbError::Damaged("change"));
            return change.map(read).map(Some);
        }
        if self.pending.is_new(id) {
            return Ok(None);
        }
        let sql = "SELECT id, hash, device, counter, verdict, change, received_at FROM change WHERE id = $1";
        self.query(sql, &[&id.0])?.first().map(columns::logged).transpose()
    }

    fn foresee(&mut self, changes: &[Change]) -> Result<()> {
        let asked = changes.iter().filter(|c| !c.record.kind.as_str().contains('\0'));
        let asked: Vec<&Change> = asked.filter(|c| !self.pending.knows(&c.record)).collect();
        let ids: Vec<Uuid> = asked.iter().map(|c| c.id.0).collect();
        let kinds: Vec<&str> = asked.iter().map(|c| c.record.kind.as_str()).collect();
        let records: Vec<Uuid> = asked.iter().map(|c| c.record.id.0).collect();
        let rows = self.query(THERE, &[&ids, &kinds, &records])?;
        let (mut known, mut there) = (BTreeSet::new(), BTreeSet::new());
        for row in &rows {
            let id: Uuid = get(row, "id")?;
            match get::<Option<&str>>(row, "kind")? {
                None => drop(known.insert(ChangeId(id))),
                Some(kind) => drop(there.insert(RecordKey::new(Kind::from(kind), RecordId(id)))),
            }
        }
        for change in asked {
            if !known.contains(&change.id) {
                self.pending.note_new(change.id);
            }
            if !there.contains(&change.record) {
                self.pending.met(&change.record, None);
            }
        }
        Ok(())
    }

    fn last_counter(&mut self, device: DeviceId) -> Result<u64> {
        let sql = "SELECT coalesce(max(counter), 0) FROM change WHERE device = $1";
        let sent = self.number(sql, &[&device.0])?;
        Ok(sent.max(self.pending.last_counter(device)))
    }

    fn list_set_aside(&mut self) -> Result<Vec<SetAside>> {
        self.flush()?;
        let sql = "SELECT id, hash, device, reason, change, received_at FROM quarantine ORDER BY received_at, id";
        self.query(sql, &[])?.iter().map(columns::set_aside).collect()
    }

    fn count_undecided(&mut self) -> Result<u64> {
        self.flush()?;
        // PostgreSQL reads no JSON with a NUL in it.
        let sql = r#"SELECT count(*) FROM record WHERE kind = 'set_aside' AND NOT deleted AND NOT erased
                     AND CASE WHEN strpos(body, '\u0000') > 0 THEN strpos(body, '"decision":') = 0
                         ELSE body::json -> 'decision' IS NULL END"#;
        self.number(sql, &[])
    }

    fn size_bytes(&mut self) -> Result<u64> {
        self.number("SELECT pg_database_size(current_database())", &[])
    }

    fn find_device(&mut self, id: DeviceId) -> Result<Option<Device>> {
        self.query(device!("WHERE id = $1"), &[&id.0])?.first().map(columns::device).transpose()
    }

    fn find_device_by_token(&mut self, token: &Hash) -> Result<Option<Device>> {
        self.query(device!("WHERE token = $1"), &[&token.as_slice()])?.first().map(columns::device).transpose()
    }

    fn list_devices(&mut self) -> Result<Vec<Device>> {
        self.query(device!("ORDER BY enrolled_at, id"), &[])?.iter().map(columns::device).collect()
    }

    fn list_device_grants(&mut self, device: DeviceId) -> Result<BTreeSet<Grant>> {
        let rows = self.query("SELECT grant_key FROM device_grant WHERE device = $1", &[&device.0])?;
        rows.iter().map(|row| get(row, "grant_key")).collect()
    }
}
