//! A visit, from the doorstep to the coordinator's desk and back.

use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};

#[test]
fn a_visit_goes_from_the_doorstep_to_the_coordinators_desk_and_the_answer_comes_back() {
    let mut office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");

    // From here on there is no network. The visit is done, killed in the middle, and continues at its question.
    office.stop();
    let home = add_household(&meryem, "112 bus 3", Some("Familie El Idrissi"));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    give(&meryem, &draft, "mood", "slecht");
    let mood = path_of(&meryem, &draft, "mood");
    meryem.call("go_to", json!({ "draft": draft, "path": mood }));
    meryem.restart();
    let again = meryem.call("draft", json!({ "id": draft }));
    assert_eq!(again["state"]["at"], json!(mood), "the visit continues at its question");
    request(&meryem, &draft, "De huurwaarborg is 1.950 euro.", "ja");
    give(&meryem, &draft, "remarks", "Mist haar zus in Luik.");
    put_off_the_rest(&meryem, &draft);
    let finished = meryem.call("finish_visit", json!({ "id": draft }));
    let visit = finished["attempt"].as_str().expect("a visit").to_owned();
    assert_eq!(finished["row"]["state"], "visited");
    assert_eq!(finished["row"]["last"]["receipt"], "on_laptop", "a single copy is only on this laptop");

    // The network is back: everything arrives by itself.
    office.start();
    meryem.until("Meryem's changes arrive", || meryem.call("sync_status", json!({}))["waiting"] == 0);
    koen.until("the visit appears in the queue", || received(&koen).iter().any(|r| r["visit"] == json!(visit)));
    let seen = koen.call("visit_view", json!({ "id": visit }));
    assert_eq!(seen["by_name"], "Meryem Aydın");
    assert_eq!(seen["flags"][0], "mood");

    // Koen comments on one answer and takes the request.
    koen.call("comment", json!({ "visit": visit, "path": mood, "text": "Heb je naar de huisarts gevraagd?" }));
    koen.call("set_review", json!({ "visit": visit, "state": "has_issues" }));
    let open = help_list(&koen, "team");
    assert_eq!(open.len(), 1);
    assert_eq!(open[0]["household"]["name"], "Familie El Idrissi", "shared with consent");
    let id = open[0]["id"].clone();
    let me = koen.call("session", json!({}))["user"].clone();
    koen.call("assign_help", json!({ "id": id, "assignee": me }));
    koen.call("refer", json!({ "id": id, "service": "sociaal_huis" }));
    koen.call("set_help_state", json!({ "id": id, "state": "done", "reason": "De waarborg is betaald." }));

    // Meryem reads the comment at its question and corrects the answer; the old value is kept with the reason.
    meryem.until("the comment comes back", || {
        !meryem.call("my_comments", json!({}))["rows"].as_array().expect("rows").is_empty()
    });
    meryem.until("what was done comes back", || help_list(&meryem, "ended").iter().any(|r| r["id"] == id));
    let done = meryem.call("help_request", json!({ "id": id }));
    assert_eq!(done["result"], "De waarborg is betaald.");
    assert_eq!(done["row"]["receipt"], "acted_on");
    meryem.call(
        "correct_answer",
        json!({ "visit": visit, "path": mood, "answer": { "value": "gaat_wel" }, "reason": "Verkeerd getikt." }),
    );
    koen.until("the correction arrives", || {
        let view = koen.call("visit_view", json!({ "id": visit }));
        let answers = view["sections"]
            .as_array()
            .expect("sections")
            .iter()
            .flat_map(|s| s["answers"].as_array().expect("a").clone());
        let found = answers.into_iter().find(|a| a["path"] == json!(mood)).expect("the answer");
        found["answer"]["value"] == "gaat_wel" && found["revisions"][0]["reason"] == "Verkeerd getikt."
    });
    koen.call("set_review", json!({ "visit": visit, "state": "approved" }));
    meryem.until("the visit is reviewed", || {
        meryem.call("household", json!({ "id": home }))["attempts"][0]["receipt"] == "reviewed"
    });
}

