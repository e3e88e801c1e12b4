//! Runs a table of expression cases over XML documents and writes what comes out, for the table's own judge.
//!
//! Runs only where `FORMS_CASES` (the table) and `FORMS_CASES_ANSWERS` (the file to write) are set.

use chrono::{DateTime, FixedOffset};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value as Json, json};

use super::eval::{Memory, Scope, evaluate};
use super::parse::{ParseError, parse};
use super::tree::{NodeId, NodeKind, Tree};
use super::value::Value;
use crate::Env;

#[test]
fn run_cases() {
    let (Ok(table), Ok(out)) = (std::env::var("FORMS_CASES"), std::env::var("FORMS_CASES_ANSWERS")) else { return };
    let table: Json = serde_json::from_slice(&std::fs::read(table).expect("the table")).expect("json");
    let mut lines = String::new();
    for case in table["cases"].as_array().expect("cases") {
        let mut answer = match run(case, table["docs"][case["doc"].as_str().expect("doc")].as_str().expect("xml")) {
            Ok(value) => json!({ "value": value }),
            Err(error) => json!({ "error": error }),
        };
        answer["id"] = case["id"].clone();
        lines.push_str(&answer.to_string());
        lines.push('\n');
    }
    std::fs::write(out, lines).expect("written");
}

fn run(case: &Json, xml: &str) -> Result<Json, String> {
    let mut tree = document(xml);
    register(&mut tree, case["language"].as_str());
    let node = node_at(&tree, case["context"].as_str().expect("context"));
    tree.root = case["root"].as_str().map_or(0, |root| node_at(&tree, root));
    let unknown = |name: &str| Err(ParseError::UnknownName(name.to_owned()));
    let parsed = parse(case["expr"].as_str().expect("expr"), &unknown).map_err(|e| e.to_string())?;
    let offset = if case["tz"] == "GMT" { "+00:00" } else { "-07:00" };
    let now: DateTime<FixedOffset> = format!("2026-11-21T04:00:00{offset}").parse().expect("now");
    let env = Env { now, username: String::new(), device_id: String::new(), random_seed: 1 };
    let memory = Memory::default();
    let scope = Scope {
        tree: &tree,
        env: &env,
        memory: &memory,
        form: None,
        language: "",
        node,
        position: 1,
        size: 1,
        origin: node,
    };
    let value = evaluate(&parsed.expr, scope)?;
    Ok(match case["kind"].as_str().expect("kind") {
        "boolean" => json!(value.to_bool(&tree)),
        "number" => number(value.to_number(&tree)),
        "nodeset" => match value {
            Value::Nodes(nodes) => json!(nodes.iter().map(|n| path_of(&tree, *n)).collect::<Vec<_>>()),
            _ => return Err("no set of nodes".to_owned()),
        },
        _ => json!(&*value.to_text(&tree)),
    })
}

fn number(number: f64) -> Json {
    if number.is_nan() {
        json!("NaN")
    } else if number.is_infinite() {
        json!(super::format_number(number))
    } else if number == 0.0 && number.is_sign_negative() {
        json!("-0")
    } else {
        json!(number)
    }
}

fn document(xml: &str) -> Tree {
    let mut tree = Tree::default();
    let mut at = tree.add(None, NodeKind::Root, "", "");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().expect("xml") {
            Event::Start(start) => at = element(&mut tree, at, &start),
            Event::Empty(start) => {
                element(&mut tree, at, &start);
            }
            Event::End(_) => at = tree.nodes[at].parent.unwrap_or(0),
            Event::Text(text) => add_text(&mut tree, at, &text),
            Event::GeneralRef(entity) => {
                let name = entity.to_string();
                let text = match name.as_str() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "\u{a0}",
                };
                add_text(&mut tree, at, text);
            }
            Event::CData(data) => add_text(&mut tree, at, &data),
            Event::Comment(_) | Event::PI(_) => {
                tree.add(Some(at), NodeKind::Other, "", "");
            }
            Event::Eof => return tree,
            _ => {}
        }
    }
}

