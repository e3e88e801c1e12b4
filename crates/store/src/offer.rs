//! Offering changes again: to a server that was restored from a copy and may have lost them, and as another laptop.
//!
//! A change keeps its id and its counter, so the server takes it at most once. What the laptop shows stays as it is.

use crate::{Identity, Result, Writer};
use domain::{Kind, RecordId, RecordKey};

/// The fields that a change sets, as a JSON list.
const FIELDS: &str = "(SELECT json_group_array(key) FROM json_each(change, '$.set'))";

impl Writer<'_> {
    /// Makes every answered change that is kept wait again; returns how many. One that the server's state held lies
    /// on top once more, with all its fields given way: what was pulled since stands until the new answer comes.
    pub fn offer_all_again(&mut self) -> Result<usize> {
        let sql = "SELECT DISTINCT kind, record FROM outbox WHERE verdict IS NOT NULL";
        let mut statement = self.conn.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let records: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let sql = format!(
            "UPDATE outbox SET verdict = NULL, verdict_at = NULL, laid = 1,
                 dropped = CASE laid WHEN 1 THEN dropped ELSE {FIELDS} END
             WHERE verdict IS NOT NULL"
        );
        let offered = self.conn.execute(&sql, [])?;
        self.send_as_this_laptop()?;
        for (kind, id) in records {
            let Ok(id) = id.parse::<RecordId>() else { continue };
            let key = RecordKey::new(Kind::from(kind), id);
            if let Some(standing) = self.standing(&key)? {
                let laid = self.laid(&key)?;
                self.store(&key, &standing, &laid)?;
            }
        }
        Ok(offered)
    }

    /// This laptop was enrolled again, for the same user: what waits is sent under its new id.
    pub fn enrol_again(&mut self, identity: &Identity) -> Result<()> {
        self.set_identity(identity)?;
        self.send_as_this_laptop()
    }

    /// The one thing of a change that is ever written again.
    fn send_as_this_laptop(&mut self) -> Result<()> {
        let Some(identity) = self.identity()? else { return Ok(()) };
        let sql = "UPDATE outbox SET change = json_set(change, '$.device', ?1)
                   WHERE verdict IS NULL AND change ->> '$.device' <> ?1";
        self.conn.execute(sql, [identity.device.to_string()])?;
        Ok(())
    }
}
