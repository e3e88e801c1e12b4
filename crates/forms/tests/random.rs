//! Any sequence of changes, sensible or not: nothing panics, and what is computed step by step is what is computed anew.

mod support;

use std::sync::Arc;

use forms::{Answer, Form, Run, Value, read};
use proptest::prelude::*;
use support::{env, form};

/// Logic of every kind, within repeats and around them; fuzzing begins with it too.
const LOGIC: &str = include_str!("data/logic.txt");

#[derive(Clone, Debug)]
enum Step {
    Set(usize, String, Answer),
    Add(String, String),
    Remove(String, String),
    Undo,
}

fn answer() -> impl Strategy<Value = Answer> {
    let text = prop_oneof!["[a-c]", "yes|no", ".{0,8}", Just("2026-01-15".to_owned())];
    let value = prop_oneof![
        3 => text.prop_map(Value::Text),
        2 => (-3..8_i32).prop_map(|n| Value::Number(f64::from(n))),
        1 => any::<f64>().prop_map(Value::Number),
        2 => proptest::collection::vec("[a-d]", 0..4).prop_map(Value::List),
    ];
    (proptest::option::weighted(0.9, value), any::<bool>(), proptest::option::weighted(0.1, ".{0,4}"))
        .prop_map(|(value, refused, note)| Answer { refused: refused && value.is_none(), value, note, later: false })
}

fn step() -> impl Strategy<Value = Step> {
    let key = || "[ab1]";
    let repeat = prop_oneof![
        Just("r".to_owned()),
        key().prop_map(|k| format!("r[{k}]/inner")),
        Just("hulpvraag".to_owned()),
        Just("c[]".to_owned())
    ];
    prop_oneof![
        6 => (any::<usize>(), "[a-z\\[\\]/]{0,6}", answer()).prop_map(|(place, path, answer)| Step::Set(place, path, answer)),
        2 => (repeat.clone(), key()).prop_map(|(path, key)| Step::Add(path, key)),
        1 => (repeat, key()).prop_map(|(path, key)| Step::Remove(path, key)),
        1 => Just(Step::Undo),
    ]
}

fn walk(form: &Arc<Form>, steps: Vec<Step>) {
    let mut run = Run::new(form.clone(), env());
    let mut removed = None;
    for step in steps {
        match step {
            Step::Set(place, path, answer) => {
                let nodes = run.nodes();
                // Mostly a path that exists, at times anything.
                let path = if place % 9 == 0 { path } else { nodes[place % nodes.len()].path.clone() };
                let _ = run.set(&path, answer);
            }
            Step::Add(path, key) => drop(run.add_repeat(&path, &key)),
            Step::Remove(path, key) => removed = run.remove_repeat(&path, &key).ok().or(removed),
            Step::Undo => run.restore(removed.take().unwrap_or_default()),
        }
        let anew = Run::start(form.clone(), run.answers().clone(), env());
        assert_eq!(run.nodes(), anew.nodes());
        assert_eq!(run.submission(), anew.submission());
    }
}

/// The functions of the subset.
const FUNCTIONS: [&str; 52] = [
    "selected",
    "selected-at",
    "count-selected",
    "jr:choice-name",
    "if",
    "coalesce",
    "once",
    "not",
    "true",
    "false",
    "boolean",
    "boolean-from-string",
    "number",
    "string",
    "int",
    "round",
    "floor",
    "ceiling",
    "abs",
    "pow",
    "concat",
    "join",
    "string-length",
    "contains",
    "starts-with",
    "ends-with",
    "substr",
    "substring",
    "substring-before",
    "substring-after",
    "normalize-space",
    "translate",
    "regex",
    "count",
    "count-non-empty",
    "sum",
    "min",
    "max",
    "position",
    "last",
    "indexed-repeat",
    "current",
    "instance",
    "today",
    "now",
    "date",
    "date-time",
    "format-date",
    "format-date-time",
    "decimal-date-time",
    "decimal-time",
    "uuid",
];
const ARGUMENTS: [&str; 14] = [
    "${t}",
    "${n}",
    "''",
    "'a'",
    "'2026-01-15'",
    "'%Y'",
    "0",
    "-1.5",
    "1 div 0",
    "true()",
    "..",
    ".",
    "'('",
    "999999999999",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn steps_on_a_form_of_all_logic(steps in proptest::collection::vec(step(), 0..24)) {
        walk(&form(LOGIC), steps);
    }

    #[test]
    fn steps_on_the_real_form(steps in proptest::collection::vec(step(), 0..10)) {
        let form = read(include_bytes!("data/hoe-gaat-het.xlsx")).form.expect("a form");
        walk(&Arc::new(form), steps);
    }

    #[test]
    fn any_bytes_are_no_form(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).form.is_none());
    }

    #[test]
    fn any_expression_is_understood_or_refused(source in "[a-z0-9${}()\\[\\]'\"<>=+*/., |@:-]{0,40}") {
        let table = format!("| survey |\n| | type | name | calculation |\n| | calculate | a | {} |\n", source.replace('|', "\\|"));
        let import = support::import(&table);
        if let Some(form) = import.form {
            let _ = Run::new(Arc::new(form), env()).nodes();
        }
    }

    #[test]
    fn any_text_as_an_expression_is_understood_or_refused(source in ".{0,60}") {
        let table = format!("| survey |\n| | type | name | label | relevant | constraint | default |\n| | text | a | A | | {0} | {0} |\n| | text | b | B | {0} | | |\n", source.replace(['|', '\n'], "\\|"));
        if let Some(form) = support::import(&table).form {
            let mut run = Run::new(Arc::new(form), env());
            let _ = run.set("a", Answer::text("x"));
            let (_, _) = (run.nodes(), run.errors());
        }
    }

    /// Calls of real functions with whatever arguments: they have a value or an error, and both stay.
    #[test]
    fn any_call_has_the_same_value_each_time(
        name in prop::sample::select(FUNCTIONS.to_vec()),
        arguments in proptest::collection::vec(prop::sample::select(ARGUMENTS.to_vec()), 0..4),
    ) {
        let table = format!("| survey |\n| | type | name | label | calculation |\n| | text | t | T | |\n| | integer | n | N | |\n| | calculate | a | | {name}({}) |\n", arguments.join(", "));
        if let Some(form) = support::import(&table).form.map(Arc::new) {
            let mut run = Run::new(form.clone(), env());
            for answer in ["", "a b", "2026-01-15"] {
                run.set("t", Answer::text(answer)).expect("a text");
                let again = Run::start(form.clone(), run.answers().clone(), env());
                if !matches!(name, "uuid" | "random" | "once") {
                    prop_assert_eq!(run.node("a").map(|n| n.value), again.node("a").map(|n| n.value));
                }
            }
        }
    }

    #[test]
    fn any_answers_can_be_taken_up(answers in proptest::collection::btree_map("(r\\[[ab]\\]/n|many|g/m|r\\[|c\\[9\\]|.{0,6})", answer(), 0..6)) {
        let run = Run::start(form(LOGIC), forms::Answers(answers.clone()), env());
        let _ = run.nodes();
        // Nothing is lost that came in.
        for path in answers.keys() {
            prop_assert!(run.answers().0.contains_key(path));
        }
    }
}
