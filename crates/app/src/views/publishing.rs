//! Views of forms: checking a spreadsheet, trying it, publishing and withdrawing a version.

use chrono::{DateTime, Utc};
use domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

choices! {
    pub enum FormSeverity {
        /// Something is ignored or surprising; the form works.
        Warning,
        /// The form cannot be used.
        Error,
    }

    pub enum FormVersionState {
        /// New visits begin with it.
        InUse,
        /// Visits that began with it go on; new ones use another.
        Kept,
        /// Taken out of use by a person.
        Withdrawn,
    }

    /// What a text of a form is for.
    pub enum FormText { Label, Hint, Message, Choice }
}

views! {
    /// A file as the page read it.
    pub struct NamedFile {
        /// Without a folder.
        pub name: String,
        pub base64: String,
    }
    /// A spreadsheet with the tables of choices beside it (.csv).
    pub struct FormFile { pub workbook: NamedFile, pub beside: Vec<NamedFile> }
    pub struct FormCell { pub column: String, pub text: String }
    pub struct FormProblem {
        pub severity: FormSeverity,
        /// Empty: the workbook itself.
        pub sheet: String,
        /// As the spreadsheet numbers it, from 1; null: the whole sheet.
        pub row: Option<u32>,
        pub column: Option<String>,
        /// What stands in that cell.
        pub cell: Option<String>,
        /// Names the message `form-problem-<code>`.
        pub code: String,
        /// The one word that the message may mention: a name, a list, a function; may be empty.
        pub word: String,
        /// The row, so that it can be shown beside the problem.
        pub cells: Vec<FormCell>,
    }
    /// How many texts of a kind are there in a language, of how many.
    pub struct TextCount { pub have: u32, pub of: u32 }
    pub struct MissingText {
        pub kind: FormText,
        /// Row of the survey sheet; null for a choice.
        pub row: Option<u32>,
        /// Name of the question, or value of the choice.
        pub name: String,
        /// The text in the form's own language.
        pub text: String,
    }
    pub struct LanguageCount {
        /// A code (nl, ar), or the word in the header where it has none.
        pub language: String,
        pub labels: TextCount,
        pub hints: TextCount,
        pub messages: TextCount,
        pub choices: TextCount,
        /// The first ones.
        pub missing: Vec<MissingText>,
        pub missing_count: u32,
    }
    /// What a readable form holds.
    pub struct FormSummary {
        pub form_id: String,
        pub version: String,
        pub title: String,
        pub default_language: String,
        pub questions: u32,
        pub sections: u32,
        pub repeats: u32,
        /// The form's own languages first, then those of the app that it lacks.
        pub languages: Vec<LanguageCount>,
    }
    pub struct FormCheck {
        /// Null where an error keeps the form from being read.
        pub summary: Option<FormSummary>,
        /// Errors first, then in the order of the sheets; at most 500.
        pub problems: Vec<FormProblem>,
        pub errors: u32,
        pub warnings: u32,
        /// Why a form without errors cannot be published: the code of an error.
        pub obstacle: Option<String>,
        /// The highest version of this form so far.
        pub newest: Option<String>,
        /// What new visits use now.
        pub in_use: FormName,
    }
    pub struct FormName { pub form_id: String, pub version: String, pub title: String }
    pub struct FormVersionView {
        /// Null: the form that comes with the app.
        pub id: Option<RecordId>,
        pub name: FormName,
        pub state: FormVersionState,
        /// Null: published by the server, or before names were kept.
        pub by_name: Option<String>,
        pub published_at: Option<DateTime<Utc>>,
        /// Sent visits of this version on this laptop; null for whoever may see no visits.
        pub visits: Option<u32>,
        /// Names of the tables beside the workbook.
        pub files: Vec<String>,
        pub receipt: super::Receipt,
    }
    pub struct FormsView {
        /// The one in use first, then the latest.
        pub versions: Vec<FormVersionView>,
        /// What new visits would use if the one in use were withdrawn.
        pub successor: FormName,
    }
    pub struct WithdrawInput { pub id: RecordId, pub withdrawn: bool }
    /// Null id: the form that comes with the app. Null file: the workbook.
    pub struct ExportFormInput { pub id: Option<RecordId>, pub file: Option<String> }
    /// Tries a file, or else a version (null: the form that comes with the app).
    pub struct TryFormInput {
        pub file: Option<FormFile>,
        pub id: Option<RecordId>,
        /// The resident's language, where the form asks for it.
        pub language: Option<String>,
    }
}
