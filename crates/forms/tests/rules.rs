//! The choices of the engine where the reference engines differ or surprise, one test for each.

mod support;

use forms::{Answer, Run, Value, Violation};
use support::{env, form, run, set, value};

const TRAPS: &str = "
| survey |
| | type | name | label | relevant | constraint | calculation | required | default | choice_filter |
| | integer | a | A | | . > 0 | | yes | | |
| | text | t | T | | regex(., '[0-9]{4}') | | | | |
| | select_one yn | show | Show? | | | | | | |
| | text | hidden1 | Hidden | ${show} = 'yes' | | | yes | start | |
| | calculate | seen | | | | concat('[', ${hidden1}, ']') | | | |
| | calculate | e1 | | | | ${a} + 1 | | | |
| | calculate | e2 | | | | ${a} = '' | | | |
| | calculate | e3 | | | | ${a} < 5 | | | |
| | calculate | e4 | | | | coalesce(${a}, 0) + 1 | | | |
| | calculate | e5 | | | | ${a} != 3 | | | |
| | calculate | rnd | | | | round(2.5) + round(-2.5) | | | |
| | calculate | fl | | | | 0.1 + 0.2 | | | |
| | calculate | d1 | | | | date('2024-02-28') + 2 | | | |
| | calculate | d2 | | | | format-date(date('2024-02-28') + 2, '%Y-%m-%d') | | | |
| | calculate | d3 | | | | decimal-date-time('2026-01-15') - decimal-date-time('2026-01-01') | | | |
| | calculate | d4 | | | | '2026-01-15' > '2026-01-02' | | | |
| | calculate | o1 | | | | once(concat('a=', ${a})) | | | |
| | select_multiple fr | m | M | | not(selected(., 'none') and count-selected(.) > 1) | | | | |
| | calculate | m1 | | | | ${m} = 'a b' | | | |
| | calculate | m3 | | | | jr:choice-name(selected-at(${m}, 0), '${m}') | | | |
| | select_one sub | s | S | | | | | | g = ${show} |
| | begin repeat | r | R | ${show} = 'yes' | | | | | |
| | integer | n | N | | | | | | |
| | calculate | pos | | | | position(..) | | | |
| | calculate | prev | | | | indexed-repeat(${n}, ${r}, position(..) - 1) | | | |
| | end repeat | | | | | | | | |
| | calculate | cnt | | | | count(${r}) | | | |
| | calculate | sm | | | | sum(${n}) | | | |
| | calculate | mx | | | | max(${n}) | | | |
| | calculate | jn | | | | join(',', ${n}) | | | |
| choices |
| | list_name | name | label | g |
| | yn | yes | Yes | |
| | yn | no | No | |
| | fr | a | Apple | |
| | fr | b | Banana | |
| | fr | none | None | |
| | sub | x | X | yes |
| | sub | y | Y | no |
";

#[test]
fn an_empty_number_is_not_a_number() {
    let mut run = run(TRAPS);
    let values = |run: &Run| ["e1", "e2", "e3", "e4", "e5"].map(|path| value(run, path));
    assert_eq!(values(&run), ["", "true", "false", "1", "true"]);
    set(&mut run, "a", "3");
    assert_eq!(values(&run), ["4", "false", "true", "4", "false"]);
}

#[test]
fn numbers_round_as_xpath_does() {
    let run = run(TRAPS);
    assert_eq!(value(&run, "rnd"), "1");
    assert_eq!(value(&run, "fl"), "0.30000000000000004");
}

#[test]
fn days_are_civil_and_iso_texts_compare_as_dates() {
    let run = run(TRAPS);
    assert_eq!(["d1", "d2", "d3", "d4"].map(|path| value(&run, path)), ["19783", "2024-03-01", "14", "true"]);
}

