//! Answers that did not come from this app, and expressions that fail while a form is filled in.

mod support;

use std::collections::BTreeMap;

use forms::{Answer, Answers, EvaluationError, Fault, Run};
use support::{env, form, run, set, value};

const FORM: &str = "
| survey |
| | type | name | label | relevant | constraint | required | choice_filter | repeat_count | calculation |
| | integer | many | Many | | . < 4 | yes | | | |
| | select_multiple l | m | M | | | | | | |
| | begin group | g | G | ${many} > 1 | | | | | |
| | select_one l | s | S | | | | name != 'b' or ${many} > 2 | | |
| | note | hello | Hello | | | | | | |
| | date | day | Day | | | yes | | | |
| | end group | | | | | | | | |
| | begin repeat | r | R | | | | | ${many} | |
| | text | t | T | | | | | | |
| | end repeat | | | | | | | | |
| | begin repeat | free | Free | | | | | | |
| | text | f | F | | | | | | |
| | end repeat | | | | | | | | |
| | calculate | twice | | | | | | | ${many} * 2 |
| choices |
| | list_name | name | label |
| | l | a | A |
| | l | b | B |
";

fn findings(answers: &[(&str, Answer)]) -> Vec<(String, Fault, String)> {
    let answers: BTreeMap<String, Answer> =
        answers.iter().map(|(path, answer)| ((*path).to_owned(), answer.clone())).collect();
    let run = Run::start(form(FORM), Answers(answers.clone()), env());
    for path in answers.keys() {
        assert!(run.answers().0.contains_key(path), "{path} is lost");
    }
    run.findings().into_iter().map(|found| (found.path, found.fault, found.value)).collect()
}

#[track_caller]
fn check(answers: &[(&str, Answer)], expected: &[(&str, Fault, &str)]) {
    let found = findings(answers);
    let found: Vec<(&str, Fault, &str)> =
        found.iter().map(|(path, fault, value)| (path.as_str(), *fault, value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn good_answers_have_no_findings() {
    let many = |n: f64| ("many", Answer::number(n));
    check(&[many(1.0)], &[]);
    check(
        &[many(2.0), ("g/s", Answer::text("a")), ("g/day", Answer::text("2026-01-15")), ("r[2]/t", Answer::text("x"))],
        &[],
    );
    check(
        &[
            many(2.0),
            ("g/day", Answer::later()),
            ("free[0191]", Answer::default()),
            ("free[0191]/f", Answer::text("x")),
        ],
        &[],
    );
}

#[test]
fn every_fault_is_listed_and_no_answer_is_lost() {
    check(
        &[
            ("many", Answer::number(9.0)),
            ("m", Answer::list(["a", "x", "y"])),
            ("g", Answer::text("a group")),
            ("g/hello", Answer::text("a note")),
            ("g/s", Answer::text("z")),
            ("nowhere", Answer::text("?")),
            ("free[a b]/f", Answer::text("bad key")),
            ("r[99]/t", Answer::text("gone")),
            ("free", Answer::text("no instance")),
        ],
        &[
            ("free", Fault::UnknownPath, "no instance"),
            ("free[a b]/f", Fault::UnknownPath, "bad key"),
            ("g", Fault::NotAnswerable, "a group"),
            ("g/day", Fault::Required, ""),
            ("g/hello", Fault::NotAnswerable, "a note"),
            ("g/s", Fault::UnknownChoice, "z"),
            ("m", Fault::UnknownChoice, "x"),
            ("m", Fault::UnknownChoice, "y"),
            ("many", Fault::Constraint, "9"),
            ("nowhere", Fault::UnknownPath, "?"),
        ],
    );
    // What is of the wrong type is there: it is not missing too.
    check(&[("many", Answer::text("three"))], &[("many", Fault::WrongType, "three")]);
}

#[test]
fn what_is_not_relevant_or_surplus_is_no_finding() {
    let surplus = [("many", Answer::number(1.0)), ("r[3]/t", Answer::text("kept")), ("g/s", Answer::text("z"))];
    check(&surplus, &[]);
    check(&[("many", Answer::number(1.0)), ("twice", Answer::number(77.0))], &[]);
}

#[test]
fn an_expression_that_fails_is_empty_and_says_so() {
    let mut run = run("
        | survey |
        | | type | name | label | calculation | constraint |
        | | text | day | Day | | |
        | | text | pattern | Pattern | | |
        | | calculate | parsed | | format-date(date(${day}), '%Y') | |
        | | text | t | T | | regex(., ${pattern}) |
    ");
    assert_eq!(run.errors(), []);
    set(&mut run, "day", "2026-02-30");
    set(&mut run, "pattern", "(");
    set(&mut run, "t", "x");
    let _ = run.nodes();
    let error = |path: &str, column, expression: &str, reason: &str| EvaluationError {
        path: path.to_owned(),
        column,
        expression: expression.to_owned(),
        reason: reason.to_owned(),
    };
    assert_eq!(
        run.errors(),
        [
            error("parsed", "calculation", "format-date(date(${day}), '%Y')", "2026-02-30 is no date"),
            error("t", "constraint", "regex(., ${pattern})", "( is no regular expression"),
        ]
    );
    assert_eq!(value(&run, "parsed"), "");
    set(&mut run, "day", "2026-02-28");
    set(&mut run, "pattern", "x");
    let _ = run.nodes();
    assert_eq!((run.errors(), value(&run, "parsed")), (Vec::new(), "2026".to_owned()));
}

#[test]
fn an_answer_computes_only_what_depends_on_it() {
    let mut table = String::from("| survey |\n| | type | name | label | relevant | calculation |\n");
    for n in 0..300 {
        table += &format!("| | integer | q{n} | Q | | |\n| | calculate | c{n} | | | ${{q{n}}} + 1 |\n");
    }
    table += "| | calculate | sum | | | ${c1} + ${c2} |\n| | text | last | L | ${sum} > 5 | |\n";
    let mut run = run(&table);
    let cost = |run: &mut Run, path: &str, value: &str| {
        let before = run.computed_cells();
        let answer = value.parse().map_or_else(|_| Answer::text(value), Answer::number);
        run.set(path, answer).expect(path);
        run.computed_cells() - before
    };
    // The answer itself, and its calculation.
    assert_eq!(cost(&mut run, "q7", "1"), 2);
    run.set("q2", Answer::number(1.0)).expect("set");
    // Its calculation, the sum, the relevance that reads it; nothing reads `last`.
    assert_eq!(cost(&mut run, "q1", "1"), 4);
    // The same answer again changes nothing further on.
    assert_eq!(cost(&mut run, "q1", "1"), 2);
    assert_eq!(cost(&mut run, "last", "x"), 1);
}
