//! What is wrong with a spreadsheet, as a list for its author: where, what, and a code that names a translated message.

use std::collections::BTreeMap;

use serde::Serialize;

/// Every code that a problem can have. Whoever shows problems in other languages has a message for each.
pub const PROBLEM_CODES: &[&str] = &[
    "ambiguous-reference",
    "argument-count",
    "audit-name",
    "axis-unsupported",
    "begin-without-end",
    "choice-with-space",
    "choice-without-label",
    "choice-without-name",
    "column-ignored",
    "column-name-invalid",
    "column-unsupported",
    "cycle",
    "date-invalid",
    "duplicate-choice",
    "duplicate-column",
    "duplicate-name",
    "duplicate-repeat-name",
    "empty-form",
    "empty-group",
    "end-without-begin",
    "equal-on-several",
    "expression-syntax",
    "expression-too-deep",
    "expression-too-long",
    "file-unreadable",
    "invalid-name",
    "list-file-column",
    "list-file-kind",
    "list-file-missing",
    "list-file-name",
    "list-file-unreadable",
    "list-name-taken",
    "list-unused",
    "list-without-label",
    "nested-too-deep",
    "never-relevant",
    "no-calculation",
    "no-form-id",
    "no-label",
    "no-list-name-column",
    "no-name",
    "no-survey-sheet",
    "no-type",
    "no-type-column",
    "not-a-workbook",
    "or-other-filter",
    "or-other-untranslated",
    "parameter-ignored",
    "parameter-invalid",
    "parameters-syntax",
    "range-invalid",
    "reference-syntax",
    "regex-invalid",
    "regex-unanchored",
    "repeat-named-as-root",
    "reserved-name",
    "seed-without-randomize",
    "select-multiple-from-repeat",
    "setting-in-survey",
    "sheet-too-large",
    "sheet-unreadable",
    "sheet-unsupported",
    "similar-name",
    "table-list-filter",
    "table-list-mixed",
    "translation-missing",
    "trigger-invalid",
    "trigger-not-shown",
    "true-when-empty",
    "type-unsupported",
    "type-without-widget",
    "unknown-column",
    "unknown-function",
    "unknown-list",
    "unknown-parameter",
    "unknown-reference",
    "unknown-setting",
    "unknown-type",
    "workbook-too-large",
];

/// How bad a problem is: a form with an error cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is ignored or surprising; the form works.
    Warning,
    /// The form is refused.
    Error,
}

/// One remark on one place of the spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// Name of the sheet as in the workbook; empty for the workbook itself.
    pub sheet: String,
    /// Row as the spreadsheet numbers it, from 1; absent when it is about the sheet.
    pub row: Option<u32>,
    /// Header of the column.
    pub column: Option<String>,
    /// Stable name of the kind of problem, e.g. `unknown-reference`.
    pub code: &'static str,
    /// The words that the translated message needs.
    pub args: BTreeMap<String, String>,
    /// The message in English.
    pub message: String,
}

impl Problem {
    /// An error without a place yet.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning without a place yet.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        debug_assert!(PROBLEM_CODES.contains(&code), "{code} is not in PROBLEM_CODES");
        Problem {
            severity,
            sheet: String::new(),
            row: None,
            column: None,
            code,
            args: BTreeMap::new(),
            message: message.into(),
        }
    }

    /// The same problem, in this row of this sheet.
    #[must_use]
    pub fn at(mut self, sheet: &str, row: u32) -> Self {
        self.sheet = sheet.to_owned();
        self.row = (row > 0).then_some(row);
        self
    }

    /// The same problem, in this column.
    #[must_use]
    pub fn column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// The same problem with one more argument for its message.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}
