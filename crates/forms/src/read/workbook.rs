//! The cells of a workbook as text, sheet by sheet.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::panic::catch_unwind;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use zip::ZipArchive;

use super::{MAX_CHOICES, MAX_COLUMNS, MAX_ROWS};
use crate::problem::Problem;

/// A row so far below the one before is no part of the sheet.
const MAX_GAP: u32 = 61;

/// The most bytes of all parts of a workbook together, unpacked.
const MAX_UNPACKED_BYTES: u64 = 128 << 20;

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
    if !unpacks_within(bytes, MAX_UNPACKED_BYTES) {
        let message = format!("The workbook unpacks to more than {MAX_UNPACKED_BYTES} bytes, and is not read.");
        return Err(Box::new(Problem::error("workbook-too-large", message)));
    }
    // The library that takes workbooks apart overflows on some that are damaged; here that is a damaged workbook.
    catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| Err(not_a_workbook("it is damaged")))
}

fn not_a_workbook(why: impl std::fmt::Display) -> Box<Problem> {
    Box::new(Problem::error("not-a-workbook", format!("This is not an Excel workbook (.xlsx or .xls): {why}")))
}

fn sheets(bytes: &[u8]) -> Result<Workbook, Box<Problem>> {
    let mut file = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(not_a_workbook)?;
    let mut workbook = Workbook::default();
    for name in file.sheet_names() {
        let key = name.trim().to_lowercase();
        if !matches!(key.as_str(), "survey" | "choices" | "settings" | "entities" | "external_choices" | "osm") {
            continue;
        }
        let grid = match grid(&mut file, &name) {
            Ok(grid) => grid,
            Err(error) => {
                let problem = Problem::error("sheet-unreadable", format!("The sheet {name} cannot be read: {error}"));
                workbook.problems.push(problem.at(&name, 0).arg("sheet", &name));
                continue;
            }
        };
        workbook.add(&key, sheet(&name, &grid));
    }
    let survey = |name: &String| name.trim().eq_ignore_ascii_case("survey");
    if !file.sheet_names().iter().any(survey) {
        let message = "The workbook has no sheet named survey; that is where the questions are.";
        workbook.problems.push(Problem::error("no-survey-sheet", message));
    }
    Ok(workbook)
}

/// Whether the parts of an .xlsx together are no larger than this: a small file can unpack to any size. What is no
/// archive has no parts.
fn unpacks_within(bytes: &[u8], most: u64) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let mut left = most;
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else { continue };
        // A part that breaks off has still been unpacked as far as that.
        while let Ok(count @ 1..) = part.read(&mut buffer) {
            match left.checked_sub(count as u64) {
                Some(rest) => left = rest,
                None => return false,
            }
        }
    }
    true
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

/// The cells that hold something, by row and column. Only these are kept, so that one far away costs nothing.
type Grid = BTreeMap<u32, BTreeMap<u32, String>>;

/// The most cells of a sheet.
const MAX_CELLS: usize = 2_000_000;

fn grid(file: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Grid, String> {
    let mut grid = Grid::new();
    let mut count = 0;
    let mut keep = |(row, column): (u32, u32), cell: &Data| {
        let text = text(cell);
        if !text.is_empty() {
            grid.entry(row).or_default().insert(column, text);
            count += 1;
        }
        if count > MAX_CELLS { Err(format!("it has more than {MAX_CELLS} cells")) } else { Ok(()) }
    };
    if let Sheets::Xlsx(file) = file {
        let mut cells = file.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
        while let Some(cell) = cells.next_cell().map_err(|error| error.to_string())? {
            keep(cell.get_position(), &Data::from(cell.get_value().clone()))?;
        }
    } else {
        let range = file.worksheet_range(name).map_err(|error| error.to_string())?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let shift = |first: u32, n: usize| u32::try_from(n).ok().and_then(|n| first.checked_add(n));
            if let (Some(row), Some(column)) = (shift(first_row, row), shift(first_column, column)) {
                keep((row, column), cell)?;
            }
        }
    }
    Ok(grid)
}

fn sheet(name: &str, grid: &Grid) -> Sheet {
    let mut rows = grid.iter();
    let (mut last, names) = rows.next().map_or((0, BTreeMap::new()), |(row, names)| (*row, names.clone()));
    let headers: Vec<String> = names.values().cloned().collect();
    let mut found = Vec::new();
    for (row, cells) in rows {
        if row - last > MAX_GAP {
            // What stands so far below is no part of the form; pyxform stops here as well.
            break;
        }
        last = *row;
        let cells: Vec<String> = names.keys().map(|column| cells.get(column).cloned().unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            found.push(RawRow { number: row.saturating_add(1), cells });
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
    raw.replace('\u{a0}', " ").trim().replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"")
}
