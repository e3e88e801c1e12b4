//! Computes cells in the order of their dependencies; after a change only what reads it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{MAX_INSTANCES, Run};
use crate::answers::{Answer, Value as AnswerValue};
use crate::expr::ast::Expr;
use crate::expr::eval::{Scope, evaluate};
use crate::expr::functions::Function;
use crate::expr::tree::{NodeId, Typed};
use crate::expr::value::Value;
use crate::form::Kind;
use crate::logic::{Cell, Source};

impl Run {
    /// Computes everything.
    pub(super) fn compute_all(&mut self) {
        let form = self.form.clone();
        // Filters in a circle settle on the second pass, as far as they settle at all.
        let passes = if form.logic.circular_filters { 2 } else { 1 };
        for _ in 0..passes {
            for cell in &form.logic.order {
                self.compute(*cell, None);
            }
        }
    }

    /// Computes what reads this definition's answer, and what reads that.
    pub(super) fn compute_after(&mut self, def: usize) {
        self.compute_around(def, None);
    }

    /// The same after a change of one node: of readers that look no further than their own instance of a repeat, only
    /// those in the instance of the node.
    pub(super) fn compute_after_node(&mut self, def: usize, node: NodeId) {
        let around = std::iter::successors(self.tree.nodes[node].parent, |at| self.tree.nodes[*at].parent);
        let instance = around.into_iter().find(|at| self.tree.nodes[*at].key.is_some());
        self.compute_around(def, instance);
    }

    fn compute_around(&mut self, def: usize, instance: Option<NodeId>) {
        let form = self.form.clone();
        let logic = &form.logic;
        if logic.circular_filters {
            self.compute_all();
            return;
        }
        let first = logic.places.get(&Cell::Value(def)).copied();
        // Each place with the instance that it is to be computed in; without one, everywhere.
        let mut waiting: BTreeMap<usize, Option<NodeId>> = first.map(|place| (place, instance)).into_iter().collect();
        while let Some((place, within)) = waiting.pop_first() {
            let cell = logic.order[place];
            // What was answered is in its node already; of a plain question there is nothing else to compute.
            let is_done = Some(place) == first && logic.defs[def].is_plain();
            if is_done {
                self.computed_cells += 1;
            }
            if is_done || self.compute(cell, within) || Some(place) == first {
                for reader in &logic.readers[place] {
                    let nearby = within.filter(|_| logic.reads_nearby(logic.order[*reader], cell));
                    let known = waiting.entry(*reader).or_insert(nearby);
                    *known = known.filter(|_| *known == nearby);
                }
            }
        }
    }

    /// Computes one cell for every instance, or for what is within one; whether anything changed.
    fn compute(&mut self, cell: Cell, within: Option<NodeId>) -> bool {
        self.computed_cells += 1;
        match cell {
            Cell::Relevant(def) => self.compute_relevant(def, within),
            Cell::Count(def) => self.compute_count(def),
            Cell::Value(def) => self.compute_value(def, within),
        }
    }

    /// The nodes of a definition, or those of them within an instance.
    fn nodes_of(&self, def: usize, within: Option<NodeId>) -> Vec<NodeId> {
        let is_meant = |node: &NodeId| within.is_none_or(|instance| self.tree.is_within(*node, instance));
        self.by_def[def].iter().copied().filter(is_meant).collect()
    }

    fn compute_relevant(&mut self, def: usize, within: Option<NodeId>) -> bool {
        let form = self.form.clone();
        let expr = form.logic.defs[def].relevant.as_ref();
        let mut changed = false;
        for node in self.nodes_of(def, within) {
            let around = self.tree.nodes[node].parent.is_none_or(|parent| self.tree.nodes[parent].relevant);
            let relevant = around && expr.is_none_or(|expr| self.is_true(expr, node));
            changed |= self.tree.nodes[node].relevant != relevant;
            self.tree.nodes[node].relevant = relevant;
        }
        changed
    }

    fn compute_count(&mut self, def: usize) -> bool {
        let form = self.form.clone();
        let it = &form.logic.defs[def];
        let Some(expr) = &it.count else { return false };
        let parents = match it.parent {
            Some(parent) => self.by_def[parent].clone(),
            None => vec![self.tree.top],
        };
        let mut changed = false;
        for parent in parents {
            let wanted = self.value(expr, parent).to_number(&self.tree);
            let path = self.repeat_path(parent, &it.name);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded below and above")]
            let wanted =
                if wanted.is_nan() { self.kept(&path) } else { wanted.clamp(0.0, MAX_INSTANCES as f64) as usize };
            changed |= self.grow_or_shrink(def, parent, &path, wanted);
        }
        changed
    }

    /// The path of a repeat in the node that holds it, without a key.
    pub(super) fn repeat_path(&self, parent: NodeId, name: &str) -> String {
        self.tree.nodes[parent].path.as_ref().map_or_else(|| name.to_owned(), |around| format!("{around}/{name}"))
    }

    /// How many instances have been there: an empty count, as while somebody types another, hides none of them.
    fn kept(&self, path: &str) -> usize {
        (0..MAX_INSTANCES).take_while(|n| self.answers.0.contains_key(&format!("{path}[{}]", n + 1))).count()
    }

