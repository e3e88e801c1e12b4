//! Everybody builds from the public registries: no file names the mirror of one network.

use super::{File, Findings};
use crate::run::{npm, output_of};

const CARGO_REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NPM_REGISTRY: &str = "https://registry.npmjs.org/";
/// Parts of public addresses, which are no mirrors.
const PUBLIC_HOSTS: [&str; 4] = ["registry.npmjs.org", "crates.io", "static.crates.io", "index.crates.io"];

/// Checks the lock files, and every file for the mirrors' hosts.
pub(super) fn check(files: &[File], private_hosts: &[String], findings: &mut Findings) {
    for file in files {
        match file.path.rsplit('/').next() {
            Some("Cargo.lock") => check_lock(file, "source = \"", CARGO_REGISTRY, findings),
            Some("package-lock.json") => check_lock(file, "\"resolved\": \"", NPM_REGISTRY, findings),
            _ => {}
        }
        for host in private_hosts.iter().filter(|host| file.text.contains(host.as_str())) {
            findings.error(format!("{}: {host} is the mirror of one network", file.path));
        }
    }
}

fn check_lock(file: &File, key: &str, registry: &str, findings: &mut Findings) {
    for line in file.text.lines() {
        let source = line.trim_start().strip_prefix(key);
        if let Some(source) = source.filter(|source| !source.starts_with(registry)) {
            findings.error(format!("{}: {source} does not come from {registry}", file.path));
        }
    }
}

/// The hosts from which this machine takes packages, where they are not the public ones.
pub(super) fn private_hosts() -> Vec<String> {
    let from_npm = output_of(npm(&["config", "get", "registry"]).current_dir("/")).ok();
    let from_cargo = std::env::vars().filter(|(name, _)| name.starts_with("CARGO_") && name.contains("REGISTR"));
    let settings = from_npm.into_iter().chain(from_cargo.map(|(_, value)| value));
    settings.filter_map(|text| host(&text)).filter(|host| !PUBLIC_HOSTS.contains(&host.as_str())).collect()
}

/// The host of an address; none where there is no address, and this machine itself is no mirror to hide.
fn host(text: &str) -> Option<String> {
    let (_, rest) = text.trim().split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (host.contains('.') && !host.starts_with("127.")).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn errors(path: &str, text: &str) -> usize {
        let mut findings = Findings::default();
        check(&[file(path, text)], &["mirror.example".to_owned()], &mut findings);
        findings.errors.len()
    }

    #[test]
    fn lock_files_name_the_public_registries() {
        assert_eq!(errors("Cargo.lock", &format!("source = \"{CARGO_REGISTRY}\"")), 0);
        assert_eq!(errors("Cargo.lock", "source = \"registry+https://other.example/index\""), 1);
        assert_eq!(errors("ui/package-lock.json", "  \"resolved\": \"https://registry.npmjs.org/a.tgz\","), 0);
        assert_eq!(errors("ui/package-lock.json", "  \"resolved\": \"https://other.example/a.tgz\","), 1);
    }

    #[test]
    fn no_file_names_a_mirror() {
        assert_eq!(errors("docs/a.md", "take it from mirror.example"), 1);
        assert_eq!(errors("docs/a.md", "take it from crates.io"), 0);
    }

    #[test]
    fn hosts_are_taken_out_of_addresses() {
        assert_eq!(host("sparse+https://user:secret@mirror.example:8080/index\n"), Some("mirror.example".to_owned()));
        assert_eq!(host("http://localhost:4873/"), None);
        assert_eq!(host("undefined"), None);
    }
}
