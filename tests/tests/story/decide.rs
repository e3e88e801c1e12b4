//! What the office decides: values that two people wrote, changes that the server set aside, households added twice.

use domain::entities::User;
use domain::{Kind, Role};
use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};

fn decide(laptop: &Laptop) -> Value {
    laptop.call("decide", json!({}))
}

fn list(view: &Value, name: &str) -> Vec<Value> {
    view[name].as_array().unwrap_or_else(|| panic!("no {name}")).clone()
}

fn household_of(laptop: &Laptop, id: &str) -> Value {
    laptop.call("household", json!({ "id": id }))
}

fn hears_until(laptop: &Laptop, what: &str, done: impl FnMut() -> bool) {
    laptop.insist_until(what, done);
}

/// While the laptop is off, the office gives its user other neighbourhoods; then it is on again.
fn works_now_in(office: &mut Office, laptop: &mut Laptop, name: &str, neighbourhoods: &[&str]) {
    laptop.end();
    office.start();
    let admin = &office.server().admin;
    let id = admin.get_user(name).expect("a known user");
    let neighbourhoods = neighbourhoods.iter().map(|&n| n.to_owned()).collect();
    let user = User { name: name.to_owned(), role: Role::Visitor, neighbourhoods, duty: false, inactive: false };
    admin.save_user(id, &user).expect("to change the user");
    laptop.restart();
}

