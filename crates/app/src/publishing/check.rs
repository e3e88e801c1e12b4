//! What is wrong with a spreadsheet, each problem beside the row it is about.

use super::completeness::{self, small};
use super::file::OpenFile;
use crate::form_view::{self, uses};
use crate::views::*;
use crate::{App, Result};
use forms::{Form, Item, Problem, RowCells, RowPlace, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Most problems that are shown at once; the counts are of all.
const MAX_PROBLEMS: usize = 500;
/// Longest text of a cell that is shown, in characters.
const MAX_CELL_CHARS: usize = 300;
/// The problem that only this app has: a visit's answers may be noted only where the resident was asked.
const NO_CONSENT: &str = "no-consent";
/// The arguments of a problem, the most telling first: a message mentions one.
const WORDS: &[&str] =
    &["languages", "file", "word", "name", "type", "nodes", "list", "column", "setting", "sheet", "rows"];

/// Every code that a problem can have here.
pub fn problem_codes() -> impl Iterator<Item = &'static str> {
    forms::PROBLEM_CODES.iter().copied().chain([NO_CONSENT])
}

pub(crate) fn check_form(app: &App, input: FormFile) -> Result<FormCheck> {
    let session = app.session()?;
    session.demand_form_author()?;
    let file = OpenFile::read(input)?;
    let import = file.import();
    let published = session.read(|r| r.forms())?;
    let form = import.form.as_ref();
    let mut found = import.problems;
    found.sort_by_key(|p| std::cmp::Reverse(p.severity));
    let errors = found.iter().filter(|p| p.severity == Severity::Error).count();
    let mut problems = beside_rows(&file, &found);
    let mut warnings = found.len() - errors;
    if form.is_some_and(|f| f.find_use(uses::CONSENT).is_none()) {
        problems.insert(0, no_consent());
        warnings += 1;
    }
    Ok(FormCheck {
        errors: small(errors),
        warnings: small(warnings),
        obstacle: form.and_then(|f| super::obstacle(&file, f, &published)).map(|e| e.code.to_owned()),
        newest: form.and_then(|f| super::newest_version(&published, &f.id)),
        in_use: super::name_in_use(&published)?,
        summary: form.map(summary),
        problems,
    })
}

fn summary(form: &Form) -> FormSummary {
    FormSummary {
        form_id: form.id.clone(),
        version: form.version.clone(),
        title: form.title.clone(),
        default_language: form.default_language.clone(),
        questions: small(form.questions().filter(|q| form_view::is_shown(q)).count()),
        sections: small(form.items.iter().filter(|i| matches!(i, Item::Group(_))).count()),
        repeats: small(form.repeats().count()),
        languages: completeness::count(form),
    }
}

fn no_consent() -> FormProblem {
    FormProblem {
        severity: FormSeverity::Warning,
        sheet: "survey".to_owned(),
        row: None,
        column: Some("use".to_owned()),
        cell: None,
        code: NO_CONSENT.to_owned(),
        word: String::new(),
        cells: Vec::new(),
    }
}

/// The first problems, each with the cells of its row.
fn beside_rows(file: &OpenFile, problems: &[Problem]) -> Vec<FormProblem> {
    let shown = &problems[..problems.len().min(MAX_PROBLEMS)];
    let wanted: BTreeSet<RowPlace> = shown.iter().filter_map(|p| Some((p.sheet.clone(), p.row?))).collect();
    let rows = if wanted.is_empty() { BTreeMap::new() } else { forms::row_cells(&file.workbook, &wanted) };
    shown.iter().map(|p| problem(p, p.row.and_then(|row| rows.get(&(p.sheet.clone(), row))))).collect()
}

fn problem(p: &Problem, row: Option<&RowCells>) -> FormProblem {
    let cut = |text: &str| text.chars().take(MAX_CELL_CHARS).collect::<String>();
    let cells: Vec<FormCell> =
        row.into_iter().flatten().map(|(column, text)| FormCell { column: column.clone(), text: cut(text) }).collect();
    let is_of = |c: &&FormCell, column: &str| c.column.trim().eq_ignore_ascii_case(column);
    let in_language = |c: &&FormCell, column: &str| c.column.split_once("::").is_some_and(|(name, _)| name == column);
    let in_column = |column: &String| {
        cells.iter().find(|c| is_of(c, column)).or_else(|| cells.iter().find(|c| in_language(c, column)))
    };
    FormProblem {
        severity: match p.severity {
            Severity::Error => FormSeverity::Error,
            Severity::Warning => FormSeverity::Warning,
        },
        sheet: p.sheet.clone(),
        row: p.row,
        cell: p.column.as_ref().and_then(in_column).map(|c| c.text.clone()),
        column: p.column.clone(),
        code: p.code.to_owned(),
        word: WORDS.iter().find_map(|name| p.args.get(*name)).map(|w| cut(w)).unwrap_or_default(),
        cells,
    }
}
