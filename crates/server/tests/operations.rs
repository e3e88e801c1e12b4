//! What an administrator does with the program, start to end.

#![allow(clippy::unwrap_used, reason = "tests")]

mod contract;

use domain::{Kind, Operation, RecordKey, Sequence};
use std::path::Path;
use std::process::Command;

fn run(args: &[&str], data: &Path) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoe-gaat-het-server"));
    let output = command.args(args).arg("--data").arg(data).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stdout) + &text(output.stderr)) }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_copy_is_made_tried_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (data, again, copy) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("copy"));
    run(&["demo"], &data).unwrap();
    assert!(run(&["verify"], &data).unwrap().contains("all is well"));
    assert!(run(&["backup", text(&copy)], &data).unwrap().contains("records"));
    assert!(run(&["backup", text(&copy)], &data).unwrap_err().contains("copy"), "written over");
    assert!(run(&["verify", text(&copy)], &data).unwrap().contains("whole"));

    let before = std::fs::read_dir(&data).unwrap().count();
    let said = run(&["restore", text(&copy), "--drill"], &data).unwrap();
    assert!(said.contains("restored, verified and answering"), "{said}");
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), before, "the drill leaves something");

    assert!(run(&["restore", text(&copy)], &data).unwrap_err().contains("not empty"));
    assert!(run(&["restore", text(&copy)], &again).unwrap().contains("restored"));
    assert!(run(&["verify"], &again).unwrap().contains("all is well"));
    assert_eq!(run(&["user", "list"], &again), run(&["user", "list"], &data));

    // A restore that broke off is not taken for a database.
    let half = server::db::sqlite::Sqlite::open(&folder.path().join("c")).unwrap();
    server::Database::write(&half, &mut |w| w.save_sequence(domain::Sequence(0, 0))).unwrap();
    drop(half);
    assert!(run(&["user", "list"], &folder.path().join("c")).unwrap_err().contains("broke off"));
}

fn enrol(data: &Path, user: &str) -> domain::DeviceId {
    let code = run(&["enrol-code", "--user", user], data).unwrap().trim().to_owned();
    let db = server::db::sqlite::Sqlite::open(data).unwrap();
    let enrolment = server::secret::new_id(chrono::Utc::now()).into();
    let request = protocol::Enrol { code, device_name: user.to_owned(), enrolment, replaces: None };
    server::enrol::enrol(&db, "genk", &request, chrono::Utc::now()).unwrap().ok().unwrap().device
}

/// A copy of yesterday knows nothing of today: a stolen laptop and a colleague who left must not come in again.
#[test]
fn who_was_shut_out_since_the_copy_stays_out_after_a_restore() {
    let folder = tempfile::tempdir().unwrap();
    let (data, copy) = (folder.path().join("a"), folder.path().join("copy"));
    run(&["demo"], &data).unwrap();
    let (stolen, other) = (enrol(&data, "Meryem Aydın").to_string(), enrol(&data, "Sofie Maes").to_string());
    run(&["backup", text(&copy)], &data).unwrap();
    run(&["device", "revoke", &stolen], &data).unwrap();
    run(&["user", "leave", "--user", "Rachid Amrani"], &data).unwrap();
    run(&["user", "set", "--user", "Sofie Maes", "--neighbourhoods", "winterslag"], &data).unwrap();
    run(&["user", "leave", "--user", "An Peeters"], &data).unwrap();
    run(&["user", "return", "--user", "An Peeters"], &data).unwrap();
    let line = |command: &[&str], data: &Path, with: &str| {
        let all = run(command, data).unwrap();
        all.lines().find(|line| line.contains(with)).unwrap().to_owned()
    };
    let users = ["Rachid Amrani", "Sofie Maes", "An Peeters"];
    let before = users.map(|user| line(&["user", "list"], &data, user));

    // As docs/STORAGE.md says: the database is moved away, what lies beside it stays.
    for file in ["server.db", "server.db-wal", "server.db-shm"] {
        let _ = std::fs::remove_file(data.join(file));
    }
    // What cannot be read may shut somebody out: nothing is restored until the administrator looked at it.
    let notes = std::fs::read_to_string(data.join("rights.jsonl")).unwrap();
    std::fs::write(data.join("rights.jsonl"), notes.replacen('{', "", 1)).unwrap();
    let said = run(&["restore", text(&copy)], &data).unwrap_err();
    assert!(said.contains("rights.jsonl: line 1 cannot be read"), "{said}");
    assert!(run(&["user", "list"], &data).unwrap().is_empty(), "it is still empty");
    std::fs::write(data.join("rights.jsonl"), notes).unwrap();
    let said = run(&["restore", text(&copy)], &data).unwrap();
    assert!(
        said.contains("3 people and laptops were brought") && said.contains("newest note") && said.contains(&other),
        "{said}"
    );
    assert!(!said.contains(&stolen), "it may come in: {said}");
    assert!(line(&["device", "list"], &data, &stolen).contains("revoked"));
    assert!(!line(&["device", "list"], &data, &other).contains("revoked"));
    assert_eq!(users.map(|user| line(&["user", "list"], &data, user)), before);
    assert!(run(&["verify"], &data).unwrap().contains("all is well"));

    // Elsewhere nothing says who was shut out: the administrator is told.
    let elsewhere = folder.path().join("b");
    let said = run(&["restore", text(&copy)], &elsewhere).unwrap();
    assert!(said.contains("nothing says who was shut out since") && said.contains(&stolen), "{said}");
}

