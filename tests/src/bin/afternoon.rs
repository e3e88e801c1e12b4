//! A visitor's afternoon on a disk that may fail: `afternoon DIR HOUSEHOLD`.
//!
//! Opens the laptop in DIR, adds a household, keeps a quick note at HOUSEHOLD three times, the last time for good, and
//! sends. Says of each step `done STEP` or `refused STEP CODE`; goes on after a refusal, as people do.

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::doorstep::household;
use tests::office::{Laptop, PASSPHRASE};

/// The longest that sending may take.
const PATIENCE: Duration = Duration::from_secs(3);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [dir, home] = args.as_slice() else { panic!("usage: afternoon DIR HOUSEHOLD") };
    let laptop = Laptop::at(dir.as_ref());
    if step(&laptop, "unlock", "unlock", json!({ "passphrase": PASSPHRASE })).is_none() {
        return;
    }
    step(&laptop, "add", "save_household", household("501", None));
    let note = step(&laptop, "begin", "quick_note", json!({ "household": home, "channel": "door" }));
    if let Some(draft) = note.map(|note| note["draft"].clone()) {
        for (name, finish) in [("first", false), ("second", false), ("finish", true)] {
            let note = json!({ "draft": draft, "consent": true, "mood": "gaat_wel", "help_wanted": false,
                               "help_category": null, "leaflets": [], "remarks": name, "come_back_on": null,
                               "with": null, "finish": finish });
            step(&laptop, name, "save_quick_note", note);
        }
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && laptop.app().call("send_now", json!({})).is_ok() {
        let status = laptop.app().call("sync_status", json!({})).unwrap_or_default();
        if status["waiting"] == 0 {
            println!("done send");
            return;
        }
        if let Some(problem) = status["problem"].as_str() {
            println!("problem {problem}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn step(laptop: &Laptop, name: &str, command: &str, input: Value) -> Option<Value> {
    match laptop.app().call(command, input) {
        Ok(value) => {
            println!("done {name}");
            Some(value)
        }
        Err(error) => {
            println!("refused {name} {}", error.code);
            None
        }
    }
}
