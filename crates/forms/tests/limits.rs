//! Every limit at its bound, and one beyond it.

mod support;

use std::sync::Arc;

use forms::{
    Files, MAX_COLUMNS, MAX_EXPRESSION_BYTES, MAX_FILE_BYTES, MAX_INSTANCES, MAX_KEY_BYTES, MAX_NESTING, MAX_ROWS, Run,
    SetError, Severity, read_with, reopen,
};
use support::{import, run, set, workbook};

/// The code of the first error that is about a limit, or of the first one.
fn error(table: &str) -> Option<&'static str> {
    error_with(table, &Files::default())
}

fn error_with(table: &str, files: &Files) -> Option<&'static str> {
    let import = read_with(&workbook(table), files);
    let codes: Vec<_> = import.problems.iter().filter(|p| p.severity == Severity::Error).map(|p| p.code).collect();
    codes.iter().find(|code| **code == "sheet-too-large").or(codes.first()).copied()
}

fn survey(rows: &str) -> String {
    format!("| survey |\n| | type | name | label | calculation | constraint |\n{rows}")
}

fn calculation(expression: &str) -> String {
    survey(&format!("| | calculate | a | | {expression} | |\n"))
}

#[test]
fn rows() {
    let rows = |count: usize| survey(&(0..count).map(|n| format!("| | text | q{n} | Q | | |\n")).collect::<String>());
    assert_eq!(error(&rows(MAX_ROWS - 1)), None);
    assert_eq!(error(&rows(MAX_ROWS)), None);
    assert_eq!(error(&rows(MAX_ROWS + 1)), Some("sheet-too-large"));
}

#[test]
fn choices() {
    let list = |count: usize| {
        let rows: String = (0..count).map(|n| format!("| | l | c{n} | C |\n")).collect();
        format!(
            "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choices |\n| | list_name | name | label |\n{rows}"
        )
    };
    assert_eq!(error(&list(forms::MAX_CHOICES)), None);
    assert_eq!(error(&list(forms::MAX_CHOICES + 1)), Some("sheet-too-large"));
}

#[test]
fn columns() {
    let columns = |count: usize| {
        let more: String = (3..count).map(|n| format!(" own{n} |")).collect();
        format!("| survey |\n| | type | name | label |{more}\n| | text | a | A |\n")
    };
    assert_eq!(error(&columns(MAX_COLUMNS)), None);
    assert_eq!(error(&columns(MAX_COLUMNS + 1)), Some("sheet-too-large"));
}

#[test]
fn length_and_nesting_of_expressions() {
    let long = |bytes: usize| format!("'{}'", "x".repeat(bytes - 2));
    assert_eq!(error(&calculation(&long(MAX_EXPRESSION_BYTES))), None);
    assert_eq!(error(&calculation(&long(MAX_EXPRESSION_BYTES + 1))), Some("expression-too-long"));
    let nested = |depth: usize| format!("{}1{}", "(".repeat(depth - 1), ")".repeat(depth - 1));
    assert_eq!(error(&calculation(&nested(MAX_NESTING))), None);
    assert_eq!(error(&calculation(&nested(MAX_NESTING + 1))), Some("expression-too-deep"));
}

#[test]
fn depth_of_groups() {
    let groups = |depth: usize| {
        let begin: String = (0..depth).map(|n| format!("| | begin repeat | g{n} | G | | |\n")).collect();
        survey(&(begin + "| | text | a | A | | |\n" + &"| | end repeat | | | | |\n".repeat(depth)))
    };
    assert_eq!(error(&groups(forms::MAX_DEPTH)), None);
    assert_eq!(error(&groups(forms::MAX_DEPTH + 1)), Some("nested-too-deep"));
}

#[test]
fn patterns() {
    let pattern = |times: usize| survey(&format!("| | text | a | A | | regex(., '^(abcdefgh){{{times}}}$') |\n"));
    assert_eq!(error(&pattern(100)), None);
    assert_eq!(error(&pattern(100_000)), Some("regex-invalid"));
}

#[test]
fn bytes_of_a_file() {
    let table = "| survey |\n| | type | name | label |\n| | select_one_from_file big.csv | a | A |";
    let file = |bytes: usize| {
        let head = "name,label\na,";
        Files::new([("big.csv".to_owned(), format!("{head}{}", "x".repeat(bytes - head.len())).into_bytes())])
    };
    assert_eq!(error_with(table, &file(MAX_FILE_BYTES)), None);
    assert_eq!(error_with(table, &file(MAX_FILE_BYTES + 1)), Some("list-file-unreadable"));
}

#[test]
fn instances_and_their_keys() {
    let mut free = run(
        "| survey |\n| | type | name | label |\n| | begin repeat | r | R |\n| | text | a | A |\n| | end repeat | | |",
    );
    for key in 0..MAX_INSTANCES {
        free.add_repeat("r", &key.to_string()).expect("room");
    }
    assert_eq!(free.add_repeat("r", "more"), Err(SetError::TooMany("r".to_owned())));
    free.remove_repeat("r", "0").expect("removed");
    assert_eq!(free.add_repeat("r", &"k".repeat(MAX_KEY_BYTES)), Ok(()));
    let long = "k".repeat(MAX_KEY_BYTES + 1);
    free.remove_repeat("r", "1").expect("removed");
    assert_eq!(free.add_repeat("r", &long), Err(SetError::BadKey(long)));
    let mut counted = run(
        "| survey |\n| | type | name | label | repeat_count |\n| | integer | n | N | |\n| | begin repeat | r | R | ${n} |\n| | text | a | A | |\n| | end repeat | | | |",
    );
    for (asked, there) in [("999", 999), ("1000", 1000), ("1001", MAX_INSTANCES), ("-1", 0)] {
        set(&mut counted, "n", asked);
        assert_eq!(counted.instances("r").len(), there, "{asked}");
    }
}

#[test]
fn a_circle_as_long_as_a_form_and_as_many_as_there_can_be_are_named_and_left_out() {
    let rows = |next: fn(usize) -> usize| -> String {
        (0..3_000).map(|n| format!("| | calculate | q{n} | | ${{q{}}} + 1 | |\n", next(n))).collect()
    };
    for (next, cycles) in [((|n| (n + 1) % 3_000) as fn(usize) -> usize, 1), (|n| n ^ 1, 1_500)] {
        let table = survey(&rows(next));
        let found = import(&table).problems.iter().filter(|problem| problem.code == "cycle").count();
        assert_eq!(found, cycles);
        let form = reopen(&workbook(&table), Files::default()).expect("it opens");
        let errors = Run::new(Arc::new(form), support::env()).errors();
        assert_eq!(errors.len(), 3_000);
        assert!(errors.iter().all(|error| error.reason.len() < 200), "{}", errors[0].reason);
    }
}

#[test]
fn a_chain_of_references_as_long_as_a_form_does_not_overflow() {
    let mut rows = String::from("| | integer | q0 | Q | | |\n");
    for n in 1..3_000 {
        rows += &format!("| | calculate | q{n} | | ${{q{}}} + 1 | |\n", n - 1);
    }
    let mut run = run(&survey(&rows));
    set(&mut run, "q0", "1");
    assert_eq!(support::value(&run, "q2999"), "3000");
    assert!(import(&survey(&(rows + "| | calculate | back | | ${q2999} | ${back} |\n"))).form.is_some());
}
