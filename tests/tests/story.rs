//! The product's main job, told with the commands of the window: a visit from the doorstep to the coordinator's desk.

use serde_json::{Value, json};
use std::path::Path;
use tests::office::{Laptop, Office};

/// A household on my list of today, added at the door.
fn add_household(laptop: &Laptop, number: &str, name: Option<&str>, languages: &[&str]) -> String {
    let added = laptop.call("save_household", household(number, name, languages));
    added["row"]["household"]["id"].as_str().expect("an id").to_owned()
}

fn household(number: &str, name: Option<&str>, languages: &[&str]) -> Value {
    json!({ "id": null, "neighbourhood": "winterslag", "street": "Vennestraat", "number": number, "bus": null,
            "name": name, "people": null, "languages": languages, "note": null, "on_my_list": true })
}

fn start(laptop: &Laptop, household: &str) -> String {
    let draft = laptop.call("start_visit", json!({ "household": household, "channel": "door" }));
    draft["id"].as_str().expect("a draft").to_owned()
}

/// The path of the question with this use; `instance` is the key of the repeat it stands in.
fn path_of(laptop: &Laptop, draft: &str, use_as: &str) -> String {
    let view = laptop.call("draft", json!({ "id": draft }));
    let questions = view["form"]["questions"].as_array().expect("questions");
    let question =
        questions.iter().find(|q| q["use_as"] == use_as).unwrap_or_else(|| panic!("no question for {use_as}"));
    let definition = question["path"].as_str().expect("a path");
    let node = view["state"]["nodes"].as_array().expect("nodes").iter().find(|n| n["question"] == definition);
    node.unwrap_or_else(|| panic!("{use_as} is not in the form's state"))["path"].as_str().expect("a path").to_owned()
}

fn answer(laptop: &Laptop, draft: &str, use_as: &str, value: Value) -> Value {
    let path = path_of(laptop, draft, use_as);
    laptop.call(
        "answer",
        json!({ "draft": draft, "path": path, "answer": { "value": value }, "go_to": null, "typing": false }),
    )
}

/// Puts every question that still demands an answer off.
fn put_off_the_rest(laptop: &Laptop, draft: &str) {
    let problems = laptop.call("visit_problems", json!({ "id": draft }));
    for path in problems["paths"].as_array().expect("paths") {
        laptop.call(
            "answer",
            json!({ "draft": draft, "path": path, "answer": { "later": true }, "go_to": null, "typing": false }),
        );
    }
}

/// A help request in the visit, filled in and confirmed.
fn request(laptop: &Laptop, draft: &str, description: &str, share: &str) {
    answer(laptop, draft, "help_wanted", json!("ja"));
    let view = laptop.call("draft", json!({ "id": draft }));
    let repeat = view["state"]["repeats"].as_array().expect("repeats").iter().find(|r| r["use_as"] == "help_request");
    let repeat = repeat.expect("the repeat of requests").clone();
    let path = repeat["path"].as_str().expect("a path");
    let key = match repeat["instances"].as_array().and_then(|i| i.first()) {
        Some(key) => key.as_str().expect("a key").to_owned(),
        None => {
            let state = laptop.call("add_repeat", json!({ "draft": draft, "repeat": path }));
            let again = state["repeats"].as_array().expect("repeats").iter().find(|r| r["path"] == path).cloned();
            again.expect("the repeat")["instances"][0].as_str().expect("a key").to_owned()
        }
    };
    answer(laptop, draft, "help_category", json!("wonen"));
    answer(laptop, draft, "help_description", json!(description));
    answer(laptop, draft, "help_urgency", json!("vandaag"));
    answer(laptop, draft, "help_share", json!(share));
    if share == "ja" {
        answer(laptop, draft, "help_recipient", json!("sociaal_huis"));
    }
    laptop.call("confirm_request", json!({ "draft": draft, "repeat": path, "key": key }));
}

fn list(laptop: &Laptop, filter: &str) -> Vec<Value> {
    laptop.call("help_list", json!({ "filter": filter }))["rows"].as_array().expect("rows").clone()
}

