//! A form that is not ours, filled in: questions outside of groups, repeats within repeats, computed and unsupported
//! questions, choices from a repeat, and mistakes that show only at run time.

use serde_json::{Value, json};
use tests::office::{Laptop, Office};
use tests::sheets::{file, workbook};

const HEADERS: &[&str] =
    &["type", "name", "label", "relevant", "calculation", "read_only", "required", "parameters", "constraint"];

fn tried(laptop: &Laptop, survey: &[&[&str]], choices: &[&[&str]]) -> Value {
    let rows: Vec<&[&str]> = std::iter::once(HEADERS).chain(survey.iter().copied()).collect();
    let choices: Vec<&[&str]> =
        std::iter::once(&["list_name", "name", "label"][..]).chain(choices.iter().copied()).collect();
    let settings: &[&[&str]] = &[&["form_id", "version"], &["proef", "1"]];
    let form = workbook(&[("survey", &rows), ("choices", &choices), ("settings", settings)]);
    laptop.call("try_form", json!({ "file": file(&form, &[]), "id": null, "language": null }))
}

fn answer(laptop: &Laptop, draft: &Value, path: &str, value: &str) -> Value {
    let answer = json!({ "value": value });
    laptop
        .call("answer", json!({ "draft": draft["id"], "path": path, "answer": answer, "go_to": null, "typing": false }))
}

fn add(laptop: &Laptop, draft: &Value, repeat: &str) -> Value {
    laptop.call("add_repeat", json!({ "draft": draft["id"], "repeat": repeat }))
}

/// The node at a path.
#[track_caller]
fn node<'s>(state: &'s Value, path: &str) -> &'s Value {
    let found = state["nodes"].as_array().expect("nodes").iter().find(|n| n["path"] == path);
    found.unwrap_or_else(|| panic!("nothing at {path}"))
}

fn paths(state: &Value) -> Vec<&str> {
    state["nodes"].as_array().expect("nodes").iter().filter_map(|n| n["path"].as_str()).collect()
}

#[test]
fn questions_outside_of_groups_have_a_section_too() {
    let koen = Office::open().laptop("Koen Bielen");
    let draft = tried(
        &koen,
        &[
            &["text", "a", "A"],
            &["text", "b", "B"],
            &["begin_group", "g", "Groep"],
            &["text", "c", "C"],
            &["end_group"],
            &["text", "d", "D"],
        ],
        &[],
    );
    let sections = draft["state"]["sections"].as_array().expect("sections").clone();
    let told: Vec<(&str, u64, bool)> = sections
        .iter()
        .map(|s| (s["id"].as_str().unwrap_or(""), s["total"].as_u64().unwrap_or(0), s["label"] == json!({})))
        .collect();
    assert_eq!(told, [("a", 2, true), ("g", 1, false), ("d", 1, true)]);
    assert_eq!(draft["state"]["at"], "a", "without a question of consent it begins at its beginning");
}

#[test]
fn a_repeat_within_a_repeat_has_pages_of_its_own() {
    let koen = Office::open().laptop("Koen Bielen");
    let draft = tried(
        &koen,
        &[
            &["begin_repeat", "gezin", "Gezin"],
            &["begin_repeat", "kind", "Kind"],
            &["text", "naam", "Naam"],
            &["end_repeat"],
            &["end_repeat"],
        ],
        &[],
    );
    assert_eq!(paths(&draft["state"]), ["gezin[]"]);
    let state = add(&koen, &draft, "gezin");
    let outer = state["at"].as_str().expect("the page of the children").to_owned();
    assert_eq!(paths(&state), [outer.as_str(), "gezin[]"]);
    let inner = outer.trim_end_matches("[]");
    let state = add(&koen, &draft, inner);
    let name = state["at"].as_str().expect("the first question of the child").to_owned();
    assert!(name.ends_with("/naam") && name.starts_with(inner), "{name}");
    let around = node(&state, &name)["around"].as_array().expect("headings").clone();
    assert_eq!(around.iter().map(|h| h["number"].clone()).collect::<Vec<_>>(), [json!([1, 1]), json!([1, 1])]);

    let key = name.rsplit_once('[').and_then(|(_, rest)| rest.split_once(']')).expect("a key").0;
    let instance = json!({ "draft": draft["id"], "repeat": inner, "key": key });
    answer(&koen, &draft, &name, "Noor");
    let gone = koen.call("remove_repeat", instance.clone());
    assert_eq!(gone["at"], outer, "back to the page of the repeat");
    let back = koen.call("restore_repeat", instance);
    assert_eq!(node(&back, &name)["answer"]["value"], "Noor");
}

