//! Headers: the names of XLSForm's columns with their aliases, and the languages behind `::`.

use std::collections::BTreeMap;

use super::workbook::Sheet;
use crate::form::Texts;
use crate::problem::Problem;

/// What a column of the survey or choices sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// One of XLSForm's columns that the engine reads.
    Known(&'static str),
    /// A text in a language (empty: the default one).
    Text(&'static str, String),
    /// XLSForm's, but nothing here uses it.
    Ignored,
    /// A picture, a sound or a film, which is not shown.
    Media,
    /// XLSForm's, and refused.
    Refused,
    /// The app's own or the author's own.
    Extra(String),
}

/// Columns of the app's own, which are no surprise.
const OWN: [&str; 4] = ["use", "sensitive", "leaflet", "pictogram"];
const TEXTS: [&str; 5] = ["label", "hint", "guidance_hint", "constraint_message", "required_message"];
const MEDIA: [&str; 5] = ["image", "audio", "video", "big-image", "media"];

impl Column {
    /// Whether the author should hear that it is not XLSForm's.
    pub fn is_surprising(&self) -> bool {
        matches!(self, Column::Extra(name) if !OWN.contains(&name.as_str()))
    }
}

/// What the headers of the survey sheet mean.
pub(super) fn survey(headers: &[String]) -> Vec<Column> {
    headers.iter().map(|header| survey_column(header, split(header, has_double_colon(headers)))).collect()
}

fn survey_column(header: &str, (name, rest): (String, String)) -> Column {
    let name = survey_alias(&name);
    if let Some(text) = TEXTS.into_iter().find(|text| *text == name) {
        return Column::Text(text, rest);
    }
    match (name, rest.as_str()) {
        ("bind" | "control" | "body", "") => Column::Ignored,
        ("bind" | "control" | "body", inner) => bind(inner),
        ("instance" | "flat" | "intent" | "autoplay" | "rows" | "compact_tag", _) => Column::Ignored,
        ("no_app_error_string" | "noapperrorstring", _) => Column::Ignored,
        ("save_to", _) => Column::Refused,
        ("media", inner) if !is_medium(inner) => Column::Refused,
        (name, _) if MEDIA.contains(&name) => Column::Media,
        (name, _) if name.starts_with("sms_") => Column::Ignored,
        (name, "") => known_survey(name).map_or_else(|| Column::Extra(header.trim().to_owned()), Column::Known),
        _ => Column::Extra(header.trim().to_owned()),
    }
}

/// Whether `media::` is followed by a kind of medium.
fn is_medium(inner: &str) -> bool {
    inner.is_empty() || MEDIA.contains(&split(inner, inner.contains("::")).0.replace('_', "-").as_str())
}

/// pyxform's other names for the columns of the survey sheet.
fn survey_alias(name: &str) -> &str {
    match name {
        "caption" => "label",
        "command" => "type",
        "tag" | "value" => "name",
        "relevance" => "relevant",
        "calculate" => "calculation",
        "readonly" => "read_only",
        "count" | "jr:count" => "repeat_count",
        "constraining_message" => "constraint_message",
        "requiredmsg" => "required_message",
        other => other,
    }
}

/// What stands behind `bind::` or `control::`.
fn bind(inner: &str) -> Column {
    let (name, language) = split(inner, inner.contains("::"));
    match name.as_str() {
        "jr:constraintmsg" => Column::Text("constraint_message", language),
        "jr:requiredmsg" => Column::Text("required_message", language),
        "relevant" | "required" | "constraint" | "calculate" | "readonly" | "appearance" | "jr:count" => {
            known_survey(survey_alias(&name)).map_or(Column::Ignored, Column::Known)
        }
        _ => Column::Ignored,
    }
}

fn known_survey(name: &str) -> Option<&'static str> {
    const KNOWN: [&str; 14] = [
        "type",
        "name",
        "required",
        "relevant",
        "constraint",
        "calculation",
        "choice_filter",
        "default",
        "read_only",
        "appearance",
        "repeat_count",
        "parameters",
        "trigger",
        "disabled",
    ];
    KNOWN.into_iter().find(|known| *known == name)
}

/// What the headers of the choices sheet mean; whatever is not XLSForm's is for filters.
pub(super) fn choices(headers: &[String]) -> Vec<Column> {
    headers.iter().map(|header| choices_column(header, split(header, has_double_colon(headers)))).collect()
}

fn choices_column(header: &str, (name, rest): (String, String)) -> Column {
    match (name.as_str(), rest.as_str()) {
        ("label" | "caption", _) => Column::Text("label", rest),
        ("list_name", "") => Column::Known("list_name"),
        ("name" | "value", "") => Column::Known("name"),
        ("media", inner) if !is_medium(inner) => Column::Refused,
        (name, _) if MEDIA.contains(&name) => Column::Media,
        _ => Column::Extra(header.trim().to_owned()),
    }
}

