//! Steps through a form, in the words of the reference engines: `/data/member[2]/name` instead of keys.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value as Json;

use super::request::moment;
use super::state;
use crate::{Answer, Env, Form, Item, Kind, NodeKind, Run, Texts, Value};

/// Between the keys of two instances that are added one after the other, so that others fit between them.
const SPACE: u64 = 1 << 32;

/// The key of the instance with this number, from 1: those of a counted repeat are numbered by the form.
pub(super) fn key(counted: bool, number: usize) -> String {
    let number = number as u64;
    if counted { number.to_string() } else { (number * SPACE).to_string() }
}

/// One step of a request.
pub(super) enum Step {
    Set { path: String, value: Json },
    Add { path: String, after: Option<usize> },
    Remove { path: String },
    Language(String),
    Now(DateTime<FixedOffset>),
}

/// A step as it is written: what it has says what it is.
#[derive(Deserialize)]
struct Written {
    set: Option<String>,
    #[serde(default)]
    value: Json,
    #[serde(rename = "addRepeat")]
    add: Option<String>,
    after: Option<usize>,
    #[serde(rename = "removeRepeat")]
    remove: Option<String>,
    language: Option<String>,
    now: Option<String>,
}

impl Step {
    pub(super) fn read(step: &Json) -> Result<Self, String> {
        let unknown = || format!("unknown step {step}");
        let written = Written::deserialize(step).map_err(|_| unknown())?;
        Ok(match written {
            Written { set: Some(path), value, .. } => Step::Set { path, value },
            Written { add: Some(path), after, .. } => Step::Add { path, after },
            Written { remove: Some(path), .. } => Step::Remove { path },
            Written { language: Some(language), .. } => Step::Language(language),
            Written { now: Some(now), .. } => Step::Now(moment(Some(&now))?),
            _ => return Err(unknown()),
        })
    }
}

/// A run that is walked through.
pub(super) struct Walk {
    run: Run,
    language: String,
    /// The instances whose repeats have their first instance already.
    begun: HashSet<String>,
}

impl Walk {
    /// The reference engines begin with one instance of each repeat.
    pub(super) fn new(form: Arc<Form>, env: Env) -> Self {
        let mut walk = Walk::over(Run::new(form.clone(), env));
        walk.add_first(&form.items, "");
        walk.begin();
        walk
    }

    /// Goes on with a run as it is.
    pub(super) fn over(run: Run) -> Self {
        let language = languages(run.form()).remove(0);
        let instances = run.nodes().into_iter().filter(|node| node.kind == NodeKind::Instance);
        let begun = instances.map(|node| node.path).collect();
        let mut walk = Walk { run, language, begun };
        walk.run.set_language(&walk.language);
        walk
    }

    /// Takes a language by its code, or by the header that has the code between parentheses.
    pub(super) fn set_language(&mut self, name: &str) -> Result<(), String> {
        let code = name.rsplit_once('(').map_or(name, |(_, rest)| rest.trim_end_matches(')'));
        let languages = &self.run.form().languages;
        let found = languages.iter().find(|language| *language == name || *language == code);
        self.language = found.cloned().ok_or_else(|| format!("no language {name}"))?;
        self.run.set_language(&self.language);
        Ok(())
    }

    /// The state of every node, without the step that led to it.
    pub(super) fn state(&self) -> Json {
        state::state(&self.run, &self.language)
    }

    /// What would be sent now.
    pub(super) fn submission(&self) -> Json {
        state::submission(&self.run)
    }

    pub(super) fn step(&mut self, step: Step) -> Result<(), String> {
        match step {
            Step::Set { path, value } => self.set(&path, &value)?,
            Step::Add { path, after } => self.add(&path, after)?,
            Step::Remove { path } => self.remove(&path)?,
            Step::Language(language) => return self.set_language(&language),
            Step::Now(now) => self.run.set_now(now),
        }
        self.begin();
        Ok(())
    }

    fn set(&mut self, reference: &str, value: &Json) -> Result<(), String> {
        let path = self.find(reference)?;
        let question = self.run.form().question(&path).ok_or_else(|| format!("no node at {reference}"))?;
        let answer = answer(&question.kind, value)?;
        self.run.set(&path, answer).map_err(|error| error.to_string())
    }

    fn add(&mut self, reference: &str, after: Option<usize>) -> Result<(), String> {
        let path = self.repeat(reference)?;
        let keys = self.run.instances(&path);
        let at = after.map_or(keys.len(), |after| after.saturating_add(1).min(keys.len()));
        let number = |key: Option<&String>| key.and_then(|key| key.parse::<u64>().ok());
        let before = at.checked_sub(1).and_then(|at| number(keys.get(at))).unwrap_or(0);
        let next = number(keys.get(at)).unwrap_or_else(|| before.saturating_add(2 * SPACE));
        let key = before + next.saturating_sub(before) / 2;
        self.run.add_repeat(&path, &key.to_string()).map_err(|error| error.to_string())
    }

    fn remove(&mut self, reference: &str) -> Result<(), String> {
        let wrong = || "removeRepeat needs a position".to_owned();
        let (repeat, position) = reference.strip_suffix(']').and_then(|r| r.rsplit_once('[')).ok_or_else(wrong)?;
        let position: usize = position.parse().map_err(|_| wrong())?;
        let path = self.repeat(repeat)?;
        let keys = self.run.instances(&path);
        let key = position.checked_sub(1).and_then(|at| keys.get(at));
        let key = key.ok_or_else(|| format!("no node at {reference}"))?;
        self.run.remove_repeat(&path, key).map_err(|error| error.to_string())?;
        let gone = format!("{path}[{key}]");
        self.begun.retain(|path| !path.starts_with(&gone));
        Ok(())
    }

