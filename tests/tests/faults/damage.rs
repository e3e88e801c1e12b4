//! Files that are damaged, of a newer version, or opened with the wrong words: the app says so and deletes nothing.

use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use store::keyfile::{self, Cost, KEY_FILE};
use store::{DATABASE_FILE, Key, Store};
use tests::doorstep::add_household;
use tests::office::{Laptop, Office, PASSPHRASE, enrolment};
use tests::random::{Random, rounds};

const PAGE_BYTES: usize = 4096;

/// A laptop that was used and then closed.
fn used(office: &Office) -> Laptop {
    let mut laptop = office.laptop("Meryem Aydın");
    for number in 1..=20 {
        add_household(&laptop, &number.to_string(), Some("Familie Yıldız"));
    }
    laptop.sync();
    laptop.end();
    laptop
}

/// The files of a laptop that hold what cannot be had again.
fn kept(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let precious = |name: &String| name == KEY_FILE || (name.contains(".db") && !name.ends_with("-shm"));
    let entries = fs::read_dir(dir).expect("a folder").flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(precious);
    let files = names.map(|name| (name.clone(), fs::read(dir.join(name)).expect("a file")));
    // A journal without anything in it comes and goes.
    files.filter(|(_, bytes)| !bytes.is_empty()).collect()
}

type Damage = fn(&mut Vec<u8>);

fn damage(path: &Path, how: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).expect("a file");
    how(&mut bytes);
    fs::write(path, bytes).expect("to write");
}

#[test]
fn a_damaged_database_says_so_and_stays_as_it_was() {
    let office = Office::open();
    let damages: [(&str, Damage); 4] = [
        ("the first page", |bytes| bytes[100] ^= 1),
        ("all but the first page", |bytes| bytes.iter_mut().skip(PAGE_BYTES).for_each(|byte| *byte ^= 0x55)),
        ("cut in half", |bytes| bytes.truncate(bytes.len() / PAGE_BYTES / 2 * PAGE_BYTES)),
        ("something else", |bytes| *bytes = b"%PDF-1.7 not a database at all".repeat(1_000)),
    ];
    for (what, how) in damages {
        let mut laptop = used(&office);
        let dir = laptop.folder.path().to_owned();
        damage(&dir.join(DATABASE_FILE), how);
        let before = kept(&dir);
        laptop.close();
        assert_eq!(laptop.refused("unlock", json!({ "passphrase": PASSPHRASE })), "damaged-database", "{what}");
        let start = laptop.call("start_state", json!({}));
        assert_eq!((&start["stage"], &start["problem"]), (&json!("blocked"), &json!("damaged-database")), "{what}");
        assert_eq!(laptop.refused("today", json!({ "day": null })), "damaged-database", "{what}");
        laptop.end();
        assert!(before == kept(&dir), "{what}: the files are as they were");
    }
}

/// Damage in one page may only be met later; then it is said as well, and nothing else goes wrong.
#[test]
fn damage_anywhere_is_met_with_the_same_words() {
    let office = Office::open();
    let laptop = used(&office);
    let whole = fs::read(laptop.folder.path().join(DATABASE_FILE)).expect("a database");
    let key = fs::read(laptop.folder.path().join(KEY_FILE)).expect("a key");
    let mut random = Random::seeded("damage", 7);
    let mut met = 0;
    for _ in 0..rounds(15, 300) {
        let mut bytes = whole.clone();
        let at = random.below(bytes.len());
        bytes[at] ^= 0x10;
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(DATABASE_FILE), &bytes).expect("to write");
        fs::write(folder.path().join(KEY_FILE), &key).expect("to write");
        let laptop = Laptop::new_in(folder);
        let calls = [
            ("unlock", json!({ "passphrase": PASSPHRASE })),
            ("today", json!({ "day": null })),
            ("households", json!({ "neighbourhood": "winterslag", "text": "" })),
            ("search", json!({ "text": "yildiz" })),
            ("sending", json!({})),
            ("save_household", tests::doorstep::household("99", None)),
        ];
        for (name, input) in calls {
            match laptop.app().call(name, input).map_err(|error| error.code) {
                Ok(_) => {}
                Err("damaged-database") => met += 1,
                Err(code) => panic!("byte {at}: {name}: {code}"),
            }
        }
    }
    println!("met {met} times");
    assert!(met > 0, "some of the damage is where something is read");
}

