//! Old visits always open: also in a form that was published by an earlier version of the app, which asked less of a
//! spreadsheet than this one does.

use chrono::Utc;
use domain::entities::{Entity, Form};
use domain::{Operation, RecordKey};
use serde_json::{Value, json};
use store::NewChange;
use tests::doorstep::*;
use tests::office::{Laptop, Office};
use tests::sheets::{base64, file, workbook};

const OLD: &str = "2098010101";

/// Three things that are errors today: a function that is not there, a rule about a question that is not there, and a
/// type in capitals.
fn old_form(form_id: &str) -> Vec<u8> {
    workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label", "use", "relevant", "constraint", "calculation"],
                &["select_one jn", "toestemming", "Mogen we dit noteren?", "consent"],
                &["calculate", "score", "", "", "", "", "punten(${leeftijd})"],
                &["integer", "leeftijd", "Hoe oud bent u?", "", "", "${weg} > 1"],
                &["Text", "bijnaam", "Hoe noemt men u?"],
                &["text", "slot", "Nog iets?", "remarks", "${leeftijd} > 60"],
            ],
        ),
        ("choices", &[&["list_name", "name", "label"], &["jn", "ja", "Ja"], &["jn", "nee", "Neen"]]),
        ("settings", &[&["form_title", "form_id", "version"], &["Bezoek", form_id, OLD]]),
    ])
}

/// Publishes a form as the earlier version of the app did.
fn published_before(laptop: &Laptop, form_id: &str, xlsx: &[u8]) {
    let form = Form {
        form_id: form_id.to_owned(),
        version: OLD.to_owned(),
        title: "Bezoek".to_owned(),
        xlsx: base64(xlsx),
        files: Default::default(),
        withdrawn: false,
        by: None,
        published_at: Some(Utc::now()),
    };
    let change = NewChange {
        id: "018f0000-0000-7000-8000-000000000001".parse().expect("an id"),
        record: RecordKey::new(Form::KIND, Form::id_of(form_id, OLD)),
        operation: Operation::Create { set: form.to_body() },
        at: Utc::now(),
        reason: None,
        resolves: Vec::new(),
    };
    laptop.store().write(|w| w.record_change(change).map(drop)).expect("written");
    laptop.sync();
}

fn node<'s>(state: &'s Value, path: &str) -> &'s Value {
    let found = state["nodes"].as_array().expect("nodes").iter().find(|n| n["path"] == path);
    found.unwrap_or_else(|| panic!("nothing at {path}"))
}

#[test]
fn a_visit_in_a_form_that_would_be_refused_today_still_opens() {
    let office = Office::open();
    let (mut meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let id = koen.call("forms", json!({}))["versions"][0]["name"]["form_id"].as_str().expect("an id").to_owned();
    let form = old_form(&id);
    assert_eq!(koen.refused("publish_form", file(&form, &[])), "form-has-errors", "nobody publishes it now");
    published_before(&koen, &id, &form);
    let household = add_household(&meryem, "1", None);
    let mut draft = String::new();
    meryem.insist_until("the form arrives", || {
        draft = start_visit(&meryem, &household);
        let arrived = meryem.call("draft", json!({ "id": draft }))["form"]["version"] == OLD;
        if !arrived {
            meryem.call("discard_draft", json!({ "id": draft }));
        }
        arrived
    });

    give(&meryem, &draft, "consent", "ja");
    let state = meryem.call("answer", answer(&draft, "leeftijd", 70));
    assert_eq!(node(&state, "slot")["relevant"], true, "what can be computed is");
    let said = &node(&state, "leeftijd")["uncomputed"][0];
    assert_eq!((&said["column"], &said["expression"]), (&json!("constraint"), &json!("${weg} > 1")));
    give(&meryem, &draft, "remarks", "De bel is stuk.");
    meryem.restart();
    assert_eq!(answer_of(&meryem, &draft, "leeftijd"), 70, "the draft opens again");
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();

    koen.insist_until("the visit arrives", || received(&koen).len() == 1);
    let visit = koen.call("visit_view", json!({ "id": draft })).to_string();
    assert!(visit.contains("De bel is stuk."), "{visit}");
    assert!(!visit.contains("unknown_form"), "the server knows the form: {visit}");
}