fn fields(aside: &Value) -> Vec<(String, Value)> {
    let fields = aside["fields"].as_array().expect("fields").iter();
    fields.map(|f| (f["field"].as_str().expect("a name").to_owned(), f["value"].clone())).collect()
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

#[test]
fn what_was_set_aside_is_accepted_with_another_number() {
    let mut office = Office::open();
    let (mut meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    meryem.sync();
    office.stop();
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    works_now_in(&mut office, &mut meryem, "Meryem Aydın", &["sledderlo"]);
    meryem.insist_until("it is sent", || meryem.waiting() == 0);

    // The author sees that it arrived and waits.
    let sending = meryem.call("sending", json!({}));
    let waiting = list(&sending, "set_aside");
    assert!(waiting.iter().any(|row| row["kind"] == "household" && row["reason"] == "forbidden"), "{waiting:?}");
    assert_eq!(household_of(&meryem, &home)["receipt"], "under_review");

    // The coordinator sees who, when, why and what.
    hears_until(&koen, "all three lie on the desk", || list(&decide(&koen), "set_aside").len() == 3);
    let all = list(&decide(&koen), "set_aside");
    let aside = all.iter().find(|a| a["kind"] == "household").expect("the household").clone();
    assert_eq!((&aside["author_name"], &aside["reason"]), (&json!("Meryem Aydın"), &json!("forbidden")));
    assert!(fields(&aside).contains(&("number".to_owned(), json!("112"))), "{aside}");
    assert_eq!(aside["blocked"], Value::Null);
    // What hangs on it waits for it.
    let assignment = all.iter().find(|a| a["kind"] == "assignment").expect("her list");
    assert_eq!(assignment["blocked"], "missing");
    assert_eq!(koen.call("session", json!({}))["counts"]["to_decide"], 3);

    let other = json!({ "number": "114" });
    let silent = json!({ "id": aside["id"], "fields": other, "reason": null });
    assert_eq!(koen.refused("accept_set_aside", silent), "reason-needed");
    let accept = json!({ "id": aside["id"], "fields": other, "reason": "Het is 114." });
    let view = koen.call("accept_set_aside", accept);
    assert_eq!(list(&view, "set_aside").len(), 2, "gone from the desk at once");
    assert_eq!(household_of(&koen, &home)["row"]["household"]["number"], "114");
    koen.sync();

    hears_until(&meryem, "she learns what came of it", || {
        !list(&meryem.call("sending", json!({})), "decided").is_empty()
    });
    let outcome = list(&meryem.call("sending", json!({})), "decided").remove(0);
    assert_eq!((&outcome["decision"], &outcome["note"]), (&json!("edited"), &json!("Het is 114.")));
    assert_eq!(outcome["decided_by_name"], "Koen Bielen");
    // Its author, by the record, though a coordinator stored it.
    let key = domain::RecordKey::new(Kind::Household, home.parse::<domain::RecordId>().expect("an id"));
    let stored = office.server().admin.database().reading(|r| r.find_record(&key)).expect("read").expect("stored");
    assert_eq!(json!(stored.created_by), meryem.call("session", json!({}))["user"]);
}

#[test]
fn what_was_rejected_says_why_and_is_not_lost() {
    let mut office = Office::open();
    let (mut meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let lotte = office.laptop("Lotte Nijs");
    meryem.sync();
    office.stop();
    let mut input = household("112", Some("Familie Claes"));
    input["on_my_list"] = json!(false);
    let added = meryem.call("save_household", input);
    let home = added["row"]["household"]["id"].clone();
    works_now_in(&mut office, &mut meryem, "Meryem Aydın", &["sledderlo"]);
    meryem.insist_until("it is sent", || meryem.waiting() == 0);
    hears_until(&koen, "it lies on the desk", || !list(&decide(&koen), "set_aside").is_empty());
    assert!(list(&decide(&lotte), "set_aside").is_empty(), "another neighbourhood's desk");
    assert_eq!(meryem.refused("decide", json!({})), "forbidden");

    let aside = list(&decide(&koen), "set_aside").remove(0);
    let reject = |reason: &str| json!({ "id": aside["id"], "reason": reason });
    assert_eq!(koen.refused("reject_set_aside", reject(" ")), "reason-needed");
    koen.call("reject_set_aside", reject("Dat adres bestaat niet."));
    koen.sync();
    hears_until(&meryem, "she learns of it", || !list(&meryem.call("sending", json!({})), "decided").is_empty());
    let sending = meryem.call("sending", json!({}));
    let outcome = list(&sending, "decided").remove(0);
    assert_eq!((&outcome["decision"], &outcome["note"]), (&json!("rejected"), &json!("Dat adres bestaat niet.")));
    assert!(fields(&outcome).contains(&("name".to_owned(), json!("Familie Claes"))), "what she wrote is there");
    assert!(list(&sending, "set_aside").is_empty());
    assert_eq!(meryem.refused("household", json!({ "id": home })), "not-found");

    // A mind can change, while it shows among what was decided.
    let decided = list(&decide(&koen), "decided").remove(0);
    let accept = json!({ "id": decided["id"], "fields": {}, "reason": null });
    koen.call("accept_set_aside", accept);
    koen.sync();
    hears_until(&meryem, "it is accepted after all", || {
        list(&meryem.call("sending", json!({})), "decided").iter().any(|d| d["decision"] == "accepted")
    });
    hears_until(&koen, "nothing waits", || list(&decide(&koen), "set_aside").is_empty());
}

#[test]
fn what_was_set_aside_its_author_sends_once_more_when_it_may_end_otherwise() {
    let mut office = Office::open();
    let (mut meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    meryem.sync();
    office.stop();
    let secret = "Schulden bij de huisbaas 7Q.";
    meryem.call(
        "record_help",
        json!({ "household": home, "draft": null, "category": "wonen", "detail": null, "urgency": "week",
                "description": secret, "contact": null, "consent_given": false, "recipient": null, "fields": [] }),
    );
    works_now_in(&mut office, &mut meryem, "Meryem Aydın", &["sledderlo"]);
    meryem.insist_until("it is sent", || meryem.waiting() == 0);
    hears_until(&koen, "it lies on the desk", || !list(&decide(&koen), "set_aside").is_empty());
    assert!(!decide(&koen).to_string().contains("7Q"), "and nothing of what was said");

    office.stop();
    works_now_in(&mut office, &mut meryem, "Meryem Aydın", &["winterslag"]);
    hears_until(&meryem, "she can send it once more", || {
        list(&meryem.call("sending", json!({})), "set_aside").iter().any(|row| row["offer"] == true)
    });
    let row = list(&meryem.call("sending", json!({})), "set_aside").remove(0);
    meryem.call("offer_again", json!({ "change": row["change"] }));
    hears_until(&meryem, "it is stored", || {
        meryem.waiting() == 0 && list(&meryem.call("sending", json!({})), "set_aside").is_empty()
    });
    hears_until(&koen, "the desk is empty", || list(&decide(&koen), "set_aside").is_empty());
    hears_until(&koen, "and the request is there", || !help_list(&koen, "team").is_empty());
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
