//! The visits that other systems were measured with, as records of ours: every line of the file becomes one `visit`
//! with all that it says, and its form is published, so that the server checks the answers of each.

use chrono::{DateTime, Utc};
use domain::entities::{ANSWER_PREFIX, Household};
use domain::{Body, ChangeId, Kind, Operation, RecordId, RecordKey, UserId};
use serde_json::{Value, json};
use server::secret::new_id;
use std::collections::BTreeSet;
use store::NewChange;
use tests::sheets::workbook;

const FORM: &str = "home-visit";
const VERSION: &str = "4";
/// Everybody of the bench works here.
pub const NEIGHBOURHOOD: &str = "winterslag";

/// The lines of the file, as JSON.
pub fn lines(file: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{file}: {e}"));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// The households that the visits are about, one change each.
pub fn households(lines: &[Value], now: DateTime<Utc>) -> Vec<NewChange> {
    let ids: BTreeSet<&str> = lines.iter().filter_map(|line| line["household_id"].as_str()).collect();
    let create = |(n, id): (usize, &str)| household(id.parse().expect("an id"), n, now);
    ids.into_iter().enumerate().map(create).collect()
}

/// One household.
pub fn household(id: RecordId, n: usize, now: DateTime<Utc>) -> NewChange {
    let mut random = tests::random::Random::new(n as u64);
    let home = Household { neighbourhood: NEIGHBOURHOOD.to_owned(), ..tests::prose::household(n, &mut random) };
    create(Kind::Household, id, domain::entities::Entity::to_body(&home), now)
}

/// The visit of a line, about its household or another.
pub fn visit(line: &Value, id: RecordId, household: Option<RecordId>, by: UserId, now: DateTime<Utc>) -> NewChange {
    let household = household.map_or_else(|| line["household_id"].clone(), |id| json!(id));
    let mut body = Body::new();
    for (field, value) in [
        ("household", household),
        ("form_id", json!(FORM)),
        ("form_version", json!(VERSION)),
        ("by", json!(by)),
        ("channel", json!("door")),
        ("started_at", line["started_at"].clone()),
        ("finished_at", line["ended_at"].clone()),
        ("language", line["lang"].clone()),
    ] {
        body.insert(field.to_owned(), value);
    }
    for (question, value) in answers(line) {
        body.insert(format!("{ANSWER_PREFIX}{question}"), json!({ "value": value }));
    }
    create(Kind::Visit, id, body, now)
}

/// The id that the line gives its visit.
pub fn id_of(line: &Value) -> RecordId {
    line["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
}

fn create(kind: Kind, id: RecordId, set: Body, at: DateTime<Utc>) -> NewChange {
    NewChange {
        id: ChangeId(new_id(at)),
        record: RecordKey::new(kind, id),
        operation: Operation::Create { set },
        at,
        reason: None,
        resolves: Vec::new(),
    }
}

fn answers(line: &Value) -> Vec<(String, Value)> {
    let mut all: Vec<(String, Value)> = Vec::new();
    for (question, value) in line["answers"].as_object().into_iter().flatten() {
        let value = match value {
            Value::Bool(yes) => json!(if *yes { "yes" } else { "no" }),
            other => other.clone(),
        };
        all.push((question.clone(), value));
    }
    for field in ["district", "status", "category", "urgency", "amount_eur", "notes"] {
        all.extend(line.get(field).map(|value| (field.to_owned(), value.clone())));
    }
    for (n, field) in ["latitude", "longitude"].into_iter().enumerate() {
        all.extend(line["gps"].get(n).map(|value| (field.to_owned(), value.clone())));
    }
    for field in ["name", "phone"] {
        all.extend(line["contact"].get(field).map(|value| (format!("contact_{field}"), value.clone())));
    }
    all
}

/// The form of these visits, with the choices that occur in them.
pub fn form(lines: &[Value]) -> Vec<u8> {
    let mut questions: Vec<(String, &str, BTreeSet<String>)> = Vec::new();
    for (question, value) in lines.iter().flat_map(answers) {
        let found = questions.iter().position(|(known, ..)| *known == question);
        let place = found.unwrap_or_else(|| {
            questions.push((question.clone(), kind_of(&question, &value), BTreeSet::new()));
            questions.len() - 1
        });
        let values = &mut questions[place].2;
        match &value {
            Value::String(text) => drop(values.insert(text.clone())),
            Value::Array(items) => values.extend(items.iter().filter_map(Value::as_str).map(str::to_owned)),
            _ => {}
        }
    }
    let mut survey = vec![["type", "name", "label"].map(str::to_owned).to_vec()];
    let mut choices = vec![["list_name", "name", "label"].map(str::to_owned).to_vec()];
    for (question, kind, values) in questions {
        let chosen = kind.starts_with("select");
        let kind = if chosen { format!("{kind} {question}") } else { kind.to_owned() };
        survey.push(vec![kind, question.clone(), question.clone()]);
        if chosen {
            choices.extend(values.into_iter().map(|value| vec![question.clone(), value.clone(), value]));
        }
    }
    let settings = vec![
        ["form_title", "form_id", "version"].map(str::to_owned).to_vec(),
        ["Bezoek", FORM, VERSION].map(str::to_owned).to_vec(),
    ];
    write(&[("survey", survey), ("choices", choices), ("settings", settings)])
}

fn write(sheets: &[(&str, Vec<Vec<String>>)]) -> Vec<u8> {
    let rows: Vec<(&str, Vec<Vec<&str>>)> = sheets
        .iter()
        .map(|(name, rows)| (*name, rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect()))
        .collect();
    let rows: Vec<(&str, Vec<&[&str]>)> =
        rows.iter().map(|(name, rows)| (*name, rows.iter().map(Vec::as_slice).collect())).collect();
    let sheets: Vec<(&str, &[&[&str]])> = rows.iter().map(|(name, rows)| (*name, rows.as_slice())).collect();
    workbook(&sheets)
}

fn kind_of(question: &str, value: &Value) -> &'static str {
    match value {
        _ if question == "notes" || question.starts_with("contact_") => "text",
        _ if question.starts_with("q23") || question.starts_with("q24") => "text",
        _ if question.starts_with("q14") || question.starts_with("q25") => "date",
        Value::Array(_) => "select_multiple",
        Value::String(_) => "select_one",
        Value::Number(n) if n.is_f64() => "decimal",
        _ => "integer",
    }
}
