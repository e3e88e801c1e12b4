//! Everything that an answer may change: which questions there are now, with which words, choices and problems.

use super::headings::Headings;
use super::{answer_view, has_stop, is_heading, is_sensitive, is_shown, minor_interprets, sections, text_of, uses};
use crate::views::*;
use chrono::{DateTime, Utc};
use forms::{EvaluationError, Item, Kind, NodeState, Question, Repeat, Run};
use std::collections::{BTreeMap, HashMap};

/// The whole state after an answer. `at` is the question to show; `confirmed` the instances that are requests already;
/// `spoken` the resident's language, for a form that does not ask for it.
pub(crate) fn state(
    run: &Run,
    at: Option<&str>,
    confirmed: &[String],
    spoken: Option<&str>,
    saved_at: DateTime<Utc>,
) -> FormState {
    let Walk { nodes, repeats, .. } = walk(run, confirmed);
    FormState {
        sections: sections::view(run.form(), &nodes, at),
        repeats,
        at: at.map(str::to_owned),
        saved_at,
        language: text_of(run, uses::LANGUAGE).or_else(|| spoken.map(str::to_owned)),
        offer_leaflet: None,
        nodes,
    }
}

/// Tells at the question to show, for who tries a form, what fails where nobody is asked anything: in a calculation, or
/// in the count of a repeat.
pub(crate) fn tell_the_author(state: &mut FormState, run: &Run) {
    let hidden = |error: &EvaluationError| !state.nodes.iter().any(|node| node.path == error.path);
    let failing: Vec<Uncomputed> = run.errors().iter().filter(|error| hidden(error)).map(uncomputed).collect();
    if let Some(node) = state.nodes.iter_mut().find(|node| state.at.as_ref() == Some(&node.path)) {
        node.uncomputed.extend(failing);
    }
}

/// The questions there are now, in the order of the form, instance by instance.
pub(crate) fn nodes(run: &Run) -> Vec<NodeView> {
    walk(run, &[]).nodes
}

fn walk<'r>(run: &'r Run, confirmed: &'r [String]) -> Walk<'r> {
    let mut walk = Walk {
        run,
        confirmed,
        states: run.nodes().into_iter().map(|node| (node.path.clone(), node)).collect(),
        errors: run.errors(),
        minor: minor_interprets(run),
        nodes: Vec::new(),
        repeats: Vec::new(),
    };
    walk.items(&run.form().items, "", &Headings::default());
    walk
}

/// One way through the form, in its order; depth is bounded by `forms::MAX_DEPTH`.
struct Walk<'r> {
    run: &'r Run,
    confirmed: &'r [String],
    states: HashMap<String, NodeState>,
    errors: Vec<EvaluationError>,
    minor: bool,
    nodes: Vec<NodeView>,
    repeats: Vec<RepeatView>,
}

