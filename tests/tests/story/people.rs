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
    assert_eq!(fresh.call("check_server", json!({ "url": office.url() }))["municipality"], "Genk");
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

#[test]
fn a_partner_gets_the_household_that_a_coordinator_gives_and_no_other() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let sofie = office.laptop("Sofie Claes");
    let pieter = office.laptop("Pieter Maes");
    let home = add_household(&koen, "40", Some("Familie Peeters"));
    add_household(&koen, "41", Some("Familie Buur"));
    koen.call(
        "save_resident",
        json!({ "id": null, "household": home, "name": "Jef", "birth_year": 1940, "phone": null, "language": null }),
    );
    koen.sync();
    sofie.until("Sofie sees the street", || {
        sofie.call("search", json!({ "text": "peeters" }))["rows"].as_array().is_some_and(|rows| !rows.is_empty())
    });
    let not_home = json!({ "household": home, "outcome": "not_home", "channel": "door", "said_by": null,
                           "until": null, "come_back_on": null, "leaflets": 0 });
    sofie.call("record_outcome", not_home);
    sofie.sync();

    give_to(&koen, &home, "Pieter Maes");
    pieter.until("it is on Pieter's list", || pieter.call("today", json!({ "day": null }))["to_go"] == 1);
    let page = pieter.call("household", json!({ "id": home }));
    assert_eq!(page["residents"][0]["name"], "Jef");
    assert_eq!(page["attempts"], json!([]), "what a colleague of the city found there is not told");
    assert_eq!(pieter.call("search", json!({ "text": "buur" }))["rows"], json!([]));

    // He visits; his visit arrives.
    let draft = start_visit(&pieter, &home);
    give(&pieter, &draft, "consent", "ja");
    put_off_the_rest(&pieter, &draft);
    pieter.call("finish_visit", json!({ "id": draft }));
    pieter.sync();
    assert_eq!(pieter.call("sending", json!({}))["set_aside"], json!([]));
    koen.until("his visit is on the desk", || received(&koen).iter().any(|r| r["by_name"] == "Pieter Maes"));
}

#[test]
fn what_a_partner_no_longer_takes_leaves_their_laptop() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let pieter = office.laptop("Pieter Maes");
    let near = add_household(&koen, "60", Some("Familie Zwaluw"));
    let far = add_household(&koen, "61", Some("Familie Kievit"));
    let mut list = json!({ "day": koen.call("session", json!({}))["today"], "name": "Ronde", "neighbourhood": "winterslag",
                       "households": [near, far], "assignee": colleague(&koen, "Pieter Maes") });
    let round = koen.call("make_round", list.clone())["rounds"]
        .as_array()
        .expect("rounds")
        .iter()
        .find(|r| r["name"] == "Ronde")
        .expect("the list")["id"]
        .clone();
    let to_go = |count: u32| pieter.call("today", json!({ "day": null }))["to_go"] == count;
    let gone = |home: &str| pieter.app().call("household", json!({ "id": home })).is_err();
    let finds = |name: &str| pieter.call("search", json!({ "text": name }))["rows"] != json!([]);
    pieter.until("both are on Pieter's list", || to_go(2));
    let one = json!({ "round": round, "household": far });
    for command in ["add_to_round", "remove_from_round"] {
        assert_eq!(pieter.refused(command, one.clone()), "forbidden");
    }
    assert_eq!(pieter.refused("withdraw_round", json!({ "id": round })), "forbidden");

    koen.call("remove_from_round", one.clone());
    pieter.until("one left his laptop", || to_go(1) && gone(&far) && !finds("kievit"));
    assert!(!gone(&near));
    koen.call("add_to_round", one.clone());
    koen.call("add_to_round", one);
    pieter.until("it is back, once", || to_go(2) && finds("kievit"));

    let left = koen.call("withdraw_round", json!({ "id": round }));
    assert!(left["rounds"].as_array().expect("rounds").iter().all(|r| r["id"] != round));
    pieter.until("nothing of them is left", || to_go(0) && gone(&near) && gone(&far) && !finds("zwaluw"));
    koen.sync();
    assert_eq!(koen.call("sending", json!({}))["set_aside"], json!([]));

    // The last one takes the list along.
    list["households"] = json!([near]);
    let again = koen.call("make_round", list)["rounds"]
        .as_array()
        .expect("rounds")
        .iter()
        .find(|r| r["name"] == "Ronde")
        .expect("the list")["id"]
        .clone();
    koen.call("remove_from_round", json!({ "round": again, "household": near }));
    assert_eq!(koen.refused("withdraw_round", json!({ "id": again })), "not-found");
}

#[test]
fn what_the_server_sets_aside_is_shown_to_its_author_with_the_reason() {
    let mut office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    office.stop();
    let home = add_household(&meryem, "70", Some("Familie Merel"));
    let waiting = meryem.call("sending", json!({}));
    assert_eq!(
        (&waiting["waiting"][0]["receipt"], &waiting["waiting"][0]["reason"]),
        (&json!("on_laptop"), &json!(null))
    );
    meryem.close();
    office.start();
    let admin = &office.server().admin;
    let elsewhere = User {
        name: "Meryem Aydın".to_owned(),
        role: Role::Visitor,
        neighbourhoods: vec!["waterschei".to_owned()],
        duty: false,
        inactive: false,
    };
    admin.save_user(admin.get_user("Meryem Aydın").expect("Meryem"), &elsewhere).expect("saved");
    meryem.call("unlock", json!({ "passphrase": tests::office::PASSPHRASE }));
    meryem.sync();
    let sending = meryem.call("sending", json!({}));
    let rows = sending["set_aside"].as_array().expect("rows");
    let row = rows.iter().find(|r| r["id"] == home).expect("the household");
    assert_eq!((&row["reason"], &row["receipt"]), (&json!("forbidden"), &json!("under_review")));
    assert_eq!(sending["sent_today"], json!([]), "what was set aside is not said to have arrived as any other");
    assert_eq!(meryem.call("household", json!({ "id": home }))["row"]["household"]["name"], "Familie Merel", "kept");
}

#[test]
fn the_second_colleague_of_a_visit_reads_it_and_its_comments() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let meryem = office.laptop("Meryem Aydın");
    let sofie = office.laptop("Sofie Claes");
    let home = add_household(&meryem, "50", None);
    let draft = start_visit(&meryem, &home);
    meryem.call("set_colleague", json!({ "draft": draft, "with": colleague(&meryem, "Sofie Claes") }));
    give(&meryem, &draft, "consent", "ja");
    give(&meryem, &draft, "mood", "goed");
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();
    koen.until("the visit arrives", || !received(&koen).is_empty());
    koen.call("comment", json!({ "visit": draft, "path": null, "text": "Goed gedaan." }));
    koen.sync();
    let read = || sofie.app().call("visit_view", json!({ "id": draft }));
    sofie.until("Sofie reads the comment", || read().is_ok_and(|v| v["comments"][0]["text"] == "Goed gedaan."));
    let view = read().expect("the visit");
    assert_eq!((&view["mine"], &view["with_name"]), (&json!(false), &json!("Sofie Claes")));
    let mood = view["sections"].as_array().expect("sections").iter().flat_map(|s| s["answers"].as_array().expect("a"));
    let mood = mood.map(|a| a["path"].clone()).find(|p| p.as_str().is_some_and(|p| p.contains("hoe_gaat_het")));
    let correction = json!({ "visit": draft, "path": mood, "answer": { "value": "slecht" }, "reason": "Anders." });
    assert_eq!(sofie.refused("correct_answer", correction), "forbidden");
}