#[test]
fn what_nobody_can_answer_here_keeps_no_visit_from_going_on() {
    let koen = Office::open().laptop("Koen Bielen");
    let draft = tried(
        &koen,
        &[
            &["integer", "a", "A"],
            &["integer", "som", "Som", "", "${a} + 1", "yes"],
            &["note", "tekst", "U zei ${a}."],
            &["image", "foto", "Foto", "", "", "", "yes"],
            &["text", "vast", "Vast", "", "", "yes", "yes"],
        ],
        &[],
    );
    let state = koen.call(
        "answer",
        json!({ "draft": draft["id"], "path": "a", "answer": { "value": 4 }, "go_to": null, "typing": false }),
    );
    assert_eq!((&node(&state, "som")["value"], &node(&state, "som")["read_only"]), (&json!("5"), &json!(true)));
    let label = node(&state, "tekst")["label"].as_object().expect("a label").values().next().cloned();
    assert_eq!(label, Some(json!("U zei 4.")));
    let question = draft["form"]["questions"].as_array().expect("questions").iter().find(|q| q["path"] == "foto");
    assert_eq!(question.map(|q| q["kind"].clone()), Some(json!("unsupported")));
    assert_eq!(koen.call("visit_problems", json!({ "id": draft["id"] }))["paths"], json!([]));
}

#[test]
fn choices_come_from_the_answers_of_a_repeat() {
    let koen = Office::open().laptop("Koen Bielen");
    let draft = tried(
        &koen,
        &[
            &["begin_repeat", "gezin", "Gezin"],
            &["text", "naam", "Naam"],
            &["end_repeat"],
            &["select_one ${naam}", "wie", "Wie kookt?"],
        ],
        &[],
    );
    for name in ["Noor", "Sam"] {
        let state = add(&koen, &draft, "gezin");
        answer(&koen, &draft, state["at"].as_str().expect("the name"), name);
    }
    let state = answer(&koen, &draft, "wie", "Sam");
    assert_eq!(node(&state, "wie")["choices"], json!(["Noor", "Sam"]));
    let seen = koen.call("resident_question", json!({ "draft": draft["id"], "path": "wie", "language": null }));
    assert_eq!(seen["choices"][1]["label"], "Sam");
}

#[test]
fn a_range_names_its_ends_and_a_mistake_shows_at_its_question() {
    let koen = Office::open().laptop("Koen Bielen");
    let range = "start=1 end=5 step=1 tick_labelset=uiteinden";
    let draft = tried(
        &koen,
        &[
            &["range", "slaap", "Hoe slaapt u?", "", "", "", "", range],
            &["text", "patroon", "Patroon"],
            &["text", "code", "Code", "", "", "", "", "", "regex(., ${patroon})"],
        ],
        &[&["uiteinden", "1", "Slecht"], &["uiteinden", "5", "Goed"]],
    );
    let range = &draft["form"]["questions"][0]["range"];
    let first = |texts: &Value| texts.as_object().and_then(|t| t.values().next().cloned());
    assert_eq!(
        (first(&range["start_label"]), first(&range["end_label"])),
        (Some(json!("Slecht")), Some(json!("Goed")))
    );
    answer(&koen, &draft, "patroon", "(");
    let state = answer(&koen, &draft, "code", "x");
    assert_eq!(node(&state, "code")["uncomputed"][0]["column"], "constraint");
}

#[test]
fn whoever_tries_a_form_reads_of_mistakes_where_nothing_is_asked() {
    let koen = Office::open().laptop("Koen Bielen");
    let draft = tried(
        &koen,
        &[
            &["text", "dag", "Welke dag?"],
            &["calculate", "jaar", "", "", "format-date(date(${dag}), '%Y')"],
            &["text", "slot", "Nog iets?"],
        ],
        &[],
    );
    assert_eq!(node(&draft["state"], "dag")["uncomputed"], json!([]));
    let state = answer(&koen, &draft, "dag", "2026-02-30");
    let told = &node(&state, state["at"].as_str().expect("a question"))["uncomputed"][0];
    assert_eq!((&told["path"], &told["reason"]), (&json!("jaar"), &json!("2026-02-30 is no date")));
    let state = answer(&koen, &draft, "dag", "2026-02-28");
    assert!(state["nodes"].as_array().expect("nodes").iter().all(|n| n["uncomputed"] == json!([])));
}
