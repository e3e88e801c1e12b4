//! One answer in a large form: 500 questions, and a repeat of 50 instances.

mod support;

use std::fmt::Write as _;
use std::time::Instant;

use forms::Answer;
use support::run;

#[test]
fn one_answer_in_a_large_form_is_quick() {
    let mut table = String::from("| survey |\n| | type | name | label | relevant | calculation |\n");
    for n in 0..500 {
        let relevant = if n % 10 == 0 { String::new() } else { format!("${{q{}}} != 'x'", n / 10 * 10) };
        writeln!(table, "| | text | q{n} | Q{n} | {relevant} | |").expect("text");
    }
    table += "| | begin repeat | r | R | | |\n";
    for n in 0..10 {
        writeln!(table, "| | integer | n{n} | N{n} | | |").expect("text");
    }
    table += "| | calculate | double | | | ${n1} * 2 |\n| | end repeat | | | | |\n| | calculate | total | | | sum(${n1}) |\n";
    let mut run = run(&table);
    for key in 0..50 {
        run.add_repeat("r", &key.to_string()).expect("added");
    }
    let mut times = Vec::new();
    for round in 0..50 {
        let begin = Instant::now();
        run.set("q100", Answer::text(if round % 2 == 0 { "x" } else { "y" })).expect("set");
        run.set(&format!("r[{round}]/n1"), Answer::number(f64::from(round))).expect("set");
        times.push(begin.elapsed() / 2);
    }
    times.sort();
    let begin = Instant::now();
    assert_eq!(run.nodes().len(), 500 + 50 * 12 + 1);
    println!("one answer: {:?} (median), all states: {:?}", times[25], begin.elapsed());
    assert_eq!(run.node("total").expect("a total").value, (0..50).sum::<i32>().to_string());
    assert!(run.node("q101").is_some_and(|node| node.relevant));
}
