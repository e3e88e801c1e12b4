//! A push that is cut at every byte, of its body and of its connection, and answers that are: whole changes or none, and
//! the server lives. And what a laptop does not know survives its edits.

use chrono::Utc;
use domain::{Change, ChangeId, Kind, Operation, RecordId, RecordKey};
use protocol::packing::pack;
use protocol::{PATH_PUSH, PROTOCOL, PROTOCOL_HEADER, Push, ZSTD};
use serde_json::{Value, json};
use server::secret::new_id;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use store::NewChange;
use tests::doorstep::{add_household, edit_household};
use tests::headless::{Headless, enrol};
use tests::office::Office;
use tests::wire::{Direction, Wire};
use tokio::runtime::Runtime;

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn laptop_at(url: &str, office: &Office, dir: &Path) -> Headless {
    runtime().block_on(enrol(dir, url, &office.code("Meryem Aydın"))).expect("to enrol");
    Headless::open(dir).expect("the laptop opens")
}

/// A household as somebody with a newer app may write it.
fn household(laptop: &Headless, number: &str) -> Change {
    let body = json!({ "neighbourhood": "winterslag", "street": "Vennestraat", "number": number,
                       "colour": { "of": ["door", 1.5] } });
    let at = Utc::now();
    let new = NewChange {
        id: ChangeId(new_id(at)),
        record: RecordKey::new(Kind::Household, RecordId(new_id(at))),
        operation: Operation::Create { set: body.as_object().cloned().unwrap_or_default() },
        at,
        reason: None,
        resolves: Vec::new(),
    };
    laptop.store.write(|w| w.record_change(new)).expect("to write")
}

/// How many of these the server has.
fn stored(office: &Office, changes: &[Change]) -> usize {
    let db = office.server().admin.database();
    let found = |change: &&Change| db.reading(|r| r.find_change(change.id)).expect("to read").is_some();
    changes.iter().filter(found).count()
}

/// A push as it goes over the wire, up to its body.
fn head(laptop: &Headless, packed: bool, length: usize) -> String {
    let token = laptop.store.read(|r| r.identity()).expect("to read").expect("enrolled").token;
    let encoding = if packed { format!("Content-Encoding: {ZSTD}\r\n") } else { String::new() };
    format!(
        "POST {PATH_PUSH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{PROTOCOL_HEADER}: {PROTOCOL}\r\n\
         Content-Type: application/json\r\n{encoding}Connection: close\r\nContent-Length: {length}\r\n\r\n"
    )
}

