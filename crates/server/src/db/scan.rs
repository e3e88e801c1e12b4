//! Everything that a database holds, a part at a time: for copies of it, and to look whether it is whole.

use super::{Logged, Result, Stored};
use domain::{ChangeId, Grant, RecordKey, Sequence};
use serde::{Deserialize, Serialize};

/// A record left a grant; see [`super::Writer::save_leave`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct Left {
    pub grant: Grant,
    pub n: u64,
    pub key: RecordKey,
}

/// Reads all of a table in the order of its key, at most `limit` rows after the one given. Every method fails only
/// where the back end does.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Scan {
    fn list_records_after(&mut self, after: Option<&RecordKey>, limit: usize) -> Result<Vec<Stored>>;
    fn list_leaves_after(&mut self, after: Option<&Left>, limit: usize) -> Result<Vec<Left>>;
    fn list_changes_after(&mut self, after: Option<ChangeId>, limit: usize) -> Result<Vec<Logged>>;
    /// What the back end itself finds wrong with its files; nothing where it has no such check.
    fn list_damage(&mut self) -> Result<Vec<String>>;
}

/// What only a restore writes. Fails only where the back end does.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait Fill {
    /// Sets the counter, whatever it was.
    fn save_sequence(&mut self, head: Sequence) -> Result<()>;
}
