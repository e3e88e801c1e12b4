//! Lists of choices, and tables from files.

use std::collections::BTreeMap;

use crate::form::Texts;

/// A list of choices.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    pub rows: Vec<ListRow>,
    /// Whether it comes from a file: then `columns` holds all of a row, its name and label too.
    pub from_file: bool,
    /// Whether its labels differ by language, have media, or hold answers.
    pub translated: bool,
}

/// A row of a list of choices, as filters see it.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListRow {
    /// Row in the choices sheet, from 1; 0 for a row that is not in it.
    pub row: u32,
    pub value: String,
    pub label: Texts,
    pub columns: BTreeMap<String, String>,
}

impl ListRow {
    /// The cell of a column; `name` is the value.
    pub fn cell(&self, column: &str) -> &str {
        match self.columns.get(column) {
            Some(cell) => cell,
            None if column == "name" => &self.value,
            None => "",
        }
    }

    /// What it is called: the texts of the label column, or another column as it stands.
    pub fn label(&self, column: &str) -> Texts {
        match self.columns.get(column) {
            Some(cell) => Texts::from([(String::new(), cell.clone())]),
            None => self.label.clone(),
        }
    }

    /// Its label in this language, or else in the default one, or any.
    pub fn label_in(&self, language: &str, default: &str) -> &str {
        let label = self.label.get(language).or_else(|| self.label.get(default));
        label.or_else(|| self.label.values().next()).map_or("", String::as_str)
    }
}
