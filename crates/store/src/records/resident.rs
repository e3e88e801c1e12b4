//! The people of a household.

use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::Resident;

impl Reader<'_> {
    /// In the order they were added.
    pub fn residents_of(&self, household: RecordId) -> Result<Vec<Stored<Resident>>> {
        self.select("WHERE r.household = ?1 AND r.deleted = 0 ORDER BY r.id", [household.to_string()])
    }
}
