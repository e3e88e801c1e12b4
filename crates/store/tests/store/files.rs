//! The files: who can open them, what they give away, what is done when they are damaged.

use crate::support::*;
use domain::entities::{Entity, Household};
use serde_json::json;
use std::fs;
use std::path::Path;
use store::keyfile::{self, Cost, KEY_FILE};
use store::{DATABASE_FILE, Draft, Error, Key, Store, set_aside};

fn bytes(dir: &Path, name: &str) -> Vec<u8> {
    fs::read(dir.join(name)).expect("file")
}

#[test]
fn a_key_file_opens_with_its_passphrase_only_and_slows_guessing_down() {
    let dir = tempfile::tempdir().expect("dir");
    assert!(!keyfile::exists(dir.path()));
    let key = keyfile::create(dir.path(), "vijftien tekens of meer", Cost::MINIMUM).expect("create");
    assert!(keyfile::exists(dir.path()));
    for _ in 0..5 {
        assert_eq!(keyfile::open(dir.path(), "iets anders", at(0)), Err(keyfile::Error::WrongPassphrase));
    }
    // Even the right one has to wait now, and trying is not counted.
    let wait = |seconds| Err(keyfile::Error::Wait { seconds });
    assert_eq!(keyfile::open(dir.path(), "vijftien tekens of meer", at(0)), wait(5));
    assert_eq!(keyfile::open(dir.path(), "vijftien tekens of meer", at(4)), wait(1));
    assert_eq!(keyfile::open(dir.path(), "vijftien tekens of meer", at(5)), Ok(key.clone()));
    assert_eq!(keyfile::wait_seconds(dir.path(), at(5)), 0);

    keyfile::save(dir.path(), &key, "een andere wachtzin", Cost::MINIMUM).expect("change");
    assert_eq!(keyfile::open(dir.path(), "vijftien tekens of meer", at(6)), Err(keyfile::Error::WrongPassphrase));
    assert_eq!(keyfile::open(dir.path(), "een andere wachtzin", at(6)), Ok(key));
    let weak = Cost { memory_kib: 19 * 1024 - 1, ..Cost::MINIMUM };
    assert_eq!(keyfile::create(dir.path(), "x", weak), Err(keyfile::Error::TooWeakParameters));
}

#[test]
fn nothing_typed_can_be_read_in_the_files() {
    let laptop = Laptop::new();
    laptop.create(1, &household("Canarystreet", "1", "Canaryname"));
    laptop.create(2, &resident(id(1), "Canaryperson"));
    let draft = Draft {
        id: id(9),
        household: id(1),
        kind: "visit".into(),
        body: json!({"answer": "Canaryanswer"}),
        at_path: Some("canarypath".into()),
        created_at: at(0),
        updated_at: at(0),
    };
    laptop.store.write(|w| w.save_draft(&draft)).expect("draft");
    let mut looked_at = 0;
    for entry in fs::read_dir(laptop.dir.path()).expect("dir") {
        let bytes = fs::read(entry.expect("entry").path()).expect("bytes");
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("canary") && !text.contains("sqlite") && !text.contains("household"));
        looked_at += bytes.len();
    }
    assert!(looked_at > 100_000);
}

#[test]
fn debug_gives_nothing_away() {
    let laptop = Laptop::new();
    let key = laptop.create(1, &household("Canarystreet", "1", "Canaryname"));
    let stored = laptop.store.read(|r| r.get::<Household>(id(1))).expect("read").expect("stored");
    let pending = laptop.store.read(|r| r.pending_changes(1)).expect("pending");
    let entries = laptop.store.read(|r| r.changes_of(&key)).expect("entries");
    let new = new_change(5, &key, domain::Operation::Set { set: stored.value.to_body() });
    let all =
        format!("{:?}", (&stored, laptop.row(&key), pending, entries, new, identity(), support_key(), &laptop.store));
    assert!(!all.to_lowercase().contains("canary"), "{all}");
}

fn support_key() -> Key {
    key()
}

#[test]
fn another_key_is_damage_and_changes_nothing() {
    let Laptop { dir, store } = Laptop::new();
    drop(store);
    let before = bytes(dir.path(), DATABASE_FILE);
    assert!(matches!(Store::open(dir.path(), &Key::from_bytes([8; 32])), Err(Error::Damaged)));
    assert_eq!(bytes(dir.path(), DATABASE_FILE), before);
    open(dir.path());
}

