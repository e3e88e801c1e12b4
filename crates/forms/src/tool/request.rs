//! `xlsform run`: a form, steps through it, and the state after each.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, TimeZone};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::files::{ReadFile, import};
use super::instance;
use super::walk::{Step, Walk, languages};
use crate::{Env, Form, Run, Severity};

/// The most steps of one request.
const MAX_STEPS: usize = 10_000;

#[derive(Deserialize)]
struct Request {
    /// The form; the other two are what other engines take.
    xlsx: Option<String>,
    xform: Option<Json>,
    #[serde(rename = "xformText")]
    xform_text: Option<Json>,
    /// The moment at which the clock stands still.
    now: Option<String>,
    language: Option<String>,
    /// The path of each file that the form wants, where it does not lie beside it.
    #[serde(default)]
    attachments: BTreeMap<String, String>,
    /// A submission to go on with: a file, or the XML itself.
    instance: Option<String>,
    #[serde(rename = "instanceText")]
    instance_text: Option<String>,
    /// `changed`: after the first state only nodes that changed.
    only: Option<String>,
    #[serde(default)]
    steps: Vec<Json>,
}

/// Why there are no states: at which stage, what sort of error, and in words.
struct Failure {
    stage: &'static str,
    kind: &'static str,
    message: String,
}

impl Failure {
    fn load(kind: &'static str, message: impl Into<String>) -> Self {
        Failure { stage: "load", kind, message: message.into() }
    }
}

/// Answers a line of `xlsform run`, whatever the line is. `id`, `form` and `seed` of the request come back.
#[must_use]
pub fn answer_line(line: &str, files: ReadFile<'_>) -> Json {
    let mut out = json!({"id": null, "ok": false, "warnings": [], "states": []});
    let result = match serde_json::from_str::<Json>(line) {
        Err(error) => Err(Failure::load("Request", format!("the line is not JSON: {error}"))),
        Ok(request) => {
            for name in ["id", "form", "seed"] {
                if let Some(value) = request.get(name) {
                    out[name] = value.clone();
                }
            }
            let request = serde_json::from_value::<Request>(request);
            let request = request.map_err(|error| Failure::load("Request", format!("this is no request: {error}")));
            request.and_then(|request| answer(&request, files, &mut out))
        }
    };
    match result {
        Ok(()) => out["ok"] = json!(true),
        Err(failure) => {
            out["stage"] = json!(failure.stage);
            out["error"] = json!({"type": failure.kind, "message": failure.message});
        }
    }
    out
}

fn answer(request: &Request, files: ReadFile<'_>, out: &mut Json) -> Result<(), Failure> {
    if request.steps.len() > MAX_STEPS {
        return Err(Failure::load("Request", format!("a request has at most {MAX_STEPS} steps")));
    }
    let env = Env {
        now: moment(request.now.as_deref()).map_err(|error| Failure::load("Request", error))?,
        username: String::new(),
        device_id: String::new(),
        random_seed: 1,
    };
    let form = load(request, files, out)?;
    out["languages"] = json!(languages(&form));
    let mut walk = match submission(request, files)? {
        Some(xml) => {
            let answers = instance::read(&form, &xml).map_err(|error| Failure::load("Instance", error))?;
            let run = Run::start(form, answers, env);
            instance::check(&run).map_err(|error| Failure::load("Instance", error))?;
            Walk::over(run)
        }
        None => Walk::new(form, env),
    };
    if let Some(language) = &request.language {
        walk.set_language(language).map_err(|error| Failure::load("Request", error))?;
    }
    let mut before = BTreeMap::new();
    let first = walk.state();
    remember(&first, &mut before);
    let mut failing = first["errors"].clone();
    let mut states = vec![with(first, &Json::Null, newly_failing(&Json::Null, &failing))];
    for step in &request.steps {
        let done = Step::read(step).and_then(|step| walk.step(step));
        let mut state = walk.state();
        let error = done.err().or_else(|| newly_failing(&failing, &state["errors"]));
        failing = state["errors"].clone();
        if request.only.as_deref() == Some("changed") {
            let whole = state.clone();
            keep_changed(&mut state, &before);
            remember(&whole, &mut before);
        }
        states.push(with(state, step, error));
    }
    out["states"] = Json::Array(states);
    out["submission"] = walk.submission();
    Ok(())
}

