//! Notes of danger: their author's, and all of them for whoever is on duty.

use crate::{Reader, Result, Stored};
use domain::entities::Danger;

impl Reader<'_> {
    /// Latest first.
    pub fn danger_notes(&self) -> Result<Vec<Stored<Danger>>> {
        self.select("WHERE r.deleted = 0 ORDER BY r.id DESC", [])
    }
}
