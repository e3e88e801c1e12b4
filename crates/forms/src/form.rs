//! The form as the app shows it: a tree of questions, groups and repeats, with its texts in every language.
//!
//! A form is immutable once read. Its logic (expressions, dependencies) sits behind [`Form`], out of sight.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::logic::Logic;

/// A text per language; the language is the code between parentheses in the column's header, or the header's own word.
pub type Texts = BTreeMap<String, String>;

/// A form that was read without errors.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// `form_id` of the settings sheet.
    pub id: String,
    /// The name of the root element, `data` unless the settings sheet says otherwise.
    pub root: String,
    /// `version` of the settings sheet, or empty.
    pub version: String,
    /// `form_title`, or the id.
    pub title: String,
    /// The language to fall back to, e.g. `nl`.
    pub default_language: String,
    /// Every language of the form, the default one first.
    pub languages: Vec<String>,
    /// Questions, groups and repeats in the order of the sheet.
    pub items: Vec<Item>,
    /// Expressions and dependencies, ready to run.
    #[serde(skip)]
    pub(crate) logic: Arc<Logic>,
}

/// One row, or one pair of begin and end, of the survey sheet.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "item", rename_all = "snake_case")]
pub enum Item {
    /// Anything that holds or shows one value.
    Question(Box<Question>),
    /// Items under one heading and one relevance.
    Group(Box<Group>),
    /// Items that can be answered several times.
    Repeat(Box<Repeat>),
}

/// One question, note, calculation or piece of metadata.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Question {
    /// The name, unique within its group.
    pub name: String,
    /// The path of its definition: `welzijn/hoe_gaat_het`, `hulpvraag[]/hv_categorie`.
    pub path: String,
    /// What it holds.
    pub kind: Kind,
    /// Row in the survey sheet, from 1.
    pub row: u32,
    /// The question itself.
    pub label: Texts,
    /// A line below it.
    pub hint: Texts,
    /// Guidance for whoever asks.
    pub guidance: Texts,
    /// What to say when a required answer is missing.
    pub required_message: Texts,
    /// What to say when an answer breaks the constraint.
    pub constraint_message: Texts,
    /// The words of the appearance column.
    pub appearance: Vec<String>,
    /// The choices, before any filter.
    pub choices: Vec<Choice>,
    /// Whether some choices may be hidden by a filter; see `NodeState::choices`.
    pub has_choice_filter: bool,
    /// Whether the sheet says that the answer is always read-only.
    pub read_only: bool,
    /// Bounds of a range question.
    pub range: Option<RangeSpec>,
    /// The words of the parameters column.
    pub parameters: BTreeMap<String, String>,
    /// Whether the value comes from a calculation.
    pub calculated: bool,
    /// Columns that are not XLSForm's, such as `use` and `sensitive`.
    pub extra: BTreeMap<String, String>,
}

/// A group of items.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Group {
    /// The name, unique within its parent.
    pub name: String,
    /// The path of its definition.
    pub path: String,
    /// Row in the survey sheet, from 1.
    pub row: u32,
    /// The heading.
    pub label: Texts,
    /// A line below it.
    pub hint: Texts,
    /// The words of the appearance column, e.g. `field-list`.
    pub appearance: Vec<String>,
    /// What is in it.
    pub items: Vec<Item>,
    /// Columns that are not XLSForm's.
    pub extra: BTreeMap<String, String>,
}

/// A group that can be answered several times.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Repeat {
    /// The name, unique within its parent.
    pub name: String,
    /// The path of its definition, with its own brackets: `hulpvraag[]`.
    pub path: String,
    /// Row in the survey sheet, from 1.
    pub row: u32,
    /// The heading of each instance.
    pub label: Texts,
    /// A line below it.
    pub hint: Texts,
    /// The words of the appearance column.
    pub appearance: Vec<String>,
    /// Whether the form itself decides how many instances there are.
    pub counted: bool,
    /// What is in each instance.
    pub items: Vec<Item>,
    /// Columns that are not XLSForm's.
    pub extra: BTreeMap<String, String>,
}

/// What a question holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Free text.
    #[default]
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// `2026-01-15`.
    Date,
    /// `09:30:00.000+01:00`.
    Time,
    /// `2026-01-15T09:30:00.000+01:00`.
    DateTime,
    /// Text to read; no answer.
    Note,
    /// One of the choices.
    SelectOne,
    /// Any of the choices.
    SelectMultiple,
    /// `OK` or nothing.
    Acknowledge,
    /// A number between two bounds.
    Range,
    /// All choices, in an order.
    Rank,
    /// A value that the form computes and does not show.
    Calculate,
    /// A value that the app may set and does not show.
    Hidden,
    /// A value from outside the form.
    Metadata(Metadata),
    /// A type of XLSForm for which there is no widget; its value is kept.
    Unsupported(String),
}

/// Values that come from outside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Metadata {
    /// The moment the run was new.
    Start,
    /// The moment of the submission.
    End,
    /// The day the run was new.
    Today,
    /// Who fills it in.
    Username,
    /// On which laptop.
    DeviceId,
    /// Others of ODK's, always empty here.
    Other,
}

/// One choice of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value that an answer holds.
    pub value: String,
    /// What it is called.
    pub label: Texts,
    /// Columns that are not XLSForm's, and those that filters read.
    pub extra: BTreeMap<String, String>,
}

/// Bounds of a range question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RangeSpec {
    /// The lowest value.
    pub start: f64,
    /// The highest value.
    pub end: f64,
    /// The distance between two values.
    pub step: f64,
}
