//! Reading a form with the CSV files that lie beside it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::{Files, Import, read_with};

/// Reads a file by its path, or says why it cannot.
pub type ReadFile<'f> = &'f dyn Fn(&str) -> Result<Vec<u8>, String>;

/// Reads the form at `path`. The files that it wants come from `attachments` (path by name), or else from its folder; one
/// that is nowhere is an empty table and a warning.
pub(super) fn import(path: &str, attachments: &BTreeMap<String, String>, read: ReadFile<'_>) -> Result<Import, String> {
    let bytes = read(path)?;
    let import = read_with(&bytes, &Files::default());
    let missing = import.problems.iter().filter(|problem| problem.code == "list-file-missing");
    let missing: Vec<&String> = missing.filter_map(|problem| problem.args.get("file")).collect();
    if missing.is_empty() {
        return Ok(import);
    }
    let found = missing.into_iter().filter_map(|name| {
        let beside = || is_plain(name).then(|| Path::new(path).with_file_name(name).to_string_lossy().into_owned());
        let place = attachments.get(name).cloned().or_else(beside)?;
        // A file that cannot be read is a missing one.
        read(&place).ok().map(|bytes| (name.clone(), bytes))
    });
    Ok(read_with(&bytes, &Files::new(found).may_be_missing()))
}

/// Whether a name leads nowhere but into the folder: a form may come from anybody.
fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(std::path::Component::Normal(_)), None)) && !name.contains(['/', '\\'])
}
