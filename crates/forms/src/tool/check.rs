//! `xlsform check`: the problems of a file, for people and for programs.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::files::{ReadFile, import};
use crate::{Problem, Severity};

/// What was found in one file.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file as it was named.
    pub file: String,
    /// Whether the form can be used.
    pub ok: bool,
    /// Everything that was found, errors and warnings.
    pub problems: Vec<Problem>,
}

/// Checks one form, with the files beside it.
#[must_use]
pub fn check(file: &str, read: ReadFile<'_>) -> Report {
    let problems = match import(file, &BTreeMap::new(), read) {
        Ok(import) => import.problems,
        Err(why) => vec![Problem::error("not-a-workbook", format!("The file cannot be read: {why}"))],
    };
    let ok = problems.iter().all(|problem| problem.severity != Severity::Error);
    Report { file: file.to_owned(), ok, problems }
}

/// `file: sheet!row:column severity code message`, a line for each problem; parts of the place that are not known fall out.
impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            let severity = match problem.severity {
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            let message = problem.message.split_whitespace().collect::<Vec<_>>().join(" ");
            write!(out, "{}:", self.file)?;
            if !problem.sheet.is_empty() {
                write!(out, " {}", problem.sheet)?;
            }
            if let Some(row) = problem.row {
                write!(out, "!{row}")?;
            }
            if let Some(column) = &problem.column {
                write!(out, ":{column}")?;
            }
            writeln!(out, " {severity} {} {message}", problem.code)?;
        }
        Ok(())
    }
}
