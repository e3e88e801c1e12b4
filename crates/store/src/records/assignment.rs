//! Lists of a day, and who takes which household.

use crate::{Reader, Result, Stored};
use chrono::NaiveDate;
use domain::entities::Assignment;
use domain::{RecordId, UserId};

impl Reader<'_> {
    /// The assignments of a day, of one colleague or of all.
    pub fn assignments(&self, day: NaiveDate, assignee: Option<UserId>) -> Result<Vec<Stored<Assignment>>> {
        let tail = "WHERE r.day = ?1 AND (?2 IS NULL OR r.assignee = ?2) AND r.deleted = 0 ORDER BY r.id";
        self.select(tail, (day.to_string(), assignee.map(|a| a.to_string())))
    }

    pub fn assignments_of_round(&self, round: RecordId) -> Result<Vec<Stored<Assignment>>> {
        self.select("WHERE r.round = ?1 AND r.deleted = 0 ORDER BY r.id", [round.to_string()])
    }
}
