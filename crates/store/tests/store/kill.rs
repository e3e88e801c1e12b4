//! A process that is killed at any moment has kept everything it said was saved.

use crate::support::*;
use domain::entities::Household;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use store::{Draft, Store};

const DIR: &str = "HGH_TEST_KILLED_DIR";

/// Not a test: what is killed. Writes changes and drafts for ever, and says of each that it is saved.
#[test]
#[ignore = "the process that is killed"]
fn writes_until_killed() {
    let Ok(dir) = std::env::var(DIR) else { return };
    let store = open(dir.as_ref());
    let begin = last_change(&store);
    for n in begin + 1.. {
        let number = u128::from(n);
        let draft = Draft {
            id: id(1),
            household: id(2),
            kind: "visit".into(),
            body: json!({ "n": n }),
            at_path: None,
            created_at: at(0),
            updated_at: at(0),
        };
        store.write(|w| w.save_draft(&draft)).expect("draft");
        let key = domain::RecordKey::new(domain::Kind::Household, id(number));
        let set = body(address("Vennestraat", &n.to_string()));
        let change = new_change(number, &key, domain::Operation::Create { set });
        store.write(|w| w.record_change(change)).expect("change");
        println!("\nsaved {n}");
    }
}

fn last_change(store: &Store) -> u64 {
    let pending = store.read(|r| r.pending_changes(usize::MAX)).expect("pending");
    assert!(pending.iter().zip(1..).all(|(change, n)| change.counter == n), "no gaps");
    pending.len() as u64
}

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    let Laptop { dir, store } = Laptop::new();
    drop(store);
    for round in 0..10 {
        let mut child = Command::new(std::env::current_exe().expect("exe"))
            .args(["--exact", "kill::writes_until_killed", "--ignored", "--nocapture"])
            .env(DIR, dir.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("spawn");
        let lines = BufReader::new(child.stdout.take().expect("stdout")).lines();
        let mut saved = lines.map_while(Result::ok).filter_map(|l| l.strip_prefix("saved ")?.parse::<u64>().ok());
        let mut acknowledged = saved.by_ref().take(3 + round).last().expect("writes");
        child.kill().expect("kill");
        child.wait().expect("wait");
        // What it still said before it died counts too.
        acknowledged = saved.last().unwrap_or(acknowledged);

        let store = open(dir.path());
        let found = last_change(&store);
        assert!(found >= acknowledged, "{found} of {acknowledged}");
        let draft = store.read(|r| r.draft(id(1))).expect("read").expect("draft");
        assert!(draft.body["n"].as_u64() >= Some(acknowledged));
        let households = store.read(|r| r.list::<Household>()).expect("households").len() as u64;
        assert_eq!(households, found, "a change and its record are one");
        assert_eq!(store.read(|r| r.search("venne", usize::MAX)).expect("search").len() as u64, found);
    }
}
