//! What is refused, what is warned of, and where.

mod support;

use forms::{Kind, Problem, Severity, read};
use support::import;

/// A survey of these rows, with the columns that the tests need, and two lists.
fn survey(rows: &str) -> String {
    format!(
        "| survey |
        | | type | name | label | relevant | constraint | calculation | choice_filter | default | parameters | use |
        {rows}
        | choices |
        | | list_name | name | label |
        | | yn | yes | Yes |
        | | yn | no | No |
        | | spaced | a b | A |
        | settings |
        | | form_id |
        | | f |"
    )
}

#[track_caller]
fn check(rows: &str, expected: &[(&str, Option<u32>)]) -> Vec<Problem> {
    let import = import(&survey(rows));
    if let Some(form) = &import.form {
        let _ = forms::Run::new(std::sync::Arc::new(form.clone()), support::env()).nodes();
    }
    let errors: Vec<_> = import.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    let found: Vec<(&str, Option<u32>)> = errors.iter().map(|p| (p.code, p.row)).collect();
    assert_eq!(found, expected, "{:#?}", import.problems);
    assert_eq!(import.form.is_none(), !expected.is_empty());
    import.problems
}

#[test]
fn structure_that_does_not_close_is_refused() {
    check("| | begin group | g | G |\n| | text | a | A |", &[("begin-without-end", Some(2))]);
    check("| | text | a | A |\n| | end group | | |", &[("end-without-begin", Some(3))]);
    check(
        "| | begin group | g | G |\n| | text | a | A |\n| | end repeat | | |",
        &[("begin-without-end", Some(2)), ("end-without-begin", Some(4))],
    );
}

#[test]
fn names_are_checked() {
    check("| | text | a | A |\n| | text | a | A |", &[("duplicate-name", Some(3))]);
    check("| | text | 1a | A |", &[("invalid-name", Some(2))]);
    check("| | text | | A |", &[("no-name", Some(2))]);
    check("| | text | meta | A |", &[("reserved-name", Some(2))]);
    check("| | | a | A |\n| | text | b | B |", &[("no-type", Some(2))]);
    check("| | begin group | g | G |\n| | text | a | A |\n| | end group | | |\n| | text | a | A |", &[]);
}

#[test]
fn types_outside_the_subset_are_refused_or_kept_without_a_widget() {
    check("| | osm | a | A |", &[("type-unsupported", Some(2))]);
    check("| | select_one_external yn | a | A |", &[("type-unsupported", Some(2))]);
    check("| | begin loop over yn | a | A |", &[("type-unsupported", Some(2))]);
    check("| | txet | a | A |", &[("unknown-type", Some(2))]);
    let problems = check("| | image | a | A |", &[]);
    assert_eq!(problems[0].code, "type-without-widget");
}

#[test]
fn lists_are_checked() {
    check("| | select_one nope | a | A |", &[("unknown-list", Some(2))]);
    check("| | select_multiple spaced | a | A |", &[("choice-with-space", Some(2))]);
    let twice = "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choices |\n| | list_name | name | label |\n| | l | x | X |\n| | l | x | X |";
    let found = import(twice).problems.into_iter().find(|p| p.severity == Severity::Error).expect("an error");
    assert_eq!((found.code, found.sheet.as_str(), found.row), ("duplicate-choice", "choices", Some(3)));
    let allowed = format!("{twice}\n| settings |\n| | allow_choice_duplicates |\n| | yes |");
    assert!(import(&allowed).form.is_some());
}