#[test]
fn without_consent_to_note_only_time_channel_outcome_and_a_count_remain() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "102", None);
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    give(&meryem, &draft, "remarks", "niet-te-bewaren");
    meryem.call(
        "give_leaflet",
        json!({ "draft": draft, "household": home, "leaflet": "ask-for-help", "language": "tr", "how": "left" }),
    );
    give(&meryem, &draft, "consent", "nee");
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();
    koen.until("the attempt arrives", || {
        koen.app()
            .call("household", json!({ "id": home }))
            .is_ok_and(|h| h["attempts"].as_array().is_some_and(|a| a.len() == 1))
    });
    let household = koen.call("household", json!({ "id": home }));
    assert_eq!(household["attempts"][0]["leaflets"], 1);
    assert_eq!(household["attempts"][0]["has_visit"], false);
    assert_eq!(household["leaflets"], json!([]), "which leaflet is not told");
    assert!(received(&koen).is_empty());
}

#[test]
fn a_quick_note_is_closed_in_one_go_and_opens_later_as_the_same_visit() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "7", None);
    let note = meryem.call("quick_note", json!({ "household": home, "channel": "door" }));
    let draft = note["draft"].as_str().expect("a draft");
    let input = |finish: bool| {
        json!({ "draft": draft, "consent": true, "mood": "gaat_wel", "help_wanted": true, "help_category": "zorg",
                "leaflets": ["genk-helpt"], "remarks": "Kort gesproken aan de haag.", "come_back_on": "2099-01-04",
                "with": null, "finish": finish })
    };
    let far = meryem.app().call("save_quick_note", input(true)).map(drop);
    assert!(far.is_ok(), "a date that the form does not allow is put off, nothing else is lost: {far:?}");
    assert!(meryem.call("household", json!({ "id": home }))["attempts"][0]["has_visit"] == true);

    // Saved without closing, it is a draft in which the full form has those answers.
    let other = add_household(&meryem, "9", None);
    let note = meryem.call("quick_note", json!({ "household": other, "channel": "door" }));
    let draft = note["draft"].clone();
    let mut open = input(false);
    open["draft"] = draft.clone();
    open["come_back_on"] = Value::Null;
    meryem.call("save_quick_note", open);
    let full = meryem.call("start_visit", json!({ "household": other, "channel": "door" }));
    assert_eq!(full["id"], draft, "the same visit");
    let mood = path_of(&meryem, draft.as_str().expect("id"), "mood");
    let node = full["state"]["nodes"].as_array().expect("nodes").iter().find(|n| n["path"] == json!(mood)).cloned();
    assert_eq!(node.expect("mood")["answer"]["value"], "gaat_wel");
}

/// What a minor would have to translate is not asked; what was said about sharing with a minor in between is no consent.
#[test]
fn with_a_minor_interpreting_a_request_stays_unshared_until_the_resident_is_asked() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "62", None);
    edit_household(&meryem, &home, &json!({ "languages": ["ar"] }));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    let (repeat, key) = request_repeat(&meryem, &draft);
    give(&meryem, &draft, "help_category", "wonen");
    give(&meryem, &draft, "help_urgency", "week");
    give(&meryem, &draft, "help_share", "ja");
    give(&meryem, &draft, "help_recipient", "sociaal_huis");
    give(&meryem, &draft, "interpreter", "minderjarige");
    meryem.call("confirm_request", json!({ "draft": draft, "repeat": repeat, "key": key }));

    let rows = help_list(&meryem, "mine");
    assert_eq!((rows.len(), &rows[0]["shared"]), (1, &json!(false)), "it exists, and stays unshared");
    let id = rows[0]["id"].clone();
    let view = meryem.call("help_request", json!({ "id": id }));
    assert_eq!(view["consent"], Value::Null, "not asked yet, which is no refusal");
    // Later, with somebody else interpreting.
    let asked = json!({ "id": id, "given": true, "recipient": "sociaal_huis", "fields": ["address"] });
    assert_eq!(meryem.call("set_consent", asked)["row"]["shared"], true);
}

