//! Writes. Records and changes come in numbers and wait in [`super::pending::Pending`]; the rest is sent at once.

use super::columns::get;
use super::session::Session;
use crate::db::{Device, EnrolmentCode, Logged, Result, SetAside, Stored, TakenCode, Writer};
use crate::secret::Hash;
use chrono::{DateTime, Utc};
use domain::{DeviceId, Grant, RecordKey, Sequence};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Writer for Session<'_> {
    fn save_municipality(&mut self, id: &str) -> Result<()> {
        self.query("UPDATE meta SET municipality = $1", &[&id]).map(drop)
    }

    fn take_sequence(&mut self) -> Result<Sequence> {
        self.head.1 += 1;
        Ok(self.head)
    }

    fn start_epoch(&mut self) -> Result<Sequence> {
        self.head.0 += 1;
        Ok(self.head)
    }

    fn save_record(&mut self, record: &Stored) -> Result<()> {
        self.pending.save_record(record);
        Ok(())
    }

    fn save_leave(&mut self, grant: &Grant, n: u64, key: &RecordKey) -> Result<()> {
        self.pending.save_leave(grant, n, key);
        Ok(())
    }

    fn save_change(&mut self, change: &Logged<String>) -> Result<()> {
        self.pending.save_change(change)
    }

    fn save_set_aside(&mut self, change: &SetAside) -> Result<()> {
        self.pending.set_aside(change);
        Ok(())
    }

    fn save_code(&mut self, code: &EnrolmentCode) -> Result<()> {
        let sql = "INSERT INTO enrolment_code (hash, holder, expires_at) VALUES ($1, $2, $3)";
        self.query(sql, &[&code.hash.as_slice(), &code.user.0, &code.expires_at]).map(drop)
    }

    fn take_code(&mut self, code: &Hash, enrolment: &Hash, fresh: DeviceId, now: DateTime<Utc>) -> Result<TakenCode> {
        let sql = "SELECT holder, expires_at, used_at IS NOT NULL AS used, enrolment, device
                   FROM enrolment_code WHERE hash = $1";
        let rows = self.query(sql, &[&code.as_slice()])?;
        let Some(row) = rows.first() else { return Ok(TakenCode::Unknown) };
        let used: bool = get(row, "used")?;
        let ours = get::<Option<&[u8]>>(row, "enrolment")? == Some(enrolment.as_slice());
        if used && !ours {
            return Ok(TakenCode::Used);
        }
        if get::<DateTime<Utc>>(row, "expires_at")? <= now {
            return Ok(TakenCode::Expired);
        }
        let user = get::<Uuid>(row, "holder")?.into();
        if used {
            return Ok(TakenCode::Good { user, device: get::<Uuid>(row, "device")?.into() });
        }
        let sql = "UPDATE enrolment_code SET used_at = $2, enrolment = $3, device = $4 WHERE hash = $1";
        self.query(sql, &[&code.as_slice(), &now, &enrolment.as_slice(), &fresh.0])?;
        Ok(TakenCode::Good { user, device: fresh })
    }

    fn save_device(&mut self, device: &Device) -> Result<()> {
        let sql = "INSERT INTO device (id, holder, name, token, enrolled_at, revoked_at, last_contact_at, skew_s)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, token = excluded.token,
                   revoked_at = excluded.revoked_at, last_contact_at = excluded.last_contact_at,
                   skew_s = excluded.skew_s";
        let Device { id, user, name, token, enrolled_at, revoked_at, last_contact_at, skew_s } = device;
        let token = token.as_slice();
        self.query(sql, &[&id.0, &user.0, name, &token, enrolled_at, revoked_at, last_contact_at, skew_s]).map(drop)
    }

    fn save_device_grants(&mut self, device: DeviceId, grants: &BTreeSet<Grant>) -> Result<()> {
        let grants: Vec<&Grant> = grants.iter().collect();
        let sql = "WITH gone AS (DELETE FROM device_grant WHERE device = $1 AND grant_key <> ALL ($2))
                   INSERT INTO device_grant (device, grant_key) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING";
        self.query(sql, &[&device.0, &grants]).map(drop)
    }
}
