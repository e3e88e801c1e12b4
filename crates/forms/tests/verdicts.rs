//! Says of every workbook in a directory whether it is accepted, for a comparison with other readers.
//!
//! Runs only where `FORMS_CHECK` (a directory) and `FORMS_VERDICTS` (the file to write) are set.

use forms::{Files, Severity, read_with};
use serde_json::json;

#[test]
fn verdicts() {
    let (Ok(directory), Ok(out)) = (std::env::var("FORMS_CHECK"), std::env::var("FORMS_VERDICTS")) else { return };
    let mut lines = String::new();
    let mut files: Vec<_> =
        std::fs::read_dir(directory).expect("directory").map(|e| e.expect("entry").path()).collect();
    files.sort();
    for file in files {
        let import = read_with(&std::fs::read(&file).expect("bytes"), &Files::default().may_be_missing());
        let errors: Vec<_> = import.problems.iter().filter(|p| p.severity == Severity::Error).collect();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        lines.push_str(&json!({"file": name, "ok": import.form.is_some(), "errors": errors}).to_string());
        lines.push('\n');
    }
    std::fs::write(out, lines).expect("written");
}
