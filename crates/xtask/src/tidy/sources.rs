//! What holds for every file that a person wrote.

use super::{File, Findings};
use crate::run::root;

const WARN_LINES: usize = 500;
const MAX_LINES: usize = 800;
/// The one file of the UI that knows the window.
const WINDOW_FILE: &str = "ui/src/ipc/tauri.ts";

/// Checks files one by one. `machine_paths` are folders of whoever runs this, which no file may name.
pub(super) fn check(files: &[File], machine_paths: &[String], findings: &mut Findings) {
    for file in files {
        check_length(file, findings);
        check_window_imports(file, findings);
        for (number, line) in file.text.lines().enumerate() {
            let place = format!("{}:{}", file.path, number + 1);
            if is_code(&file.path) && has_bare_mark(line) {
                findings.error(format!("{place}: a mark for later says what is to be done"));
            }
            if let Some(path) = machine_path(line, machine_paths) {
                findings.error(format!("{place}: {path} is a folder of one machine"));
            }
        }
    }
}

/// Folders that exist only on this machine.
pub(super) fn machine_paths() -> Vec<String> {
    let home = std::env::var("HOME").unwrap_or_default();
    let own = [root().display().to_string(), home];
    // Anything shorter, such as "/" or "/srv", is no sign of a machine.
    own.into_iter().filter(|path| path.matches('/').count() > 1).collect()
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_generated(path: &str) -> bool {
    path.contains(".gen.")
}

fn is_code(path: &str) -> bool {
    let code = ["rs", "svelte", "ts", "js", "mjs", "css", "sql", "toml", "ftl", "html"];
    !is_generated(path) && code.contains(&extension(path))
}

fn check_length(file: &File, findings: &mut Findings) {
    if is_generated(&file.path) || !["rs", "svelte", "ts"].contains(&extension(&file.path)) {
        return;
    }
    let lines = file.text.lines().count();
    let message = format!("{}: {lines} lines; a file has at most {WARN_LINES}", file.path);
    if lines > MAX_LINES {
        findings.error(message);
    } else if lines > WARN_LINES {
        findings.warn(message);
    }
}

fn check_window_imports(file: &File, findings: &mut Findings) {
    let of_the_ui = file.path.starts_with("ui/src/") && ["svelte", "ts", "js", "mjs"].contains(&extension(&file.path));
    if of_the_ui && file.path != WINDOW_FILE && file.text.contains(concat!("@tauri", "-apps/")) {
        findings.error(format!("{}: only {WINDOW_FILE} may import the window's library", file.path));
    }
}

/// A mark for later, as a word of its own, with nothing behind it.
fn has_bare_mark(line: &str) -> bool {
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")].iter().any(|mark| {
        line.match_indices(mark).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let rest = &line[at + mark.len()..];
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let stands_alone = !before.is_some_and(is_word) && !rest.starts_with(is_word);
            stands_alone && !rest.chars().any(char::is_alphanumeric)
        })
    })
}

/// A path below the home of a person or of root, or of this machine in particular.
fn machine_path<'l>(line: &'l str, own: &[String]) -> Option<&'l str> {
    // Not all of root's home: "/root/…" is also how an XPath begins.
    let general = [concat!("/ro", "ot/."), concat!("/ho", "me/"), concat!("/Us", "ers/")];
    for start in general.iter().copied().chain(own.iter().map(String::as_str)) {
        for (at, _) in line.match_indices(start) {
            let before = line[..at].chars().next_back();
            let begins_a_path =
                !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '~' | '}'));
            let rest = &line[at..];
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ')')).unwrap_or(rest.len());
            let whole = general.contains(&start) || rest[start.len()..].starts_with('/') || end == start.len();
            if begins_a_path && whole {
                return Some(&rest[..end]);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn found(path: &str, text: &str) -> (usize, usize) {
        let mut findings = Findings::default();
        check(&[file(path, text)], &["/srv/build/app".to_owned()], &mut findings);
        (findings.errors.len(), findings.warnings.len())
    }

    #[test]
    fn long_files_are_named() {
        assert_eq!(found("a.rs", &"\n".repeat(500)), (0, 0));
        assert_eq!(found("a.rs", &"\n".repeat(501)), (0, 1));
        assert_eq!(found("a.svelte", &"\n".repeat(801)), (1, 0));
        assert_eq!(found("a.gen.ts", &"\n".repeat(5000)), (0, 0));
        assert_eq!(found("a.md", &"\n".repeat(5000)), (0, 0));
    }

    #[test]
    fn one_file_knows_the_window() {
        let import = concat!("import { invoke } from \"@tauri", "-apps/api/core\";");
        assert_eq!(found("ui/src/ipc/tauri.ts", import), (0, 0));
        assert_eq!(found("ui/src/App.svelte", import), (1, 0));
        assert_eq!(found("ui/eslint.config.js", import), (0, 0));
    }

    #[test]
    fn a_mark_says_what_is_to_be_done() {
        let mark = concat!("TO", "DO");
        assert_eq!(found("a.rs", &format!("// {mark}: measure this")), (0, 0));
        assert_eq!(found("a.rs", &format!("// {mark}:")), (1, 0));
        assert_eq!(found("a.rs", &format!("let {mark}_LIST = 1;")), (0, 0));
        assert_eq!(found("a.md", mark), (0, 0));
    }

    #[test]
    fn no_file_names_a_folder_of_one_machine() {
        let home = concat!("/ho", "me/an/app");
        assert_eq!(found("a.md", &format!("see {home}")), (1, 0));
        assert_eq!(found("a.md", &format!("`file://{home}`")), (1, 0));
        assert_eq!(found("a.md", &format!("https://example.org{home}")), (0, 0));
        assert_eq!(found("a.rs", "\"/srv/build/app\""), (1, 0));
        assert_eq!(found("a.rs", "/srv/build/application"), (0, 0));
        assert_eq!(found("a.rs", concat!("/ro", "ot/.cargo")), (1, 0));
        assert_eq!(found("a.rs", concat!("/ro", "ot/item")), (0, 0));
        assert_eq!(found("a.rs", "/srv/build/app/x"), (1, 0));
    }
}
