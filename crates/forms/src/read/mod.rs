//! Reads a workbook into a form. Every problem is reported, not the first alone; any error refuses the form, unless it was
//! published before.

mod cells;
mod checks;
mod choices;
mod columns;
mod expressions;
mod files;
mod lints;
mod parameters;
mod questions;
mod references;
mod rows;
mod settings;
mod survey;
mod texts;
mod types;
mod workbook;

use std::sync::Arc;

pub use cells::{RowCells, RowPlace, row_cells};
pub use files::{Files, MAX_FILE_BYTES};
pub use survey::MAX_DEPTH;

use crate::form::Form;
use crate::graph;
use crate::logic::Logic;
use crate::problem::{Problem, Severity};

/// The most rows of the survey sheet.
pub const MAX_ROWS: usize = 10_000;
/// The most rows of the choices sheet.
pub const MAX_CHOICES: usize = 100_000;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 500;

/// What came of reading a workbook.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Import {
    /// The form; absent when any problem is an error.
    pub form: Option<Form>,
    /// All problems, errors and warnings, in the order of the sheets.
    pub problems: Vec<Problem>,
}

/// Reads a form from the bytes of an .xlsx or .xls; which of the two, the content says. There are no files beside it.
#[must_use]
pub fn read(bytes: &[u8]) -> Import {
    read_with(bytes, &Files::default())
}

/// Reads a form that may want files from beside it: choices in CSV.
#[must_use]
pub fn read_with(bytes: &[u8], files: &Files) -> Import {
    let mut problems = Vec::new();
    let form = build(bytes, files, &mut problems);
    problems.sort_by_key(|problem| (sheet_rank(&problem.sheet), problem.row));
    let refused = problems.iter().any(|problem| problem.severity == Severity::Error);
    Import { form: form.filter(|_| !refused), problems }
}

/// Reads a form that was published before, perhaps when this engine asked for less: whoever was visited with it must find
/// the visit again. An expression that is an error now is left out, as if its cell were empty, and stands in
/// [`crate::Run::errors`]; a question of a type or list that is not known keeps its answer. Files may be missing. None
/// where there is nothing to ask: no workbook, no survey, no row that can be used.
#[must_use]
pub fn reopen(bytes: &[u8], files: Files) -> Option<Form> {
    build(bytes, &files.may_be_missing(), &mut Vec::new()).filter(|form| !form.items.is_empty())
}

/// Problems come in the order in which an author goes through the workbook.
fn sheet_rank(sheet: &str) -> usize {
    let order = ["", "survey", "choices", "settings"];
    order.iter().position(|name| *name == sheet.trim().to_lowercase()).unwrap_or(order.len())
}

fn build(bytes: &[u8], files: &Files, problems: &mut Vec<Problem>) -> Option<Form> {
    let workbook = match workbook::open(bytes) {
        Ok(workbook) => workbook,
        Err(problem) => {
            problems.push(*problem);
            return None;
        }
    };
    problems.extend(workbook.problems.iter().cloned());
    let survey_sheet = workbook.survey.as_ref()?;
    let settings = settings::read(workbook.settings.as_ref(), problems);
    let mut languages = columns::Languages::new(&settings.default_language);
    let mut logic = Logic {
        lists: choices::read(workbook.choices.as_ref(), &settings, &mut languages, problems),
        ..Logic::default()
    };
    let rows = rows::read(survey_sheet, &mut languages, problems);
    files::read(&rows, files, &mut logic, problems);
    let (mut items, generated) = survey::build(&rows, &settings.root, &mut logic, problems);
    logic.seal();
    expressions::attach(&rows, &mut logic, problems);
    expressions::attach(&generated, &mut logic, problems);
    references::check_other_sheets(&workbook, &logic, problems);
    logic.note_triggers();
    for row in logic.lists.values_mut().flat_map(|list| &mut list.rows) {
        languages.settle(&mut row.label);
    }
    let choices_sheet = workbook.choices.as_ref().map_or("choices", |sheet| &sheet.name);
    lints::check(&rows, choices_sheet, &logic, &languages, problems);
    for cycle in graph::order(&mut logic) {
        let names = cycle.join(" → ");
        let message = format!("These depend on each other, so none can be computed first: {names}");
        problems.push(Problem::error("cycle", message).at(&survey_sheet.name, 0).arg("nodes", names));
    }
    logic.note_for_runs();
    texts::finish(&mut items, &logic, &languages);
    Some(Form {
        id: settings.id,
        root: settings.root,
        version: settings.version,
        title: settings.title,
        default_language: languages.default.clone(),
        languages: languages.all(),
        items,
        logic: Arc::new(logic),
    })
}

/// Whether a text can be the name of a question, of an element or of a column.
fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(crate::expr::lex::is_name_start) && chars.all(crate::expr::lex::is_name)
}
