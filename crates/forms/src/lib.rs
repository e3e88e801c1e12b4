//! A headless XLSForm engine: reads a spreadsheet, says what is wrong with it, and runs the form that it describes.
//!
//! Pure: no I/O, no clock, no randomness of its own; what comes from outside comes in [`Env`]. It knows nothing of visits.
//!
//! - [`read()`] turns the bytes of an .xls or .xlsx into an [`Import`]: a [`Form`] and a list of [`Problem`]s.
//! - [`reopen()`] does the same for a form that was published before, with what has become an error left out.
//! - [`Run`] holds the [`Answers`] of one filling-in and computes relevance, choices, calculations and violations.
//!
//! Invariants: a form never panics, whatever its answers; the same form, answers and environment give
//! the same states; an answer that is not relevant is kept and hidden, never lost.

mod answers;
mod expr;
mod form;
mod graph;
mod logic;
mod lookup;
#[cfg(feature = "tool")]
mod preview;
mod problem;
mod read;
mod run;
#[cfg(feature = "tool")]
pub mod tool;

pub use answers::{Answer, Answers, MAX_KEY_BYTES, Value};
pub use expr::{MAX_EXPRESSION_BYTES, MAX_NESTING, MAX_REGEX_BYTES};
pub use form::{Choice, Form, Group, Item, Kind, Metadata, Question, RangeSpec, Repeat, Texts};
pub use problem::{PROBLEM_CODES, Problem, Severity};
pub use read::{
    Files, Import, MAX_CHOICES, MAX_COLUMNS, MAX_DEPTH, MAX_FILE_BYTES, MAX_ROWS, RowCells, RowPlace, read, read_with,
    reopen, row_cells,
};
pub use run::{
    Env, EvaluationError, Fault, Finding, MAX_INSTANCES, NodeKind, NodeState, Run, SetError, Shown, Violation,
};
