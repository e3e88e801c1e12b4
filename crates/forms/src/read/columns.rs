//! Headers: the names of XLSForm's columns with their aliases, and the languages behind `::`.

use std::collections::BTreeMap;

use crate::form::Texts;

/// What a column of the survey or choices sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// One of XLSForm's columns that the engine reads.
    Known(&'static str),
    /// A text in a language (empty: the default one).
    Text(&'static str, String),
    /// XLSForm's, but nothing here uses it.
    Ignored,
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

/// What a header of the survey sheet means.
pub(super) fn survey(header: &str) -> Column {
    let (name, rest) = split(header);
    let name = survey_alias(&name);
    if let Some(text) = TEXTS.into_iter().find(|text| *text == name) {
        return Column::Text(text, rest);
    }
    match (name, rest.as_str()) {
        ("bind" | "control" | "body", "") => Column::Ignored,
        ("bind" | "control" | "body" | "instance", inner) => bind(inner),
        (name, _) if MEDIA.contains(&name) => Column::Ignored,
        ("save_to", _) => Column::Refused,
        ("autoplay" | "rows" | "compact_tag" | "no_app_error_string" | "noapperrorstring" | "disabled", _) => {
            if name == "disabled" { Column::Known("disabled") } else { Column::Ignored }
        }
        (name, _) if name.starts_with("sms_") => Column::Ignored,
        (name, "") => known_survey(name).map_or_else(|| Column::Extra(header.trim().to_owned()), Column::Known),
        _ => Column::Extra(header.trim().to_owned()),
    }
}

fn survey_alias(name: &str) -> &str {
    match name {
        "caption" => "label",
        "command" => "type",
        "tag" | "value" => "name",
        "relevance" | "skip_logic" => "relevant",
        "calculate" => "calculation",
        "readonly" => "read_only",
        "count" => "repeat_count",
        "constraining_message" | "constraintmsg" => "constraint_message",
        "requiredmsg" => "required_message",
        other => other,
    }
}

fn bind(inner: &str) -> Column {
    let (name, language) = split(inner);
    let name = name.strip_prefix("jr:").unwrap_or(&name).to_owned();
    match name.as_str() {
        "count" => Column::Known("repeat_count"),
        "constraintmsg" | "constraint_message" => Column::Text("constraint_message", language),
        "requiredmsg" | "required_message" => Column::Text("required_message", language),
        name => known_survey(survey_alias(name)).map_or(Column::Ignored, Column::Known),
    }
}

fn known_survey(name: &str) -> Option<&'static str> {
    const KNOWN: [&str; 13] = [
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
    ];
    KNOWN.into_iter().find(|known| *known == name)
}

/// What a header of the choices sheet means; whatever is not XLSForm's is for filters.
pub(super) fn choices(header: &str) -> Column {
    let (name, rest) = split(header);
    match (name.as_str(), rest.as_str()) {
        ("label" | "caption", _) => Column::Text("label", rest),
        ("list_name" | "list name", "") => Column::Known("list_name"),
        ("name" | "value", "") => Column::Known("name"),
        (name, _) if MEDIA.contains(&name) => Column::Ignored,
        _ => Column::Extra(header.trim().to_owned()),
    }
}

/// The name before the first `::` (or `:`), in lower case, and the rest as written.
fn split(header: &str) -> (String, String) {
    let header = header.trim();
    if header.to_lowercase().starts_with("jr:") {
        return (header[3..].trim().to_lowercase(), String::new());
    }
    let (name, rest) = match header.split_once("::") {
        Some(parts) => parts,
        None => header.split_once(':').unwrap_or((header, "")),
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase();
    (name, rest.trim().to_owned())
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
            Column::Ignored | Column::Refused => {}
        }
    }
    sorted
}
