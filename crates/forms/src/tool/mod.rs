//! What the program `xlsform` does, line by line and file by file; the program itself only reads and writes.
//!
//! Only with the feature `tool`. Whatever comes in, something comes out that says what was wrong with it.

mod check;
mod document;
mod eval;
mod instance;
mod request;
mod state;
mod walk;

pub use check::{Report, check};
pub use eval::eval_line;
pub use request::{Files, answer_line};
