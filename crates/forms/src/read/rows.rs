//! The survey sheet as typed rows, before they become a tree.

use super::columns::{self, Cells, Column, Languages};
use super::types::{self, RowType};
use super::workbook::Sheet;
use crate::problem::Problem;

/// One row of the survey sheet that means something.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub sheet: String,
    pub number: u32,
    pub kind: RowType,
    pub name: String,
    pub cells: Cells,
    /// The number of its definition, once it has one.
    pub def: std::cell::Cell<Option<usize>>,
}

impl Row {
    /// A problem in this row.
    pub fn place(&self, problem: Problem, column: &str) -> Problem {
        let problem = problem.at(&self.sheet, self.number);
        if column.is_empty() { problem } else { problem.column(column) }
    }
}

/// Reads the rows; comment rows and disabled rows fall out.
pub(super) fn read(sheet: &Sheet, languages: &mut Languages, problems: &mut Vec<Problem>) -> Vec<Row> {
    let columns = columns::survey(&sheet.headers);
    columns::duplicates(sheet, &columns, problems);
    check_columns(sheet, &columns, problems);
    let mut rows = Vec::new();
    for raw in &sheet.rows {
        let single: Vec<String> = raw.cells.iter().map(|cell| single_spaces(cell)).collect();
        let cells = columns::sort(&columns, languages, &single);
        let disabled = types::is_yes(cells.get("disabled"));
        let written = cells.get("type");
        let means_something = !cells.get("name").is_empty() || cells.texts.contains_key("label");
        if written.is_empty() && !disabled && means_something {
            let problem = Problem::error("no-type", "This row has no type.").at(&sheet.name, raw.number);
            problems.push(problem.column("type"));
        }
        let name = cells.get("name").to_owned();
        let kind = if disabled || written.is_empty() { RowType::Comment } else { types::parse(written) };
        rows.push(Row {
            sheet: sheet.name.clone(),
            number: raw.number,
            kind,
            name,
            cells,
            def: std::cell::Cell::new(None),
        });
    }
    rows
}

/// Spaces in a row are one.
fn single_spaces(cell: &str) -> String {
    let mut words = cell.split(' ').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |line, word| line + " " + word)
}

fn check_columns(sheet: &Sheet, columns: &[Column], problems: &mut Vec<Problem>) {
    if !columns.contains(&Column::Known("type")) {
        problems.push(Problem::error("no-type-column", "The survey sheet has no column type.").at(&sheet.name, 0));
    }
    for (index, (header, column)) in sheet.headers.iter().zip(columns).enumerate() {
        let used = sheet.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| !cell.is_empty()));
        if header.is_empty() || !used {
            continue;
        }
        let problem = match column {
            Column::Refused => Problem::error("column-unsupported", format!("The column {header} is not supported.")),
            Column::Ignored | Column::Media => {
                Problem::warning("column-ignored", format!("The column {header} is not used here and is ignored."))
            }
            column if column.is_surprising() => Problem::warning(
                "unknown-column",
                format!("The column {header} is not XLSForm's; its cells are kept but mean nothing to the form."),
            ),
            _ => continue,
        };
        problems.push(problem.at(&sheet.name, 1).column(header).arg("column", header));
    }
}