#[test]
fn a_damaged_database_is_set_aside_and_nothing_is_deleted() {
    let Laptop { dir, store } = Laptop::new();
    drop(store);
    let path = dir.path().join(DATABASE_FILE);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    fs::write(dir.path().join("before-1.db"), "copy").expect("copy");
    for folder in ["aside-2026-11-24", "aside-2026-11-24-2"] {
        fs::write(dir.path().join(KEY_FILE), "key").expect("key");
        let mut broken = fs::read(&path).expect("bytes");
        broken[100] ^= 1;
        fs::write(&path, &broken).expect("break");
        assert!(matches!(Store::open(dir.path(), &key()), Err(Error::Damaged)));
        fs::write(dir.path().join("data.db-wal"), "journal").expect("journal");
        let aside = dir.path().join(folder);
        assert_eq!(set_aside(dir.path(), day).expect("set aside"), aside);
        assert_eq!(bytes(&aside, DATABASE_FILE), broken);
        assert_eq!(bytes(&aside, "data.db-wal"), b"journal");
        assert_eq!(bytes(&aside, KEY_FILE), b"key", "without it nobody could ever read the rest");
        assert!(!dir.path().join(KEY_FILE).exists() && !dir.path().join("before-1.db").exists());
        assert!(open(dir.path()).read(|r| r.identity()).expect("empty").is_none());
    }
}

#[test]
fn damage_in_the_middle_is_told_as_such() {
    let laptop = Laptop::new();
    for n in 1..200 {
        laptop.create(n, &household("Vennestraat", &n.to_string(), "Claes"));
    }
    let Laptop { dir, store } = laptop;
    drop(store);
    let path = dir.path().join(DATABASE_FILE);
    let mut broken = fs::read(&path).expect("bytes");
    let pages = broken.len() / 4096;
    (2..pages).for_each(|page| broken[page * 4096 + 9] ^= 1);
    fs::write(&path, &broken).expect("break");
    let told = Store::open(dir.path(), &key()).and_then(|store| store.read(|r| r.list::<Household>().map(|_| ())));
    assert!(matches!(told, Err(Error::Damaged)), "{told:?}");
}

#[test]
fn damage_in_any_page_is_told_as_damage_by_whatever_meets_it() {
    let laptop = Laptop::new();
    for n in 1..40 {
        laptop.create(n, &household("Vennestraat", &n.to_string(), "Claes"));
    }
    // Longer than a page: its pages are read by other paths.
    let long = domain::RecordKey::new(domain::Kind::Municipality, id(500));
    laptop.change(60_000, &long, domain::Operation::Create { set: body(json!({ "facts": "x".repeat(20_000) })) });
    let Laptop { dir, store } = laptop;
    drop(store);
    let path = dir.path().join(DATABASE_FILE);
    let whole = fs::read(&path).expect("bytes");
    let mut met = 0;
    for page in 1..whole.len() / 4096 {
        let mut broken = whole.clone();
        broken[page * 4096 + 9] ^= 1;
        fs::write(&path, &broken).expect("break");
        let Ok(store) = Store::open(dir.path(), &key()) else { continue };
        let told = [
            store.read(|r| r.identity().map(drop)),
            store.read(|r| r.list::<Household>().map(drop)),
            store.read(|r| r.pending_changes(100).map(drop)),
            store.read(|r| r.outbox_counts().map(drop)),
            store.read(|r| r.review_counts().map(drop)),
            store.read(|r| r.conflicts().map(drop)),
            store.read(|r| r.search("venne", 20).map(drop)),
            store.read(|r| r.municipality().map(drop)),
            store.write(|w| {
                w.record_change(new_change(
                    90_000,
                    &domain::RecordKey::new(domain::Kind::Household, id(1)),
                    domain::Operation::Set { set: body(json!({ "note": "x" })) },
                ))
                .map(drop)
            }),
        ];
        for (n, error) in told.into_iter().enumerate().filter_map(|(n, t)| Some((n, t.err()?))) {
            assert!(matches!(error, Error::Damaged), "page {page}, call {n}: {error:?}");
            met += 1;
        }
        drop(store);
        for journal in ["data.db-wal", "data.db-shm"] {
            let _ = fs::remove_file(dir.path().join(journal));
        }
    }
    assert!(met > 5, "met {met} times");
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_untouched() {
    let Laptop { dir, store } = Laptop::new();
    drop(store);
    let conn = rusqlite::Connection::open(dir.path().join(DATABASE_FILE)).expect("open");
    let hex = "07".repeat(32);
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"; PRAGMA user_version = 99;")).expect("newer");
    drop(conn);
    let before = bytes(dir.path(), DATABASE_FILE);
    assert!(matches!(Store::open(dir.path(), &key()), Err(Error::NewerVersion)));
    assert_eq!(bytes(dir.path(), DATABASE_FILE), before);
}

#[test]
fn the_settings_that_matter_are_on() {
    let laptop = Laptop::new();
    let settings = laptop.store.read(|r| r.settings()).expect("settings");
    for (name, value) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("cipher_memory_security", "1"),
        ("fts_secure_delete", "1"),
    ] {
        assert_eq!(settings.get(name).map(String::as_str), Some(value), "{name}");
    }
}
