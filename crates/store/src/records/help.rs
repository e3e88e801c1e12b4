//! Questions for help, and what of them this laptop may know.

use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::{HelpEvent, HelpRequest, HelpRequestDetail, Referral, SharedDetail};
use std::collections::BTreeMap;

/// Which help requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HelpFilter {
    All,
    /// Something is to be done.
    Open,
    /// Done, or closed with a reason.
    Ended,
    /// Noted on this laptop's account: its detail is here.
    Mine,
}

/// Requests whose household is known here: through one's own detail, or what was shared.
const OF_HOUSEHOLDS: &str = "SELECT d.household AS household, d.id AS request FROM help_request_detail AS d
     WHERE d.deleted = 0
     UNION SELECT s.household, s.help_request FROM shared_detail AS s WHERE s.deleted = 0 AND s.household IS NOT NULL";

impl Reader<'_> {
    pub fn help_request(&self, id: RecordId) -> Result<Option<Stored<HelpRequest>>> {
        self.get(id)
    }

    /// Oldest first.
    pub fn help_requests(&self, filter: HelpFilter) -> Result<Vec<Stored<HelpRequest>>> {
        let which = match filter {
            HelpFilter::All => "",
            HelpFilter::Open => "AND r.state NOT IN ('done', 'closed')",
            HelpFilter::Ended => "AND r.state IN ('done', 'closed')",
            HelpFilter::Mine => "AND r.id IN (SELECT d.id FROM help_request_detail AS d WHERE d.deleted = 0)",
        };
        self.select(&format!("WHERE r.deleted = 0 {which} ORDER BY r.id"), [])
    }

    /// Whose request it is and what was said; on its author's laptop only.
    pub fn help_request_detail(&self, id: RecordId) -> Result<Option<Stored<HelpRequestDetail>>> {
        self.get(id)
    }

    /// What the resident agreed to pass on of a request.
    pub fn shared_details(&self, request: RecordId) -> Result<Vec<Stored<SharedDetail>>> {
        self.select("WHERE r.help_request = ?1 AND r.deleted = 0 ORDER BY r.id", [request.to_string()])
    }

    /// The requests of a household that this laptop knows to be its, oldest first.
    pub fn help_requests_of(&self, household: RecordId) -> Result<Vec<Stored<HelpRequest>>> {
        let tail = format!(
            "WHERE r.deleted = 0 AND r.id IN (SELECT request FROM ({OF_HOUSEHOLDS}) WHERE household = ?1) ORDER BY r.id"
        );
        self.select(&tail, [household.to_string()])
    }

    /// The requests that came from a visit, on its author's laptop or where the household was shared.
    pub fn help_requests_of_visit(&self, visit: RecordId) -> Result<Vec<Stored<HelpRequest>>> {
        let tail = "WHERE r.deleted = 0 AND r.id IN
             (SELECT d.id FROM help_request_detail AS d WHERE d.deleted = 0 AND d.body ->> '$.visit' = ?1) ORDER BY r.id";
        self.select(tail, [visit.to_string()])
    }

    /// How many open requests each of these households has, as far as known here; absent where none.
    pub fn open_help_counts(&self, households: &[RecordId]) -> Result<BTreeMap<RecordId, u32>> {
        let sql = format!(
            "SELECT k.household, count(DISTINCT r.id) FROM ({OF_HOUSEHOLDS}) AS k
             JOIN help_request AS r ON r.id = k.request
             WHERE r.deleted = 0 AND r.state NOT IN ('done', 'closed')
               AND k.household IN (SELECT value FROM json_each(?1))
             GROUP BY k.household"
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

    /// The latest event of each request, for the days since somebody acted.
    pub fn last_events(&self) -> Result<BTreeMap<RecordId, Stored<HelpEvent>>> {
        let events: Vec<Stored<HelpEvent>> =
            self.select("WHERE r.deleted = 0 AND r.help_request IS NOT NULL ORDER BY r.at, r.id", [])?;
        Ok(events.into_iter().map(|e| (e.value.help_request, e)).collect())
    }
}
