//! Two laptops that work on from one copy of the same data count their changes with the same numbers.

use crate::db::{Result, Writer};
use domain::{Change, DeviceId};
use std::collections::BTreeSet;

/// Whether a batch holds a change that is not known under a counter that its laptop used before.
///
/// # Errors
/// Where the database fails.
pub fn is_cloned(w: &mut dyn Writer, device: DeviceId, changes: &[Change]) -> Result<bool> {
    let mut highest = w.last_counter(device)?;
    let mut seen = BTreeSet::new();
    for change in changes.iter().filter(|change| change.device == device) {
        if change.counter <= highest && !seen.contains(&change.id) && w.find_change(change.id)?.is_none() {
            return Ok(true);
        }
        seen.insert(change.id);
        highest = highest.max(change.counter);
    }
    Ok(false)
}