#[test]
fn a_database_of_a_newer_version_is_left_untouched() {
    let office = Office::open();
    let identity = office.laptop("Meryem Aydın").store().read(|r| r.identity()).expect("to read");
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().to_owned();
    let key = Key::from_bytes([7; 32]);
    keyfile::save(&dir, &key, PASSPHRASE, Cost::MINIMUM).expect("a key file");
    let store = Store::open(&dir, &key).expect("a database");
    store.write(|w| w.set_identity(&identity.expect("enrolled"))).expect("to write");
    drop(store);
    let newer = rusqlite::Connection::open(dir.join(DATABASE_FILE)).expect("to open");
    newer.execute_batch(&format!("PRAGMA key = \"x'{}'\"; PRAGMA user_version = 99;", "07".repeat(32))).expect("bump");
    drop(newer);

    let before = kept(&dir);
    let mut laptop = Laptop::new_in(folder);
    assert_eq!(laptop.refused("unlock", json!({ "passphrase": PASSPHRASE })), "newer-database");
    assert_eq!(laptop.call("start_state", json!({}))["problem"], "newer-database");
    assert_eq!(laptop.refused("unlock", json!({ "passphrase": PASSPHRASE })), "not-allowed-now");
    assert_eq!(laptop.refused("start_over", json!({})), "not-allowed-now", "a newer app reads it");
    laptop.end();
    assert!(before == kept(&dir), "untouched");
}

#[test]
fn a_damaged_key_file_says_so_and_is_no_wrong_passphrase() {
    let office = Office::open();
    let mut laptop = used(&office);
    let dir = laptop.folder.path().to_owned();
    let whole = fs::read(dir.join(KEY_FILE)).expect("a key file");
    for at in [0, 30, 70, 112] {
        damage(&dir.join(KEY_FILE), |bytes| bytes[at] ^= 1);
        let before = kept(&dir);
        laptop.close();
        assert_eq!(laptop.refused("unlock", json!({ "passphrase": PASSPHRASE })), "damaged-database", "byte {at}");
        let start = laptop.call("start_state", json!({}));
        assert_eq!((&start["stage"], &start["wait_seconds"]), (&json!("blocked"), &json!(0)), "nobody guessed");
        assert!(before == kept(&dir));
        fs::write(dir.join(KEY_FILE), &whole).expect("to write");
    }
    laptop.close();
    laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
}

#[test]
fn a_laptop_whose_key_is_gone_can_be_enrolled_again_and_its_old_file_is_kept() {
    let office = Office::open();
    let mut laptop = used(&office);
    let dir = laptop.folder.path().to_owned();
    let old = fs::read(dir.join(DATABASE_FILE)).expect("a database");
    fs::remove_file(dir.join(KEY_FILE)).expect("to remove");
    laptop.close();
    assert_eq!(laptop.call("start_state", json!({}))["stage"], "enrol");
    laptop.call("enrol", enrolment(&office.url(), &office.code("Meryem Aydın")));
    laptop.insist_until("the list is back", || laptop.call("today", json!({ "day": null }))["to_go"] == 20);
    laptop.restart();
    let aside = dir.join(format!("aside-{}", chrono::Local::now().date_naive()));
    assert!(kept(&aside).values().any(|bytes| *bytes == old), "the old file is aside");
}

#[test]
fn a_damaged_laptop_starts_over_and_what_is_damaged_is_kept_apart() {
    let office = Office::open();
    let mut laptop = used(&office);
    let dir = laptop.folder.path().to_owned();
    damage(&dir.join(DATABASE_FILE), |bytes| bytes[100] ^= 1);
    let before = kept(&dir);
    laptop.close();
    assert_eq!(laptop.refused("start_over", json!({})), "not-allowed-now", "nobody has met the damage yet");
    assert_eq!(laptop.refused("unlock", json!({ "passphrase": PASSPHRASE })), "damaged-database");

    assert_eq!(laptop.call("start_over", json!({}))["stage"], "enrol");
    let day = chrono::Local::now().date_naive();
    assert!(kept(&dir.join(format!("aside-{day}"))) == before, "database and key, as they were");
    laptop.call("enrol", enrolment(&office.url(), &office.code("Meryem Aydın")));
    laptop.insist_until("what was sent is back", || laptop.call("today", json!({ "day": null }))["to_go"] == 20);
    laptop.restart();
    assert_eq!(laptop.refused("start_over", json!({})), "not-allowed-now");
}

#[test]
fn the_pause_after_wrong_passphrases_outlasts_a_restart() {
    let office = Office::open();
    let mut laptop = office.laptop("Meryem Aydın");
    laptop.close();
    for n in 0..5 {
        assert_eq!(laptop.refused("unlock", json!({ "passphrase": "een heel ander woord" })), "wrong-passphrase");
        if n == 2 {
            laptop.close();
        }
    }
    laptop.close();
    let error = laptop.app().call("unlock", json!({ "passphrase": PASSPHRASE })).expect_err("too early");
    assert_eq!(error.code, "wait-before-retry");
    assert!(error.args["seconds"].parse::<u32>().is_ok_and(|seconds| (1..=5).contains(&seconds)));
    laptop.until("the pause is over", || laptop.call("start_state", json!({}))["wait_seconds"] == 0);
    laptop.call("unlock", json!({ "passphrase": PASSPHRASE }));
    laptop.close();
    assert_eq!(laptop.refused("unlock", json!({ "passphrase": "nog een ander woord" })), "wrong-passphrase");
}
