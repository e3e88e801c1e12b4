//! Knocks, calls and talks.

use super::alias::{FAMILY, WANTED};
use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::Attempt;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// All attempts at a household, latest first, those taken back included.
    pub fn attempts_of(&self, household: RecordId) -> Result<Vec<Stored<Attempt>>> {
        let tail = format!("WHERE r.household IN {FAMILY} AND r.deleted = 0 ORDER BY r.started_at DESC, r.id DESC");
        self.select(&tail, [household.to_string()])
    }

    /// The latest attempt, not taken back, at each of these households.
    pub fn last_attempts(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, Stored<Attempt>>> {
        let tail = format!(
            "JOIN (SELECT (SELECT a.id FROM attempt AS a
                           WHERE a.household = wanted.household AND a.deleted = 0 AND coalesce(a.undone, 0) = 0
                           ORDER BY a.started_at DESC, a.id DESC LIMIT 1) AS id
                   FROM {WANTED} AS wanted) AS latest ON r.id = latest.id
             ORDER BY r.started_at, r.id"
        );
        let latest: Vec<Stored<Attempt>> = self.select(&tail, [id_list(households)])?;
        let aliases = self.aliases()?;
        let stays = |household: RecordId| aliases.get(&household).copied().unwrap_or(household);
        Ok(latest.into_iter().map(|a| (stays(a.value.household), a)).collect())
    }

    /// How often nobody was home since the last talk, for each of these households; absent where never.
    pub fn not_home_times(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, u32>> {
        let sql = format!(
            "SELECT wanted.stays, count(*) FROM {WANTED} AS wanted JOIN attempt AS a ON a.household = wanted.household
             WHERE a.outcome = 'not_home' AND a.deleted = 0 AND coalesce(a.undone, 0) = 0
               AND a.started_at > coalesce((SELECT max(s.started_at) FROM attempt AS s
                   WHERE s.household IN (SELECT wanted.stays UNION ALL
                                         SELECT household FROM alias WHERE stays = wanted.stays)
                     AND s.outcome = 'spoken' AND s.deleted = 0 AND coalesce(s.undone, 0) = 0), '')
             GROUP BY wanted.stays"
        );
        self.counts(&sql, &[id_list(households)])
    }
}
