//! Reads a workbook into a form. Every problem is reported, not the first alone; any error refuses the form.

mod choices;
mod columns;
mod expressions;
mod rows;
mod settings;
mod survey;
mod types;
mod workbook;

use std::sync::Arc;

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

/// Reads a form from the bytes of an .xlsx or .xls; which of the two, the content says.
#[must_use]
pub fn read(bytes: &[u8]) -> Import {
    let mut problems = Vec::new();
    let form = build(bytes, &mut problems);
    let refused = problems.iter().any(|problem| problem.severity == Severity::Error);
    Import { form: form.filter(|_| !refused), problems }
}

fn build(bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Form> {
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
    let (mut items, generated) = survey::build(&rows, &mut logic, problems);
    logic.seal();
    expressions::attach(&rows, &mut logic, problems);
    expressions::attach(&generated, &mut logic, problems);
    if let Err(cycle) = graph::order(&mut logic) {
        let names = cycle.join(" → ");
        problems.push(
            Problem::error("cycle", format!("These depend on each other, so none can be computed first: {names}"))
                .at(&survey_sheet.name, 0)
                .arg("nodes", names),
        );
    }
    survey::finish(&mut items, &languages);
    for list in logic.lists.values_mut().flatten() {
        languages.settle(&mut list.label);
    }
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
