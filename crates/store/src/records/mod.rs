//! The queries of each kind of record: one file per noun, SQL beside it. None lists a deleted record.

mod assignment;
mod attempt;
mod content;
mod help;
mod household;
mod leaflet;
mod resident;
mod visit;

pub use help::HelpFilter;
pub use visit::ReviewedVisit;
