//! The list of the day: outcomes, doubles, and where the addresses come from.

use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::Office;

#[test]
fn one_key_outcomes_and_their_undo() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "106", None);
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
    add_household(&meryem, "110", Some("Familie Yıldız"));
    add_household(&meryem, "112 bus 3", Some("Familie El Idrissi"));
    let doubles = meryem.call("find_doubles", household("110", Some("Yildiz")));
    assert_eq!(doubles["rows"][0]["household"]["name"], "Familie Yıldız");
    for (typed, name) in
        [("yildiz", "Familie Yıldız"), ("el idrisi", "Familie El Idrissi"), ("vennestraat 110", "Familie Yıldız")]
    {
        let found = meryem.call("search", json!({ "text": typed }));
        assert_eq!(found["rows"][0]["household"]["name"], name, "{typed}");
    }
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
    let no_column = json!({ "csv": "rue;numéro\nNoordlaan;8\n", "confirm": true });
    let lacks = koen.call("import_addresses", no_column);
    assert_eq!((&lacks["missing"], &lacks["imported"]), (&json!(["neighbourhood"]), &json!(false)), "says which");
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