/// Where one header has `::`, a single colon divides none.
fn has_double_colon(headers: &[String]) -> bool {
    headers.iter().any(|header| header.contains("::"))
}

/// The name before the first colon, in lower case, and the rest as written; `jr:` belongs to what follows it.
fn split(header: &str, double: bool) -> (String, String) {
    let header = header.trim();
    if let Some((name, rest)) = header.split_once("::") {
        return (snake(name), rest.trim().to_owned());
    }
    let jr = if header.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("jr:")) { 3 } else { 0 };
    match header[jr..].split_once(':') {
        Some((name, rest)) if !double => (snake(&header[..jr + name.len()]), rest.trim().to_owned()),
        _ => (snake(header), String::new()),
    }
}

/// A header as pyxform compares it: lower case, `_` for spaces.
pub(super) fn snake(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase()
}

/// Says which headers of a sheet mean the same column.
pub(super) fn duplicates(sheet: &Sheet, columns: &[Column], problems: &mut Vec<Problem>) {
    for (index, (header, column)) in sheet.headers.iter().zip(columns).enumerate() {
        let is_same = |other: &Column| match (column, other) {
            (Column::Ignored | Column::Media | Column::Refused, _) => false,
            (Column::Extra(a), Column::Extra(b)) => a == b,
            _ => column == other,
        };
        if columns[..index].iter().any(is_same) {
            let message = format!("There is already a column that means the same as {header}.");
            let problem = Problem::error("duplicate-column", message).at(&sheet.name, 1).column(header);
            problems.push(problem.arg("column", header));
        }
    }
}

/// The languages of a form: what the headers say, and the codes they go by.
#[derive(Clone, Debug)]
pub(super) struct Languages {
    /// The code of the default language; settled once all sheets are read.
    pub default: String,
    fixed: bool,
    found: Vec<String>,
}

impl Languages {
    pub fn new(default: &str) -> Self {
        Languages { default: code(default), fixed: !default.is_empty(), found: Vec::new() }
    }

    /// The code of a language in a header; empty for a header without one.
    pub fn note(&mut self, language: &str) -> String {
        let code = code(language);
        if !self.found.contains(&code) {
            self.found.push(code.clone());
        }
        if !self.fixed && (self.default.is_empty() || code.is_empty()) {
            self.default = if code.is_empty() { "default".to_owned() } else { code.clone() };
        }
        code
    }

    /// All languages, the default one first.
    pub fn all(&self) -> Vec<String> {
        let others = self.found.iter().filter(|l| !l.is_empty() && **l != self.default).cloned();
        std::iter::once(self.default.clone()).chain(others).collect()
    }

    /// Puts texts without a language under the default one.
    pub fn settle(&self, texts: &mut Texts) {
        if let Some(text) = texts.remove("") {
            texts.entry(self.default.clone()).or_insert(text);
        }
    }
}

/// `nl` of `Nederlands (nl)`; a language without a code in parentheses is its own.
pub(super) fn code(language: &str) -> String {
    let language = language.trim();
    match language.rsplit_once('(') {
        Some((_, rest)) if rest.ends_with(')') && rest.len() > 1 => rest[..rest.len() - 1].trim().to_owned(),
        _ => language.to_owned(),
    }
}

/// The cells of one row by what they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    pub known: BTreeMap<&'static str, String>,
    pub texts: BTreeMap<&'static str, Texts>,
    pub extra: BTreeMap<String, String>,
    /// Whether a medium stands where a label could.
    pub media: bool,
}

impl Cells {
    pub fn get(&self, name: &str) -> &str {
        self.known.get(name).map_or("", String::as_str)
    }

    pub fn texts(&self, name: &str) -> Texts {
        self.texts.get(name).cloned().unwrap_or_default()
    }
}

/// Sorts the cells of one row by their columns.
pub(super) fn sort(columns: &[Column], languages: &mut Languages, cells: &[String]) -> Cells {
    let mut sorted = Cells::default();
    for (column, cell) in columns.iter().zip(cells) {
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Known(name) => {
                sorted.known.entry(name).or_insert_with(|| cell.clone());
            }
            Column::Text(name, language) => {
                sorted.texts.entry(name).or_default().insert(languages.note(language), cell.clone());
            }
            Column::Extra(name) => {
                sorted.extra.insert(name.clone(), cell.clone());
            }
            Column::Media => sorted.media = true,
            Column::Ignored | Column::Refused => {}
        }
    }
    sorted
}
