//! The shape of the source tree: what a compiler does not check and a reader relies on.

mod edges;
mod messages;
mod registries;
mod sources;

use crate::run::{Result, metadata, output_of, root};
use std::fs;
use std::process::Command;

/// A file of the tree. Files that are not text have no lines to check.
struct File {
    /// From the root.
    path: String,
    text: String,
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
struct Findings {
    errors: Vec<String>,
    warnings: Vec<String>,
}

impl Findings {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(message.into());
    }

    fn warn(&mut self, message: impl Into<String>) {
        self.warnings.push(message.into());
    }
}

/// Runs all checks; says everything that is wrong, not only the first.
pub fn tidy() -> Result<()> {
    let files = files()?;
    let mut findings = Findings::default();
    edges::check(&metadata()?, &mut findings);
    sources::check(&files, &sources::machine_paths(), &mut findings);
    messages::check(&files, &mut findings);
    registries::check(&files, &registries::private_hosts(), &mut findings);
    findings.warnings.iter().for_each(|warning| println!("warning: {warning}"));
    findings.errors.iter().for_each(|error| println!("error: {error}"));
    println!("tidy: {} files, {} errors, {} warnings", files.len(), findings.errors.len(), findings.warnings.len());
    match findings.errors.len() {
        0 => Ok(()),
        count => Err(format!("tidy found {count} errors")),
    }
}

/// Every text file that git tracks or would track.
fn files() -> Result<Vec<File>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let paths = output_of(Command::new("git").args(list).current_dir(root()))?;
    let mut paths: Vec<&str> = paths.split_terminator('\0').collect();
    paths.sort_unstable();
    paths.dedup();
    let read = |path: &str| {
        let text = fs::read_to_string(root().join(path)).ok()?;
        Some(File { path: path.to_owned(), text })
    };
    Ok(paths.into_iter().filter_map(read).collect())
}

#[cfg(test)]
fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}
