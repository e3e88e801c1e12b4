//! What a visitor does at the door, and what stands on the coordinator's desk, as a person would say it.

use crate::office::Laptop;
use serde_json::{Value, json};

/// What the screen for a new household sends.
pub fn household(number: &str, name: Option<&str>) -> Value {
    json!({ "id": null, "neighbourhood": "winterslag", "street": "Vennestraat", "number": number, "bus": null,
            "name": name, "people": null, "languages": [], "note": null, "on_my_list": true })
}

/// Adds a household to my list of today; its id.
#[track_caller]
pub fn add_household(laptop: &Laptop, number: &str, name: Option<&str>) -> String {
    let added = laptop.call("save_household", household(number, name));
    added["row"]["household"]["id"].as_str().expect("an id").to_owned()
}

/// Writes fields of a household; the others stay as this laptop shows them.
#[track_caller]
pub fn edit_household(laptop: &Laptop, id: &str, fields: &Value) {
    let row = laptop.call("household", json!({ "id": id }))["row"].take();
    let shown = &row["household"];
    let mut input = json!({ "id": id, "note": row["note"], "on_my_list": false });
    for field in ["neighbourhood", "street", "number", "bus", "name", "people", "languages"] {
        input[field] = shown[field].clone();
    }
    for (field, value) in fields.as_object().into_iter().flatten() {
        input[field] = value.clone();
    }
    laptop.call("save_household", input);
}

/// Starts the visit; its id.
#[track_caller]
pub fn start_visit(laptop: &Laptop, household: &str) -> String {
    let draft = laptop.call("start_visit", json!({ "household": household, "channel": "door" }));
    draft["id"].as_str().expect("a draft").to_owned()
}

/// The path of the question with this use; in a repeat, of its first instance.
#[track_caller]
pub fn path_of(laptop: &Laptop, draft: &str, use_as: &str) -> String {
    let view = laptop.call("draft", json!({ "id": draft }));
    let questions = view["form"]["questions"].as_array().expect("questions");
    let question = questions.iter().find(|q| q["use_as"] == use_as);
    let question = question.unwrap_or_else(|| panic!("no question for {use_as}"));
    let definition = question["path"].as_str().expect("a path");
    let node = view["state"]["nodes"].as_array().expect("nodes").iter().find(|n| n["question"] == definition);
    node.and_then(|n| n["path"].as_str()).unwrap_or(definition).to_owned()
}

/// What the window sends for an answer.
pub fn answer(draft: &str, path: &str, value: impl Into<Value>) -> Value {
    let value: Value = value.into();
    json!({ "draft": draft, "path": path, "answer": { "value": value }, "go_to": null, "typing": false })
}

/// The answer as this laptop shows it.
#[track_caller]
pub fn answer_of(laptop: &Laptop, draft: &str, path: &str) -> Value {
    let view = laptop.call("draft", json!({ "id": draft }));
    let nodes = view["state"]["nodes"].as_array().expect("nodes");
    nodes.iter().find(|node| node["path"] == path).map(|node| node["answer"]["value"].clone()).unwrap_or_default()
}

/// Answers the question with this use; what the form then looks like.
#[track_caller]
pub fn give(laptop: &Laptop, draft: &str, use_as: &str, value: impl Into<Value>) -> Value {
    laptop.call("answer", answer(draft, &path_of(laptop, draft, use_as), value))
}

/// Puts every question that still demands an answer off.
#[track_caller]
pub fn put_off_the_rest(laptop: &Laptop, draft: &str) {
    let problems = laptop.call("visit_problems", json!({ "id": draft }));
    for path in problems["paths"].as_array().expect("paths") {
        let later =
            json!({ "draft": draft, "path": path, "answer": { "later": true }, "go_to": null, "typing": false });
        laptop.call("answer", later);
    }
}

/// The repeat of help requests in a visit, with the key of its first instance, which is added where there is none.
#[track_caller]
pub fn request_repeat(laptop: &Laptop, draft: &str) -> (String, String) {
    give(laptop, draft, "help_wanted", "ja");
    let view = laptop.call("draft", json!({ "id": draft }));
    let repeats = view["state"]["repeats"].as_array().expect("repeats").clone();
    let repeat = repeats.into_iter().find(|r| r["use_as"] == "help_request").expect("the repeat of requests");
    let path = repeat["path"].as_str().expect("a path").to_owned();
    let first = |repeat: &Value| repeat["instances"][0].as_str().map(str::to_owned);
    let key = first(&repeat).or_else(|| {
        let state = laptop.call("add_repeat", json!({ "draft": draft, "repeat": path }));
        state["repeats"].as_array()?.iter().find(|r| r["path"] == path.as_str()).and_then(first)
    });
    (path, key.expect("an instance"))
}

/// A help request in the visit, filled in and confirmed.
#[track_caller]
pub fn request(laptop: &Laptop, draft: &str, description: &str, share: &str) {
    let (repeat, key) = request_repeat(laptop, draft);
    give(laptop, draft, "help_category", "wonen");
    give(laptop, draft, "help_description", description);
    give(laptop, draft, "help_urgency", "vandaag");
    give(laptop, draft, "help_share", share);
    if share == "ja" {
        give(laptop, draft, "help_recipient", "sociaal_huis");
    }
    laptop.call("confirm_request", json!({ "draft": draft, "repeat": repeat, "key": key }));
}

/// The rows of the list of help requests.
#[track_caller]
pub fn help_list(laptop: &Laptop, filter: &str) -> Vec<Value> {
    laptop.call("help_list", json!({ "filter": filter }))["rows"].as_array().expect("rows").clone()
}

/// The visits that wait for the coordinator.
#[track_caller]
pub fn received(laptop: &Laptop) -> Vec<Value> {
    laptop.call("review_list", json!({ "filter": "received" }))["rows"].as_array().expect("rows").clone()
}

/// The id of a colleague.
#[track_caller]
pub fn colleague(laptop: &Laptop, name: &str) -> Value {
    let session = laptop.call("session", json!({}));
    let found = session["colleagues"].as_array().expect("colleagues").iter().find(|c| c["name"] == name);
    found.unwrap_or_else(|| panic!("no colleague {name}"))["id"].clone()
}

/// Puts a household on somebody's list of today.
#[track_caller]
pub fn give_to(coordinator: &Laptop, household: &str, name: &str) {
    let day = coordinator.call("session", json!({}))["today"].clone();
    let assignee = colleague(coordinator, name);
    coordinator.call(
        "make_round",
        json!({ "day": day, "name": "Ronde", "neighbourhood": "winterslag", "households": [household],
                "assignee": assignee }),
    );
}