fn received(laptop: &Laptop) -> Vec<Value> {
    laptop.call("review_list", json!({ "filter": "received" }))["rows"].as_array().expect("rows").clone()
}

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
fn a_visit_goes_from_the_doorstep_to_the_coordinators_desk_and_the_answer_comes_back() {
    let mut office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");

    // From here on there is no network. The visit is done, killed in the middle, and continues at its question.
    office.stop();
    let home = add_household(&meryem, "112 bus 3", Some("Familie El Idrissi"), &["ar", "fr"]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    answer(&meryem, &draft, "mood", json!("slecht"));
    let mood = path_of(&meryem, &draft, "mood");
    meryem.call("go_to", json!({ "draft": draft, "path": mood }));
    meryem.restart();
    let again = meryem.call("draft", json!({ "id": draft }));
    assert_eq!(again["state"]["at"], json!(mood), "the visit continues at its question");
    request(&meryem, &draft, "De huurwaarborg is 1.950 euro.", "ja");
    answer(&meryem, &draft, "remarks", json!("Mist haar zus in Luik."));
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
    let open = list(&koen, "team");
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
    meryem.until("what was done comes back", || list(&meryem, "ended").iter().any(|r| r["id"] == id));
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
fn a_request_without_consent_stays_unshared() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "98", Some("Familie Kanarie"), &[]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    request(&meryem, &draft, "uniek-woord-dat-niemand-mag-zien", "nee");
    meryem.sync();
    koen.until("the request exists for Koen", || !list(&koen, "team").is_empty());

    let rows = list(&koen, "team");
    assert_eq!(rows[0]["category"], "wonen");
    assert_eq!(rows[0]["urgency"], "today");
    assert_eq!(rows[0]["shared"], false);
    assert_eq!(rows[0]["household"], Value::Null, "nothing tells whose it is");
    let view = koen.call("help_request", json!({ "id": rows[0]["id"] }));
    assert_eq!(view["description"], Value::Null);
    assert_eq!(view["visit"], Value::Null);

    // Nor does the visit tell of the request, once it is finished.
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();
    koen.until("the visit arrives", || !received(&koen).is_empty());
    let visit = koen.call("visit_view", json!({ "id": draft })).to_string();
    assert!(!visit.contains("uniek-woord") && !visit.contains("hulpvraag") && !visit.contains("wonen"), "{visit}");
    assert!(list(&meryem, "mine").iter().any(|r| r["household"]["name"] == "Familie Kanarie"), "its author sees it");
}

#[test]
fn without_consent_to_note_only_time_channel_outcome_and_a_count_remain() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "102", None, &[]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    answer(&meryem, &draft, "remarks", json!("niet-te-bewaren"));
    meryem.call(
        "give_leaflet",
        json!({ "draft": draft, "household": home, "leaflet": "ask-for-help", "language": "tr", "how": "left" }),
    );
    answer(&meryem, &draft, "consent", json!("nee"));
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
    let home = add_household(&meryem, "7", None, &["tr"]);
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
    let other = add_household(&meryem, "9", None, &[]);
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

#[test]
fn nothing_typed_lies_readable_on_the_disk_of_laptop_or_log() {
    let office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "3", Some("Familie Kanarievogel"), &[]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    answer(&meryem, &draft, "remarks", json!("kanarie-in-de-mijn"));
    meryem.sync();
    meryem.close();
    for text in ["Kanarievogel", "kanarie-in-de-mijn", "Vennestraat"] {
        assert!(!anywhere(meryem.folder.path(), text), "{text} lies in the clear");
    }
}

#[test]
fn one_key_outcomes_and_their_undo() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "106", None, &[]);
    let outcome = |outcome: &str| {
        json!({ "household": home, "outcome": outcome, "channel": "door", "said_by": null, "until": null,
                "come_back_on": null, "leaflets": 0 })
    };
    let away = meryem.call("record_outcome", outcome("not_home"));
    assert_eq!(away["row"]["state"], "not_home");
    let back = meryem.call("undo_outcome", json!({ "id": away["attempt"] }));
    assert_eq!(back["state"], "to_visit");
    let mut refused = outcome("refused");
    refused["said_by"] = json!("de zoon");
    let refused = meryem.call("record_outcome", refused);
    assert_eq!(refused["row"]["state"], "no_visit");
    assert_eq!(refused["row"]["no_visit"]["said_by"], "de zoon");
    let today = meryem.call("today", json!({ "day": null }));
    assert_eq!((&today["to_go"], &today["no_visit"]), (&json!(0), &json!(1)), "a refused address is not to go");
    meryem.call("undo_outcome", json!({ "id": refused["attempt"] }));
    assert_eq!(meryem.call("today", json!({ "day": null }))["to_go"], 1);
}

#[test]
fn a_likely_double_is_shown_before_saving_and_search_folds_names() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    add_household(&meryem, "110", Some("Familie Yıldız"), &["tr"]);
    add_household(&meryem, "112 bus 3", Some("Familie El Idrissi"), &["ar"]);
    let doubles = meryem.call("find_doubles", household("110", Some("Yildiz"), &[]));
    assert_eq!(doubles["rows"][0]["household"]["name"], "Familie Yıldız");
    for (typed, name) in
        [("yildiz", "Familie Yıldız"), ("el idrisi", "Familie El Idrissi"), ("vennestraat 110", "Familie Yıldız")]
    {
        let found = meryem.call("search", json!({ "text": typed }));
        assert_eq!(found["rows"][0]["household"]["name"], name, "{typed}");
    }
}

#[test]
fn a_visit_noted_at_the_wrong_door_moves_with_everything_attached() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let wrong = add_household(&meryem, "20", None, &[]);
    let right = add_household(&meryem, "22", None, &[]);
    let draft = start(&meryem, &wrong);
    answer(&meryem, &draft, "consent", json!("ja"));
    request(&meryem, &draft, "Een lekkende kraan.", "ja");
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    let moved = meryem.call("move_visit", json!({ "visit": draft, "to": right }));
    assert_eq!(moved["attempts"].as_array().map(Vec::len), Some(1));
    assert_eq!(moved["row"]["open_help"], 1);
    meryem.sync();
    koen.until("Koen sees it at the right door", || {
        let there = koen.call("households", json!({ "neighbourhood": "winterslag", "text": "22" }));
        there["streets"][0]["rows"][0]["open_help"] == 1
    });
    assert_eq!(koen.call("household", json!({ "id": wrong }))["attempts"], json!([]));
}

