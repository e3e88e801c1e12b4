//! Leaflets shown or left.

use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::LeafletGiven;

impl Reader<'_> {
    /// Latest first.
    pub fn leaflets_given(&self, household: RecordId) -> Result<Vec<Stored<LeafletGiven>>> {
        self.select("WHERE r.household = ?1 AND r.deleted = 0 ORDER BY r.id DESC", [household.to_string()])
    }
}