#[test]
fn what_is_not_relevant_is_hidden_kept_and_never_wrong() {
    let mut run = run(TRAPS);
    assert_eq!(value(&run, "seen"), "[]");
    assert_eq!(run.node("hidden1").expect("a node").problem, None);
    set(&mut run, "show", "yes");
    assert_eq!(value(&run, "seen"), "[start]");
    set(&mut run, "hidden1", "kept?");
    set(&mut run, "show", "no");
    assert_eq!(value(&run, "seen"), "[]");
    set(&mut run, "show", "yes");
    assert_eq!(value(&run, "seen"), "[kept?]");
}

#[test]
fn repeats_that_are_not_relevant_are_not_counted() {
    let mut run = run(TRAPS);
    for (key, n) in [("1", "10"), ("2", "")] {
        run.add_repeat("r", key).expect(key);
        set(&mut run, &format!("r[{key}]/n"), n);
    }
    assert_eq!(["cnt", "sm", "jn"].map(|path| value(&run, path)), ["0", "0", ""]);
    set(&mut run, "show", "yes");
    // An empty row is no number: it is left out of a sum and of a maximum.
    assert_eq!(["cnt", "sm", "mx", "jn"].map(|path| value(&run, path)), ["2", "10", "10", "10,"]);
}

#[test]
fn positions_follow_deletions_and_there_is_nothing_before_the_first() {
    let mut run = run(TRAPS);
    set(&mut run, "show", "yes");
    for (key, n) in [("1", "10"), ("2", "20"), ("3", "30")] {
        run.add_repeat("r", key).expect(key);
        set(&mut run, &format!("r[{key}]/n"), n);
    }
    assert_eq!(["1", "2", "3"].map(|key| value(&run, &format!("r[{key}]/prev"))), ["", "10", "20"]);
    run.remove_repeat("r", "1").expect("removed");
    assert_eq!(["2", "3"].map(|key| value(&run, &format!("r[{key}]/pos"))), ["1", "2"]);
    assert_eq!(["2", "3"].map(|key| value(&run, &format!("r[{key}]/prev"))), ["", "20"]);
}

#[test]
fn several_choices_stand_in_the_order_of_the_list() {
    let mut run = run(TRAPS);
    run.set("m", Answer::list(["b", "a"])).expect("set");
    assert_eq!(["m", "m1", "m3"].map(|path| value(&run, path)), ["a b", "true", "Apple"]);
    run.set("m", Answer::list(["a", "none"])).expect("set");
    assert_eq!(run.node("m").expect("a node").problem, Some(Violation::Constraint));
}

#[test]
fn a_choice_that_is_filtered_away_comes_back() {
    let mut run = run(TRAPS);
    set(&mut run, "show", "yes");
    set(&mut run, "s", "x");
    assert_eq!(value(&run, "s"), "x");
    set(&mut run, "show", "no");
    assert_eq!(value(&run, "s"), "");
    set(&mut run, "show", "yes");
    assert_eq!(value(&run, "s"), "x");
}

#[test]
fn a_pattern_must_match_the_whole_answer() {
    let mut run = run(TRAPS);
    set(&mut run, "t", "x1234y");
    assert_eq!(run.node("t").expect("a node").problem, Some(Violation::Constraint));
    set(&mut run, "t", "1234");
    assert_eq!(run.node("t").expect("a node").problem, None);
}

#[test]
fn once_keeps_its_first_value_between_two_runs() {
    let mut first = run(TRAPS);
    set(&mut first, "a", "3");
    assert_eq!(value(&first, "o1"), "a=");
    let again = Run::start(form(TRAPS), first.answers().clone(), env());
    assert_eq!(value(&again, "o1"), "a=");
}