#[test]
fn expressions_are_checked_where_they_stand() {
    let problems = check("| | text | a | A | ${b} = 1 |", &[("unknown-reference", Some(2))]);
    assert_eq!(problems[0].column.as_deref(), Some("relevant"));
    assert_eq!(problems[0].args["word"], "b");
    check("| | text | a | A | | . > |", &[("expression-syntax", Some(2))]);
    check("| | text | a | A | | nope(.) |", &[("unknown-function", Some(2))]);
    check("| | text | a | A | | not(1, 2) |", &[("argument-count", Some(2))]);
    check("| | text | a | A | | //a = 1 |", &[("axis-unsupported", Some(2))]);
    check("| | text | a | A | | child::a = 1 |", &[("axis-unsupported", Some(2))]);
    check("| | text | a | A | | regex(., '(') |", &[("regex-invalid", Some(2))]);
    check("| | text | a | A | | . < date('2026-02-30') |", &[("date-invalid", Some(2))]);
    check("| | text | a | A ${b} |", &[("unknown-reference", Some(2))]);
    check("| | calculate | a | | | | |", &[("no-calculation", Some(2))]);
    let deep = format!("| | text | a | A | | {}1{} |", "(".repeat(200), ")".repeat(200));
    check(&deep, &[("expression-too-deep", Some(2))]);
    let long = format!("| | text | a | A | | 1{} |", "+1".repeat(20_000));
    check(&long, &[("expression-too-long", Some(2))]);
}

#[test]
fn nesting_is_bounded_and_within_the_bound_nothing_overflows() {
    let nested = |open: &str, close: &str, times: usize| format!("{}1{}", open.repeat(times), close.repeat(times));
    check(&format!("| | text | a | A | | {} |", nested("not(", ")", 120)), &[]);
    check(&format!("| | text | a | A | | {} |", nested("if(true(), ", ", 2)", 120)), &[]);
    check(&format!("| | text | a | A | | {} |", nested("-", "", 10_000)), &[]);
    let groups = |depth: usize| {
        let begin: String = (0..depth).map(|n| format!("| | begin group | g{n} | G |\n")).collect();
        begin + "| | text | a | A |\n" + &"| | end group | | |\n".repeat(depth)
    };
    check(&groups(32), &[]);
    check(&groups(4_000), &[("nested-too-deep", Some(34))]);
}

#[test]
fn cycles_name_their_nodes() {
    let problems =
        check("| | calculate | a | | | | ${b} + 1 |\n| | calculate | b | | | | ${a} + 1 |", &[("cycle", None)]);
    assert_eq!(problems[0].args["nodes"], "a → b");
    check("| | calculate | a | | | | ${a} + 1 |", &[("cycle", None)]);
    check("| | calculate | a | | | | string-length() |", &[("cycle", None)]);
    check("| | calculate | a | | | | string(..) |", &[("cycle", None)]);
    check("| | text | b | B |\n| | calculate | a | | | | concat(../b, position(..)) |", &[]);
    check("| | text | a | A | ${a} = 1 |", &[("cycle", None)]);
    check("| | begin group | g | G | ${a} = 1 |\n| | text | a | A |\n| | end group | | |", &[("cycle", None)]);
    check("| | text | a | A | | . != ${a} |", &[]);
    let table = "| survey |\n| | type | name | label | required |\n| | text | a | A | ${b} = '' |\n| | text | b | B | ${a} = '' |";
    assert_eq!(import(table).problems.iter().filter(|p| p.code == "cycle").count(), 1);
}

#[test]
fn columns_of_the_app_are_kept_without_a_word() {
    let import = import(&survey("| | text | a | A | | | | | | | story |"));
    // The lists of this table have no question here.
    assert!(import.problems.iter().all(|p| p.code == "list-unused"), "{:#?}", import.problems);
    let form = import.form.expect("a form");
    assert_eq!(form.find_use("story").expect("a question").path, "a");
    assert_eq!(form.questions().next().expect("a question").kind, Kind::Text);
    let other = read(&support::workbook("| survey |\n| | type | name | label | weather |\n| | text | a | A | wet |"));
    assert!(other.problems.iter().any(|p| p.code == "unknown-column" && p.severity == Severity::Warning));
    assert_eq!(other.form.expect("a form").question("a").expect("a question").extra["weather"], "wet");
}

#[test]
fn what_is_no_workbook_says_so() {
    assert_eq!(read(b"not a workbook").problems[0].code, "not-a-workbook");
    assert_eq!(import("| other |\n| | a |\n| | b |").problems[0].code, "no-survey-sheet");
}
