//! An empty form to begin with: every column that this app reads, in six languages, with an example from its own form.

use crate::form_source::BUILT_IN;
use crate::form_view::{self, uses};
use crate::views::{FormName, NamedFile};
use crate::{Error, Result};
use chrono::NaiveDate;
use forms::{Form, Question, Texts};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The languages as headers name them, after `label::`.
const LANGUAGES: [(&str, &str); 6] = [
    ("nl", "Nederlands (nl)"),
    ("en", "English (en)"),
    ("it", "Italiano (it)"),
    ("fr", "Français (fr)"),
    ("tr", "Türkçe (tr)"),
    ("ar", "العربية (ar)"),
];
/// Columns of the survey sheet; those of texts stand there once for each language.
const SURVEY: [(&str, bool); 16] = [
    ("type", false),
    ("name", false),
    ("label", true),
    ("hint", true),
    ("required", false),
    ("required_message", true),
    ("relevant", false),
    ("constraint", false),
    ("constraint_message", true),
    ("calculation", false),
    ("choice_filter", false),
    ("appearance", false),
    ("parameters", false),
    ("use", false),
    ("sensitive", false),
    ("leaflet", false),
];
const CHOICES: [(&str, bool); 4] = [("list_name", false), ("name", false), ("label", true), ("leaflet", false)];
const SETTINGS: [(&str, bool); 4] =
    [("form_title", false), ("form_id", false), ("version", false), ("default_language", false)];
/// Width of a column of texts, in characters.
const TEXT_WIDTH: f64 = 32.0;

/// The template, with today's first version.
pub(super) fn make(today: NaiveDate) -> Result<NamedFile> {
    let version = format!("{}01", today.format("%Y%m%d"));
    let bytes = workbook(&version).map_err(|error| {
        tracing::error!(%error, "template");
        Error::internal()
    })?;
    let name = FormName { form_id: "formulier".to_owned(), version: "leeg".to_owned(), title: String::new() };
    Ok(super::file::workbook(&name, &bytes))
}

fn workbook(version: &str) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut survey = Sheet::new(&mut workbook, "survey", &SURVEY)?;
    let (consent, mood) = (question(uses::CONSENT), question(uses::MOOD));
    survey.row(&[("type", "begin_group"), ("name", "begin")], &[("label", &section_label(consent))])?;
    survey.example("select_one ja_nee", "toestemming", uses::CONSENT, consent)?;
    survey.row(&[("type", "end_group")], &[])?;
    let asked = "${toestemming} = 'ja'";
    let talk = [("type", "begin_group"), ("name", "gesprek"), ("relevant", asked)];
    survey.row(&talk, &[("label", &section_label(mood))])?;
    survey.example("select_one hoe_gaat_het", "hoe_gaat_het", uses::MOOD, mood)?;
    survey.row(&[("type", "end_group")], &[])?;

    let mut choices = Sheet::new(&mut workbook, "choices", &CHOICES)?;
    for (list, question) in [("ja_nee", consent), ("hoe_gaat_het", mood)] {
        for choice in question.iter().flat_map(|q| &q.choices) {
            choices.row(&[("list_name", list), ("name", &choice.value)], &[("label", &choice.label)])?;
        }
    }

    let mut settings = Sheet::new(&mut workbook, "settings", &SETTINGS)?;
    settings.row(
        &[
            ("form_title", "Naam van het formulier"),
            ("form_id", "mijn_formulier"),
            ("version", version),
            ("default_language", LANGUAGES[0].1),
        ],
        &[],
    )?;
    workbook.save_to_buffer()
}

fn question(use_as: &str) -> Option<&'static Question> {
    BUILT_IN.as_ref().and_then(|form| form.find_use(use_as))
}

/// What the section is called that a question of our form stands in.
fn section_label(question: Option<&Question>) -> Texts {
    let label = |form: &Form, q: &Question| {
        let section = form_view::section_of(form, &q.path);
        form.items.iter().find(|item| item.name() == section).map(|item| item.label().clone())
    };
    BUILT_IN.as_ref().zip(question).and_then(|(form, q)| label(form, q)).unwrap_or_default()
}

/// A sheet that is written row by row.
struct Sheet<'w> {
    sheet: &'w mut Worksheet,
    columns: Vec<(&'static str, Option<&'static str>)>,
    next: u32,
}

impl<'w> Sheet<'w> {
    fn new(
        workbook: &'w mut Workbook,
        name: &str,
        columns: &[(&'static str, bool)],
    ) -> std::result::Result<Self, XlsxError> {
        let bold = Format::new().set_bold();
        let sheet = workbook.add_worksheet().set_name(name)?;
        let languages = |text: bool| if text { LANGUAGES.map(|(code, _)| Some(code)).to_vec() } else { vec![None] };
        let columns: Vec<_> =
            columns.iter().flat_map(|(name, text)| languages(*text).into_iter().map(|l| (*name, l))).collect();
        for (index, (name, language)) in (0..).zip(&columns) {
            let long = LANGUAGES.iter().find(|(code, _)| Some(*code) == *language);
            let header = long.map_or_else(|| (*name).to_owned(), |(_, long)| format!("{name}::{long}"));
            sheet.write_with_format(0, index, header, &bold)?;
            if language.is_some() {
                sheet.set_column_width(index, TEXT_WIDTH)?;
            }
        }
        sheet.set_freeze_panes(1, 2)?;
        Ok(Self { sheet, columns, next: 1 })
    }

    fn row(&mut self, cells: &[(&str, &str)], texts: &[(&str, &Texts)]) -> std::result::Result<(), XlsxError> {
        for (index, (name, language)) in (0..).zip(&self.columns) {
            let text = match language {
                None => cells.iter().find(|(column, _)| column == name).map(|(_, cell)| *cell),
                Some(language) => {
                    let found = texts.iter().find(|(column, _)| column == name);
                    found.and_then(|(_, texts)| texts.get(*language)).map(String::as_str)
                }
            };
            if let Some(text) = text {
                self.sheet.write(self.next, index, text)?;
            }
        }
        self.next += 1;
        Ok(())
    }

    fn example(
        &mut self,
        kind: &str,
        name: &str,
        use_as: &str,
        like: Option<&Question>,
    ) -> std::result::Result<(), XlsxError> {
        let none = Texts::new();
        let (label, hint) = like.map_or((&none, &none), |q| (&q.label, &q.hint));
        let cells = [("type", kind), ("name", name), ("required", "yes"), ("use", use_as)];
        self.row(&cells, &[("label", label), ("hint", hint)])
    }
}
