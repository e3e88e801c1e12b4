//! `${name}` in expressions and texts: what it means, and what is wrong with it.

use std::collections::BTreeMap;

use super::workbook::Workbook;
use crate::expr::error::ParseError;
use crate::expr::parse::parse;
use crate::logic::Logic;
use crate::problem::Problem;

/// Checks the references in the labels of choices and in the settings.
pub(super) fn check_other_sheets(workbook: &Workbook, logic: &Logic, problems: &mut Vec<Problem>) {
    if let Some(sheet) = &workbook.settings {
        let cells = sheet.rows.iter().flat_map(|row| sheet.headers.iter().zip(&row.cells).map(move |cell| (row, cell)));
        for (row, (header, cell)) in cells {
            let mut wrong = wrong_references(cell, header, logic);
            let is_name = super::columns::snake(header) == "instance_name" && !cell.is_empty();
            if let Some(error) = parse(cell, &|name| resolve(logic, name)).err().filter(|_| is_name && wrong.is_empty())
            {
                wrong.push(Problem::error(error.code(), format!("In {header}: {error}.")).arg("word", error.word()));
            }
            problems.extend(wrong.into_iter().map(|problem| problem.at(&sheet.name, row.number).column(header)));
        }
    }
    let Some(sheet) = &workbook.choices else { return };
    for row in logic.lists.values().flat_map(|list| &list.rows).filter(|row| row.row > 0) {
        for text in row.label.values() {
            let wrong = wrong_references(text, "label", logic);
            problems.extend(wrong.into_iter().map(|problem| problem.at(&sheet.name, row.row).column("label")));
        }
    }
}

/// What is wrong with the references of a text, each once.
pub(super) fn wrong_references(text: &str, column: &str, logic: &Logic) -> Vec<Problem> {
    let mut wrong: BTreeMap<String, ParseError> = BTreeMap::new();
    for rest in text.split("${").skip(1).filter(|_| text != "${") {
        let Some((name, _)) = rest.split_once('}') else {
            wrong.insert(rest.chars().take(24).collect(), ParseError::OpenReference);
            continue;
        };
        if let Err(error) = resolve(logic, name) {
            wrong.insert(name.to_owned(), error);
        }
    }
    let problem = |(name, error): (String, ParseError)| {
        Problem::error(error.code(), format!("In {column}: {error}.")).arg("word", name)
    };
    wrong.into_iter().map(problem).collect()
}

/// The definition that `${name}` means.
pub(super) fn resolve(logic: &Logic, name: &str) -> Result<usize, ParseError> {
    match logic.by_name.get(name).map(Vec::as_slice) {
        Some([one]) => Ok(*one),
        Some([_, ..]) => Err(ParseError::AmbiguousName(name.to_owned())),
        _ if super::is_name(name) => Err(ParseError::UnknownName(name.to_owned())),
        _ => Err(ParseError::BadReference(name.to_owned())),
    }
}

/// The names between `${` and `}` in a text.
pub(super) fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("${").skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