#[test]
fn a_visit_noted_at_the_wrong_door_moves_with_everything_attached() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let wrong = add_household(&meryem, "20", None);
    let right = add_household(&meryem, "22", None);
    let draft = full_visit(&meryem, &wrong);
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();
    koen.until("Koen sees it at the wrong door", || danger_at(&koen) == json!("20"));
    assert_eq!(koen.refused("move_visit", json!({ "visit": draft, "to": right })), "forbidden", "its author's to move");

    let moved = meryem.call("move_visit", json!({ "visit": draft, "to": right }));
    assert_eq!(moved["attempts"].as_array().map(Vec::len), Some(1));
    assert_eq!(moved["row"]["open_help"], 1);
    assert_eq!(moved["leaflets"][0]["leaflet"], "ask-for-help");
    meryem.sync();
    assert_eq!(meryem.call("sending", json!({}))["set_aside"], json!([]));
    koen.until("Koen sees all of it at the right door", || {
        let there = koen.call("household", json!({ "id": right }));
        there["row"]["open_help"] == 1
            && there["leaflets"].as_array().is_some_and(|l| l.len() == 1)
            && danger_at(&koen) == json!("22")
    });
    let there = koen.call("household", json!({ "id": wrong }));
    assert_eq!((&there["attempts"], &there["leaflets"]), (&json!([]), &json!([])));
    assert_eq!(there["row"]["open_help"], 0);
}

#[test]
fn an_unfinished_visit_moves_with_what_has_left_the_laptop_already() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let wrong = add_household(&meryem, "20", None);
    let right = add_household(&meryem, "22", None);
    let draft = full_visit(&meryem, &wrong);
    meryem.sync();
    koen.until("Koen sees it at the wrong door", || danger_at(&koen) == json!("20"));

    let moved = meryem.call("move_visit", json!({ "visit": draft, "to": right }));
    assert_eq!((&moved["row"]["draft"], &moved["row"]["open_help"]), (&json!(draft), &json!(1)));
    meryem.sync();
    koen.until("the note of danger follows", || danger_at(&koen) == json!("22"));
    koen.until("the request follows", || help_list(&koen, "team")[0]["household"]["number"] == "22");
}

#[test]
fn a_refusal_noted_at_the_wrong_door_no_longer_closes_it() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let wrong = add_household(&meryem, "20", None);
    let right = add_household(&meryem, "22", None);
    let refused = meryem.call(
        "record_outcome",
        json!({ "household": wrong, "outcome": "refused", "channel": "door", "said_by": "de zoon", "until": null,
                "come_back_on": null, "leaflets": 0 }),
    );
    let there = meryem.call("move_visit", json!({ "visit": refused["attempt"], "to": right }));
    assert_eq!(there["row"]["no_visit"]["said_by"], "de zoon");
    let here = meryem.call("household", json!({ "id": wrong }));
    assert_eq!((&here["row"]["state"], &here["row"]["no_visit"]), (&json!("to_visit"), &Value::Null));
}

/// A visit in progress with everything that can hang on it: a request, a leaflet, a note of danger.
fn full_visit(laptop: &Laptop, household: &str) -> String {
    let draft = start_visit(laptop, household);
    give(laptop, &draft, "consent", "ja");
    request(laptop, &draft, "Een lekkende kraan.", "ja");
    laptop.call(
        "give_leaflet",
        json!({ "draft": draft, "household": household, "leaflet": "ask-for-help", "language": "tr", "how": "left" }),
    );
    laptop.call(
        "note_danger",
        json!({ "household": household, "draft": draft, "called": ["101"], "not_called_because": null, "note": null,
                "leave": false }),
    );
    draft
}

/// The house number of the latest note of danger.
fn danger_at(laptop: &Laptop) -> Value {
    laptop.call("danger_notes", json!({}))["rows"][0]["household"]["number"].clone()
}

#[test]
fn with_a_minor_interpreting_sensitive_questions_wait_and_are_never_shown() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "60", None);
    edit_household(&meryem, &home, &json!({ "languages": ["ar"] }));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    give(&meryem, &draft, "interpreter", "minderjarige");
    let view = meryem.call("draft", json!({ "id": draft }));
    let put_off: Vec<&Value> =
        view["state"]["nodes"].as_array().expect("nodes").iter().filter(|n| n["put_off"] == true).collect();
    assert!(!put_off.is_empty());
    let question =
        meryem.call("resident_question", json!({ "draft": draft, "path": put_off[0]["path"], "language": "ar" }));
    assert_eq!(question["put_off"], true);
    assert_eq!((&question["label"], &question["choices"]), (&json!(""), &json!([])));
    let mood = path_of(&meryem, &draft, "mood");
    let shown = meryem.call("resident_question", json!({ "draft": draft, "path": mood, "language": "ar" }));
    assert_eq!((&shown["language"], &shown["direction"]), (&json!("ar"), &json!("rtl")));
    assert!(!shown.to_string().contains("Vennestraat"), "no address, no name");
}
