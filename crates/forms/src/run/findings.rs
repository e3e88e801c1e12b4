//! What answers from elsewhere hold that the form does not allow: for review, never to refuse or drop anything.

use serde::Serialize;

use super::{Run, Violation};
use crate::answers::{Answer, Value, definition_path, segments};
use crate::form::Kind;

/// One thing that the form does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The path of the answer, as it came.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
    /// The value that is meant, as text; empty where there is none.
    pub value: String,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The form has nothing at this path, or no such instance.
    UnknownPath,
    /// There is something at this path that takes no answer: a group, a repeat, a note.
    NotAnswerable,
    /// The value is of another type than the question.
    WrongType,
    /// The value is no choice of the question.
    UnknownChoice,
    /// The answer breaks the constraint.
    Constraint,
    /// An answer is demanded and there is none.
    Required,
}

impl Run {
    /// Everything among the answers that the form does not allow, by path, and what is demanded and missing. Answers that
    /// are not relevant are not wrong, nor are those of instances that a counted repeat no longer has. What the form
    /// computes itself is computed anew, whatever came in, and is no finding.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (path, answer) in &self.answers.0 {
            self.judge(path, answer, &mut found);
        }
        for (node, path, violation) in self.violations() {
            let fault = match violation {
                Violation::Required => Fault::Required,
                Violation::Constraint => Fault::Constraint,
                // Found above, value by value.
                Violation::Type => continue,
            };
            found.push(Finding { path: path.to_string(), fault, value: self.tree.nodes[node].text.clone() });
        }
        found.sort_by(|a, b| (&a.path, a.fault, &a.value).cmp(&(&b.path, b.fault, &b.value)));
        found
    }

    fn judge(&self, path: &str, answer: &Answer, found: &mut Vec<Finding>) {
        let value = answer.value.as_ref();
        let text = value.map(Value::to_text).unwrap_or_default();
        let mut add =
            |fault, value: &str| found.push(Finding { path: path.to_owned(), fault, value: value.to_owned() });
        let node = self.by_path.get(path).copied();
        let Some((node, def)) = node.and_then(|node| Some((node, self.tree.nodes[node].def?))) else {
            let known = || segments(path).is_some() && self.form.logic.by_path.contains_key(&definition_path(path));
            if !known() || !self.is_surplus(path) {
                add(Fault::UnknownPath, &text);
            }
            return;
        };
        let Some(kind) = self.form.logic.defs[def].question() else {
            if !answer.is_empty() {
                add(Fault::NotAnswerable, &text);
            }
            return;
        };
        let Some(value) = value.filter(|_| self.tree.nodes[node].relevant && !answer.refused && !answer.later) else {
            return;
        };
        if matches!(kind, Kind::Calculate | Kind::Metadata(_)) {
            return;
        }
        if *kind == Kind::Note && self.form.logic.defs[def].calculation.is_none() {
            add(Fault::NotAnswerable, &text);
        } else if !super::change::fits(kind, value) {
            add(Fault::WrongType, &text);
        } else if self.has_choices(def) {
            let known = self.known_values(def, node);
            let values = match value {
                Value::List(values) => values.as_slice(),
                _ => std::slice::from_ref(&text),
            };
            for one in values.iter().filter(|one| !one.is_empty() && !known.contains(one)) {
                add(Fault::UnknownChoice, one);
            }
        }
    }

    /// Whether a path lies in an instance that a counted repeat had, and has no longer.
    fn is_surplus(&self, path: &str) -> bool {
        let mut around = String::new();
        for part in path.split('/') {
            if !around.is_empty() {
                around.push('/');
            }
            around.push_str(part);
            if self.by_path.contains_key(around.as_str()) {
                continue;
            }
            let def = self.form.logic.by_path.get(&definition_path(&around)).map(|def| &self.form.logic.defs[*def]);
            let key = part.split_once('[').and_then(|(_, key)| key.strip_suffix(']')?.parse::<usize>().ok());
            return def.is_some_and(|def| def.count.is_some())
                && key.is_some_and(|key| (1..=super::MAX_INSTANCES).contains(&key));
        }
        false
    }
}
