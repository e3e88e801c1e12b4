//! What the program `xlsform` does, line by line and file by file; the program itself only reads and writes.
//!
//! Only with the feature `tool`. Whatever comes in, something comes out that says what was wrong with it.

mod check;
mod document;
mod eval;
mod files;
mod instance;
mod namespaces;
mod request;
mod state;
mod walk;

pub use check::{Report, check};
pub use eval::eval_line;
pub use files::ReadFile;
pub use request::answer_line;

use std::collections::BTreeMap;

/// `xlsform preview`: the form at `path` as a page of HTML in these languages, or in its own first one.
///
/// # Errors
/// In words: the file cannot be read, the form has errors, or it is not in a language.
pub fn preview(path: &str, languages: &[&str], read: ReadFile<'_>) -> Result<String, String> {
    let import = files::import(path, &BTreeMap::new(), read)?;
    let form = import.form.ok_or_else(|| format!("{path} has errors: see xlsform check"))?;
    let own = [form.default_language.as_str()];
    crate::preview::preview(&form, if languages.is_empty() { &own } else { languages })
}
