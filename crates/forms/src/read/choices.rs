//! The choices sheet: lists of choices, with whatever columns filters and the app want.

use std::collections::{BTreeMap, HashSet};

use super::columns::{self, Column, Languages};
use super::settings::Settings;
use super::workbook::Sheet;
use crate::logic::{List, ListRow};
use crate::problem::Problem;

/// Reads every list.
pub(super) fn read(
    sheet: Option<&Sheet>,
    settings: &Settings,
    languages: &mut Languages,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, List> {
    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    let Some(sheet) = sheet else { return lists };
    let mut columns = columns::choices(&sheet.headers);
    columns::duplicates(sheet, &columns, problems);
    check_columns(sheet, &mut columns, problems);
    let has_list_column = columns.contains(&Column::Known("list_name"));
    if !has_list_column && !sheet.rows.is_empty() {
        let message = "The choices sheet has no column list_name.";
        problems.push(Problem::error("no-list-name-column", message).at(&sheet.name, 0));
        return lists;
    }
    let mut seen: HashSet<(String, String)> = HashSet::new();
    for row in &sheet.rows {
        let cells = columns::sort(&columns, languages, &row.cells);
        let (list, value) = (cells.get("list_name").to_owned(), cells.get("name").to_owned());
        if list.is_empty() {
            continue;
        }
        if value.is_empty() {
            let message = format!("A choice of the list {list} has no name.");
            problems.push(
                Problem::error("choice-without-name", message)
                    .at(&sheet.name, row.number)
                    .column("name")
                    .arg("list", list),
            );
            continue;
        }
        if !settings.allow_choice_duplicates && !seen.insert((list.clone(), value.clone())) {
            let message = format!("The list {list} has the choice {value} more than once.");
            problems.push(
                Problem::error("duplicate-choice", message)
                    .at(&sheet.name, row.number)
                    .column("name")
                    .arg("list", list.clone())
                    .arg("name", value.clone()),
            );
        }
        let label = cells.texts("label");
        let translated =
            cells.media || label.iter().any(|(language, text)| !language.is_empty() || text.contains("${"));
        if label.is_empty() {
            let message = format!("The choice {value} of the list {list} has no label.");
            problems.push(
                Problem::warning("choice-without-label", message)
                    .at(&sheet.name, row.number)
                    .arg("name", value.clone()),
            );
        }
        let list = lists.entry(list).or_default();
        list.translated |= translated;
        list.rows.push(ListRow { row: row.number, value, label, columns: cells.extra });
    }
    lists
}

/// Columns of the author's own are elements that expressions read, so their headers are names; one with a space is dropped.
fn check_columns(sheet: &Sheet, columns: &mut [Column], problems: &mut Vec<Problem>) {
    for (header, column) in sheet.headers.iter().zip(columns) {
        let Column::Extra(name) = column else { continue };
        let problem = if name.contains(' ') {
            *column = Column::Ignored;
            let message = format!("The column {header} has a space in its name and is ignored.");
            Problem::warning("column-ignored", message)
        } else if super::is_name(name) {
            continue;
        } else {
            let message = format!("{header} cannot be the name of a column: letters, digits, _ - and . only.");
            Problem::error("column-name-invalid", message)
        };
        problems.push(problem.at(&sheet.name, 1).column(header).arg("column", header));
    }
}
