//! The nouns and the rules of home visits: records, changes, who may see what, how two edits merge.
//!
//! Pure: no I/O, no clock, no randomness; time and new ids are passed in. This crate must never know
//! how a record is stored, sent or shown. Types that hold what people said redact their `Debug`.
//!
//! Reading order: [`ids`], [`kind`], [`record`], [`change`] (what travels), [`merge`] (what a change
//! does), [`scope`] (who sees and does what), then the typed views of the bodies in [`entities`].

pub mod access;
pub mod address;
pub mod change;
pub mod entities;
pub mod fold;
pub mod ids;
pub mod kind;
pub mod life_cycle;
pub mod merge;
pub mod named;
pub mod place;
pub mod record;
pub mod scope;
pub mod set_aside;

pub use access::{Action, Denied, authorize};
pub use change::{Change, Operation, QuarantineReason, Verdict, VerdictKind};
pub use ids::{ChangeId, DeviceId, EnrolmentId, RecordId, UserId};
pub use kind::Kind;
pub use record::{Body, Conflict, RawRecord, Record, RecordKey, Sequence};
pub use scope::{Actor, Grant, Role, Scope};
pub use set_aside::SetAside;
