//! A visitor who types without end, to be killed in the middle: `typist DIR HOUSEHOLD SEED`.
//!
//! Opens the laptop in DIR, starts or continues the visit at HOUSEHOLD, and says of each answer, once the app has said
//! that it is saved, `saved` and what was typed as JSON: the question, the words, the question that comes next.

use serde_json::{Value, json};
use std::io::Write;
use tests::doorstep::{answer, path_of, start_visit};
use tests::office::{Laptop, PASSPHRASE};
use tests::random::Random;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [dir, household, seed] = args.as_slice() else { panic!("usage: typist DIR HOUSEHOLD SEED") };
    let mut random = Random::new(seed.parse().expect("a number"));
    let laptop = Laptop::at(dir.as_ref());
    laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
    let draft = start_visit(&laptop, household);
    let consent = path_of(&laptop, &draft, "consent");
    let mut state = laptop.call("answer", answer(&draft, &consent, "ja"));
    println!("ready");
    for n in 0_u64.. {
        let nodes = state["nodes"].as_array().expect("nodes");
        let open: Vec<&str> = nodes.iter().filter(|node| may_answer(node, &consent)).filter_map(path).collect();
        let (path, next) = (random.pick(&open).to_string(), random.pick(&open).to_string());
        let note = format!("{seed}.{n} {}", "zij vertelde dat ".repeat(random.below(60)));
        let typed = json!({ "later": true, "note": note });
        let go_to = json!({ "draft": draft, "path": path, "answer": typed, "go_to": next, "typing": false });
        state = laptop.call("answer", go_to);
        let said = json!({ "path": path, "note": note, "at": next });
        // One write for a line: a kill leaves it whole or out.
        let _ = std::io::stdout().lock().write_all(format!("saved {said}\n").as_bytes());
    }
}

fn may_answer(node: &Value, consent: &str) -> bool {
    node["relevant"] == true && node["read_only"] == false && node["path"] != consent
}

fn path(node: &Value) -> Option<&str> {
    node["path"].as_str()
}