    fn grow_or_shrink(&mut self, def: usize, parent: NodeId, path: &str, wanted: usize) -> bool {
        let is_ours = |run: &Run, node: NodeId| run.tree.nodes[node].def == Some(def);
        let there: Vec<NodeId> =
            self.tree.nodes[parent].children.iter().copied().filter(|c| is_ours(self, *c)).collect();
        for node in there.iter().skip(wanted) {
            self.uproot(*node);
        }
        for number in there.len()..wanted {
            let key = (number + 1).to_string();
            let node = self.plant_instance(def, parent, path, &key);
            let entry = format!("{path}[{key}]");
            if let Entry::Vacant(vacant) = self.answers.0.entry(entry) {
                vacant.insert(Answer::default());
                self.fill_defaults(node);
            }
        }
        if there.len() < wanted {
            self.order_instances(parent, def);
        }
        there.len() != wanted
    }

    fn compute_value(&mut self, def: usize, within: Option<NodeId>) -> bool {
        let form = self.form.clone();
        let it = &form.logic.defs[def];
        let Some(kind) = it.question() else { return false };
        if it.is_plain() {
            // Its node was given the answer when it was made, and at each change of the answer.
            return false;
        }
        let mut changed = false;
        for node in self.nodes_of(def, within) {
            let before = (self.tree.nodes[node].text.clone(), self.tree.nodes[node].typed);
            match it.calculation.as_ref().filter(|_| it.triggers.is_empty()) {
                Some(expr) if kind.is_answerable() && *kind != Kind::Hidden => self.calculate_answer(expr, node, kind),
                Some(expr) => self.calculate(expr, node),
                None => self.refresh(node),
            }
            if it.choice_filter.is_some() || matches!(it.choices, Some(Source::Field(_))) {
                self.drop_hidden_choices(def, node, kind);
            }
            changed |= before != (self.tree.nodes[node].text.clone(), self.tree.nodes[node].typed);
        }
        changed
    }

    /// Leaves of an answer the choices that are there now.
    fn drop_hidden_choices(&mut self, def: usize, node: NodeId, kind: &Kind) {
        let allowed = self.allowed(def, node);
        let is_there = |value: &str| allowed.iter().any(|a| a == value);
        let text = &self.tree.nodes[node].text;
        // One choice may have a space in it, as the answers of a repeat do; several may not.
        let kept = match kind {
            Kind::SelectMultiple | Kind::Rank => {
                text.split_whitespace().filter(|v| is_there(v)).collect::<Vec<_>>().join(" ")
            }
            _ if is_there(text) => text.clone(),
            _ => String::new(),
        };
        self.tree.nodes[node].text = kept;
    }

    /// A calculation that nobody can answer: its value is what was computed.
    fn calculate(&mut self, expr: &Expr, node: NodeId) {
        let once = expr.calls(Function::Once);
        if once {
            // What was kept between two runs.
            self.refresh(node);
        }
        let value = self.value(expr, node);
        let (text, mut typed) = value.to_stored(&self.tree);
        if matches!(value, Value::Number(_)) {
            typed = Typed::Number;
        }
        if once && !text.is_empty() {
            self.keep(node, &text);
        }
        self.tree.nodes[node].text = text;
        self.tree.nodes[node].typed = typed;
    }

    /// A calculation of a question that is shown: it replaces the answer each time that it gives something new.
    fn calculate_answer(&mut self, expr: &Expr, node: NodeId, kind: &Kind) {
        self.refresh(node);
        let (text, _) = self.value(expr, node).to_stored(&self.tree);
        let Some(path) = self.tree.nodes[node].path.clone() else { return };
        let is_new = match self.computed.get(&*path) {
            Some(last) => *last != text,
            None => !self.answers.0.contains_key(&*path),
        };
        self.computed.insert(path.to_string(), text.clone());
        if is_new {
            self.write_text(node, kind, &text);
            self.refresh(node);
        }
    }

    /// Writes a computed text as the answer of a question.
    pub(super) fn write_text(&mut self, node: NodeId, kind: &Kind, text: &str) {
        let Some(path) = self.tree.nodes[node].path.clone() else { return };
        let note = self.answers.0.get(&*path).and_then(|answer| answer.note.clone());
        let answer = Answer { value: super::change::value_of(kind, text), note, ..Answer::default() };
        if answer.is_empty() {
            self.answers.0.remove(&*path);
        } else {
            self.answers.0.insert(path.to_string(), answer);
        }
    }

    fn keep(&mut self, node: NodeId, text: &str) {
        if let Some(path) = &self.tree.nodes[node].path {
            self.answers.0.insert(path.to_string(), Answer::of(AnswerValue::Text(text.to_owned())));
        }
    }

    /// The value of an expression at a node; what cannot be evaluated is empty.
    pub(super) fn value(&self, expr: &Expr, node: NodeId) -> Value {
        self.noted(expr, evaluate(expr, self.scope(node)), node)
    }

    pub(super) fn is_true(&self, expr: &Expr, node: NodeId) -> bool {
        self.value(expr, node).to_bool(&self.tree)
    }

    pub(super) fn scope(&self, node: NodeId) -> Scope<'_> {
        Scope {
            tree: &self.tree,
            env: &self.env,
            memory: &self.memory,
            form: Some(&self.form),
            language: &self.language,
            node,
            position: 1,
            size: 1,
            origin: node,
        }
    }
}
