//! Files beside the form: tables of choices in CSV, which questions and `pulldata()` read.

use std::collections::BTreeMap;

use super::rows::Row;
use super::types::RowType;
use super::{MAX_CHOICES, MAX_COLUMNS};
use crate::form::Texts;
use crate::logic::{List, ListRow, Logic};
use crate::problem::{Problem, Severity};

/// The most bytes of one file beside a form.
pub const MAX_FILE_BYTES: usize = 16 << 20;

/// The files that lie beside a form, by name (`cities.csv`). A file that a form wants and that is not here is an error,
/// unless the caller says that it may be missing.
#[derive(Clone, Debug, Default)]
pub struct Files {
    held: BTreeMap<String, Vec<u8>>,
    may_be_missing: bool,
}

impl Files {
    /// These files, by name without a folder.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Files { held: files.into_iter().collect(), may_be_missing: false }
    }

    /// The same files; one that is missing is an empty table and a warning.
    #[must_use]
    pub fn may_be_missing(mut self) -> Self {
        self.may_be_missing = true;
        self
    }
}

/// Reads every file that the rows name into the lists; each list has the name of its file, without the extension.
pub(super) fn read(rows: &[Row], files: &Files, logic: &mut Logic, problems: &mut Vec<Problem>) {
    let mut reader = Reader { files, logic, problems };
    for row in rows.iter().filter(|row| row.kind != RowType::Comment) {
        match &row.kind {
            RowType::SelectFromFile { file, .. } => reader.wanted(row, "type", file),
            RowType::CsvExternal => reader.wanted(row, "name", &format!("{}.csv", row.name)),
            _ => {}
        }
        for (column, cell) in &row.cells.known {
            for id in pulled(cell) {
                reader.wanted(row, column, &format!("{id}.csv"));
            }
        }
    }
}

/// The first arguments of `pulldata()` in a cell.
fn pulled(cell: &str) -> impl Iterator<Item = String> {
    cell.split("pulldata").skip(1).filter_map(|rest| {
        let (first, _) = rest.trim_start().strip_prefix('(')?.split_once(',')?;
        let name = first.trim().trim_matches(['\'', '"']).trim();
        (!name.is_empty() && !name.contains("${")).then(|| name.to_owned())
    })
}

/// The name of a file without its extension.
pub(super) fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

struct Reader<'r> {
    files: &'r Files,
    logic: &'r mut Logic,
    problems: &'r mut Vec<Problem>,
}

impl Reader<'_> {
    fn wanted(&mut self, row: &Row, column: &str, file: &str) {
        let name = stem(file);
        match self.logic.lists.get(name) {
            Some(list) if list.from_file => return,
            Some(_) => {
                let message = format!("The list {name} of the choices sheet and the file {file} have the same name.");
                let problem = Problem::error("list-name-taken", message).arg("file", file);
                self.problems.push(row.place(problem, column));
                return;
            }
            None => {}
        }
        let rows = match self.table(file) {
            Ok(rows) => rows,
            Err(problem) => {
                self.problems.push(row.place((*problem).arg("file", file), column));
                Vec::new()
            }
        };
        self.logic.lists.insert(name.to_owned(), List { rows, from_file: true, translated: false });
    }

    fn table(&self, file: &str) -> Result<Vec<ListRow>, Box<Problem>> {
        if !file.ends_with(".csv") {
            let message = format!("Only CSV files can hold choices here; {file} is not read and the list is empty.");
            return Err(Box::new(Problem::warning("list-file-kind", message)));
        }
        let Some(bytes) = self.files.held.get(file) else {
            let message = format!("The file {file} is not with the form; put it beside the workbook.");
            let mut problem = Problem::error("list-file-missing", message);
            if self.files.may_be_missing {
                problem.severity = Severity::Warning;
            }
            return Err(Box::new(problem));
        };
        table(bytes).map_err(|reason| {
            let problem = Problem::error("list-file-unreadable", format!("The file {file} cannot be read: {reason}."))
                .arg("word", reason);
            Box::new(problem)
        })
    }
}

/// The rows of a CSV file; the first line names the columns.
fn table(bytes: &[u8]) -> Result<Vec<ListRow>, String> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(format!("it is larger than {MAX_FILE_BYTES} bytes"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter(bytes)).flexible(true).has_headers(true).from_reader(bytes);
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    if headers.len() > MAX_COLUMNS {
        return Err(format!("it has more than {MAX_COLUMNS} columns"));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        if rows.len() == MAX_CHOICES {
            return Err(format!("it has more than {MAX_CHOICES} rows"));
        }
        let cell = |index: usize| record.get(index).unwrap_or("").to_owned();
        let columns: BTreeMap<String, String> =
            headers.iter().enumerate().map(|(index, header)| (header.trim().to_owned(), cell(index))).collect();
        let value = columns.get("name").cloned().unwrap_or_default();
        let label = columns.get("label").map(|label| Texts::from([(String::new(), label.clone())]));
        rows.push(ListRow { row: 0, value, label: label.unwrap_or_default(), columns });
    }
    Ok(rows)
}

/// What stands between the columns: the sign that the first line has most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|byte| **byte == sign).count();
    b";\t|".iter().copied().fold(b',', |most, sign| if count(sign) > count(most) { sign } else { most })
}
