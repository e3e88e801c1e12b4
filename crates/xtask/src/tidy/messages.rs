//! The six languages have the same messages.

use super::{File, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// The first is the source.
const LANGUAGES: [&str; 6] = ["nl", "en", "it", "fr", "tr", "ar"];

/// Compares `locales/<lang>/**.ftl`, by file and id.
pub(super) fn check(files: &[File], findings: &mut Findings) {
    let mut by_language: BTreeMap<&str, BTreeSet<(&str, String)>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".ftl")) {
        let Some(rest) = file.path.strip_prefix("locales/") else { continue };
        let Some((language, name)) = rest.split_once('/') else { continue };
        let known = by_language.entry(language).or_default();
        for id in ids(&file.text) {
            if !known.insert((name, id.clone())) {
                findings.error(format!("{}: {id} is there twice", file.path));
            }
        }
    }
    if by_language.is_empty() {
        return;
    }
    let source = by_language.remove(LANGUAGES[0]).unwrap_or_default();
    for language in &LANGUAGES[1..] {
        let Some(there) = by_language.remove(language) else {
            findings.warn(format!("locales/{language}: no messages yet"));
            continue;
        };
        for (name, id) in source.difference(&there) {
            findings.error(format!("locales/{language}/{name}: {id} is missing"));
        }
        for (name, id) in there.difference(&source) {
            findings.error(format!("locales/{language}/{name}: {id} is not in Dutch"));
        }
    }
    for language in by_language.keys() {
        findings.error(format!("locales/{language}: no language of this app"));
    }
}

/// Messages (`id = …`), terms (`-id = …`) and attributes (`message.attribute`).
fn ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut message = String::new();
    for line in text.lines() {
        let Some((left, _)) = line.split_once('=') else { continue };
        let (left, attribute) = match left.strip_prefix([' ', '\t']) {
            Some(indented) => match indented.trim().strip_prefix('.') {
                Some(attribute) => (attribute, true),
                None => continue,
            },
            None => (left.trim_end(), false),
        };
        let name = left.strip_prefix('-').unwrap_or(left);
        let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts_well || !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
            continue;
        }
        if attribute {
            ids.push(format!("{message}.{left}"));
        } else {
            left.clone_into(&mut message);
            ids.push(message.clone());
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn ids_are_messages_terms_and_attributes() {
        let text = "# a = b\nhello = Dag\n    wereld = niet\n    .title = x\n-brand = Y\n  [one] a\nq1_b={ $x }\n";
        assert_eq!(ids(text), ["hello", "hello.title", "-brand", "q1_b"]);
    }

    fn errors(dutch: &str, arabic: &str) -> Vec<String> {
        let mut files: Vec<File> =
            LANGUAGES.iter().map(|language| file(&format!("locales/{language}/app.ftl"), dutch)).collect();
        arabic.clone_into(&mut files[5].text);
        let mut findings = Findings::default();
        check(&files, &mut findings);
        findings.errors
    }

    #[test]
    fn languages_have_the_same_ids() {
        assert_eq!(errors("a = 1\nb = 2", "b = 2\na = 1"), Vec::<String>::new());
        assert_eq!(errors("a = 1\nb = 2", "a = 1"), ["locales/ar/app.ftl: b is missing"]);
        assert_eq!(errors("a = 1", "a = 1\nb = 2"), ["locales/ar/app.ftl: b is not in Dutch"]);
        assert_eq!(errors("a = 1", "a = 1\na = 2"), ["locales/ar/app.ftl: a is there twice"]);
    }

    #[test]
    fn without_messages_there_is_nothing_to_compare() {
        let mut findings = Findings::default();
        check(&[file("README.md", "a = 1")], &mut findings);
        assert_eq!(findings, Findings::default());
    }
}
