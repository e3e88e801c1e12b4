//! A laptop that loses its power while somebody types: what was said to be saved is there, and the visit goes on at its
//! question.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use tests::doorstep::{add_household, start_visit};
use tests::office::{Office, PASSPHRASE};
use tests::random::{Random, rounds};

#[test]
fn what_was_saved_survives_kill_9_and_the_visit_goes_on_at_its_question() {
    let office = Office::open();
    let mut laptop = office.laptop("Meryem Aydın");
    let homes: Vec<String> = (1..=3).map(|n| add_household(&laptop, &n.to_string(), None)).collect();
    laptop.sync();
    drop(office);
    let mut random = Random::seeded("kills", 17);
    // Per household: question → words, as last said to be saved.
    let mut saved: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut answers = 0;
    for round in 0..rounds(20, 500) {
        laptop.end();
        let home = random.pick(&homes).clone();
        let alive = Duration::from_micros(random.below(60_000) as u64);
        let lines = typed_until_killed(laptop.folder.path(), &home, random.next_u64(), alive);
        answers += lines.len();
        let words = saved.entry(home.clone()).or_default();
        for line in &lines {
            words.insert(text(line, "path"), text(line, "note"));
        }

        laptop.close();
        laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
        let draft = start_visit(&laptop, &home);
        let state = laptop.call("draft", json!({ "id": draft }))["state"].take();
        let mut ahead = Vec::new();
        for node in state["nodes"].as_array().expect("nodes") {
            let (path, note) = (text(node, "path"), text(&node["answer"], "note"));
            let known = words.get(&path).cloned().unwrap_or_default();
            if note != known {
                ahead.push(path.clone());
                words.insert(path, note);
            }
        }
        // One answer may have been saved without having been said.
        assert!(ahead.len() <= 1, "round {round}: {ahead:?} are not what was saved");
        if let (Some(last), []) = (lines.last(), ahead.as_slice()) {
            assert_eq!(state["at"], last["at"], "round {round}: the visit goes on at its question");
        }
    }
    println!("{answers} answers");
    assert!(answers > 20);
    assert_eq!(laptop.call("today", json!({ "day": null }))["unfinished"].as_array().map(Vec::len), Some(saved.len()));
}

/// What the typist said before it was killed.
fn typed_until_killed(dir: &std::path::Path, home: &str, seed: u64, alive: Duration) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_typist"))
        .arg(dir)
        .args([home, &seed.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the typist starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert_eq!(lines.next().as_deref(), Some("ready"), "the typist did not get to typing");
    std::thread::sleep(alive);
    child.kill().expect("kill");
    child.wait().expect("wait");
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("saved ")?).ok()).collect()
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().trim().to_owned()
}