/// Sends these bytes, and perhaps says that no more will come; returns what was answered.
fn send(office: &Office, bytes: &[u8], breaks_off: bool) -> String {
    let mut stream = TcpStream::connect(office.server().address).expect("the server lives");
    let mut answer = Vec::new();
    // Who is answered before the end may find the connection closed.
    let _ = stream.write_all(bytes);
    if breaks_off {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_push_that_is_cut_at_any_byte_is_all_there_or_not_at_all() {
    let office = Office::open();
    let folder = tempfile::tempdir().expect("a folder");
    let laptop = laptop_at(&office.url(), &office, folder.path());
    for packed in [false, true] {
        let changes: Vec<Change> = (0..3).map(|n| household(&laptop, &n.to_string())).collect();
        let plain = serde_json::to_vec(&Push::of(changes.clone())).expect("json");
        let body = if packed { pack(&plain).expect("worth packing") } else { plain };
        for length in 0..body.len() {
            // The whole request arrives, and what it carries is cut.
            let answer = send(&office, &[head(&laptop, packed, length).as_bytes(), &body[..length]].concat(), false);
            assert!(answer.starts_with("HTTP/1.1 400"), "{length} of {} bytes: {answer}", body.len());
            assert_eq!(stored(&office, &changes), 0, "{length} of {} bytes", body.len());
        }
        let whole = [head(&laptop, packed, body.len()).as_bytes(), &body].concat();
        for length in 0..whole.len() {
            // The connection breaks off.
            let answer = send(&office, &whole[..length], true);
            assert!(!answer.starts_with("HTTP/1.1 2"), "{length} of {} bytes: {answer}", whole.len());
            assert_eq!(stored(&office, &changes), 0, "{length} of {} bytes", whole.len());
        }
        assert!(send(&office, &whole, false).starts_with("HTTP/1.1 200"));
        assert_eq!(stored(&office, &changes), changes.len());
    }
}

/// The real engine, over a wire that breaks at each byte of an answer.
#[test]
fn an_answer_that_is_cut_at_any_byte_is_asked_for_again() {
    let office = Office::open();
    let wire = Wire::to(office.server().address);
    let folder = tempfile::tempdir().expect("a folder");
    let mut laptop = laptop_at(&wire.url(), &office, folder.path());
    let runtime = runtime();
    runtime.block_on(laptop.engine.run_once()).expect("a good network");
    for bytes in 1.. {
        let change = household(&laptop, &bytes.to_string());
        wire.cut_after(Direction::Down, bytes);
        let _ = runtime.block_on(laptop.engine.run_once());
        let cut = wire.cuts() == bytes;
        wire.mend();
        while runtime.block_on(laptop.engine.run_once()).is_err() {}
        let row = laptop.store.read(|r| r.record(&change.record)).expect("to read").expect("it is here");
        assert_eq!(row.receipt, store::Receipt::OnServer, "cut after {bytes} bytes");
        if !cut {
            println!("{bytes} bytes down");
            assert!(bytes > 200, "the wire was hardly ever cut");
            break;
        }
    }
    let db = office.server().admin.database();
    let there = db.reading(|r| r.list_of_kind(&Kind::Household)).expect("to read").len();
    assert_eq!(there, laptop.store.read(|r| r.list::<domain::entities::Household>()).expect("to read").len());
}

#[test]
fn what_an_older_laptop_does_not_know_survives_its_edits() {
    let office = Office::open();
    let folder = tempfile::tempdir().expect("a folder");
    let mut newer = laptop_at(&office.url(), &office, folder.path());
    let runtime = runtime();
    let colourful = household(&newer, "112");
    runtime.block_on(newer.engine.run_once()).expect("to send");
    // The app of today, which knows nothing of colours.
    let older = office.laptop("Sofie Claes");
    let home = colourful.record.id.to_string();
    older.insist_until("it is there", || older.app().call("household", json!({ "id": home })).is_ok());
    edit_household(&older, &home, &json!({ "note": "Bel twee keer.", "name": "Familie Claes" }));
    let plain = add_household(&older, "114", None);
    older.sync();

    runtime.block_on(newer.engine.run_once()).expect("to read");
    let body = newer.store.read(|r| r.record(&colourful.record)).expect("to read").expect("it is here").body;
    assert_eq!(body["note"], "Bel twee keer.");
    assert_eq!(body["colour"], json!({ "of": ["door", 1.5] }));
    let db = office.server().admin.database();
    let stored = db.reading(|r| r.find_record(&colourful.record)).expect("to read").expect("it is there");
    assert_eq!(stored.standing.body, body);

    // The other way round: what the newer laptop adds to a record of the older one.
    let key = RecordKey::new(Kind::Household, plain.parse::<RecordId>().expect("an id"));
    let at = Utc::now();
    let set = [("colour".to_owned(), Value::from("green"))].into_iter().collect();
    let new = NewChange {
        id: ChangeId(new_id(at)),
        record: key.clone(),
        operation: Operation::Set { set },
        at,
        reason: None,
        resolves: Vec::new(),
    };
    newer.store.write(|w| w.record_change(new)).expect("to write");
    runtime.block_on(newer.engine.run_once()).expect("to send");
    older.sync();
    edit_household(&older, &plain, &json!({ "name": "Familie Maes" }));
    older.sync();
    let stored = db.reading(|r| r.find_record(&key)).expect("to read").expect("it is there");
    assert_eq!(stored.standing.body["colour"], "green");
    assert_eq!(stored.standing.body["name"], "Familie Maes");
}
