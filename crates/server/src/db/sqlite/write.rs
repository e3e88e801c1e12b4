//! Writes, each within the transaction of its session.

use super::Session;
use super::columns::{self, RECORD, blob, instant, int, json};
use crate::db::{
    DbError, Device, EnrolmentCode, Logged, Reader, Result, SetAside, Stored, TakenCode, Writer, fields_to_json,
};
use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::{DeviceId, Grant, RecordKey, Sequence};
use rusqlite::params;
use std::collections::BTreeSet;

/// For the columns of [`RECORD`].
const VALUES: &str = "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

impl Session<'_> {
    fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }
}

impl Writer for Session<'_> {
    fn save_municipality(&mut self, id: &str) -> Result<()> {
        self.run("UPDATE meta SET municipality = ?1", [id]).map(drop)
    }

    fn take_sequence(&mut self) -> Result<Sequence> {
        let Sequence(epoch, n) = self.sequence()?;
        Ok(*self.head.insert(Sequence(epoch, n + 1)))
    }

    fn start_epoch(&mut self) -> Result<Sequence> {
        let Sequence(epoch, n) = self.sequence()?;
        Ok(*self.head.insert(Sequence(epoch + 1, n)))
    }

    fn save_record(&mut self, record: &Stored) -> Result<()> {
        let Stored { key, place, parent, seq, created_by, standing } = record;
        let fields = fields_to_json(standing).map_err(|e| DbError::Backend(Box::new(e)))?;
        let values = params![
            key.kind.as_str(),
            blob(&key.id.0),
            place.partition,
            place.owned,
            json(&place.also)?,
            parent.as_ref().map(|p| blob(&p.0)),
            int(seq.0),
            int(seq.1),
            blob(&created_by.0),
            standing.deleted,
            standing.erased,
            json(&standing.body)?,
            fields,
            json(&standing.conflicts)?,
        ];
        // Not an upsert that returns the row: for what a statement returns, SQLite makes a table each time.
        let insert = format!("INSERT INTO record ({RECORD}) VALUES {VALUES} ON CONFLICT (kind, id) DO NOTHING");
        let row = if self.run(&insert, values)? == 1 {
            self.connection.last_insert_rowid()
        } else {
            self.run(&format!("UPDATE record SET ({RECORD}) = {VALUES} WHERE kind = ?1 AND id = ?2"), values)?;
            let sql = "SELECT row FROM record WHERE kind = ?1 AND id = ?2";
            let key = params![key.kind.as_str(), blob(&key.id.0)];
            let row: i64 = self.connection.prepare_cached(sql)?.query_row(key, |row| row.get(0))?;
            self.run("DELETE FROM also_held WHERE row = ?1", [row])?;
            row
        };
        self.touched.extend(place.grants().cloned());
        for grant in &place.also {
            let sql = "INSERT INTO also_held (grant_key, n, row) VALUES (?1, ?2, ?3)";
            self.run(sql, params![grant, int(seq.1), row])?;
        }
        Ok(())
    }

    fn save_leave(&mut self, grant: &Grant, n: u64, key: &RecordKey) -> Result<()> {
        self.touched.insert(grant.clone());
        let sql = "INSERT INTO leave (grant_key, n, kind, id) VALUES (?1, ?2, ?3, ?4)";
        self.run(sql, params![grant, int(n), key.kind.as_str(), blob(&key.id.0)]).map(drop)
    }

    fn save_change(&mut self, change: &Logged<String>) -> Result<()> {
        let sql = "INSERT INTO change (id, hash, device, counter, verdict, change, received_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let values = params![
            blob(&change.id.0),
            change.hash,
            blob(&change.device.0),
            int(change.counter),
            json(&change.verdict)?,
            change.change,
            instant(change.received_at),
        ];
        self.run(sql, values).map(drop)
    }

    fn save_set_aside(&mut self, change: &SetAside) -> Result<()> {
        let sql = "INSERT INTO quarantine (id, hash, device, reason, change, received_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
        let values = params![
            blob(&change.id.0),
            change.hash,
            blob(&change.device.0),
            json(&change.reason)?,
            change.change.as_ref().map(json).transpose()?,
            instant(change.received_at),
        ];
        self.run(sql, values).map(drop)
    }

    fn save_code(&mut self, code: &EnrolmentCode) -> Result<()> {
        let sql = "INSERT INTO enrolment_code (hash, user, expires_at) VALUES (?1, ?2, ?3)";
        self.run(sql, params![code.hash, blob(&code.user.0), instant(code.expires_at)]).map(drop)
    }

    fn take_code(&mut self, code: &Hash, enrolment: &Hash, fresh: DeviceId, now: DateTime<Utc>) -> Result<TakenCode> {
        let sql = "SELECT user, expires_at, used_at IS NOT NULL AS used, enrolment IS ?2 AS ours, device
                   FROM enrolment_code WHERE hash = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params![code, enrolment])?;
        let Some(row) = rows.next()? else { return Ok(TakenCode::Unknown) };
        let (used, ours): (bool, bool) = (row.get("used")?, row.get("ours")?);
        if used && !ours {
            return Ok(TakenCode::Used);
        }
        if columns::at(row, "expires_at")?.is_none_or(|at| at <= now) {
            return Ok(TakenCode::Expired);
        }
        let user = columns::id(row, "user")?.into();
        if used {
            return Ok(TakenCode::Good { user, device: columns::id(row, "device")?.into() });
        }
        self.run(
            "UPDATE enrolment_code SET used_at = ?2, enrolment = ?3, device = ?4 WHERE hash = ?1",
            params![code, instant(now), enrolment, blob(&fresh.0)],
        )?;
        Ok(TakenCode::Good { user, device: fresh })
    }

    fn save_device(&mut self, device: &Device) -> Result<()> {
        let sql = "INSERT INTO device (id, user, name, token, enrolled_at, revoked_at, last_contact_at, skew_s)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, token = excluded.token,
                   revoked_at = excluded.revoked_at, last_contact_at = excluded.last_contact_at,
                   skew_s = excluded.skew_s";
        let values = params![
            blob(&device.id.0),
            blob(&device.user.0),
            device.name,
            device.token,
            instant(device.enrolled_at),
            device.revoked_at.map(instant),
            device.last_contact_at.map(instant),
            device.skew_s,
        ];
        self.run(sql, values).map(drop)
    }

    fn save_device_grants(&mut self, device: DeviceId, grants: &BTreeSet<Grant>) -> Result<()> {
        self.run("DELETE FROM device_grant WHERE device = ?1", [blob(&device.0)])?;
        for grant in grants {
            let sql = "INSERT INTO device_grant (device, grant_key) VALUES (?1, ?2)";
            self.run(sql, params![blob(&device.0), grant])?;
        }
        Ok(())
    }
}
