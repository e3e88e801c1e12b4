//! Rows of a workbook as their author sees them, to show beside what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use super::workbook;

/// The name of a sheet and the number of a row, from 1.
pub type RowPlace = (String, u32);

/// The cells that hold something, each with the header of its column, in the order of the sheet.
pub type RowCells = Vec<(String, String)>;

/// The cells of these rows; rows that the workbook does not have are left out, and so is the row of the headers.
#[must_use]
pub fn row_cells(bytes: &[u8], wanted: &BTreeSet<RowPlace>) -> BTreeMap<RowPlace, RowCells> {
    let Ok(workbook) = workbook::open(bytes) else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    for sheet in [workbook.survey, workbook.choices, workbook.settings].into_iter().flatten() {
        for row in sheet.rows {
            let place = (sheet.name.clone(), row.number);
            if wanted.contains(&place) {
                let cells = sheet.headers.iter().cloned().zip(row.cells).filter(|(_, cell)| !cell.is_empty());
                found.insert(place, cells.collect());
            }
        }
    }
    found
}
