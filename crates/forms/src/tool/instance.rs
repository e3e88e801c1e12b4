//! Submissions as XML: written as the reference engines do, and read to go on with.

use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;
use serde_json::json;

use super::document::document;
use super::walk::answer;
use crate::expr::tree::{NodeId, NodeKind, Tree};
use crate::{Answer, Answers, Form, Item, MAX_INSTANCES, NodeState, Run, Violation};

/// Everything relevant, in the order of the form, empty questions included.
pub(super) fn write(run: &Run, states: &HashMap<String, NodeState>) -> String {
    let form = run.form();
    let mut out = format!("<{} id=\"{}\"", form.root, escape(form.id.as_str()));
    if !form.version.is_empty() {
        // Writing to a text cannot fail.
        let _ = write!(out, " version=\"{}\"", escape(form.version.as_str()));
    }
    out.push('>');
    write_items(run, states, &form.items, "", &mut out);
    let _ = write!(out, "</{}>", form.root);
    out
}

fn write_items(run: &Run, states: &HashMap<String, NodeState>, items: &[Item], prefix: &str, out: &mut String) {
    for item in items {
        let (name, path) = (item.name(), format!("{prefix}{}", item.name()));
        let places = match item {
            Item::Repeat(_) => run.instances(&path).iter().map(|key| format!("{path}[{key}]")).collect(),
            _ => vec![path],
        };
        for path in places {
            let Some(state) = states.get(&path).filter(|state| state.relevant) else { continue };
            let before = out.len();
            let _ = write!(out, "<{name}>");
            let begun = out.len();
            match item {
                Item::Question(_) => out.push_str(&escape(state.value.as_str())),
                _ => write_items(run, states, item.items(), &format!("{path}/"), out),
            }
            if out.len() == begun {
                out.truncate(before);
                let _ = write!(out, "<{name}/>");
            } else {
                let _ = write!(out, "</{name}>");
            }
        }
    }
}

/// The answers of a submission, or everything that does not belong in one of this form.
pub(super) fn read(form: &Form, xml: &str) -> Result<Answers, String> {
    let tree = document(xml, false)?;
    let root = elements(&tree, tree.root).next().ok_or("the submission has no element")?;
    if *tree.nodes[root].name != *form.root {
        return Err(format!("the submission is of <{}>, the form of <{}>", tree.nodes[root].name, form.root));
    }
    let mut reading = Reading { tree: &tree, answers: Answers::default(), problems: Vec::new() };
    reading.take(&form.items, root, "");
    if reading.problems.is_empty() { Ok(reading.answers) } else { Err(reading.problems.join("; ")) }
}

/// Refuses answers that are none of the form's: of another type, or no choice.
pub(super) fn check(run: &Run) -> Result<(), String> {
    let wrong = run.nodes().into_iter().filter(|node| node.problem == Some(Violation::Type));
    let wrong: Vec<String> = wrong.map(|node| format!("this is no answer for {}", node.path)).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
}

fn elements(tree: &Tree, node: NodeId) -> impl Iterator<Item = NodeId> {
    tree.nodes[node].children.iter().copied().filter(|child| tree.nodes[*child].kind == NodeKind::Element)
}

struct Reading<'t> {
    tree: &'t Tree,
    answers: Answers,
    problems: Vec<String>,
}

impl Reading<'_> {
    fn take(&mut self, items: &[Item], holder: NodeId, prefix: &str) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for node in elements(self.tree, holder) {
            let name = &*self.tree.nodes[node].name;
            if prefix.is_empty() && (name == "meta" || name.ends_with(":meta")) {
                continue;
            }
            let Some(item) = items.iter().find(|item| item.name() == name) else {
                self.problems.push(format!("the form has nothing at {prefix}{name}"));
                continue;
            };
            let number = seen.entry(name).or_default();
            *number += 1;
            let path = format!("{prefix}{name}");
            match item {
                Item::Repeat(_) if *number > MAX_INSTANCES => {
                    self.problems.push(format!("{path} has more than {MAX_INSTANCES} instances"));
                }
                Item::Repeat(repeat) => {
                    let key = super::walk::key(repeat.counted, *number);
                    let path = format!("{path}[{key}]");
                    self.answers.0.insert(path.clone(), Answer::default());
                    self.take(&repeat.items, node, &format!("{path}/"));
                }
                _ if *number > 1 => self.problems.push(format!("{path} is there more than once")),
                Item::Group(group) => self.take(&group.items, node, &format!("{path}/")),
                Item::Question(question) => {
                    let text = self.tree.text(node);
                    match answer(&question.kind, &json!(text)) {
                        Ok(answer) if answer.is_empty() => {}
                        Ok(answer) => drop(self.answers.0.insert(path, answer)),
                        Err(error) => self.problems.push(format!("{path}: {error}")),
                    }
                }
            }
        }
    }
}
