//! The interface in six languages: every message reads, and asks for the same values in each language.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use unic_langid::LanguageIdentifier;

const LANGUAGES: [&str; 6] = ["nl", "en", "it", "fr", "tr", "ar"];

/// The files of a language, parsed; a file that does not parse as a whole fails.
fn resources(language: &str) -> Vec<(String, FluentResource)> {
    let folder = tests::office::root().join("locales").join(language);
    let files = std::fs::read_dir(folder).expect("a folder of messages").flatten().map(|e| e.path());
    let messages = files.filter(|p| p.extension().is_some_and(|e| e == "ftl"));
    messages
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a file of messages");
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match FluentResource::try_new(text) {
                Ok(resource) => (name, resource),
                Err((_, errors)) => panic!("{language}/{name}: {errors:?}"),
            }
        })
        .collect()
}

/// The values that each message asks for.
fn variables(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (_, resource) in resources(language) {
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                let mut names = BTreeSet::new();
                message.value.iter().for_each(|pattern| of_pattern(pattern, &mut names));
                all.insert(message.id.name.to_owned(), names);
            }
        }
    }
    all
}

fn of_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => of_inline(inline, names),
                Expression::Select { selector, variants } => {
                    of_inline(selector, names);
                    variants.iter().for_each(|variant| of_pattern(&variant.value, names));
                }
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = &**expression {
                of_inline(inner, names);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| of_inline(argument, names));
        }
        _ => {}
    }
}

#[test]
fn every_message_asks_for_the_same_values_in_every_language() {
    let dutch = variables("nl");
    assert!(dutch.len() > 500, "only {} messages", dutch.len());
    for language in &LANGUAGES[1..] {
        let theirs = variables(language);
        for (id, names) in &dutch {
            assert_eq!(Some(names), theirs.get(id), "{language}: {id}");
        }
        assert_eq!(dutch.len(), theirs.len(), "{language} has messages that Dutch has not");
    }
}

#[test]
fn every_message_can_be_written_for_any_number() {
    for language in LANGUAGES {
        let id: LanguageIdentifier = language.parse().expect("a language");
        let mut bundle = FluentBundle::new(vec![id]);
        for (name, resource) in resources(language) {
            assert!(bundle.add_resource(resource).is_ok(), "{language}/{name}: a message is there twice");
        }
        for (message, names) in variables(language) {
            // Each of the six plural forms of Arabic.
            for number in [0, 1, 2, 3, 11, 100] {
                let mut values = FluentArgs::new();
                names.iter().for_each(|name| values.set(name.clone(), FluentValue::from(number)));
                let mut errors = Vec::new();
                let found = bundle.get_message(&message).and_then(|m| m.value());
                let text = bundle.format_pattern(found.expect("a text"), Some(&values), &mut errors).into_owned();
                assert!(errors.is_empty() && !text.trim().is_empty(), "{language}: {message}: {errors:?}");
            }
        }
    }
}

#[test]
fn every_problem_of_a_form_is_said_in_every_language() {
    for language in LANGUAGES {
        let known = tests::messages(language);
        let silent: Vec<_> = app::problem_codes().filter(|c| !known.contains(&format!("form-problem-{c}"))).collect();
        assert!(silent.is_empty(), "{language} has no message form-problem-… for {silent:?}");
    }
}

#[test]
fn every_reason_for_setting_a_change_aside_is_said_in_every_language() {
    use domain::QuarantineReason::*;
    let reasons = [Forbidden, UnknownRecord, Deleted, Erased, ContentDiffers, Invalid, AppendOnly];
    let codes = reasons.map(|reason| serde_json::to_value(reason).expect("a code"));
    for language in LANGUAGES {
        let known = tests::messages(language);
        for code in codes.iter().map(|code| code.as_str().expect("a text").replace('_', "-")) {
            for to in ["sending", "decide"] {
                assert!(known.contains(&format!("{to}-because-{code}")), "{language}: {code} has no words");
            }
        }
    }
}

/// What the code puts before a value to name a message, as in `outcome-not-home`.
const BUILT: &[&str] = &[
    "blocked-",
    "channel-",
    "decide-because-",
    "decide-blocked-",
    "decide-deed-",
    "decide-empty-",
    "decide-said-",
    "error-",
    "form-issue-",
    "form-problem-",
    "forms-state-",
    "forms-text-",
    "forms-texts-",
    "help-column-",
    "help-empty-",
    "help-field-",
    "help-key-column-",
    "help-lacks-",
    "help-new-consent-",
    "help-referral-",
    "help-state-",
    "help-step-",
    "language-",
    "leaflet-use-",
    "leaflets-marked-",
    "outcome-",
    "plate-",
    "receipt-",
    "review-empty-",
    "review-flag-",
    "review-said-",
    "review-state-",
    "role-",
    "rounds-column-",
    "rounds-import-problem-",
    "rounds-lacks-",
    "sending-because-",
    "sending-field-",
    "sending-kind-",
    "sending-which-",
    "strength-",
    "urgency-",
    "visit-section-",
    // The violations of a question.
    "visit-constraint",
    "visit-required",
    "visit-type",
];

/// The code that shows messages, without what is generated from them and without tests.
fn code(folder: &std::path::Path, text: &mut String) {
    for path in std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let shown = [".ts", ".svelte", ".rs"].iter().any(|end| name.ends_with(end));
        if path.is_dir() && name != "test" {
            code(&path, text);
        } else if shown && !name.ends_with(".gen.ts") && !name.contains(".test.") {
            text.push_str(&std::fs::read_to_string(&path).expect("a file"));
        }
    }
}

#[test]
fn every_message_is_shown_somewhere() {
    let mut text = String::new();
    for folder in ["ui/src", "crates/app/src"] {
        code(&tests::office::root().join(folder), &mut text);
    }
    let quoted = |id: &str| ['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{id}{quote}")));
    let known = tests::messages("nl");
    let silent: Vec<_> =
        known.iter().filter(|id| !quoted(id) && !BUILT.iter().any(|start| id.starts_with(start))).collect();
    assert!(silent.is_empty(), "nothing shows {silent:?}");
    for start in BUILT {
        assert!(known.iter().any(|id| id.starts_with(start)), "no message begins with {start}");
    }
}
