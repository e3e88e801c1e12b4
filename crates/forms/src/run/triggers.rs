//! Calculations that run when another answer changes (the trigger column), and not when what they read changes.

use std::collections::HashMap;

use super::Run;
use crate::form::Kind;

impl Run {
    /// Notes what the triggers hold now, so that only a change from here on counts.
    pub(super) fn watch(&mut self) {
        self.watched = self.trigger_values();
    }

    /// Runs the calculations of every trigger that changed, and of those that change by it. A form of which the triggers
    /// go round comes to rest after as many rounds as it has triggers.
    pub(super) fn fire(&mut self) {
        let form = self.form.clone();
        for _ in 0..=form.logic.triggers.len() {
            let now = self.trigger_values();
            let before = std::mem::replace(&mut self.watched, now);
            let changed: Vec<(String, usize)> = (self.trigger_nodes())
                .filter(|(path, _)| before.get(path).is_some_and(|held| Some(held) != self.watched.get(path)))
                .collect();
            if changed.is_empty() {
                return;
            }
            for (path, def) in changed {
                for target in form.logic.triggers.get(&def).into_iter().flatten() {
                    self.run_trigger(&path, *target);
                }
            }
        }
    }

    fn run_trigger(&mut self, path: &str, target: usize) {
        let form = self.form.clone();
        let Some(context) = self.by_path.get(path).copied() else { return };
        let it = &form.logic.defs[target];
        let kind = it.question().unwrap_or(&Kind::Text);
        for node in self.tree.field(target, context) {
            let text = it.calculation.as_ref().map(|expr| self.value(expr, node).to_stored(&self.tree).0);
            self.write_text(node, kind, &text.unwrap_or_default());
            self.refresh(node);
        }
        self.compute_after(target);
    }

    fn trigger_values(&self) -> HashMap<String, String> {
        let text = |path: &String| self.by_path.get(path.as_str()).map(|node| self.tree.nodes[*node].text.clone());
        self.trigger_nodes().filter_map(|(path, _)| text(&path).map(|text| (path, text))).collect()
    }

    /// The instance paths of every question that is a trigger, each with its definition.
    fn trigger_nodes(&self) -> impl Iterator<Item = (String, usize)> {
        let nodes = self.form.logic.triggers.keys().flat_map(|def| self.by_def[*def].iter().map(|node| (*node, *def)));
        nodes.filter_map(|(node, def)| Some((self.tree.nodes[node].path.as_ref()?.to_string(), def)))
    }
}