fn load(request: &Request, files: ReadFile<'_>, out: &mut Json) -> Result<Arc<Form>, Failure> {
    let Some(path) = &request.xlsx else {
        let message = match (&request.xform, &request.xform_text) {
            (None, None) => "the request names no form: xlsx is missing",
            _ => "only forms in a workbook can be read: give xlsx",
        };
        return Err(Failure::load("Request", message));
    };
    let import = import(path, &request.attachments, files);
    let import = import.map_err(|error| Failure::load("File", format!("{path}: {error}")))?;
    let texts = |severity: Severity| {
        let problems = import.problems.iter().filter(move |problem| problem.severity == severity);
        problems.map(|problem| match problem.row {
            Some(row) => format!("[row : {row}] {}", problem.message),
            None => problem.message.clone(),
        })
    };
    out["warnings"] = texts(Severity::Warning).collect();
    import.form.map(Arc::new).ok_or_else(|| {
        let message = texts(Severity::Error).collect::<Vec<_>>().join(" | ");
        Failure { stage: "pyxform", kind: "Form", message }
    })
}

fn submission(request: &Request, files: ReadFile<'_>) -> Result<Option<String>, Failure> {
    match (&request.instance, &request.instance_text) {
        (Some(path), _) => {
            let bytes = files(path).map_err(|error| Failure::load("File", format!("{path}: {error}")))?;
            let text = String::from_utf8(bytes);
            text.map(Some).map_err(|_| Failure::load("Instance", "the submission is not UTF-8"))
        }
        (None, text) => Ok(text.clone()),
    }
}

/// A moment by the clock where it was written; without an offset, or without a moment, by the clock here.
pub(super) fn moment(text: Option<&str>) -> Result<DateTime<FixedOffset>, String> {
    let Some(text) = text else { return Ok(Local::now().fixed_offset()) };
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(moment);
    }
    let wrong = || format!("{text:?} is no moment");
    let civil: NaiveDateTime = text.parse().map_err(|_| wrong())?;
    Local.from_local_datetime(&civil).earliest().map(|moment| moment.fixed_offset()).ok_or_else(wrong)
}

fn with(mut state: Json, step: &Json, error: Option<String>) -> Json {
    state["step"] = step.clone();
    if let Some(error) = error {
        state["error"] = json!(error);
    }
    state
}

/// What a step broke: the reference engine throws at the first expression that fails, we go on and tell them all.
fn newly_failing(before: &Json, now: &Json) -> Option<String> {
    let known = before.as_array().map_or(&[][..], Vec::as_slice);
    let new = now.as_array().into_iter().flatten().filter(|error| !known.contains(error));
    let text = |part: &Json| part.as_str().unwrap_or_default().to_owned();
    let told = new.map(|e| format!("{} of {}: {}", text(&e["column"]), text(&e["path"]), text(&e["reason"])));
    Some(told.collect::<Vec<_>>().join("; ")).filter(|told| !told.is_empty())
}

fn nodes(state: &Json) -> impl Iterator<Item = (String, &Json)> {
    let nodes = state["nodes"].as_array().into_iter().flatten();
    nodes.map(|node| (format!("{}|{}", node["path"], node["kind"]), node))
}

fn remember(state: &Json, before: &mut BTreeMap<String, Json>) {
    *before = nodes(state).map(|(key, node)| (key, node.clone())).collect();
}

fn keep_changed(state: &mut Json, before: &BTreeMap<String, Json>) {
    let changed = nodes(state).filter(|(key, node)| before.get(key) != Some(*node)).map(|(_, node)| node.clone());
    let changed: Json = changed.collect();
    state["nodes"] = changed;
}
