//! The app locks: by itself, by hand, and with another passphrase.

use app::views::Event;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tests::doorstep::*;
use tests::office::{Laptop, Office, PASSPHRASE};

fn locked(laptop: &Laptop) -> bool {
    laptop.call("start_state", json!({}))["stage"] == "locked"
}

/// Longer than the app takes to look at its clock.
fn wait_for_a_look() {
    std::thread::sleep(Duration::from_secs(4));
}

#[test]
fn a_laptop_that_nobody_touches_locks_after_its_minutes_and_keeps_everything() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "3", Some("Familie Janssen"));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    let told = Arc::new(AtomicUsize::new(0));
    let heard = Arc::clone(&told);
    meryem.subscribe(move |event| {
        if matches!(event, Event::Locking) {
            heard.fetch_add(1, Ordering::SeqCst);
        }
    });
    meryem.call("in_use", json!({ "talking": false }));
    meryem.let_pass(4);
    wait_for_a_look();
    assert!(!locked(&meryem), "four minutes");
    meryem.let_pass(1);
    meryem.until("the app locks", || locked(&meryem));
    assert_eq!(told.load(Ordering::SeqCst), 1, "the page is told before, once");
    assert_eq!(meryem.refused("draft", json!({ "id": draft })), "locked");
    meryem.call("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(meryem.call("draft", json!({ "id": draft }))["household"]["id"], json!(home));
    assert!(!locked(&meryem), "it begins to count anew");
}

#[test]
fn while_people_talk_it_waits_for_twenty_minutes_and_longer_only_where_the_setting_says_so() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    meryem.call("in_use", json!({ "talking": true }));
    meryem.let_pass(19);
    wait_for_a_look();
    assert!(!locked(&meryem), "nineteen minutes");
    meryem.let_pass(1);
    meryem.until("the app locks", || locked(&meryem));
    meryem.call("unlock", json!({ "passphrase": PASSPHRASE }));
    let mut settings = meryem.call("start_state", json!({}))["settings"].clone();
    settings["lock_minutes"] = json!(1);
    meryem.call("save_settings", settings.clone());
    meryem.let_pass(1);
    meryem.until("the app locks after one minute", || locked(&meryem));
    settings["lock_minutes"] = json!(3000);
    assert_eq!(meryem.refused("save_settings", settings), "bad-input");
}

#[test]
fn a_closed_lid_locks_though_the_page_does_not_answer() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    meryem.app().lock_soon();
    meryem.until("the app locks", || locked(&meryem));
}

#[test]
fn what_was_being_typed_waits_behind_the_lock_until_it_is_thrown_away() {
    let office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let text = json!({ "label": "Opmerking", "text": "Belt liever na vijf uur" });
    meryem.call("keep_typed", json!({ "texts": [text] }));
    meryem.call("lock", json!({}));
    meryem.close();
    let session = meryem.call("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(session["typed"], json!([text]));
    meryem.call("keep_typed", json!({ "texts": [] }));
    assert_eq!(meryem.call("session", json!({}))["typed"], json!([]));
    let long = |chars: usize| json!({ "texts": [{ "label": "", "text": "x".repeat(chars) }] });
    meryem.call("keep_typed", long(20_000));
    assert_eq!(meryem.refused("keep_typed", long(20_001)), "text-too-long");
    let many = |count: usize| json!({ "texts": vec![text.clone(); count] });
    meryem.call("keep_typed", many(20));
    assert_eq!(meryem.refused("keep_typed", many(21)), "text-too-long");
}

#[test]
fn a_passphrase_is_changed_and_the_old_one_opens_nothing() {
    let office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "3", Some("Familie Janssen"));
    let change = |present: &str, fresh: &str| json!({ "present": present, "passphrase": fresh });
    let fresh = "vier paarden drinken thee";
    assert_eq!(meryem.refused("change_passphrase", change("dit is ze toch niet", fresh)), "wrong-passphrase");
    assert_eq!(meryem.refused("change_passphrase", change(PASSPHRASE, "te kort")), "passphrase-too-short");
    assert_eq!(
        meryem.refused("change_passphrase", change(PASSPHRASE, "wachtwoordwachtwoord")),
        "passphrase-too-common"
    );
    meryem.call("change_passphrase", change(PASSPHRASE, fresh));
    meryem.close();
    assert_eq!(meryem.refused("unlock", json!({ "passphrase": PASSPHRASE })), "wrong-passphrase");
    meryem.call("unlock", json!({ "passphrase": fresh }));
    assert_eq!(meryem.find("Janssen"), home);
    meryem.call("lock", json!({}));
    assert_eq!(meryem.refused("change_passphrase", change(fresh, PASSPHRASE)), "locked");
}
