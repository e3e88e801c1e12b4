//! Warnings about what surprises authors, and silence where nothing does.

mod support;

use support::import;

/// The codes, columns and rows of what is said about these rows.
fn said(rows: &str) -> Vec<(&'static str, u32, String)> {
    let table = format!(
        "| survey |
        | | type | name | label | relevant | constraint | calculation | required | default |
        | | select_one yn | q | Q | | | | | |
        | | select_multiple fr | m | M | | | | | |
        | | integer | n | N | | | | | |
        {rows}
        | choices |
        | | list_name | name | label |
        | | yn | yes | Yes |
        | | yn | no | No |
        | | fr | a | A |
        | | fr | b | B |
        | settings |
        | | form_id |
        | | f |"
    );
    let import = import(&table);
    assert!(import.form.is_some(), "{:#?}", import.problems);
    let place = |p: forms::Problem| (p.code, p.row.unwrap_or_default(), p.column.unwrap_or_default());
    import.problems.into_iter().map(place).collect()
}

#[track_caller]
fn relevant(condition: &str, expected: &[&str]) {
    let found = said(&format!("| | text | t | T | {condition} | | | | |"));
    assert!(found.iter().all(|(_, row, column)| (*row, column.as_str()) == (5, "relevant")), "{found:?}");
    assert_eq!(found.iter().map(|(code, ..)| *code).collect::<Vec<_>>(), expected, "{condition}");
}

#[test]
fn what_holds_while_an_answer_is_empty() {
    relevant("${n} != 3", &["true-when-empty"]);
    relevant("${q} != 'yes' and ${n} > 1", &["true-when-empty"]);
    relevant("${q} != 'yes' and ${q} != ''", &[]);
    relevant("not(${q} = 'yes')", &[]);
    relevant("coalesce(${n}, 0) != 3", &[]);
}

#[test]
fn several_choices_compared_as_one() {
    relevant("${m} = 'a'", &["equal-on-several"]);
    relevant("${m} != ''", &[]);
    relevant("selected(${m}, 'a')", &[]);
    let found = said("| | calculate | c | | | | if('a' = ${m}, 1, 2) | | |");
    assert_eq!(found, [("equal-on-several", 5, "calculation".to_owned())]);
}

#[test]
fn what_is_never_relevant() {
    for condition in [
        "false()",
        "0",
        "${q} = 'maybe'",
        "selected(${m}, 'c')",
        "${q} = 'yes' and ${q} = 'no'",
        "${q} = 'x' or false()",
        "not(true())",
    ] {
        relevant(condition, &["never-relevant"]);
    }
    for condition in
        ["${q} = 'yes' or ${q} = 'no'", "${n} = 1 and ${n} = 2 - 1", "${q} = ''", "true()", "selected(${m}, 'a')"]
    {
        relevant(condition, &[]);
    }
}

#[test]
fn patterns_that_look_as_if_they_searched() {
    assert_eq!(said("| | text | t | T | | regex(., '[0-9]+') | | | |")[0].0, "regex-unanchored");
    assert_eq!(said("| | text | t | T | | regex(., '^[0-9]+$') | | | |"), []);
}

#[test]
fn lists_that_nobody_uses_and_texts_that_are_missing() {
    let import = import(
        "
        | survey |
        | | type | name | label::nl | label::fr | hint::nl |
        | | select_one l | q | Vraag | Question | Hint |
        | | text | t | Tekst | | |
        | | calculate | c | | | |
        | choices |
        | | list_name | name | label::nl | label::fr |
        | | l | a | A | |
        | | spare | a | A | A |
        | settings |
        | | form_id |
        | | f |
    "
        .replace("| | calculate | c | | | |\n", "")
        .as_str(),
    );
    let found: Vec<_> = import
        .problems
        .iter()
        .map(|p| (p.code, p.sheet.as_str(), p.row, p.args.get("languages").map(String::as_str)))
        .collect();
    assert_eq!(
        found,
        [
            ("translation-missing", "survey", Some(2), Some("fr")),
            ("translation-missing", "survey", Some(3), Some("fr")),
            ("translation-missing", "choices", Some(2), Some("fr")),
            ("list-unused", "choices", Some(3), None),
        ]
    );
}
