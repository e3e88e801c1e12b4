//! Knocks, calls and talks.

use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::Attempt;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// All attempts at a household, latest first, those taken back included.
    pub fn attempts_of(&self, household: RecordId) -> Result<Vec<Stored<Attempt>>> {
        let tail = "WHERE r.household = ?1 AND r.deleted = 0 ORDER BY r.started_at DESC, r.id DESC";
        self.select(tail, [household.to_string()])
    }

    /// The latest attempt, not taken back, at each of these households.
    pub fn last_attempts(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, Stored<Attempt>>> {
        let latest: Vec<Stored<Attempt>> = self.select(
            "JOIN (SELECT (SELECT a.id FROM attempt AS a
                           WHERE a.household = wanted.value AND a.deleted = 0 AND coalesce(a.undone, 0) = 0
                           ORDER BY a.started_at DESC, a.id DESC LIMIT 1) AS id
                   FROM json_each(?1) AS wanted) AS latest ON r.id = latest.id",
            [id_list(households)],
        )?;
        Ok(latest.into_iter().map(|a| (a.value.household, a)).collect())
    }

    /// How often nobody was home since the last talk, for each of these households; absent where never.
    pub fn not_home_times(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, u32>> {
        self.counts(
            "SELECT a.household, count(*) FROM json_each(?1) AS wanted JOIN attempt AS a ON a.household = wanted.value
             WHERE a.outcome = 'not_home' AND a.deleted = 0 AND coalesce(a.undone, 0) = 0
               AND a.started_at > coalesce((SELECT max(s.started_at) FROM attempt AS s
                   WHERE s.household = a.household AND s.outcome = 'spoken' AND s.deleted = 0
                     AND coalesce(s.undone, 0) = 0), '')
             GROUP BY a.household",
            &[id_list(households)],
        )
    }
}
