//! What a run looks like from outside: the states of its nodes, its submission, and texts with values in them.

use std::sync::Arc;

use super::{NodeKind, NodeState, Run, Violation};
use crate::answers::{Answer, Answers, Value};
use crate::expr::dates;
use crate::expr::tree::{NodeId, Typed};
use crate::form::{Kind, Metadata};
use crate::logic::{Def, DefKind};

impl Run {
    /// The state of every node in the order of the form: questions, groups, and instances of repeats before what is in them.
    #[must_use]
    pub fn nodes(&self) -> Vec<NodeState> {
        self.in_order().into_iter().filter_map(|node| self.state(node)).collect()
    }

    /// The state of one node.
    #[must_use]
    pub fn node(&self, path: &str) -> Option<NodeState> {
        self.by_path.get(path).and_then(|node| self.state(*node))
    }

    /// The keys of the instances of the repeat at this path, in order.
    #[must_use]
    pub fn instances(&self, path: &str) -> Vec<String> {
        let path = path.strip_suffix("[]").unwrap_or(path);
        let parent = match path.rsplit_once('/') {
            Some((around, _)) => self.by_path.get(around).copied(),
            None => Some(self.tree.top),
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let children = parent.map_or(&[][..], |parent| &self.tree.nodes[parent].children);
        let ours = children.iter().map(|c| &self.tree.nodes[*c]).filter(|node| &*node.name == name);
        ours.filter_map(|node| node.key.as_ref().map(ToString::to_string)).collect()
    }

    /// Whether the repeat at this path is to be shown, also while it has no instances.
    #[must_use]
    pub fn is_relevant(&self, path: &str) -> bool {
        let path = path.strip_suffix("[]").unwrap_or(path);
        if let Some(key) = self.instances(path).first() {
            return self.node(&format!("{path}[{key}]")).is_some_and(|node| node.relevant);
        }
        let Ok((parent, def)) = self.find_repeat(path) else { return false };
        let relevant = self.form.logic.defs[def].relevant.as_ref();
        self.tree.nodes[parent].relevant && relevant.is_none_or(|expr| self.is_true(expr, parent))
    }

    /// What is to be sent: everything relevant that has an answer or a value, and an entry for each repeat instance.
    #[must_use]
    pub fn submission(&self) -> Answers {
        let mut sent = Answers::default();
        for node in self.in_order() {
            let (Some(path), Some(def)) = (&self.tree.nodes[node].path, self.def(node)) else { continue };
            if !self.tree.nodes[node].relevant {
                continue;
            }
            let answer = match &def.kind {
                DefKind::Group => continue,
                DefKind::Repeat => Answer::default(),
                DefKind::Question(kind) => match self.sent(node, path, kind) {
                    Some(answer) => answer,
                    None => continue,
                },
            };
            sent.0.insert(path.to_string(), answer);
        }
        sent
    }

    fn sent(&self, node: NodeId, path: &str, kind: &Kind) -> Option<Answer> {
        let it = &self.tree.nodes[node];
        let given = self.answers.0.get(path).cloned().unwrap_or_default();
        let text = match kind {
            Kind::Metadata(Metadata::End) => dates::write_date_time(&self.env.now),
            _ => it.text.clone(),
        };
        let value = match kind {
            Kind::Calculate | Kind::Note if it.typed == Typed::Number => text.parse().ok().map(Value::Number),
            _ => super::change::value_of(kind, &text),
        };
        let answer = Answer { value, ..given };
        (!answer.is_empty()).then_some(answer)
    }

    fn in_order(&self) -> Vec<NodeId> {
        let mut found = Vec::with_capacity(self.by_path.len());
        let mut waiting: Vec<NodeId> = self.tree.nodes[self.tree.top].children.iter().rev().copied().collect();
        while let Some(next) = waiting.pop() {
            found.push(next);
            waiting.extend(self.tree.nodes[next].children.iter().rev());
        }
        found
    }

    fn def(&self, node: NodeId) -> Option<&Def> {
        self.tree.nodes[node].def.map(|def| &self.form.logic.defs[def])
    }

    fn state(&self, node: NodeId) -> Option<NodeState> {
        let it = &self.tree.nodes[node];
        let path = it.path.as_ref()?.to_string();
        let number = it.def?;
        let def = &self.form.logic.defs[number];
        let answer = self.answers.0.get(&path).cloned();
        let kind = def.question();
        let holds = |expr: &Option<crate::expr::ast::Expr>| expr.as_ref().is_some_and(|expr| self.is_true(expr, node));
        let required = kind.is_some() && holds(&def.required);
        Some(NodeState {
            question: def.path.clone(),
            kind: match &def.kind {
                DefKind::Question(_) => NodeKind::Question,
                DefKind::Group => NodeKind::Group,
                DefKind::Repeat => NodeKind::Instance,
            },
            relevant: it.relevant,
            required,
            read_only: self.is_read_only(node),
            value: it.text.clone(),
            choices: def.choices.is_some().then(|| self.shown_choices(number, node)),
            problem: kind
                .filter(|_| it.relevant)
                .and_then(|kind| self.problem(node, def, kind, required, answer.as_ref())),
            answer,
            path,
        })
    }

    /// What is wrong, with the node and its path, in the order of the form.
    pub(super) fn violations(&self) -> impl Iterator<Item = (NodeId, &Arc<str>, Violation)> {
        self.in_order().into_iter().filter_map(|node| {
            let it = &self.tree.nodes[node];
            let (path, def) = (it.path.as_ref()?, self.def(node)?);
            let kind = def.question().filter(|_| it.relevant)?;
            let required = def.required.as_ref().is_some_and(|expr| self.is_true(expr, node));
            Some((node, path, self.problem(node, def, kind, required, self.answers.0.get(&**path))?))
        })
    }

    /// Whether it, or anything around it, is read-only.
    fn is_read_only(&self, node: NodeId) -> bool {
        let around = std::iter::successors(Some(node), |at| self.tree.nodes[*at].parent);
        around
            .into_iter()
            .any(|at| self.def(at).and_then(|def| def.read_only.as_ref()).is_some_and(|expr| self.is_true(expr, at)))
    }

    fn problem(
        &self,
        node: NodeId,
        def: &Def,
        kind: &Kind,
        required: bool,
        answer: Option<&Answer>,
    ) -> Option<Violation> {
        let value = answer.filter(|answer| !answer.refused && !answer.later).and_then(|answer| answer.value.as_ref());
        if kind.is_answerable() && value.is_some_and(|value| !self.is_allowed(node, kind, value)) {
            return Some(Violation::Type);
        }
        if self.tree.nodes[node].text.is_empty() {
            let excused = answer.is_some_and(|answer| answer.refused || answer.later);
            return (required && !excused).then_some(Violation::Required);
        }
        let broken = def.constraint.as_ref().is_some_and(|expr| !self.is_true(expr, node));
        broken.then_some(Violation::Constraint)
    }

    fn is_allowed(&self, node: NodeId, kind: &Kind, value: &Value) -> bool {
        if !super::change::fits(kind, value) {
            return false;
        }
        let Some(def) = self.tree.nodes[node].def.filter(|def| self.has_choices(*def)) else {
            return true;
        };
        let values = self.known_values(def, node);
        let known = |one: &String| one.is_empty() || values.contains(one);
        match value {
            Value::Text(one) => known(one),
            Value::List(many) => many.iter().all(known),
            Value::Number(_) => false,
        }
    }

    /// Puts the values of questions in the place of `${name}`.
    pub(super) fn fill_in(&self, text: &str, path: &str) -> String {
        let node = self.by_path.get(path).copied().unwrap_or(self.tree.top);
        let mut parts = text.split("${");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let reference =
                part.split_once('}').and_then(|(name, rest)| self.form.logic.named(name.trim()).map(|def| (def, rest)));
            match reference {
                Some((def, rest)) => {
                    let nodes = self.tree.field(def, node);
                    out.push_str(&nodes.first().map(|node| self.tree.text(*node)).unwrap_or_default());
                    out.push_str(rest);
                }
                None => {
                    out.push_str("${");
                    out.push_str(part);
                }
            }
        }
        out
    }
}
