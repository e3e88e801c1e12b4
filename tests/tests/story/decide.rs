//! What the office decides: values that two people wrote, households added twice.

use domain::Kind;
use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};

pub fn decide(laptop: &Laptop) -> Value {
    laptop.call("decide", json!({}))
}

pub fn list(view: &Value, name: &str) -> Vec<Value> {
    view[name].as_array().unwrap_or_else(|| panic!("no {name}")).clone()
}

pub fn household_of(laptop: &Laptop, id: &str) -> Value {
    laptop.call("household", json!({ "id": id }))
}

pub fn hears_until(laptop: &Laptop, what: &str, done: impl FnMut() -> bool) {
    laptop.insist_until(what, done);
}

#[test]
fn an_answer_that_two_wrote_is_asked_by_its_question_and_in_its_words() {
    let mut office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    let visit = start_visit(&meryem, &home);
    give(&meryem, &visit, "consent", "ja");
    give(&meryem, &visit, "mood", "goed");
    let mood = path_of(&meryem, &visit, "mood");
    put_off_the_rest(&meryem, &visit);
    meryem.call("finish_visit", json!({ "id": visit }));
    meryem.sync();
    hears_until(&koen, "the visit is there", || !received(&koen).is_empty());

    office.stop();
    let write = |laptop: &Laptop, value: &str, counter: u32| {
        // The screen corrects one's own visit only; a coordinator's client may do more.
        let store = laptop.store();
        let set = [(format!("answers/{mood}"), json!({ "value": value }))].into_iter().collect();
        let id = format!("00000000-0000-7000-8000-00000000000{counter}");
        let change = store::NewChange {
            id: id.parse().expect("an id"),
            record: domain::RecordKey::new(Kind::Visit, visit.parse::<domain::RecordId>().expect("an id")),
            operation: domain::Operation::Set { set },
            at: chrono::Utc::now(),
            reason: None,
            resolves: Vec::new(),
        };
        store.write(|w| w.record_change(change)).expect("written");
    };
    write(&meryem, "slecht", 1);
    write(&koen, "zeer_goed", 2);
    office.start();
    meryem.insist_until("hers is sent", || meryem.waiting() == 0);
    koen.insist_until("his is sent", || koen.waiting() == 0);
    for laptop in [&meryem, &koen] {
        hears_until(laptop, "the choice shows", || !list(&laptop.call("sending", json!({})), "choices").is_empty());
        let choice = list(&laptop.call("sending", json!({})), "choices").remove(0);
        assert!(choice["question"]["nl"].as_str().is_some_and(|q| q.contains("gaat")), "{choice}");
        let words: Vec<&Value> = ["standing", "waiting"].iter().map(|side| &choice[side]["text"]["nl"]).collect();
        assert!(words.iter().all(|w| w.as_str().is_some_and(|w| !w.contains('_'))), "words, not values: {words:?}");
    }
    assert_eq!(list(&decide(&koen), "choices").len(), 1, "it lies on the coordinator's desk as well");

    // One key chooses, one takes the other after all, and both reach everybody.
    let choice = list(&decide(&koen), "choices").remove(0);
    let keep =
        |side: &str| json!({ "kind": choice["kind"], "id": choice["id"], "change": choice["change"], "keep": side });
    koen.call("resolve", keep("waiting"));
    koen.call("resolve", keep("standing"));
    hears_until(&meryem, "nothing is left to choose", || {
        list(&meryem.call("sending", json!({})), "choices").is_empty()
    });
    koen.insist_until("the choice is sent", || koen.waiting() == 0);
    hears_until(&meryem, "what stood stands again", || {
        let store = meryem.store();
        let key = domain::RecordKey::new(Kind::Visit, visit.parse::<domain::RecordId>().expect("an id"));
        let row = store.read(|r| r.record(&key)).expect("read").expect("the visit");
        row.body[&format!("answers/{mood}")] == choice["standing"]["value"]
    });
}

/// Two visitors add the same household offline; Koen's desk offers the pair.
fn added_twice(office: &mut Office) -> (Laptop, Laptop, Laptop, String, String) {
    let (meryem, sofie, koen) =
        (office.laptop("Meryem Aydın"), office.laptop("Sofie Claes"), office.laptop("Koen Bielen"));
    office.stop();
    let first = add_household(&meryem, "112", Some("Familie Yıldız"));
    let second = add_household(&sofie, "112", Some("Yildiz"));
    sofie.call(
        "save_resident",
        json!({ "id": null, "household": second, "name": "Emine", "birth_year": null, "phone": null, "language": null }),
    );
    office.start();
    meryem.insist_until("hers is sent", || meryem.waiting() == 0);
    sofie.insist_until("hers is sent too", || sofie.waiting() == 0);
    hears_until(&koen, "the pair is offered", || list(&decide(&koen), "doubles").len() == 1);
    (meryem, sofie, koen, first, second)
}