    /// Gives every repeat in instances that are new its first instance.
    fn begin(&mut self) {
        loop {
            let nodes = self.run.nodes().into_iter();
            let new = nodes.filter(|node| node.kind == NodeKind::Instance && !self.begun.contains(&node.path));
            let new: Vec<(String, String)> = new.map(|node| (node.path, node.question)).collect();
            if new.is_empty() {
                return;
            }
            for (path, definition) in new {
                let form = self.run.form().clone();
                if let Some(repeat) = form.repeats().find(|repeat| repeat.path == definition) {
                    self.add_first(&repeat.items, &format!("{path}/"));
                }
                self.begun.insert(path);
            }
        }
    }

    fn add_first(&mut self, items: &[Item], prefix: &str) {
        for item in items {
            match item {
                Item::Group(group) => self.add_first(&group.items, &format!("{prefix}{}/", group.name)),
                Item::Repeat(repeat) if !repeat.counted => {
                    // An instance that is there already is as good.
                    let _ = self.run.add_repeat(&format!("{prefix}{}", repeat.name), &key(false, 1));
                }
                _ => {}
            }
        }
    }

    /// Our path of a question: by reference, or by its name alone where only one node has it.
    fn find(&self, reference: &str) -> Result<String, String> {
        if reference.starts_with('/') {
            return self.path(reference).ok_or_else(|| format!("no node at {reference}"));
        }
        let named = |path: &str| path.rsplit('/').next() == Some(reference);
        let nodes = self.run.nodes().into_iter().filter(|node| node.kind == NodeKind::Question && named(&node.path));
        let mut found: Vec<String> = nodes.map(|node| node.path).collect();
        match found.len() {
            0 => Err(format!("no node at {reference}")),
            1 => Ok(found.remove(0)),
            many => Err(format!("{many} nodes named {reference}")),
        }
    }

    /// Our path of a repeat: by reference, or by its name alone.
    fn repeat(&self, reference: &str) -> Result<String, String> {
        if reference.starts_with('/') {
            return self.path(reference).ok_or_else(|| format!("no node at {reference}"));
        }
        let mut named = self.run.form().repeats().filter(|repeat| repeat.name == reference);
        let (Some(repeat), None) = (named.next(), named.next()) else {
            return Err(format!("not one repeat named {reference}"));
        };
        let outside = repeat.path.strip_suffix("[]").unwrap_or(&repeat.path).replace("[]", "");
        self.path(&format!("/{}/{outside}", self.run.form().root)).ok_or_else(|| format!("no node at {reference}"))
    }

    /// Our path for `/data/rep[2]/name`; a position that is missing means the first.
    fn path(&self, reference: &str) -> Option<String> {
        let mut path = String::new();
        let mut parts = reference.trim_start_matches('/').split('/').skip(1).peekable();
        while let Some(part) = parts.next() {
            let (name, position) = match part.split_once('[') {
                Some((name, rest)) => (name, Some(rest.strip_suffix(']')?.parse::<usize>().ok()?)),
                None => (part, None),
            };
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(name);
            let is_last = parts.peek().is_none();
            let keys = self.run.instances(&path);
            if position.is_some() || (!is_last && !keys.is_empty()) {
                match keys.get(position.unwrap_or(1).checked_sub(1)?) {
                    Some(key) => path = format!("{path}[{key}]"),
                    // `[1]` may also stand behind what is no repeat.
                    None if position == Some(1) && keys.is_empty() => {}
                    None => return None,
                }
            }
        }
        Some(path)
    }
}

/// The languages as the reference engines count them: a text that only stands in a column without a language is in all.
pub(super) fn languages(form: &Form) -> Vec<String> {
    let items = form.walk();
    let labels = items.iter().map(|item| item.label());
    let hints = form.questions().map(|question| &question.hint);
    let choices = form.questions().flat_map(|question| &question.choices).map(|choice| &choice.label);
    let texts: Vec<&Texts> = labels.chain(hints).chain(choices).filter(|texts| !is_plain(texts)).collect();
    let is_used = |language: &&String| texts.iter().any(|texts| texts.contains_key(*language));
    let used: Vec<String> = form.languages.iter().filter(is_used).cloned().collect();
    if used.is_empty() { vec![form.default_language.clone()] } else { used }
}

/// Whether a text stands only in a column without a language.
pub(super) fn is_plain(texts: &Texts) -> bool {
    texts.len() == 1 && texts.contains_key("default")
}

/// What a step gives to a question of this kind.
pub(super) fn answer(kind: &Kind, value: &Json) -> Result<Answer, String> {
    let text = match value {
        Json::Null => return Ok(Answer::default()),
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(true) => "OK".to_owned(),
        Json::Bool(false) => return Ok(Answer::default()),
        Json::Array(values) => {
            let values: Option<Vec<&str>> = values.iter().map(Json::as_str).collect();
            values.ok_or("a list holds values of choices")?.join(" ")
        }
        Json::Object(_) => return Err("an object is no value".to_owned()),
    };
    if text.is_empty() {
        return Ok(Answer::default());
    }
    Ok(match kind {
        Kind::Integer | Kind::Decimal | Kind::Range => {
            Answer::number(text.trim().parse().map_err(|_| format!("{text:?} is no number"))?)
        }
        Kind::SelectMultiple | Kind::Rank => Answer::of(Value::List(words(&text))),
        _ => Answer::text(text),
    })
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
