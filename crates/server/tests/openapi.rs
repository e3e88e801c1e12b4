//! The description of the interface holds for the messages themselves: the frozen ones are what it says.

#![allow(clippy::unwrap_used, reason = "tests")]

use jsonschema::Validator;
use reqwest::Client;
use serde_json::{Value, json};
use server::{Config, Server};
use std::path::Path;

async fn described() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::new(folder.path());
    config.municipality = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../municipality.toml"));
    let running = Server::start(config).unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::new().get(format!("{}/openapi.json", running.url)).send().await.unwrap().json().await.unwrap()
}

fn validator(described: &Value, name: &str) -> Validator {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}"), "components": described["components"] });
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// The type of a sample, by the name of its file.
fn message(file: &str) -> &'static str {
    match file.split('_').next().unwrap() {
        "hello" => "Hello",
        "enrol" => "Enrol",
        "enrolled" => "Enrolled",
        "push" => "Push",
        "pushed" => "Pushed",
        "pull" => "Pull",
        "pulled" => "Pulled",
        "refusal" => "Refusal",
        other => panic!("{other}: no message is called so"),
    }
}

#[tokio::test]
async fn every_frozen_message_is_as_described() {
    let described = described().await;
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../protocol/tests/golden");
    let mut seen = 0;
    for file in std::fs::read_dir(samples).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let sample: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let validator = validator(&described, message(name));
        let wrong: Vec<String> = validator.iter_errors(&sample).map(|e| format!("{} {e}", e.instance_path())).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
        // It says something: without a field that has to be there it does not hold.
        let mut spoiled = sample.clone();
        let needed = ["code", "device", "cursor", "changes", "verdicts", "product"];
        let needed = needed.into_iter().find(|field| sample.get(field).is_some()).unwrap();
        spoiled.as_object_mut().unwrap().remove(needed);
        assert!(!validator.is_valid(&spoiled), "{name} without {needed}");
        seen += 1;
    }
    assert!(seen > 20, "{seen} samples");
}

#[tokio::test]
async fn wrong_changes_are_told_from_right_ones() {
    let described = described().await;
    let push =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../protocol/tests/golden/push.json"));
    let push: Value = serde_json::from_str(&push.unwrap()).unwrap();
    let validator = validator(&described, "Push");
    for (field, wrong) in [
        ("id", json!("not an id")),
        ("op", json!("drop")),
        ("set", Value::Null),
        ("base", json!([1])),
        ("at", json!(7)),
        ("counter", json!("one")),
    ] {
        let mut spoiled = push.clone();
        spoiled["changes"][0][field] = wrong;
        assert!(!validator.is_valid(&spoiled), "{field}");
    }
}
