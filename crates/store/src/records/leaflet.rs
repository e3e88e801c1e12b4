//! Leaflets shown or left.

use super::alias::FAMILY;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::entities::LeafletGiven;

impl Reader<'_> {
    /// Latest first.
    pub fn leaflets_given(&self, household: RecordId) -> Result<Vec<Stored<LeafletGiven>>> {
        let tail = format!("WHERE r.household IN {FAMILY} AND r.deleted = 0 ORDER BY r.id DESC");
        self.select(&tail, [household.to_string()])
    }
}
