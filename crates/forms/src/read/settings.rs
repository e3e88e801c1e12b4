//! The settings sheet: one row about the form as a whole.

use super::workbook::Sheet;
use crate::problem::Problem;

/// What the settings sheet says.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub id: String,
    pub title: String,
    pub version: String,
    pub default_language: String,
    pub allow_choice_duplicates: bool,
    /// The name of the root, for expressions that write it out.
    pub root: String,
}

/// Reads the first row; a form without settings gets an id of its own making.
pub(super) fn read(sheet: Option<&Sheet>, problems: &mut Vec<Problem>) -> Settings {
    let mut settings = Settings::default();
    let row = sheet.and_then(|sheet| sheet.rows.first().map(|row| (sheet, row)));
    if let Some((sheet, row)) = row {
        for (header, cell) in sheet.headers.iter().zip(&row.cells) {
            let name = header.to_lowercase().split_whitespace().collect::<Vec<_>>().join("_");
            match name.as_str() {
                "form_id" | "id_string" | "set_form_id" => settings.id.clone_from(cell),
                "form_title" | "title" | "set_form_title" => settings.title.clone_from(cell),
                "version" => settings.version.clone_from(cell),
                "default_language" => settings.default_language.clone_from(cell),
                "allow_choice_duplicates" => settings.allow_choice_duplicates = super::types::is_yes(cell),
                "name" => settings.root.clone_from(cell),
                "style" | "instance_name" | "public_key" | "submission_url" | "auto_send" | "auto_delete"
                | "instance_xmlns" | "namespaces" | "prefix" | "delimiter" | "clean_text_values"
                | "omit_instanceid" | "sms_keyword" | "sms_separator" | "sms_allow_media" | "" => {}
                _ if cell.is_empty() => {}
                // pyxform takes these for its own and stops.
                "type" | "children" => problems.push(
                    Problem::error("unknown-setting", format!("{header} is no setting; remove the column."))
                        .at(&sheet.name, row.number)
                        .column(header)
                        .arg("setting", header),
                ),
                _ => problems.push(
                    Problem::warning("unknown-setting", format!("The setting {header} is not known and is ignored."))
                        .at(&sheet.name, row.number)
                        .column(header)
                        .arg("setting", header),
                ),
            }
        }
    }
    if settings.id.is_empty() {
        let message = "The settings sheet gives no form_id; the form is called data.";
        problems.push(Problem::warning("no-form-id", message).at("settings", 0));
        settings.id = "data".to_owned();
    }
    if settings.root.is_empty() {
        settings.root = "data".to_owned();
    }
    if settings.title.is_empty() {
        settings.title.clone_from(&settings.id);
    }
    settings
}
