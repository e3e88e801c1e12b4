//! The cells of a workbook as text, sheet by sheet.

use std::io::Cursor;

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};

use super::{MAX_CHOICES, MAX_COLUMNS, MAX_ROWS};
use crate::problem::Problem;

/// So many empty rows end a sheet.
const MAX_GAP: usize = 60;

/// The sheets that a form is made of.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub survey: Option<Sheet>,
    pub choices: Option<Sheet>,
    pub settings: Option<Sheet>,
    pub problems: Vec<Problem>,
}

/// One sheet: the headers and the rows below.
#[derive(Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub headers: Vec<String>,
    pub rows: Vec<RawRow>,
}

/// The cells of one row, as wide as the headers.
#[derive(Debug)]
pub(super) struct RawRow {
    pub number: u32,
    pub cells: Vec<String>,
}

/// Opens a workbook; the error is that it is none.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, Box<Problem>> {
    let mut file = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| {
        Box::new(Problem::error("not-a-workbook", format!("This is not an Excel workbook (.xlsx or .xls): {error}")))
    })?;
    let mut workbook = Workbook::default();
    for name in file.sheet_names() {
        let key = name.trim().to_lowercase();
        if !matches!(key.as_str(), "survey" | "choices" | "settings" | "entities" | "external_choices" | "osm") {
            continue;
        }
        let range = match file.worksheet_range(&name) {
            Ok(range) => range,
            Err(error) => {
                let problem = Problem::error("sheet-unreadable", format!("The sheet {name} cannot be read: {error}"));
                workbook.problems.push(problem.at(&name, 0).arg("sheet", &name));
                continue;
            }
        };
        workbook.add(&key, sheet(&name, &range));
    }
    if workbook.survey.is_none() {
        let message = "The workbook has no sheet named survey; that is where the questions are.";
        workbook.problems.push(Problem::error("no-survey-sheet", message));
    }
    Ok(workbook)
}

impl Workbook {
    fn add(&mut self, key: &str, sheet: Sheet) {
        let most = if key == "choices" { MAX_CHOICES } else { MAX_ROWS };
        if sheet.rows.len() > most || sheet.headers.len() > MAX_COLUMNS {
            let message = format!("The sheet {} is larger than {most} rows or {MAX_COLUMNS} columns.", sheet.name);
            self.problems
                .push(Problem::error("sheet-too-large", message).at(&sheet.name, 0).arg("rows", most.to_string()));
            return;
        }
        match key {
            "survey" => self.survey = Some(sheet),
            "choices" => self.choices = Some(sheet),
            "settings" => self.settings = Some(sheet),
            _ if sheet.rows.is_empty() => {}
            _ => {
                let message = format!("The sheet {} is not supported here; remove it.", sheet.name);
                self.problems
                    .push(Problem::error("sheet-unsupported", message).at(&sheet.name, 0).arg("sheet", sheet.name));
            }
        }
    }
}

fn sheet(name: &str, range: &Range<Data>) -> Sheet {
    let first = range.start().map_or(0, |(row, _)| row);
    let mut rows = range.rows().enumerate();
    let mut headers: Vec<String> = rows.next().map(|(_, cells)| cells.iter().map(text).collect()).unwrap_or_default();
    while headers.last().is_some_and(String::is_empty) {
        headers.pop();
    }
    let mut found = Vec::new();
    let mut gap = 0;
    for (index, cells) in rows {
        let cells: Vec<String> = cells.iter().take(headers.len()).map(text).collect();
        gap = if cells.iter().all(String::is_empty) { gap + 1 } else { 0 };
        if gap > MAX_GAP {
            // What stands so far below is no part of the form; pyxform stops here as well.
            break;
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            let number = first + u32::try_from(index).unwrap_or(u32::MAX - first - 1) + 1;
            found.push(RawRow { number, cells });
        }
    }
    Sheet { name: name.to_owned(), headers, rows: found }
}

/// A cell as its author sees it; curly quotes become straight ones, as expressions need them.
fn text(cell: &Data) -> String {
    let raw = match cell {
        Data::Empty | Data::Error(_) => return String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => crate::expr::format_number(*number),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
    };
    raw.trim().replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"")
}
