//! The state of a run as the reference engines write it.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::instance;
use super::walk::is_plain;
use crate::{EvaluationError, Item, Kind, Metadata, NodeState, Question, Run, Texts, Violation};

/// `{language, valid, violations, errors, nodes, xml}`.
pub(super) fn state(run: &Run, language: &str) -> Json {
    let states: HashMap<String, NodeState> = run.nodes().into_iter().map(|node| (node.path.clone(), node)).collect();
    let form = run.form();
    let root = format!("/{}", form.root);
    let first = json!({"path": root, "kind": "root", "relevant": true, "readonly": false, "required": false});
    let mut picture = Picture {
        run,
        language,
        states: &states,
        failing: run.errors(),
        nodes: vec![first],
        violations: Vec::new(),
        errors: Vec::new(),
    };
    picture.add(&form.items, "", &root);
    let Picture { nodes, violations, errors, .. } = picture;
    json!({
        "errors": errors,
        "language": language,
        "valid": violations.is_empty(),
        "violations": violations,
        "nodes": nodes,
        "xml": instance::write(run, &states),
    })
}

/// `{status, xml}` of what would be sent.
pub(super) fn submission(run: &Run) -> Json {
    let states: HashMap<String, NodeState> = run.nodes().into_iter().map(|node| (node.path.clone(), node)).collect();
    let ready = states.values().all(|node| node.problem.is_none());
    json!({"status": if ready { "ready" } else { "pending" }, "xml": instance::write(run, &states)})
}

/// The nodes seen so far.
struct Picture<'r> {
    run: &'r Run,
    language: &'r str,
    states: &'r HashMap<String, NodeState>,
    /// The expressions without a value, by our paths.
    failing: Vec<EvaluationError>,
    nodes: Vec<Json>,
    violations: Vec<Json>,
    errors: Vec<Json>,
}

impl Picture<'_> {
    /// Adds what is in `items`; `prefix` is our path of what holds them with its slash, `around` the reference of it.
    fn add(&mut self, items: &[Item], prefix: &str, around: &str) {
        for item in items {
            let path = format!("{prefix}{}", item.name());
            let reference = format!("{around}/{}", item.name());
            self.errors_at(&path, &reference);
            match item {
                Item::Question(question) => self.question(question, &path, &reference),
                Item::Group(group) => {
                    self.holder(&path, &reference, "group", &group.label);
                    self.add(&group.items, &format!("{path}/"), &reference);
                }
                Item::Repeat(repeat) => {
                    let keys = self.run.instances(&path);
                    let kind = if repeat.counted { "repeat-range:controlled" } else { "repeat-range:uncontrolled" };
                    self.nodes.push(json!({
                        "path": reference, "kind": kind, "relevant": self.run.is_relevant(&path),
                        "readonly": false, "required": false, "count": keys.len(),
                    }));
                    for (at, key) in keys.iter().enumerate() {
                        let (path, reference) = (format!("{path}[{key}]"), format!("{reference}[{}]", at + 1));
                        self.errors_at(&path, &reference);
                        self.holder(&path, &reference, "repeat-instance", &repeat.label);
                        self.add(&repeat.items, &format!("{path}/"), &reference);
                    }
                }
            }
        }
    }

    /// What fails at one of our paths, by its reference.
    fn errors_at(&mut self, path: &str, reference: &str) {
        let here = self.failing.iter().filter(|error| error.path == path);
        self.errors.extend(here.map(|error| {
            let EvaluationError { column, expression, reason, .. } = error;
            json!({"path": reference, "column": column, "expression": expression, "reason": reason})
        }));
    }

    fn holder(&mut self, path: &str, reference: &str, kind: &str, label: &Texts) {
        let Some(state) = self.states.get(path) else { return };
        let mut node = json!({
            "path": reference, "kind": kind, "relevant": state.relevant,
            "readonly": state.read_only, "required": state.required,
        });
        if !label.is_empty() {
            node["label"] = json!(self.text(label, path));
        }
        self.nodes.push(node);
    }

    fn question(&mut self, question: &Question, path: &str, reference: &str) {
        let Some(state) = self.states.get(path) else { return };
        let (kind, value_type) = kind(question);
        let mut node = json!({
            "path": reference, "kind": kind, "type": value_type, "relevant": state.relevant,
            "readonly": state.read_only, "required": state.required, "value": state.value,
            "valid": state.problem.is_none(),
            "constraintOk": state.problem != Some(Violation::Constraint),
            "requiredOk": state.problem != Some(Violation::Required),
        });
        for (name, texts) in [("label", &question.label), ("hint", &question.hint)] {
            if !texts.is_empty() {
                node[name] = json!(self.text(texts, path));
            }
        }
        match question.kind {
            Kind::SelectOne => node["select"] = json!("select1"),
            Kind::SelectMultiple => node["select"] = json!("select"),
            _ => {}
        }
        if let Some(choices) = &state.choices {
            let label = |value: &String| {
                let choice = question.choices.iter().find(|choice| choice.value == *value);
                choice.map(|choice| self.text(&choice.label, path))
            };
            node["choiceLabels"] = choices.iter().map(label).collect();
            node["choices"] = json!(choices);
        }
        if let Some(problem) = state.problem {
            let (condition, message) = match problem {
                Violation::Required => ("required", Some(&question.required_message)),
                Violation::Constraint => ("constraint", Some(&question.constraint_message)),
                Violation::Type => ("type", None),
            };
            let message = message.filter(|texts| !texts.is_empty()).map(|texts| self.text(texts, path));
            node["violation"] = json!({"condition": condition, "message": message});
            self.violations.push(json!({"path": reference, "condition": condition}));
        }
        self.nodes.push(node);
    }

    /// The reference engines show a hyphen where a translation is missing.
    fn text(&self, texts: &Texts, path: &str) -> String {
        let shown = self.run.text(texts, path, self.language);
        if shown.fell_back && !is_plain(texts) { "-".to_owned() } else { shown.text }
    }
}

/// What the reference engines call a question, and the type of its value.
fn kind(question: &Question) -> (&'static str, &str) {
    match &question.kind {
        Kind::Text => ("input", "string"),
        Kind::Integer => ("input", "int"),
        Kind::Decimal => ("input", "decimal"),
        Kind::Date => ("input", "date"),
        Kind::Time => ("input", "time"),
        Kind::DateTime => ("input", "dateTime"),
        Kind::Note => ("note", "string"),
        Kind::SelectOne | Kind::SelectMultiple => ("select", "string"),
        Kind::Rank => ("rank", "string"),
        Kind::Acknowledge => ("trigger", "string"),
        Kind::Range => {
            let whole =
                question.range.as_ref().is_none_or(|range| range.step.fract() == 0.0 && range.start.fract() == 0.0);
            ("range", if whole { "int" } else { "decimal" })
        }
        Kind::Metadata(Metadata::Start | Metadata::End) => ("model-value", "dateTime"),
        Kind::Metadata(Metadata::Today) => ("model-value", "date"),
        Kind::Calculate | Kind::Hidden | Kind::Metadata(_) => ("model-value", "string"),
        Kind::Unsupported(name) => match name.as_str() {
            "image" | "audio" | "video" | "file" => ("upload", "binary"),
            other => ("input", other),
        },
    }
}