fn found(laptop: &Laptop, text: &str) -> Vec<Value> {
    let rows = list(&laptop.call("search", json!({ "text": text })), "rows");
    rows.into_iter().map(|row| row["household"]["id"].clone()).collect()
}

fn on_my_list(laptop: &Laptop) -> Vec<Value> {
    let today = laptop.call("today", json!({ "day": null }));
    let streets = list(&today, "streets").into_iter();
    streets.flat_map(|street| list(&street, "rows")).map(|row| row["household"]["id"].clone()).collect()
}

#[test]
fn a_household_added_twice_becomes_one_and_two_again() {
    let mut office = Office::open();
    let (meryem, sofie, koen, first, second) = added_twice(&mut office);
    let pair = list(&decide(&koen), "doubles").remove(0);
    let sides: Vec<&Value> = ["first", "second"].iter().map(|side| &pair[side]["row"]["household"]["id"]).collect();
    assert_eq!(sides, [&json!(first), &json!(second)], "the older first");

    // Sofie writes to hers, knowing nothing yet.
    office.stop();
    let knock = |home: &str, outcome: &str| {
        json!({ "household": home, "outcome": outcome, "channel": "door", "said_by": "de zoon", "until": null,
                "come_back_on": null, "leaflets": 0 })
    };
    sofie.call("record_outcome", knock(&second, "refused"));
    edit_household(&sofie, &second, &json!({ "note": "De hond is vals." }));
    office.start();
    koen.call("merge_households", json!({ "stays": first, "alias": second }));
    koen.sync();
    sofie.insist_until("hers is sent", || sofie.waiting() == 0);

    for laptop in [&meryem, &sofie, &koen] {
        hears_until(laptop, "everything shows in one place", || {
            let view = household_of(laptop, &first);
            list(&view, "residents").len() == 1 && list(&view, "attempts").len() == 1
        });
        assert_eq!(found(laptop, "yildiz"), [json!(first)]);
        assert_eq!(found(laptop, "emine"), [json!(first)]);
        // Both ids keep working, and show the same.
        let (by_first, by_second) = (household_of(laptop, &first), household_of(laptop, &second));
        assert_eq!(by_first["row"]["household"], by_second["row"]["household"]);
        assert_eq!(by_first["row"]["state"], "no_visit", "who wants no visit said so");
        assert_eq!(by_first["row"]["alias_notes"], json!(["De hond is vals."]));
        assert_eq!(list(&by_first, "aliases").len(), 1);
    }
    assert_eq!(on_my_list(&sofie), [json!(first)], "on the list of the day, once");
    let listed = koen.call("households", json!({ "neighbourhood": null, "text": null }));
    assert_eq!(listed["total"], 1);
    assert!(list(&decide(&koen), "doubles").is_empty());

    // Two after all: each has its own again.
    koen.call("lift_alias", json!({ "id": second }));
    koen.sync();
    for laptop in [&meryem, &sofie, &koen] {
        hears_until(laptop, "there are two again", || found(laptop, "yildiz").len() == 2);
        assert!(list(&household_of(laptop, &first), "attempts").is_empty());
        assert_eq!(list(&household_of(laptop, &second), "residents").len(), 1);
        assert_eq!(household_of(laptop, &second)["row"]["note"], "De hond is vals.");
    }
    assert_eq!(on_my_list(&sofie), [json!(second)]);
}

#[test]
fn two_households_that_only_look_the_same_are_not_offered_again() {
    let mut office = Office::open();
    let (meryem, _sofie, koen, first, second) = added_twice(&mut office);
    assert_eq!(meryem.refused("merge_households", json!({ "stays": first, "alias": second })), "forbidden");
    let apart = |apart: bool| json!({ "first": first, "second": second, "apart": apart });
    assert!(list(&koen.call("keep_apart", apart(true)), "doubles").is_empty());
    koen.sync();
    let lena = office.laptop("Koen Bielen");
    lena.sync();
    assert!(list(&decide(&lena), "doubles").is_empty(), "on another laptop neither");
    assert_eq!(list(&koen.call("keep_apart", apart(false)), "doubles").len(), 1, "and it can be undone");
}
