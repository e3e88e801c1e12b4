//! What a visitor does at the door, as a person would say it.

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

/// The path of the question with this use.
#[track_caller]
pub fn path_of(laptop: &Laptop, draft: &str, use_as: &str) -> String {
    let view = laptop.call("draft", json!({ "id": draft }));
    let questions = view["form"]["questions"].as_array().expect("questions");
    let question = questions.iter().find(|q| q["use_as"] == use_as);
    let question = question.unwrap_or_else(|| panic!("no question for {use_as}"));
    question["path"].as_str().expect("a path").to_owned()
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
