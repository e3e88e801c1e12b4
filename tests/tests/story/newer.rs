//! A server and laptops of a newer version beside this one.

use domain::{Body, Kind, RecordId, RecordKey};
use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};

fn key(kind: Kind, id: &str) -> RecordKey {
    RecordKey::new(kind, id.parse::<RecordId>().expect("an id"))
}

/// Writes fields as a newer version of the app would, past this one's commands.
fn write(laptop: &Laptop, key: &RecordKey, fields: Value, number: u32) {
    let set = fields.as_object().expect("fields").clone();
    let change = store::NewChange {
        id: format!("00000000-0000-7000-8000-0000000000{number:02}").parse().expect("an id"),
        record: key.clone(),
        operation: domain::Operation::Set { set },
        at: chrono::Utc::now(),
        reason: None,
        resolves: Vec::new(),
    };
    laptop.store().write(|w| w.record_change(change)).expect("written");
}

fn on_server(office: &Office, key: &RecordKey) -> Body {
    let stored = office.server().admin.database().reading(|r| r.find_record(key)).expect("read");
    stored.expect("the record").standing.body
}

#[test]
fn what_a_newer_version_wrote_stays_through_every_edit_of_this_one() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let (home, other) = (add_household(&meryem, "112", Some("Familie Claes")), add_household(&meryem, "114", None));
    let resident = |id: Value, phone: &str| json!({ "id": id, "household": home, "name": "Jef", "birth_year": null, "phone": phone, "language": null });
    let view = meryem.call("save_resident", resident(Value::Null, "089 00 00 01"));
    let jef = view["residents"][0]["id"].clone();
    let visit = start_visit(&meryem, &home);
    give(&meryem, &visit, "consent", "ja");
    give(&meryem, &visit, "mood", "goed");
    let mood = path_of(&meryem, &visit, "mood");
    put_off_the_rest(&meryem, &visit);
    meryem.call("finish_visit", json!({ "id": visit }));
    let knock = json!({ "household": home, "outcome": "refused", "channel": "door", "said_by": "de zoon", "until": null,
                        "come_back_on": null, "leaflets": 0 });
    let refused = meryem.call("record_outcome", knock)["attempt"].as_str().expect("an id").to_owned();
    meryem.sync();
    koen.insist_until("the visit is there", || !received(&koen).is_empty());
    koen.call("set_review", json!({ "visit": visit, "state": "has_issues" }));
    koen.sync();

    let newer = [
        (&meryem, key(Kind::Household, &home)),
        (&meryem, key(Kind::Resident, jef.as_str().expect("an id"))),
        (&meryem, key(Kind::Attempt, &visit)),
        (&meryem, key(Kind::Visit, &visit)),
        (&koen, key(Kind::Review, &visit)),
    ];
    let unknown = json!({ "level": 3, "words": ["nieuw"] });
    for (number, (laptop, key)) in (10..).zip(&newer) {
        write(laptop, key, json!({ "later_field": unknown }), number);
    }
    let no_visit = json!({ "said_by": "de zoon", "later_field": unknown });
    write(&meryem, &key(Kind::Household, &home), json!({ "no_visit": no_visit }), 20);
    meryem.sync();
    koen.sync();

    edit_household(&meryem, &home, &json!({ "name": "Familie Claes-Peeters", "note": "De bel is stuk." }));
    meryem.call("save_resident", resident(jef, "089 00 00 02"));
    meryem.call(
        "correct_answer",
        json!({ "visit": visit, "path": mood, "answer": { "value": "slecht" }, "reason": "Verkeerd getikt." }),
    );
    meryem.call("move_visit", json!({ "visit": visit, "to": other }));
    meryem.call("move_visit", json!({ "visit": refused, "to": other }));
    koen.call("set_review", json!({ "visit": visit, "state": "approved" }));
    meryem.sync();
    koen.sync();

    for (_, key) in &newer {
        assert_eq!(on_server(&office, key)["later_field"], unknown, "{key:?}");
    }
    assert_eq!(on_server(&office, &newer[0].1)["name"], "Familie Claes-Peeters");
    assert_eq!(on_server(&office, &newer[3].1)["household"], json!(other));
    assert_eq!(on_server(&office, &key(Kind::Household, &other))["no_visit"], no_visit, "moved as it was");
}

/// A form that was opened and closed again says nothing: another laptop's value stands, and nothing waits to be sent.
#[test]
fn saving_what_nobody_changed_sends_nothing() {
    let mut office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    meryem.sync();
    office.stop();
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    let resident = |id: Value| json!({ "id": id, "household": home, "name": "Jef", "birth_year": 1950, "phone": null, "language": null });
    let view = meryem.call("save_resident", resident(Value::Null));
    let waiting = meryem.waiting();
    edit_household(&meryem, &home, &json!({}));
    meryem.call("save_resident", resident(view["residents"][0]["id"].clone()));
    assert_eq!(meryem.waiting(), waiting);
}
