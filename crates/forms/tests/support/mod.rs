//! Forms for tests, written as tables of text and packed into an .xlsx without compression.
#![allow(dead_code, reason = "not every test uses everything")]

use std::fmt::Write as _;
use std::sync::Arc;

use forms::{Answer, Env, Form, Import, Run, Severity, read};

/// The bytes of an .xlsx for a form like
/// ```text
/// | survey |
/// |        | type | name |
/// |        | text | a    |
/// ```
pub fn workbook(table: &str) -> Vec<u8> {
    let mut sheets: Vec<(String, Vec<Vec<String>>)> = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| line.starts_with('|')) {
        let cells: Vec<String> = split(line);
        if cells[0].is_empty() {
            sheets.last_mut().expect("a sheet").1.push(cells[1..].to_vec());
        } else {
            sheets.push((cells[0].clone(), Vec::new()));
        }
    }
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"#.to_owned()),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
    ];
    let targets: Vec<(&str, String)> =
        (1..=sheets.len()).map(|n| ("worksheet", format!("worksheets/sheet{n}.xml"))).collect();
    files.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&targets)));
    let mut list = String::new();
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let n = index + 1;
        write!(list, r#"<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>"#).expect("text");
        files.push((format!("xl/worksheets/sheet{n}.xml"), sheet(rows)));
    }
    files.push(("xl/workbook.xml".to_owned(), format!(r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#)));
    zip(&files)
}

/// Cells between bars; `\|` is a bar.
fn split(line: &str) -> Vec<String> {
    let guarded = line.trim_matches('|').replace("\\|", "\u{1}");
    guarded.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
}

fn relations(targets: &[(&str, String)]) -> String {
    let mut out = String::from(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    );
    for (index, (kind, target)) in targets.iter().enumerate() {
        let n = index + 1;
        write!(out, r#"<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#).expect("text");
    }
    out + "</Relationships>"
}

fn sheet(rows: &[Vec<String>]) -> String {
    let mut out = String::from(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (row, cells) in rows.iter().enumerate() {
        write!(out, r#"<row r="{}">"#, row + 1).expect("text");
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let column = letters(column);
            let text = cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let place = row + 1;
            write!(out, r#"<c r="{column}{place}" t="inlineStr"><is><t>{text}</t></is></c>"#).expect("text");
        }
        out += "</row>";
    }
    out + "</sheetData></worksheet>"
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).expect("a letter"));
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

/// A zip file whose members are stored as they are.
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let offset = u32::try_from(out.len()).expect("small");
        let size = u32::try_from(content.len()).expect("small");
        let mut common = Vec::new();
        for number in [20_u16, 0, 0, 0, 0x21] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc(content.as_bytes()), size, size] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).expect("short").to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02");
        directory.extend(20_u16.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (u32::try_from(out.len()).expect("small"), u16::try_from(files.len()).expect("few"));
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(directory.len()).expect("small").to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let table: Vec<u32> = (0..256).map(|byte| (0..8).fold(byte, |crc, _| step(crc))).collect();
    !bytes.iter().fold(!0_u32, |crc, byte| table[usize::from(*byte) ^ (crc & 0xff) as usize] ^ (crc >> 8))
}

/// Reads a table as a form, whatever comes of it.
pub fn import(table: &str) -> Import {
    read(&workbook(table))
}

/// Reads a table as a form that must be good.
#[track_caller]
pub fn form(table: &str) -> Arc<Form> {
    let import = import(table);
    let errors: Vec<_> = import.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    Arc::new(import.form.expect("a form"))
}

pub fn env() -> Env {
    Env {
        now: "2026-01-15T10:00:00+01:00".parse().expect("a moment"),
        username: "an".to_owned(),
        device_id: "laptop-1".to_owned(),
        random_seed: 7,
    }
}

/// A new run of a table.
#[track_caller]
pub fn run(table: &str) -> Run {
    Run::new(form(table), env())
}

/// Answers with a text, or with a number where the text is one and the question wants one.
#[track_caller]
pub fn set(run: &mut Run, path: &str, value: &str) {
    let answer = match (value, value.parse::<f64>()) {
        ("", _) => Answer::default(),
        (_, Ok(number)) if run.set(path, Answer::number(number)).is_ok() => Answer::number(number),
        _ if value.contains(' ') && run.set(path, Answer::list(value.split(' '))).is_ok() => {
            Answer::list(value.split(' '))
        }
        _ => Answer::text(value),
    };
    run.set(path, answer).expect(path);
}

/// The value at a path, as the form sees it.
#[track_caller]
pub fn value(run: &Run, path: &str) -> String {
    run.node(path).expect(path).value
}