fn add_text(tree: &mut Tree, at: NodeId, text: &str) {
    if at == 0 {
        return;
    }
    let last = tree.nodes[at].children.last().copied();
    match last.filter(|last| tree.nodes[*last].kind == NodeKind::Text) {
        Some(last) => tree.nodes[last].text.push_str(text),
        None => {
            tree.add(Some(at), NodeKind::Text, "", text);
        }
    }
}

fn element(tree: &mut Tree, at: NodeId, start: &BytesStart<'_>) -> NodeId {
    let name = start.name().as_ref().to_owned();
    let node = tree.add(Some(at), NodeKind::Element, &name, "");
    for attribute in start.attributes().with_checks(false).flatten() {
        let key = attribute.key.as_ref().to_owned();
        if !key.starts_with("xmlns") {
            tree.add(Some(node), NodeKind::Attribute, &key, &attribute.value);
        }
    }
    node
}

fn attribute<'t>(tree: &'t Tree, node: NodeId, name: &str) -> Option<&'t str> {
    let children = tree.nodes[node].children.iter().map(|c| &tree.nodes[*c]);
    children.into_iter().find(|c| c.kind == NodeKind::Attribute && &*c.name == name).map(|c| c.text.as_str())
}

/// Notes the documents with an id, and the texts of the language asked for, the default or the first one.
fn register(tree: &mut Tree, language: Option<&str>) {
    let mut translations = Vec::new();
    for node in 0..tree.nodes.len() {
        if &*tree.nodes[node].name == "instance"
            && let Some(id) = attribute(tree, node, "id").map(str::to_owned)
        {
            tree.instances.insert(id, node);
        }
        if &*tree.nodes[node].name == "translation" {
            translations.push(node);
        }
    }
    let chosen = translations.iter().find(|t| language.is_some() && attribute(tree, **t, "lang") == language);
    let default = translations.iter().find(|t| attribute(tree, **t, "default").is_some());
    if let Some(translation) = chosen.or(default).or(translations.first()) {
        for text in tree.nodes[*translation].children.clone() {
            let values =
                tree.nodes[text].children.iter().copied().filter(|c| &*tree.nodes[*c].name == "value").collect();
            if let Some(id) = attribute(tree, text, "id").map(str::to_owned) {
                tree.texts.insert(id, values);
            }
        }
    }
}

fn node_at(tree: &Tree, path: &str) -> NodeId {
    let mut at = 0;
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let children = tree.nodes[at].children.iter().copied();
        let (test, place) = part
            .split_once('[')
            .map_or((part, 1), |(test, place)| (test, place.trim_end_matches(']').parse().expect("a place")));
        let mut fitting = children.filter(|c| match (test, tree.nodes[*c].kind) {
            ("*", kind) => kind == NodeKind::Element,
            ("node()", kind) => kind != NodeKind::Attribute,
            (name, kind) => kind == NodeKind::Attribute && *tree.nodes[*c].name == name[1..],
        });
        at = fitting.nth(place - 1).expect(path);
    }
    at
}

fn path_of(tree: &Tree, node: NodeId) -> String {
    let mut path = String::new();
    let mut at = node;
    while let Some(parent) = tree.nodes[at].parent {
        let siblings = tree.nodes[parent].children.iter().copied();
        let place = |wanted: &dyn Fn(NodeKind) -> bool| {
            siblings.clone().filter(|s| wanted(tree.nodes[*s].kind)).position(|s| s == at).unwrap_or(0) + 1
        };
        let part = match tree.nodes[at].kind {
            NodeKind::Element => format!("/*[{}]", place(&|kind| kind == NodeKind::Element)),
            NodeKind::Attribute => format!("/@{}", tree.nodes[at].name),
            _ => format!("/node()[{}]", place(&|kind| kind != NodeKind::Attribute)),
        };
        path = part + &path;
        at = parent;
    }
    if path.is_empty() { "/".to_owned() } else { path }
}
