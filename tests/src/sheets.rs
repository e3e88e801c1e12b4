//! Spreadsheets of forms for tests, written cell by cell.

use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// A sheet: its name, and its rows, the headers first.
pub type Sheet<'a> = (&'a str, &'a [&'a [&'a str]]);

/// The bytes of a workbook with these sheets.
pub fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("a name for a sheet");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(row, column, *cell).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A form for visits: consent, how it goes (asked as `mood_label`), and a remark.
pub fn visit_form(form_id: &str, version: &str, mood_label: &str) -> Vec<u8> {
    workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label::Nederlands (nl)", "label::Türkçe (tr)", "use", "relevant", "required"],
                &["begin_group", "begin", "Begin", "Başlangıç"],
                &["select_one jn", "toestemming", "Mogen we dit noteren?", "Not edebilir miyiz?", "consent"],
                &["end_group"],
                &["begin_group", "welzijn", "Welzijn", "", "", "${toestemming} = 'ja'"],
                &["select_one mood", "hoe_gaat_het", mood_label, "Nasılsınız?", "mood", "", "yes"],
                &["text", "opmerkingen", "Nog iets?", "", "remarks"],
                &["end_group"],
            ],
        ),
        (
            "choices",
            &[
                &["list_name", "name", "label::Nederlands (nl)", "label::Türkçe (tr)"],
                &["jn", "ja", "Ja", "Evet"],
                &["jn", "nee", "Neen", "Hayır"],
                &["mood", "goed", "Goed", "İyi"],
                &["mood", "slecht", "Slecht", "Kötü"],
            ],
        ),
        (
            "settings",
            &[
                &["form_title", "form_id", "version", "default_language"],
                &["Bezoek", form_id, version, "Nederlands (nl)"],
            ],
        ),
    ])
}

/// What the page sends for a file.
pub fn file(workbook: &[u8], beside: &[(&str, &str)]) -> Value {
    let beside: Vec<Value> =
        beside.iter().map(|(name, text)| json!({ "name": name, "base64": base64(text.as_bytes()) })).collect();
    json!({ "workbook": { "name": "formulier.xlsx", "base64": base64(workbook) }, "beside": beside })
}

/// Bytes as the page and the app hand them over.
pub fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
