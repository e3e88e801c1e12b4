//! Replays walks that reference engines recorded and writes what this engine sees, for their judge.
//!
//! Runs only where `FORMS_TRACES` (a directory of traces), `FORMS_XLS` (directories of forms, separated by `:`) and
//! `FORMS_ANSWERS` (the file to write) are set.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use forms::{Answer, Env, Form, Item, Kind, NodeKind, NodeState, Run, Value, Violation, read};
use serde_json::{Value as Json, json};

#[test]
fn replay_traces() {
    let (Ok(traces), Ok(forms), Ok(out)) =
        (std::env::var("FORMS_TRACES"), std::env::var("FORMS_XLS"), std::env::var("FORMS_ANSWERS"))
    else {
        return;
    };
    let mut lines = String::new();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(traces).expect("traces").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "json")) {
        let trace: Json = serde_json::from_slice(&std::fs::read(file).expect("trace")).expect("json");
        let name = trace["form"].as_str().expect("form");
        let found = forms.split(':').map(|dir| Path::new(dir).join(name)).find(|path| path.exists());
        let import = read(&std::fs::read(found.expect("the form")).expect("bytes"));
        let Some(form) = import.form else {
            let errors: Vec<_> = import
                .problems
                .iter()
                .filter(|p| p.severity == forms::Severity::Error)
                .map(|p| (p.row, &p.message))
                .collect();
            println!("{name}: refused: {errors:?}");
            continue;
        };
        lines.push_str(&replay(&trace, Arc::new(form)).to_string());
        lines.push('\n');
    }
    std::fs::write(out, lines).expect("written");
}

fn replay(trace: &Json, form: Arc<Form>) -> Json {
    let env = Env {
        now: trace["now"].as_str().expect("now").parse().expect("a moment"),
        username: String::new(),
        device_id: String::new(),
        random_seed: 1,
    };
    let mut walk = Walk { run: Run::new(form.clone(), env), language: form.default_language.clone(), next_key: 1 };
    if let Some(first) = trace["languages"].get(0).and_then(Json::as_str) {
        walk.language = code(first, &form);
    }
    walk.run.set_language(&walk.language);
    walk.add_first(&form.items, "");
    let mut states = vec![walk.state()];
    for step in trace["steps"].as_array().expect("steps") {
        walk.step(step);
        states.push(walk.state());
    }
    json!({"form": trace["form"], "seed": trace["seed"], "states": states})
}

fn code(language: &str, form: &Form) -> String {
    let inner = language.rsplit_once('(').map_or(language, |(_, rest)| rest.trim_end_matches(')'));
    if form.languages.iter().any(|l| l == inner) { inner.to_owned() } else { form.default_language.clone() }
}

struct Walk {
    run: Run,
    language: String,
    next_key: usize,
}

