//! A form that was published when the engine asked for less opens again, with what it cannot use left out.

mod support;

use std::sync::Arc;

use forms::{Answer, Answers, Files, Run, Value, read, reopen};
use support::{env, value, workbook};

fn opened(table: &str) -> Run {
    let bytes = workbook(table);
    assert!(read(&bytes).form.is_none(), "it would not be published now");
    Run::new(Arc::new(reopen(&bytes, Files::default()).expect("it opens")), env())
}

/// `path column` of each expression without a value.
fn errors(run: &Run) -> Vec<String> {
    let _ = run.nodes();
    run.errors().into_iter().map(|error| format!("{} {}", error.path, error.column)).collect()
}

const OLD: &str = "
    | survey |
    | | type | name | label | relevant | constraint | calculation | required | repeat_count |
    | | integer | a | A | ${gone} > 1 | . < | | yes | |
    | | calculate | twice | | | | ${a} * 2 | | |
    | | calculate | bad | | | | nosuch(${a}) | | |
    | | Text | remark | Remark | | | | | |
    | | select_one nowhere | which | Which? | | | | | |
    | | begin repeat | r | R | | | | | ${gone} |
    | | text | n | N | ${b} = '1' | | | | |
    | | end repeat | | | | | | | |
    | | text | b | B | ${c} != '' | | | | |
    | | text | c | C | ${b} != '' | | | | |
";

#[test]
fn what_cannot_be_used_is_left_out_and_said_and_the_rest_works() {
    let mut run = opened(OLD);
    run.set("a", Answer::number(4.0)).expect("a number");
    assert_eq!(value(&run, "twice"), "8");
    let a = run.node("a").expect("a");
    assert_eq!((a.relevant, a.required, a.problem), (true, true, None));
    assert!(run.node("b").expect("b").relevant && run.node("c").expect("c").relevant);
    assert_eq!(
        errors(&run),
        ["a relevant", "a constraint", "bad calculation", "r repeat_count", "b relevant", "c relevant",]
    );
    let error = &run.errors()[2];
    assert_eq!((error.expression.as_str(), error.reason.contains("nosuch")), ("nosuch(${a})", true));
}

#[test]
fn every_answer_of_before_is_still_there() {
    let bytes = workbook(OLD);
    let form = Arc::new(reopen(&bytes, Files::default()).expect("it opens"));
    let paths = ["a", "bad", "remark", "which", "r[k]/n", "b"];
    let text = |path: &str| if path == "a" { Answer::number(1.0) } else { Answer::text("x") };
    let mut answers = Answers::default();
    answers.0.extend(paths.map(|path| (path.to_owned(), text(path))));
    answers.0.insert("b".to_owned(), Answer::text("1"));
    let run = Run::start(form, answers, env());
    for path in paths {
        let node = run.node(path).unwrap_or_else(|| panic!("{path} has no place"));
        assert!(node.relevant && !node.value.is_empty(), "{path}");
    }
    assert_eq!(run.findings(), []);
    assert_eq!(run.submission().0["bad"].value, Some(Value::Text("x".to_owned())));
}

#[test]
fn only_what_asks_nothing_is_refused() {
    let none = |bytes: &[u8]| reopen(bytes, Files::default()).is_none();
    assert!(none(b"no workbook"));
    assert!(none(&workbook("| choices |\n| | list_name | name | label |\n| | l | a | A |")));
    assert!(none(&workbook("| survey |\n| | type | name | label |")));
}

#[test]
fn every_cycle_is_named_and_each_is_left_out() {
    let mut run = opened(
        "
        | survey |
        | | type | name | label | calculation | relevant | required |
        | | calculate | a | | ${b} + 1 | | |
        | | calculate | b | | ${a} + 1 | | |
        | | integer | x | X | | | |
        | | text | p | P | | | ${q} = '' |
        | | text | q | Q | | | ${p} = '' |
        | | calculate | sum | | ${a} + ${x} | | |
        | | calculate | free | | ${x} + 1 | | |
    ",
    );
    let cycles = |table: &str| {
        let problems = read(&workbook(table)).problems;
        problems.into_iter().filter(|p| p.code == "cycle").map(|p| p.args["nodes"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(errors(&run), ["a calculation", "b calculation", "p required", "q required"],);
    run.set("x", Answer::number(3.0)).expect("a number");
    assert_eq!((value(&run, "free").as_str(), value(&run, "sum").as_str()), ("4", ""));
    let two = "| survey |\n| | type | name | calculation |\n| | calculate | a | ${b} |\n| | calculate | b | ${a} |\n| | calculate | c | ${d} |\n| | calculate | d | ${c} |";
    assert_eq!(cycles(two), ["a → b", "c → d"]);
}
