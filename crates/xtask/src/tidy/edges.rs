//! Which crate may know which: the table of docs/ARCHITECTURE.md, and nothing else.

use super::Findings;
use serde_json::Value;

/// Each of our crates, and those of ours that it may use. `desktop` is the package at the root.
const EDGES: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("forms", &[]),
    ("protocol", &["domain"]),
    ("store", &["domain"]),
    ("sync", &["domain", "protocol", "store"]),
    ("app", &["domain", "forms", "store", "sync"]),
    ("server", &["domain", "forms", "protocol"]),
    ("hoe-gaat-het", &["app"]),
    ("tests", &["app", "domain", "forms", "protocol", "server", "store", "sync"]),
    ("xtask", &[]),
];

/// The window's libraries, which only the desktop package names.
const WINDOW_LIBRARIES: &[&str] = &["tauri", "wry", "tao", "webkit2gtk", "gtk"];

/// Reads what `cargo metadata --no-deps` says; every kind of dependency counts, for tests and builds too.
pub(super) fn check(metadata: &Value, findings: &mut Findings) {
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let dependencies = package["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
        let dependencies = dependencies.iter().filter_map(|dependency| dependency["name"].as_str());
        let Some((_, allowed)) = EDGES.iter().find(|(known, _)| *known == name) else {
            findings.error(format!("the crate {name} is not in the table of edges (crates/xtask/src/tidy/edges.rs)"));
            continue;
        };
        for dependency in dependencies {
            if ours.contains(&dependency) && !allowed.contains(&dependency) {
                findings.error(format!("{name} may not depend on {dependency} (docs/ARCHITECTURE.md)"));
            }
            let of_the_window =
                WINDOW_LIBRARIES.iter().any(|library| dependency == *library || dependency.starts_with("tauri-"));
            if of_the_window && name != "hoe-gaat-het" {
                findings.error(format!("{name} may not know the window: it depends on {dependency}"));
            }
        }
    }
    for (known, _) in EDGES.iter().filter(|(known, _)| !ours.contains(known)) {
        findings.error(format!("the table of edges names the crate {known}, which is not there"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A workspace with exactly the table's crates, and these dependencies besides.
    fn workspace(extra: &[(&str, &str)]) -> Vec<String> {
        let package = |name: &str, allowed: &[&str]| {
            let more = extra.iter().filter(|(of, _)| *of == name).map(|(_, on)| *on);
            let all: Vec<Value> = allowed.iter().copied().chain(more).map(|on| json!({ "name": on })).collect();
            json!({ "name": name, "dependencies": all })
        };
        let mut packages: Vec<Value> = EDGES.iter().map(|(name, allowed)| package(name, allowed)).collect();
        for (name, _) in extra.iter().filter(|(name, _)| !EDGES.iter().any(|(known, _)| known == name)) {
            packages.push(package(name, &[]));
        }
        let mut findings = Findings::default();
        check(&json!({ "packages": packages }), &mut findings);
        findings.errors
    }

    #[test]
    fn the_table_itself_is_allowed() {
        assert_eq!(workspace(&[("domain", "serde"), ("hoe-gaat-het", "tauri")]), Vec::<String>::new());
    }

    #[test]
    fn any_other_edge_is_an_error() {
        for (of, on) in [("domain", "forms"), ("server", "store"), ("xtask", "domain"), ("tests", "hoe-gaat-het")] {
            assert_eq!(workspace(&[(of, on)]).len(), 1, "{of} → {on}");
        }
    }

    #[test]
    fn only_the_desktop_names_the_window() {
        assert_eq!(workspace(&[("app", "tauri")]).len(), 1);
        assert_eq!(workspace(&[("tests", "tauri-build")]).len(), 1);
    }

    #[test]
    fn an_unknown_crate_is_an_error() {
        assert_eq!(workspace(&[("helpers", "serde")]).len(), 1);
    }
}
