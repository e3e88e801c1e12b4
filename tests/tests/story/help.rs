//! Help requests and danger: who sees what, and what is taken back.

use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::Office;

#[test]
fn a_request_without_consent_stays_unshared() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "98", Some("Familie Kanarie"));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    request(&meryem, &draft, "uniek-woord-dat-niemand-mag-zien", "nee");
    meryem.sync();
    koen.until("the request exists for Koen", || !help_list(&koen, "team").is_empty());

    let rows = help_list(&koen, "team");
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
    assert!(
        help_list(&meryem, "mine").iter().any(|r| r["household"]["name"] == "Familie Kanarie"),
        "its author sees it"
    );
}

#[test]
fn danger_is_seen_by_its_author_and_whoever_is_on_duty_only() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let sofie = office.laptop("Sofie Claes");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "45", None);
    let draft = start_visit(&meryem, &home);
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
fn withdrawn_consent_takes_back_what_was_shared_on_every_laptop() {
    let office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let home = add_household(&meryem, "30", Some("Familie Kanarie"));
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    request(&meryem, &draft, "Een kapotte trap.", "ja");
    meryem.sync();
    koen.until("Koen reads it", || {
        help_list(&koen, "team").iter().any(|r| r["household"]["name"] == "Familie Kanarie")
    });
    let id = help_list(&koen, "team")[0]["id"].clone();
    // The resident calls the office.
    let view = koen.call("set_consent", json!({ "id": id, "given": false, "recipient": null, "fields": [] }));
    assert_eq!((&view["description"], &view["row"]["household"]), (&Value::Null, &Value::Null));
    koen.sync();
    assert_eq!(koen.call("sending", json!({}))["set_aside"], json!([]), "the server takes it back too");
    meryem.until("Meryem sees that it is not shared", || help_list(&meryem, "mine")[0]["shared"] == false);
    let again = json!({ "id": id, "given": true, "recipient": null, "fields": ["description"] });
    assert_eq!(koen.refused("set_consent", again.clone()), "forbidden", "only its author can ask again");
    meryem.call("set_consent", again);
    meryem.sync();
    koen.until("shared again, without the address", || {
        let view = koen.call("help_request", json!({ "id": id }));
        view["description"] == "Een kapotte trap." && view["row"]["household"] == Value::Null
    });
}
