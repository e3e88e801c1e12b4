//! Makes the tree of nodes from the answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{MAX_INSTANCES, Run};
use crate::answers::{compare_keys, is_key};
use crate::expr::tree::{NodeId, NodeKind, Tree, Typed};
use crate::form::Kind;
use crate::logic::{DefKind, List};

impl Run {
    /// Makes all nodes anew.
    pub(super) fn plant(&mut self) {
        let form = self.form.clone();
        let logic = &form.logic;
        self.tree =
            Tree { form: true, chains: logic.chains.clone(), repeats: logic.repeats.clone(), ..Tree::default() };
        self.by_def = vec![Vec::new(); logic.defs.len()];
        self.by_path.clear();
        self.by_path.reserve(logic.defs.len());
        self.tree.nodes.reserve(logic.defs.len() + 2);
        self.errors.borrow_mut().clear();
        self.tree.root = self.tree.add(None, NodeKind::Root, "", "");
        self.tree.top = self.tree.add(Some(self.tree.root), NodeKind::Element, form.root.as_str(), "");
        for (name, list) in logic.lists.iter().filter(|(name, _)| logic.walked.contains(*name)) {
            self.plant_list(name, list);
        }
        for def in &logic.top {
            self.plant_def(*def, self.tree.top, "");
        }
    }

    /// Makes the document of a list of choices, as `instance('name')/root/item` finds it.
    fn plant_list(&mut self, name: &str, list: &List) {
        let root = self.tree.add(None, NodeKind::Root, "", "");
        let top = self.tree.add(Some(root), NodeKind::Element, "root", "");
        for (index, row) in list.rows.iter().enumerate() {
            let item = self.tree.add(Some(top), NodeKind::Element, "item", "");
            if list.from_file {
                for (column, cell) in &row.columns {
                    self.tree.add(Some(item), NodeKind::Element, column.as_str(), cell);
                }
                continue;
            }
            let id = format!("{name}-{index}");
            self.tree.add(Some(item), NodeKind::Element, "itextId", &id);
            self.tree.add(Some(item), NodeKind::Element, "name", &row.value);
            let label = row.label_in(&self.language, &self.form.default_language).to_owned();
            let label = self.tree.add(Some(item), NodeKind::Element, "label", &label);
            self.tree.texts.insert(id, vec![label]);
            for (column, cell) in &row.columns {
                self.tree.add(Some(item), NodeKind::Element, column.as_str(), cell);
            }
        }
        self.tree.instances.insert(name.to_owned(), root);
    }

    /// Puts the labels of all lists in the language chosen.
    pub(super) fn relabel(&mut self) {
        let form = self.form.clone();
        for (name, list) in form.logic.lists.iter().filter(|(_, list)| !list.from_file) {
            for (index, row) in list.rows.iter().enumerate() {
                let nodes = self.tree.texts.get(&format!("{name}-{index}"));
                if let Some(label) = nodes.and_then(|nodes| nodes.first().copied()) {
                    row.label_in(&self.language, &form.default_language).clone_into(&mut self.tree.nodes[label].text);
                }
            }
        }
    }

    /// Makes the nodes of one definition under `parent`, whose path with its slash is `prefix`.
    fn plant_def(&mut self, def: usize, parent: NodeId, prefix: &str) {
        let form = self.form.clone();
        let it = &form.logic.defs[def];
        let path = format!("{prefix}{}", it.name);
        match &it.kind {
            DefKind::Repeat => {
                if it.count.is_none() {
                    for key in self.keys(&path) {
                        self.plant_instance(def, parent, &path, &key);
                    }
                }
            }
            DefKind::Group => {
                let node = self.sprout(def, parent, path.clone());
                for child in &it.children {
                    self.plant_def(*child, node, &format!("{path}/"));
                }
            }
            DefKind::Question(_) => {
                let node = self.sprout(def, parent, path);
                self.refresh(node);
            }
        }
    }

    /// Makes one instance of a repeat and everything in it, after its siblings.
    pub(super) fn plant_instance(&mut self, def: usize, parent: NodeId, path: &str, key: &str) -> NodeId {
        let form = self.form.clone();
        let path = format!("{path}[{key}]");
        let node = self.sprout(def, parent, path.clone());
        self.tree.nodes[node].key = Some(Arc::from(key));
        for child in &form.logic.defs[def].children {
            self.plant_def(*child, node, &format!("{path}/"));
        }
        node
    }

    fn sprout(&mut self, def: usize, parent: NodeId, path: String) -> NodeId {
        let (name, outside) = &self.form.logic.texts[def];
        let path = if path == **outside { outside.clone() } else { path.into() };
        let node = self.tree.add(Some(parent), NodeKind::Element, name.clone(), "");
        self.tree.nodes[node].def = Some(def);
        self.tree.nodes[node].path = Some(path.clone());
        self.by_def[def].push(node);
        self.by_path.insert(path, node);
        node
    }

    /// The keys of the instances of an uncounted repeat, in order.
    fn keys(&self, path: &str) -> Vec<String> {
        let prefix = format!("{path}[");
        let within = self.answers.0.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
        let keys: BTreeSet<&str> =
            within.filter_map(|(path, _)| path[prefix.len()..].split_once(']')).map(|(key, _)| key).collect();
        let mut keys: Vec<String> = keys.into_iter().filter(|key| is_key(key)).map(str::to_owned).collect();
        keys.sort_by(|a, b| compare_keys(a, b));
        keys.truncate(MAX_INSTANCES);
        keys
    }

    /// Takes the text of a question's node from its answer.
    pub(super) fn refresh(&mut self, node: NodeId) {
        let Some(def) = self.tree.nodes[node].def else { return };
        let text = self.raw(node, def);
        self.tree.nodes[node].text = text;
        self.tree.nodes[node].typed = match self.form.logic.defs[def].question() {
            Some(Kind::Integer | Kind::Decimal | Kind::Range) => Typed::Number,
            _ => Typed::Text,
        };
    }

    /// The answer of a question as text; one of the wrong type, refused or put off is nothing.
    fn raw(&self, node: NodeId, def: usize) -> String {
        let Some(kind) = self.form.logic.defs[def].question() else { return String::new() };
        let answer = self.tree.nodes[node].path.as_ref().and_then(|path| self.answers.0.get(&**path));
        let value = answer.filter(|answer| !answer.refused && !answer.later).and_then(|answer| answer.value.as_ref());
        value.filter(|value| super::change::fits(kind, value)).map(|value| value.to_text()).unwrap_or_default()
    }

    /// Takes a node and everything in it out of the tree.
    pub(super) fn uproot(&mut self, node: NodeId) {
        if let Some(parent) = self.tree.nodes[node].parent {
            self.tree.nodes[parent].children.retain(|child| *child != node);
        }
        let mut waiting = vec![node];
        while let Some(next) = waiting.pop() {
            waiting.extend(self.tree.nodes[next].children.iter().copied());
            if let Some(def) = self.tree.nodes[next].def {
                self.by_def[def].retain(|other| *other != next);
            }
            if let Some(path) = self.tree.nodes[next].path.take() {
                self.computed.remove(&*path);
                self.by_path.remove(&*path);
            }
        }
    }
}
