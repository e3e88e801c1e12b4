//! A server that was restored from an old copy gets back what laptops had sent it since; a laptop whose disk was copied
//! is enrolled again and keeps everything.

use serde_json::{Value, json};
use tests::doorstep::{add_household, edit_household};
use tests::office::{Laptop, Office, PASSPHRASE};

fn note(laptop: &Laptop, home: &str) -> Value {
    laptop.call("household", json!({ "id": home }))["row"]["note"].take()
}

fn receipt(laptop: &Laptop, home: &str) -> Value {
    laptop.call("household", json!({ "id": home }))["row"]["receipt"].take()
}

/// Everything that the server answered, by how often it did.
fn changes(office: &Office) -> usize {
    let db = office.server().admin.database();
    db.reading(|r| r.list_changes_after(None, 10_000)).expect("to read").len()
}

#[test]
fn what_was_acknowledged_after_the_copy_comes_back_once() {
    let mut office = Office::open();
    let (meryem, sofie) = (office.laptop("Meryem Aydın"), office.laptop("Sofie Claes"));
    let early = add_household(&meryem, "112", Some("Familie Claes"));
    meryem.sync();
    let copy = office.back_up();

    let late = add_household(&meryem, "114", Some("Familie Aydın"));
    edit_household(&meryem, &early, &json!({ "note": "Bel twee keer." }));
    meryem.sync();
    let hers = add_household(&sofie, "116", Some("Familie Maes"));
    sofie.sync();
    meryem.insist_until("both have all", || meryem.call("search", json!({ "text": "Maes" }))["rows"][0].is_object());
    let acknowledged = changes(&office);
    // Enrolled since: the copy does not know this laptop.
    let koen = office.laptop("Koen Bielen");

    office.restore(&copy);
    assert!(changes(&office) < acknowledged);
    // Nothing was waiting anywhere: each laptop notices by itself.
    for laptop in [&meryem, &sofie] {
        laptop.insist_until("it is all sent again", || {
            laptop.waiting() == 0 && receipt(laptop, &early) == "on_server" && changes(&office) >= 1
        });
    }
    meryem.insist_until("what the server lost is there again", || changes(&office) == acknowledged);
    for laptop in [&meryem, &sofie] {
        laptop.insist_until("everybody has everything", || {
            [&early, &late, &hers].iter().all(|home| receipt(laptop, home) == "on_server")
                && note(laptop, &early) == "Bel twee keer."
        });
        assert_eq!(laptop.call("search", json!({ "text": "Vennestraat" }))["rows"].as_array().map(Vec::len), Some(3));
    }

    koen.insist_until("it is told", || koen.call("sync_status", json!({}))["problem"] == "revoked");
    koen.call("enrol_again", json!({ "code": office.code("Koen Bielen") }));
    koen.insist_until("it works again", || koen.call("sync_status", json!({}))["online"] == true);
    koen.insist_until("it has everything", || receipt(&koen, &late) == "on_server");
}

#[test]
fn a_copied_laptop_is_enrolled_again_and_keeps_what_waits() {
    let mut office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    add_household(&meryem, "112", Some("Familie Claes"));
    meryem.sync();
    meryem.end();
    let folder = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(meryem.folder.path()).expect("the folder").flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("to copy");
        }
    }
    meryem.restart();
    let copied = Laptop::new_in(folder);
    copied.call("unlock", json!({ "passphrase": PASSPHRASE }));
    copied.sync();
    office.stop();
    let first = add_household(&meryem, "114", Some("Familie Aydın"));
    let second = add_household(&copied, "116", Some("Familie Maes"));
    office.start();
    meryem.insist_until("the first is sent", || meryem.waiting() == 0);

    copied.insist_until("it is told", || copied.call("sync_status", json!({}))["problem"] == "cloned");
    assert!(copied.waiting() > 0);
    assert_eq!(copied.refused("enrol_again", json!({ "code": office.code("Sofie Claes") })), "other-user");
    assert_eq!(receipt(&copied, &second), "on_laptop");
    copied.call("enrol_again", json!({ "code": office.code("Meryem Aydın") }));
    for laptop in [&meryem, &copied] {
        laptop.insist_until("both have both", || {
            let found = |name: &str| laptop.call("search", json!({ "text": name }))["rows"][0].is_object();
            found("Aydın") && found("Maes") && laptop.waiting() == 0
        });
    }
    assert_eq!(receipt(&copied, &first), "on_server");
    assert_eq!(receipt(&copied, &second), "on_server");
}
