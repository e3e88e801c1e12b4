//! Who works on a laptop, and what lies on its disk.

use serde_json::json;
use std::path::Path;
use tests::doorstep::*;
use tests::office::{Laptop, Office};

/// Whether any file under `dir` holds these bytes.
fn anywhere(dir: &Path, text: &str) -> bool {
    std::fs::read_dir(dir).expect("a folder").flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return anywhere(&path, text);
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        bytes.windows(text.len()).any(|w| w == text.as_bytes())
    })
}

#[test]
fn nothing_typed_lies_readable_on_the_disk_of_laptop_or_log() {
    let office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "3", Some("Familie Kanarievogel"));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    give(&meryem, &draft, "remarks", "kanarie-in-de-mijn");
    meryem.sync();
    meryem.close();
    for text in ["Kanarievogel", "kanarie-in-de-mijn", "Vennestraat"] {
        assert!(!anywhere(meryem.folder.path(), text), "{text} lies in the clear");
    }
}

#[test]
fn wrong_passphrases_and_codes_say_so() {
    let office = Office::open();
    let fresh = Laptop::new();
    let enrol = |code: &str, passphrase: &str| json!({ "url": office.url(), "code": code, "device_name": "Laptop 14", "passphrase": passphrase });
    let good = tests::office::PASSPHRASE;
    assert_eq!(fresh.refused("enrol", enrol("0000-0000", good)), "wrong-code");
    assert_eq!(fresh.refused("enrol", enrol("0000-0000", "te kort")), "passphrase-too-short");
    let code = office.code("Meryem Aydın");
    fresh.call("enrol", enrol(&code, good));
    assert_eq!(Laptop::new().refused("enrol", enrol(&code, good)), "used-code");
    assert_eq!(Laptop::new().refused("check_server", json!({ "url": "http://127.0.0.1:9" })), "unreachable");
    assert_eq!(Laptop::new().refused("check_server", json!({ "url": "http://genk.example" })), "insecure-address");

    let mut laptop = fresh;
    laptop.close();
    for _ in 0..5 {
        assert_eq!(laptop.refused("unlock", json!({ "passphrase": "een heel ander woord" })), "wrong-passphrase");
    }
    assert_eq!(laptop.refused("unlock", json!({ "passphrase": good })), "wait-before-retry");
}
