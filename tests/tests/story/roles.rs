//! What each role may run, and what not.

use domain::Role;
use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::Office;

/// Commands by which the office plans, reviews and publishes, each with an input that is well made.
fn of_the_office() -> Vec<(&'static str, Value)> {
    let id = "0191f0a0-0000-7000-8000-000000000001";
    let round = json!({ "day": "2026-11-24", "name": "Ronde", "neighbourhood": "winterslag", "households": [id], "assignee": id });
    let file = json!({ "workbook": { "name": "a.xlsx", "base64": "" }, "beside": [] });
    vec![
        ("import_addresses", json!({ "csv": "straat;nummer;wijk\nEspenlaan;8;Winterslag\n", "confirm": true })),
        ("make_round", round),
        ("add_to_round", json!({ "round": id, "household": id })),
        ("remove_from_round", json!({ "round": id, "household": id })),
        ("withdraw_round", json!({ "id": id })),
        ("set_review", json!({ "visit": id, "state": "approved" })),
        ("approve_unflagged", json!({})),
        ("forms", json!({})),
        ("check_form", file.clone()),
        ("publish_form", file),
        ("withdraw_form", json!({ "id": id, "withdrawn": true })),
        ("form_template", json!({})),
    ]
}

#[test]
fn visitors_and_partners_plan_review_and_publish_nothing() {
    let office = Office::open();
    for name in ["Meryem Aydın", "Pieter Maes"] {
        let laptop = office.laptop(name);
        for (command, input) in of_the_office() {
            assert_eq!(laptop.refused(command, input), "forbidden", "{name}: {command}");
        }
        assert_eq!(laptop.call("danger_notes", json!({}))["rows"], json!([]), "{name} is not on duty");
        // What their own day needs is theirs.
        let home = add_household(&laptop, "80", None);
        let draft = start_visit(&laptop, &home);
        give(&laptop, &draft, "consent", "ja");
        laptop.sync();
        assert_eq!(laptop.call("sending", json!({}))["set_aside"], json!([]), "{name}");
    }
}

#[test]
fn a_coordinator_plans_reviews_and_publishes_and_sees_danger_on_duty_alone() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "81", None);
    let note = json!({ "household": home, "draft": null, "called": ["112"], "not_called_because": null,
                       "note": "Brandgeur-kanarie", "leave": false });
    meryem.call("note_danger", note);
    meryem.sync();
    for (name, duty) in [("Koen Bielen", true), ("Lotte Nijs", false)] {
        let laptop = office.laptop(name);
        for (command, input) in of_the_office() {
            let code = laptop.app().call(command, input).map_or_else(|error| error.code, |_| "done");
            assert_ne!(code, "forbidden", "{name}: {command}");
        }
        laptop.sync();
        let told = laptop.call("danger_notes", json!({})).to_string().contains("Brandgeur-kanarie");
        assert_eq!((told, laptop.call("session", json!({}))["duty"].clone()), (duty, json!(duty)), "{name}");
    }
}

#[test]
fn an_administrator_publishes_forms_and_opens_no_dossier() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "82", Some("Familie Kanarie"));
    meryem.sync();
    office.server().admin.add_user("Ans Beheer", Role::Administrator, &["winterslag"], false).expect("a new user");
    let ans = office.laptop("Ans Beheer");
    ans.sync();
    for (command, input) in [
        ("today", json!({ "day": null })),
        ("household", json!({ "id": home })),
        ("search", json!({ "text": "kanarie" })),
        ("households", json!({ "neighbourhood": null, "text": null })),
        ("start_visit", json!({ "household": home, "channel": "door" })),
        ("help_list", json!({ "filter": "team" })),
        ("review_list", json!({ "filter": "received" })),
        ("my_comments", json!({})),
        ("danger_notes", json!({})),
        ("rounds", json!({ "day": null })),
    ] {
        assert_eq!(ans.refused(command, input), "forbidden", "{command}");
    }
    for command in ["session", "sync_status", "sending", "leaflets", "forms", "form_template"] {
        ans.call(command, json!({}));
    }
    let trial = ans.call("try_form", json!({ "file": null, "id": null, "language": null }));
    let draft = trial["id"].as_str().expect("a draft");
    give(&ans, draft, "consent", "ja");
    assert_eq!(ans.call("lock", json!({}))["stage"], "locked");
}