#[test]
fn danger_is_seen_by_its_author_and_whoever_is_on_duty_only() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let sofie = office.laptop("Sofie Claes");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "45", None, &[]);
    let draft = start(&meryem, &home);
    let note = json!({ "household": home, "draft": draft, "called": ["101"], "not_called_because": null,
                       "note": "Ruzie in de gang.", "leave": true });
    meryem.call("note_danger", note);
    meryem.sync();
    koen.until("the duty coordinator sees it", || {
        !koen.call("danger_notes", json!({}))["rows"].as_array().expect("rows").is_empty()
    });
    sofie.until("Sofie sees the attempt", || {
        sofie.app().call("household", json!({ "id": home })).is_ok_and(|h| h["attempts"][0]["outcome"] == "left_unsafe")
    });
    assert_eq!(sofie.call("danger_notes", json!({}))["rows"], json!([]));
    let page = sofie.call("household", json!({ "id": home })).to_string();
    assert!(!page.contains("Ruzie"), "never on the household's page");
    let nobody = json!({ "household": home, "draft": null, "called": [], "not_called_because": null, "note": null, "leave": false });
    assert_eq!(meryem.refused("note_danger", nobody), "reason-needed");
}

#[test]
fn a_coordinator_imports_addresses_and_makes_the_list_that_today_shows() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let meryem = office.laptop("Meryem Aydın");
    let csv = "straat;nummer;bus;wijk\nNoordlaan;8;;Winterslag\nNoordlaan;12;2;winterslag\n;9;;Winterslag\nNoordlaan;x;;Winterslag\nNoordlaan;14;;Elders\n";
    let preview = koen.call("import_addresses", json!({ "csv": csv, "confirm": false }));
    assert_eq!((&preview["new"], preview["problems"].as_array().map(Vec::len)), (&json!(2), Some(3)));
    assert_eq!(preview["problems"][0]["row"], 4);
    koen.call("import_addresses", json!({ "csv": csv, "confirm": true }));
    let twice = koen.call("import_addresses", json!({ "csv": csv, "confirm": true }));
    assert_eq!((&twice["new"], &twice["known"]), (&json!(0), &json!(2)));
    let there = koen.call("households", json!({ "neighbourhood": "winterslag", "text": "noordlaan" }));
    let ids: Vec<Value> =
        there["streets"][0]["rows"].as_array().expect("rows").iter().map(|r| r["household"]["id"].clone()).collect();
    let session = koen.call("session", json!({}));
    let colleague = session["colleagues"].as_array().expect("colleagues").iter().find(|c| c["name"] == "Meryem Aydın");
    let day = session["today"].clone();
    koen.call(
        "make_round",
        json!({ "day": day, "name": "Noordlaan", "neighbourhood": "winterslag", "households": ids,
                "assignee": colleague.expect("Meryem")["id"] }),
    );
    koen.sync();
    meryem.until("the list shows", || meryem.call("today", json!({ "day": null }))["to_go"] == 2);
    let today = meryem.call("today", json!({ "day": null }));
    assert_eq!(today["streets"][0]["rows"][1]["household"]["bus"], "2");
}

#[test]
fn with_a_minor_interpreting_sensitive_questions_wait_and_are_never_shown() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "60", None, &["ar"]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    answer(&meryem, &draft, "interpreter", json!("minderjarige"));
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
fn withdrawn_consent_takes_back_what_was_shared_on_every_laptop() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "30", Some("Familie Kanarie"), &[]);
    let draft = start(&meryem, &home);
    answer(&meryem, &draft, "consent", json!("ja"));
    request(&meryem, &draft, "Een kapotte trap.", "ja");
    meryem.sync();
    koen.until("Koen reads it", || list(&koen, "team").iter().any(|r| r["household"]["name"] == "Familie Kanarie"));
    let id = list(&koen, "team")[0]["id"].clone();
    // The resident calls the office.
    let view = koen.call("set_consent", json!({ "id": id, "given": false, "recipient": null, "fields": [] }));
    assert_eq!((&view["description"], &view["row"]["household"]), (&Value::Null, &Value::Null));
    koen.sync();
    assert_eq!(koen.call("sending", json!({}))["set_aside"], json!([]), "the server takes it back too");
    meryem.until("Meryem sees that it is not shared", || list(&meryem, "mine")[0]["shared"] == false);
    let again = json!({ "id": id, "given": true, "recipient": null, "fields": ["description"] });
    assert_eq!(koen.refused("set_consent", again.clone()), "forbidden", "only its author can ask again");
    meryem.call("set_consent", again);
    meryem.sync();
    koen.until("shared again, without the address", || {
        let view = koen.call("help_request", json!({ "id": id }));
        view["description"] == "Een kapotte trap." && view["row"]["household"] == Value::Null
    });
}
