//! Questions for help, and what of them this laptop may know.

use super::alias::{FAMILY, WANTED};
use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::{HelpEvent, HelpRequest, Referral, SharedDetail};
use std::collections::BTreeMap;

/// Which help requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HelpFilter {
    All,
    /// Something is to be done.
    Open,
}

/// Requests whose household is known here: through one's own detail, or what was shared.
const OF_HOUSEHOLDS: &str = "SELECT d.household AS household, d.id AS request FROM help_request_detail AS d
     WHERE d.deleted = 0
     UNION SELECT s.household, s.help_request FROM shared_detail AS s WHERE s.deleted = 0 AND s.household IS NOT NULL";

impl Reader<'_> {
    /// Oldest first.
    pub fn help_requests(&self, filter: HelpFilter) -> Result<Vec<Stored<HelpRequest>>> {
        let which = match filter {
            HelpFilter::All => "",
            HelpFilter::Open => "AND r.state NOT IN ('done', 'closed')",
        };
        self.select(&format!("WHERE r.deleted = 0 {which} ORDER BY r.id"), [])
    }

    /// What the resident agreed to pass on of a request.
    pub fn shared_details(&self, request: RecordId) -> Result<Vec<Stored<SharedDetail>>> {
        self.select("WHERE r.help_request = ?1 AND r.deleted = 0 ORDER BY r.id", [request.to_string()])
    }

    /// The requests of a household that this laptop knows to be its, oldest first.
    pub fn help_requests_of(&self, household: RecordId) -> Result<Vec<Stored<HelpRequest>>> {
        let tail = format!(
            "WHERE r.deleted = 0 AND r.id IN (SELECT request FROM ({OF_HOUSEHOLDS}) WHERE household IN {FAMILY})
             ORDER BY r.id"
        );
        self.select(&tail, [household.to_string()])
    }

    /// How many open requests each of these households has, as far as known here; absent where none.
    pub fn open_help_counts(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, u32>> {
        let sql = format!(
            "SELECT wanted.stays, count(DISTINCT r.id) FROM {WANTED} AS wanted
             JOIN ({OF_HOUSEHOLDS}) AS k ON k.household = wanted.household
             JOIN help_request AS r ON r.id = k.request
             WHERE r.deleted = 0 AND r.state NOT IN ('done', 'closed')
             GROUP BY wanted.stays"
        );
        self.counts(&sql, &[id_list(households)])
    }

    /// Oldest first.
    pub fn events_of(&self, request: RecordId) -> Result<Vec<Stored<HelpEvent>>> {
        self.select("WHERE r.help_request = ?1 AND r.deleted = 0 ORDER BY r.at, r.id", [request.to_string()])
    }

    /// Oldest first.
    pub fn referrals_of(&self, request: RecordId) -> Result<Vec<Stored<Referral>>> {
        self.select("WHERE r.help_request = ?1 AND r.deleted = 0 ORDER BY r.id", [request.to_string()])
    }
}