#[test]
fn a_counted_repeat_keeps_what_it_had_when_it_shrinks() {
    let mut run = run("
        | survey |
        | | type | name | label | repeat_count | default |
        | | integer | many | How many? | | |
        | | begin repeat | child | Child | ${many} | |
        | | text | who | Who? | | ? |
        | | end repeat | | | | |
    ");
    set(&mut run, "many", "2");
    assert_eq!(run.instances("child"), ["1", "2"]);
    assert_eq!(value(&run, "child[2]/who"), "?");
    set(&mut run, "child[2]/who", "Bo");
    set(&mut run, "many", "1");
    assert!(run.node("child[2]/who").is_none());
    assert!(!run.submission().0.contains_key("child[2]/who"));
    set(&mut run, "many", "2");
    assert_eq!(value(&run, "child[2]/who"), "Bo");
    // An empty count, as while somebody types another, hides none.
    set(&mut run, "many", "");
    assert_eq!(value(&run, "child[2]/who"), "Bo");
    set(&mut run, "many", "100000000");
    assert_eq!(run.instances("child").len(), forms::MAX_INSTANCES);
}

#[test]
fn texts_hold_values_and_fall_back_to_the_default_language() {
    let mut run = run("
        | survey |
        | | type | name | label::Nederlands (nl) | label::Arabic (ar) |
        | | text | who | Wie? | من؟ |
        | | note | hello | Dag ${who}! | |
        | settings |
        | | form_id | default_language |
        | | f | Nederlands (nl) |
    ");
    set(&mut run, "who", "Ann");
    let form = run.form().clone();
    assert_eq!(form.languages, ["nl", "ar"]);
    let shown = run.text(&form.question("hello").expect("a note").label, "hello", "ar");
    assert_eq!((shown.text.as_str(), shown.language.as_str(), shown.fell_back), ("Dag Ann!", "nl", true));
    assert!(!run.text(&form.question("who").expect("a question").label, "who", "ar").fell_back);
}

#[test]
fn a_calculation_that_is_shown_can_be_overwritten_until_it_changes() {
    let mut run = run("
        | survey |
        | | type | name | label | calculation |
        | | integer | a | A | |
        | | integer | b | B | ${a} * 2 |
    ");
    set(&mut run, "a", "2");
    assert_eq!(value(&run, "b"), "4");
    set(&mut run, "b", "5");
    assert_eq!(value(&run, "b"), "5");
    set(&mut run, "a", "3");
    assert_eq!(value(&run, "b"), "6");
}

#[test]
fn answers_are_json_that_stays_the_same() {
    let golden = r#"{"a":{"value":3},"hidden1":{"value":"start"},"m":{"value":["a","b"]},"o1":{"value":"a="},"r[0191]":{},"r[0191]/n":{"refused":true,"note":"moe"},"t":{"later":true}}"#;
    let mut run = run(TRAPS);
    set(&mut run, "a", "3");
    set(&mut run, "m", "b a");
    run.set("t", Answer::later()).expect("set");
    run.add_repeat("r", "0191").expect("added");
    run.set("r[0191]/n", Answer { note: Some("moe".to_owned()), ..Answer::refused() }).expect("set");
    assert_eq!(serde_json::to_string(run.answers()).expect("json"), golden);
    let read: forms::Answers = serde_json::from_str(golden).expect("answers");
    assert_eq!(&read, run.answers());
    assert_eq!(serde_json::to_string(&Value::Number(2.5)).expect("json"), "2.5");
}

#[test]
fn what_was_computed_in_one_language_stays_until_it_is_computed_again() {
    let mut run = run("
        | survey |
        | | type | name | label::nl | label::fr | calculation |
        | | select_one yn | a | A | A | |
        | | calculate | name | | | jr:choice-name(${a}, '${a}') |
        | choices |
        | | list_name | name | label::nl | label::fr |
        | | yn | yes | Ja | Oui |
        | | yn | no | Nee | Non |
    ");
    set(&mut run, "a", "yes");
    run.set_language("fr");
    assert_eq!(value(&run, "name"), "Ja");
    set(&mut run, "a", "no");
    assert_eq!(value(&run, "name"), "Non");
}
