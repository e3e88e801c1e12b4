//! Who works on a laptop, and what lies on its disk.

use domain::Role;
use domain::entities::User;
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

#[test]
fn another_role_and_neighbourhood_count_at_once_and_the_window_is_told() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let (tell, told) = std::sync::mpsc::channel();
    meryem.subscribe(move |event| {
        if matches!(event, app::views::Event::Changed) {
            // Nobody listens any more at the end.
            tell.send(()).unwrap_or_default();
        }
    });
    let work = |role: Role, neighbourhoods: &[&str]| {
        let admin = &office.server().admin;
        let neighbourhoods = neighbourhoods.iter().map(|&n| n.to_owned()).collect();
        let user = User { name: "Meryem Aydın".to_owned(), role, neighbourhoods, duty: false, inactive: false };
        admin.save_user(admin.get_user("Meryem Aydın").expect("Meryem"), &user).expect("saved");
    };
    let list = json!({ "csv": "straat;nummer;wijk\nEspenlaan;8;Waterschei\n", "confirm": false });
    assert_eq!(meryem.refused("import_addresses", list.clone()), "forbidden");

    work(Role::Coordinator, &["winterslag", "waterschei"]);
    meryem.until("she is a coordinator", || meryem.call("session", json!({}))["role"] == "coordinator");
    told.recv_timeout(std::time::Duration::from_secs(5)).expect("the window is told to look again");
    assert_eq!(meryem.call("session", json!({}))["neighbourhoods"][1]["code"], "waterschei");
    assert_eq!(meryem.call("import_addresses", list.clone())["new"], 1, "in the new neighbourhood too");

    work(Role::Visitor, &["waterschei"]);
    meryem.until("she is a visitor again", || meryem.call("session", json!({}))["role"] == "visitor");
    assert_eq!(meryem.refused("import_addresses", list), "forbidden");
    assert_eq!(meryem.call("session", json!({}))["neighbourhoods"].as_array().map(Vec::len), Some(1));
}
