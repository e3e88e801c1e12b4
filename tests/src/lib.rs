//! Where all crates meet: what tests of the whole share.

pub mod doorstep;
pub mod gallery;
pub mod headless;
pub mod ledger;
pub mod memory;
pub mod office;
pub mod process;
pub mod prose;
pub mod random;
pub mod sheets;
pub mod window;
pub mod wire;

use std::path::PathBuf;

/// Where the generated TypeScript lies.
pub fn bindings_path() -> PathBuf {
    office::root().join("ui/src/ipc/bindings.gen.ts")
}

/// Ids of the Fluent messages of a language.
pub fn messages(language: &str) -> std::collections::BTreeSet<String> {
    let folder = office::root().join("locales").join(language);
    let mut ids = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|e| e == "ftl") {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            let starts = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
            ids.extend(starts.filter_map(|l| l.split_once('=')).map(|(id, _)| id.trim().to_owned()));
        }
    }
    ids
}