impl Walk<'_> {
    /// `prefix` is empty, or the path of the group or instance around the items with a slash behind it.
    fn items(&mut self, items: &[Item], prefix: &str, around: &Headings) {
        for item in items {
            let path = format!("{prefix}{}", item.name());
            match item {
                Item::Question(q) => {
                    if let Some(state) = self.states.remove(&path).filter(|_| is_shown(q)) {
                        let view = self.question(q, state, around);
                        self.nodes.push(view);
                    }
                }
                Item::Group(group) => {
                    let inside = around.with_group(self.run, group, &path);
                    self.items(&group.items, &format!("{path}/"), &inside);
                }
                Item::Repeat(repeat) => self.repeat(repeat, &path, around),
            }
        }
    }

    fn repeat(&mut self, repeat: &Repeat, path: &str, around: &Headings) {
        let instances = self.run.instances(path);
        for (index, key) in instances.iter().enumerate() {
            let entry = format!("{path}[{key}]");
            let inside = around.with_instance(self.run, repeat, &entry, (index + 1, instances.len()));
            self.items(&repeat.items, &format!("{entry}/"), &inside);
        }
        let counted = repeat.counted;
        let relevant = if counted {
            instances.first().and_then(|key| self.states.get(&format!("{path}[{key}]"))).is_some_and(|n| n.relevant)
        } else {
            self.run.is_relevant(path)
        };
        if has_stop(repeat) {
            self.nodes.push(stop(repeat, path, relevant, around));
        }
        self.repeats.push(RepeatView {
            path: path.to_owned(),
            question: repeat.path.clone(),
            counted,
            label: filled(self.run, &repeat.label, path).unwrap_or_else(|| repeat.label.clone()),
            relevant,
            confirmed: instances.iter().filter(|key| self.confirmed.contains(key)).cloned().collect(),
            instances,
            use_as: repeat.extra.get("use").cloned(),
            section: sections::of(self.run.form(), path),
        });
    }

    fn question(&self, q: &Question, n: NodeState, around: &Headings) -> NodeView {
        let asks = !n.read_only && !is_heading(q) && !matches!(q.kind, Kind::Note | Kind::Unsupported(_));
        // What nobody can mend on a laptop does not keep a visit from going on.
        let problem = n.problem.filter(|_| asks);
        let uncomputed = self.errors.iter().filter(|e| e.path == n.path).map(uncomputed).collect();
        let listed = || q.choices.iter().map(|c| &c.value);
        NodeView {
            question: n.question,
            relevant: n.relevant,
            required: n.required && asks,
            read_only: n.read_only,
            answer: n.answer.as_ref().map(answer_view),
            choices: n.choices.filter(|now| !now.iter().eq(listed())),
            choice_labels: choice_labels(self.run, q, &n.path),
            value: Some(n.value).filter(|value| !asks && !value.is_empty()),
            problem: problem.map(violation),
            problem_text: problem.and_then(|problem| message(self.run, q, problem, &n.path)),
            put_off: self.minor && is_sensitive(q),
            label: filled(self.run, &q.label, &n.path),
            hint: filled(self.run, &q.hint, &n.path),
            around: around.list(),
            uncomputed,
            path: n.path,
        }
    }
}

/// The page behind the instances of a repeat: `gezin[<key>]/kind[]`.
fn stop(repeat: &Repeat, path: &str, relevant: bool, around: &Headings) -> NodeView {
    NodeView {
        path: format!("{path}[]"),
        question: repeat.path.clone(),
        relevant,
        required: false,
        read_only: false,
        answer: None,
        choices: None,
        choice_labels: None,
        value: None,
        problem: None,
        problem_text: None,
        put_off: false,
        label: None,
        hint: None,
        around: around.list(),
        uncomputed: Vec::new(),
    }
}

fn violation(problem: forms::Violation) -> Violation {
    match problem {
        forms::Violation::Required => Violation::Required,
        forms::Violation::Constraint => Violation::Constraint,
        forms::Violation::Type => Violation::Type,
    }
}

/// What the form says of a problem.
fn message(run: &Run, q: &Question, problem: forms::Violation, path: &str) -> Option<Texts> {
    let texts = match problem {
        forms::Violation::Constraint => &q.constraint_message,
        forms::Violation::Required => &q.required_message,
        forms::Violation::Type => return None,
    };
    (!texts.is_empty()).then(|| filled(run, texts, path).unwrap_or_else(|| texts.clone()))
}

fn uncomputed(error: &EvaluationError) -> Uncomputed {
    Uncomputed {
        path: error.path.clone(),
        column: error.column.to_owned(),
        expression: error.expression.clone(),
        reason: error.reason.clone(),
    }
}

/// The texts with answers put in, as seen from `path`; none where they ask for no answers.
pub(super) fn filled(run: &Run, texts: &Texts, path: &str) -> Option<Texts> {
    let fill = |language: &String| (language.clone(), run.text(texts, path, language).text);
    texts.values().any(|text| text.contains("${")).then(|| texts.keys().map(fill).collect())
}

fn choice_labels(run: &Run, q: &Question, path: &str) -> Option<BTreeMap<String, Texts>> {
    let label = |c: &forms::Choice| Some((c.value.clone(), filled(run, &c.label, path)?));
    let labels: BTreeMap<String, Texts> = q.choices.iter().filter_map(label).collect();
    (!labels.is_empty()).then_some(labels)
}
