//! Changes that the server set aside: what their author and the coordinators see of them, and what they can do.

use crate::decide::{decide, hears_until, household_of, list};
use domain::entities::User;
use domain::{Kind, Role};
use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};

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

/// Meryem added a household where she works no more; the first of it on Koen's desk, and its id.
fn added_out_of_reach(office: &mut Office) -> (Laptop, Laptop, Value, String) {
    let (mut meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    meryem.sync();
    office.stop();
    let mut input = household("112", Some("Familie Claes"));
    input["on_my_list"] = json!(false);
    let added = meryem.call("save_household", input);
    let home = added["row"]["household"]["id"].as_str().expect("an id").to_owned();
    works_now_in(office, &mut meryem, "Meryem Aydın", &["sledderlo"]);
    meryem.insist_until("it is sent", || meryem.waiting() == 0);
    hears_until(&koen, "it lies on the desk", || !list(&decide(&koen), "set_aside").is_empty());
    let aside = list(&decide(&koen), "set_aside").remove(0);
    (meryem, koen, aside, home)
}

#[test]
fn a_coordinator_accepts_once_and_with_no_value_that_makes_no_sense() {
    let mut office = Office::open();
    let (meryem, koen, aside, home) = added_out_of_reach(&mut office);
    let accept = |fields: &Value| json!({ "id": aside["id"], "fields": fields, "reason": "Zo is het." });
    for (fields, code) in [
        (json!({ "gone": "moved" }), "bad-input"),
        (json!({ "people": "veel" }), "bad-input"),
        (json!({ "neighbourhood": "sledderlo" }), "bad-input"),
        (json!({ "number": "x" }), "invalid-number"),
        (json!({ "street": " " }), "missing-field"),
    ] {
        assert_eq!(koen.refused("accept_set_aside", accept(&fields)), code, "{fields}");
    }
    assert_eq!(meryem.refused("accept_set_aside", accept(&json!({}))), "forbidden");
    assert_eq!(meryem.refused("reject_set_aside", json!({ "id": aside["id"], "reason": "Neen." })), "forbidden");
    assert_eq!(list(&decide(&koen), "set_aside"), std::slice::from_ref(&aside), "it waits as it did");

    let view = koen.call("accept_set_aside", json!({ "id": aside["id"], "fields": {}, "reason": null }));
    assert!(list(&view, "set_aside").is_empty());
    koen.sync();
    hears_until(&meryem, "she learns of it", || !list(&meryem.call("sending", json!({})), "decided").is_empty());
    let outcome = list(&meryem.call("sending", json!({})), "decided").remove(0);
    assert_eq!((&outcome["decision"], &outcome["note"]), (&json!("accepted"), &Value::Null));
    hears_until(&koen, "he holds it as she wrote it", || {
        household_of(&koen, &home)["row"]["household"]["number"] == "112" && !list(&decide(&koen), "decided").is_empty()
    });
    assert_eq!(koen.refused("accept_set_aside", accept(&json!({}))), "not-allowed-now", "once");
    let reject = json!({ "id": aside["id"], "reason": "Toch niet." });
    assert_eq!(koen.refused("reject_set_aside", reject), "not-allowed-now");
    assert_eq!(meryem.refused("offer_again", json!({ "change": aside["change"] })), "not-found", "it is decided");
}

/// What was rejected its author writes anew, if at all.
#[test]
fn an_author_does_not_offer_again_what_was_rejected() {
    let mut office = Office::open();
    let (meryem, koen, aside, _) = added_out_of_reach(&mut office);
    koen.call("reject_set_aside", json!({ "id": aside["id"], "reason": "Dat adres bestaat niet." }));
    koen.sync();
    hears_until(&meryem, "she learns of it", || !list(&meryem.call("sending", json!({})), "decided").is_empty());
    assert_eq!(meryem.refused("offer_again", json!({ "change": aside["change"] })), "not-found");
}

#[test]
fn a_coordinator_puts_right_what_he_wrote_himself() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let mut input = household("112", Some("Familie Claes"));
    input["neighbourhood"] = json!("sledderlo");
    input["on_my_list"] = json!(false);
    let home = koen.call("save_household", input)["row"]["household"]["id"].as_str().expect("an id").to_owned();
    koen.sync();
    hears_until(&koen, "it lies on his desk", || !list(&decide(&koen), "set_aside").is_empty());
    let aside = list(&decide(&koen), "set_aside").remove(0);
    assert_eq!((&aside["mine"], &aside["blocked"]), (&json!(true), &json!("invalid")), "not his neighbourhood");
    let fields = json!({ "neighbourhood": "winterslag" });
    koen.call("accept_set_aside", json!({ "id": aside["id"], "fields": fields, "reason": "Verkeerde wijk." }));
    koen.sync();
    hears_until(&koen, "it is decided", || !list(&decide(&koen), "decided").is_empty());
    let shown = household_of(&koen, &home);
    assert_eq!(shown["row"]["household"]["neighbourhood"], "winterslag");
    assert_eq!(shown["receipt"], "on_server");
}

/// Remarks are only ever added, in their author's words: a coordinator is not told to put other ones there.
#[test]
fn a_remark_that_makes_no_sense_can_only_be_rejected() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let home = add_household(&meryem, "112", None);
    let visit = start_visit(&meryem, &home);
    give(&meryem, &visit, "consent", "ja");
    put_off_the_rest(&meryem, &visit);
    meryem.call("finish_visit", json!({ "id": visit }));
    meryem.sync();
    hears_until(&koen, "the visit is there", || !received(&koen).is_empty());

    // As a laptop with a defect, or of another version, would write it.
    let body = json!({ "visit": visit, "path": null, "by": meryem.call("session", json!({}))["user"],
                       "at": "2026-11-24T10:30:00Z", "text": ["geen", "tekst"] });
    let remark = store::NewChange {
        id: "00000000-0000-7000-8000-000000000001".parse().expect("an id"),
        record: domain::RecordKey::new(
            Kind::Comment,
            "00000000-0000-7000-8000-000000000002".parse::<domain::RecordId>().expect("an id"),
        ),
        operation: domain::Operation::Create { set: body.as_object().expect("a body").clone() },
        at: chrono::Utc::now(),
        reason: None,
        resolves: Vec::new(),
    };
    meryem.store().write(|w| w.record_change(remark)).expect("written");
    meryem.insist_until("it is sent", || meryem.waiting() == 0);
    hears_until(&koen, "it lies on the desk", || !list(&decide(&koen), "set_aside").is_empty());
    let aside = list(&decide(&koen), "set_aside").remove(0);
    assert_eq!((&aside["reason"], &aside["blocked"]), (&json!("invalid"), &json!("unchangeable")));
    assert!(list(&aside, "fields").iter().all(|field| field["edit"] == Value::Null));
    for fields in [json!({}), json!({ "text": "Een tekst." })] {
        let accept = json!({ "id": aside["id"], "fields": fields, "reason": "Zo is het." });
        assert_eq!(koen.refused("accept_set_aside", accept), "not-allowed-now");
    }
    koen.call("reject_set_aside", json!({ "id": aside["id"], "reason": "Schrijf het opnieuw." }));
    koen.sync();
    hears_until(&meryem, "she learns why", || {
        list(&meryem.call("sending", json!({})), "decided").iter().any(|d| d["note"] == "Schrijf het opnieuw.")
    });
}