#[test]
fn figures_name_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    run(&["demo"], &data).unwrap();
    run(&["export", text(folder.path())], &data).unwrap();
    let attempts = std::fs::read_to_string(folder.path().join("attempts.csv")).unwrap();
    let requests = std::fs::read_to_string(folder.path().join("help_requests.csv")).unwrap();
    assert!(attempts.contains("winterslag,door,spoken"), "{attempts}");
    assert!(requests.lines().count() > 1, "{requests}");
    for line in attempts.lines().chain(requests.lines()) {
        assert_eq!(line.split(',').count(), 5, "{line}");
        assert!(!line.contains("straat") && !line.contains("-0000-"), "{line}");
    }
}

#[test]
fn people_change_and_leave() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    run(&["demo"], data).unwrap();
    let line = |name: &str| {
        let all = run(&["user", "list"], data).unwrap();
        all.lines().find(|line| line.contains(name)).unwrap().to_owned()
    };
    run(&["user", "add", "--name", "Els", "--role", "visitor", "--neighbourhoods", "winterslag"], data).unwrap();
    run(&["user", "set", "--user", "Els", "--role", "coordinator", "--duty"], data).unwrap();
    assert!(line("Els").contains("coordinator") && line("Els").contains("[winterslag] (duty)"));
    run(&["user", "set", "--user", "Els", "--name", "Els Peeters", "--no-duty"], data).unwrap();
    assert!(!line("Els Peeters").contains("duty"));
    assert!(run(&["user", "set", "--user", "Els Peeters", "--name", "Meryem Aydın"], data).is_err());
    assert!(run(&["user", "set", "--user", "Els Peeters", "--neighbourhoods", "mars"], data).is_err());
    run(&["user", "leave", "--user", "Els Peeters"], data).unwrap();
    assert!(line("Els Peeters").contains("(left)"));
    run(&["user", "return", "--user", "Els Peeters"], data).unwrap();
    assert!(!line("Els Peeters").contains("(left)"));
}

/// By ids, reason and age; what it says only where that is asked for.
#[test]
fn what_was_set_aside_is_listed_without_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    run(&["demo"], data).unwrap();
    let list = |args: &[&str]| run(&[&["set-aside", "list"], args].concat(), data).unwrap();
    let before = (list(&[]), list(&["--all"]));
    let mut els = contract::world::Person::new("Els", domain::Role::Visitor, &["mars"]);
    let change = els.creation(contract::world::id("house"), &contract::world::household("venus", "SECRET"));
    {
        let db = server::db::sqlite::Sqlite::open(data).unwrap();
        els.push_one(&db, &change);
    }
    let new = |before: &str, now: String| now.lines().find(|line| !before.contains(line)).unwrap().to_owned();
    for line in [new(&before.0, list(&[])), new(&before.1, list(&["--all"]))] {
        assert!(line.starts_with(&change.id.to_string()) && line.contains("forbidden  "), "{line}");
        assert!(line.ends_with("undecided, no coordinator sees it") && line.contains("household"), "{line}");
    }
    let id = change.id.to_string();
    let shown = run(&["set-aside", "show", &id], data).unwrap();
    assert!(shown.contains("create household") && !shown.contains("SECRET"), "{shown}");
    assert!(run(&["set-aside", "show", &id, "--content"], data).unwrap().contains("SECRET"));
    // A kind that a laptop made up may steer the terminal.
    let steering = RecordKey::new(Kind::from("\u{1b}[2Jgone".to_owned()), contract::world::id("odd"));
    let change = els.change(steering, Operation::Delete, Sequence::ZERO);
    {
        let db = server::db::sqlite::Sqlite::open(data).unwrap();
        els.push_one(&db, &change);
    }
    let shown = run(&["set-aside", "show", &change.id.to_string()], data).unwrap();
    for said in [list(&[]), shown] {
        assert!(said.contains("other") && !said.contains('\u{1b}'), "{said}");
    }
    assert!(run(&["set-aside", "show", "nonsense"], data).unwrap_err().contains("no change"));
}