impl Walk {
    /// The reference engines begin with one instance of each repeat.
    fn add_first(&mut self, items: &[Item], prefix: &str) {
        for item in items {
            match item {
                Item::Group(group) => self.add_first(&group.items, &format!("{prefix}{}/", group.name)),
                Item::Repeat(repeat) if !repeat.counted => {
                    let path = format!("{prefix}{}", repeat.name);
                    self.add(&path, &repeat.items);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, path: &str, items: &[Item]) {
        let key = format!("{:06}", self.next_key);
        self.next_key += 1;
        self.run.add_repeat(path, &key).expect(path);
        self.add_first(items, &format!("{path}[{key}]/"));
    }

    fn step(&mut self, step: &Json) {
        if let Some(path) = step.get("set").and_then(Json::as_str) {
            let path = self.ours(path);
            let Some(question) = self.run.form().question(&path).cloned() else {
                println!("{step}: no question {path}");
                return;
            };
            let answer = answer(&question.kind, &step["value"]);
            if let Err(error) = self.run.set(&path, answer) {
                println!("{step}: {error}");
            }
        } else if let Some(path) = step.get("addRepeat").and_then(Json::as_str) {
            let path = self.ours(path);
            let definition = format!("{}[]", definition(&path));
            let items = self.run.form().repeats().find(|r| r.path == definition).expect("a repeat").items.clone();
            self.add(&path, &items);
        } else if let Some(path) = step.get("removeRepeat").and_then(Json::as_str) {
            let path = self.ours(path);
            let (repeat, key) = path.rsplit_once('[').expect("an instance");
            self.run.remove_repeat(repeat, key.trim_end_matches(']')).expect("removed");
        } else if let Some(language) = step.get("language").and_then(Json::as_str) {
            self.language = code(language, self.run.form());
            self.run.set_language(&self.language);
        }
    }

    /// Our path for `/data/rep[2]/name`.
    fn ours(&self, path: &str) -> String {
        let mut ours = String::new();
        let mut parts = path.trim_start_matches('/').split('/').skip(1).peekable();
        while let Some(part) = parts.next() {
            let (name, position) =
                part.split_once('[').map_or((part, None), |(name, rest)| (name, rest.strip_suffix(']')));
            let path = if ours.is_empty() { name.to_owned() } else { format!("{ours}/{name}") };
            let instances = self.run.instances(&path);
            let at: usize = position.and_then(|p| p.parse().ok()).unwrap_or(1);
            ours = match instances.get(at - 1) {
                Some(key) if position.is_some() || parts.peek().is_some() => format!("{path}[{key}]"),
                _ => path,
            };
        }
        ours
    }

    fn state(&self) -> Json {
        let mut numbers: BTreeMap<String, String> = BTreeMap::new();
        let mut nodes =
            vec![json!({"path": format!("/{}", self.run.form().root), "relevant": true, "required": false})];
        nodes.extend(self.run.nodes().iter().map(|node| self.node(node, &mut numbers)));
        json!({ "nodes": nodes })
    }

    fn node(&self, node: &NodeState, numbers: &mut BTreeMap<String, String>) -> Json {
        let (around, last) = node.path.rsplit_once('/').map_or(("", node.path.as_str()), |parts| parts);
        let outer = if around.is_empty() { format!("/{}", self.run.form().root) } else { numbers[around].clone() };
        let path = match last.split_once('[') {
            Some((name, key)) => {
                let repeat = node.path.rsplit_once('[').expect("a key").0;
                let place = self.run.instances(repeat).iter().position(|k| k == key.trim_end_matches(']'));
                format!("{outer}/{name}[{}]", place.expect("a place") + 1)
            }
            None => format!("{outer}/{last}"),
        };
        numbers.insert(node.path.clone(), path.clone());
        let mut out = json!({"path": path, "relevant": node.relevant, "required": node.required});
        if node.kind == NodeKind::Question {
            out["value"] = json!(node.value);
            out["constraintOk"] = json!(node.problem != Some(Violation::Constraint));
            let question = self.run.form().question(&node.question).expect("a question");
            if !question.label.is_empty() {
                let shown = self.run.text(&question.label, &node.path, &self.language);
                // The reference engines show a hyphen where a translation is missing.
                out["label"] = json!(if shown.fell_back { "-" } else { &shown.text });
            }
        }
        if let Some(choices) = &node.choices {
            out["choices"] = json!(choices);
        }
        out
    }
}

fn definition(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in path.chars() {
        match c {
            '[' => inside = true,
            ']' => {
                inside = false;
                out.push_str("[]");
            }
            _ if inside => {}
            _ => out.push(c),
        }
    }
    out
}

fn answer(kind: &Kind, value: &Json) -> Answer {
    match value {
        Json::Array(values) => Answer::list(values.iter().map(|v| v.as_str().expect("text"))),
        Json::String(text) if text.is_empty() => Answer::default(),
        Json::String(text) => match kind {
            Kind::Integer | Kind::Decimal | Kind::Range => Answer::number(text.parse().expect("a number")),
            Kind::SelectMultiple | Kind::Rank => Answer::of(Value::List(vec![text.clone()])),
            _ => Answer::text(text),
        },
        _ => Answer::default(),
    }
}
