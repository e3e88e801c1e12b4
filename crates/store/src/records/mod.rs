//! The queries of each kind of record: one file per noun, SQL beside it. None lists a deleted record.

pub(crate) mod alias;
mod assignment;
mod attempt;
mod content;
mod help;
mod household;
mod leaflet;
mod resident;
mod set_aside;
mod visit;

pub use help::HelpFilter;
pub use visit::ReviewedVisit;
