//! The people of a household.

use super::alias::FAMILY;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::Resident;

impl Reader<'_> {
    /// In the order they were added, those of its aliases included.
    pub fn residents_of(&self, household: RecordId) -> Result<Vec<Stored<Resident>>> {
        let tail = format!("WHERE r.household IN {FAMILY} AND r.deleted = 0 ORDER BY r.id");
        self.select(&tail, [household.to_string()])
    }

    /// Those noted under this very id.
    pub(crate) fn residents_under(&self, household: RecordId) -> Result<Vec<Stored<Resident>>> {
        self.select("WHERE r.household = ?1 AND r.deleted = 0 ORDER BY r.id", [household.to_string()])
    }
}
