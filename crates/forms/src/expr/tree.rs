//! The nodes that expressions walk over: the answers of a run, the choices of its lists, or (in tests) any XML.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::FixedOffset;

/// A node, by number.
pub(crate) type NodeId = usize;

/// What sort of node it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    Root,
    Element,
    Attribute,
    Text,
    Comment,
    /// A processing instruction.
    Instruction,
}

/// How the text of a node is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Typed {
    #[default]
    Text,
    /// A number question: zero is not true.
    Number,
    /// A calculation that gave true or false.
    Bool,
}

/// One node.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub kind: NodeKind,
    pub name: Arc<str>,
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
    pub text: String,
    pub typed: Typed,
    /// Whether it is relevant, its ancestors included.
    pub relevant: bool,
    /// The number of its definition.
    pub def: Option<usize>,
    /// The key of a repeat instance.
    pub key: Option<Arc<str>>,
    /// The instance path, where it has one.
    pub path: Option<Arc<str>>,
}

/// All nodes of one run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    /// What `/` means.
    pub root: NodeId,
    /// The element that holds the answers, below the root.
    pub top: NodeId,
    /// The roots of other documents: lists of choices.
    pub instances: BTreeMap<String, NodeId>,
    /// Texts by id, for `jr:itext`.
    pub texts: BTreeMap<String, Vec<NodeId>>,
    /// Whether this is a form: an empty answer counts as nothing, a missing one as empty.
    pub form: bool,
    /// The time zone by which moments count. A form has none: there days are civil.
    pub zone: Option<FixedOffset>,
    /// The namespaces by which names are told apart; a form has none: there a name is its name.
    pub namespaces: Option<Namespaces>,
    /// For each definition its ancestors from the outermost to itself.
    pub chains: Arc<Vec<Vec<usize>>>,
    /// Whether a definition is a repeat.
    pub repeats: Arc<Vec<bool>>,
}

/// The namespaces of a document, and those that an expression can name.
#[derive(Clone, Debug)]
pub(crate) struct Namespaces {
    /// Of each element and attribute that is in one.
    pub of: HashMap<NodeId, String>,
    /// By prefix, for expressions.
    pub known: BTreeMap<String, String>,
}

impl Tree {
    /// Adds a node under `parent`, after its other children.
    pub fn add<N: Into<Arc<str>>>(&mut self, parent: Option<NodeId>, kind: NodeKind, name: N, text: &str) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node {
            kind,
            name: name.into(),
            parent,
            children: Vec::new(),
            text: text.to_owned(),
            typed: Typed::Text,
            relevant: true,
            def: None,
            key: None,
            path: None,
        });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        id
    }

    /// The text of a node with that of everything in it.
    pub fn text(&self, node: NodeId) -> Cow<'_, str> {
        let it = &self.nodes[node];
        if it.children.is_empty() {
            return Cow::Borrowed(if it.relevant { &it.text } else { "" });
        }
        let mut out = it.text.clone();
        let mut waiting: Vec<NodeId> = it.children.iter().rev().copied().collect();
        while let Some(next) = waiting.pop() {
            let next = &self.nodes[next];
            if matches!(next.kind, NodeKind::Element | NodeKind::Text) && next.relevant {
                out.push_str(&next.text);
                waiting.extend(next.children.iter().rev());
            }
        }
        Cow::Owned(out)
    }

    pub fn typed(&self, node: NodeId) -> Typed {
        self.nodes[node].typed
    }

    /// Whether a node alone counts as true.
    pub fn is_true(&self, node: NodeId) -> bool {
        if !self.form {
            return true;
        }
        let it = &self.nodes[node];
        if !it.children.is_empty() {
            return it.relevant;
        }
        let text = self.text(node);
        match it.typed {
            Typed::Text => !text.is_empty(),
            Typed::Number => super::value::text_to_number(&text, self.zone).abs() > 0.0,
            Typed::Bool => text == "true",
        }
    }

    /// The nodes that `${field}` means at `context`: those of the nearest repeat instance that holds both.
    pub fn field(&self, field: usize, context: NodeId) -> Vec<NodeId> {
        let chain = &self.chains[field];
        let (anchor, depth) = self.anchor(field, context);
        self.below(anchor, &chain[depth..])
    }

    /// The nodes of a question in all instances of its own repeat, and in the context's instance of any repeat around that.
    pub fn everywhere(&self, field: usize, context: NodeId) -> Vec<NodeId> {
        let chain = &self.chains[field];
        let innermost = chain.iter().rposition(|def| self.repeats[*def]).unwrap_or(chain.len() - 1);
        let around = &chain[..innermost];
        let mut at = Some(context);
        while let Some(node) = at {
            if let Some(depth) = self.nodes[node].def.and_then(|def| around.iter().position(|d| *d == def)) {
                return self.below(node, &chain[depth + 1..]);
            }
            at = self.nodes[node].parent;
        }
        self.below(self.top, chain)
    }

    /// The deepest repeat instance around `context` that is also around the field, and how much of the chain it covers.
    fn anchor(&self, field: usize, context: NodeId) -> (NodeId, usize) {
        let chain = &self.chains[field];
        let outer = &chain[..chain.len() - 1];
        let mut at = Some(context);
        while let Some(node) = at {
            if let Some(def) = self.nodes[node].def
                && self.repeats[def]
                && let Some(depth) = outer.iter().position(|d| *d == def)
            {
                return (node, depth + 1);
            }
            at = self.nodes[node].parent;
        }
        (self.top, 0)
    }

    /// Every relevant node that this chain of definitions leads to.
    pub fn below(&self, anchor: NodeId, chain: &[usize]) -> Vec<NodeId> {
        let mut level = vec![anchor];
        for def in chain {
            let mut next = Vec::new();
            for node in level {
                let children = &self.nodes[node].children;
                next.extend(
                    children.iter().copied().filter(|c| self.nodes[*c].def == Some(*def) && self.nodes[*c].relevant),
                );
            }
            level = next;
        }
        level
    }

    /// The place of a node among its siblings of the same name, from 1.
    pub fn position(&self, node: NodeId) -> usize {
        let it = &self.nodes[node];
        let Some(parent) = it.parent else { return 1 };
        let same = self.nodes[parent].children.iter().filter(|c| self.nodes[**c].name == it.name);
        same.into_iter().position(|c| *c == node).map_or(1, |at| at + 1)
    }

    /// Whether `ancestor` is `node` or around it.
    pub fn is_within(&self, node: NodeId, ancestor: NodeId) -> bool {
        let mut at = Some(node);
        while let Some(node) = at {
            if node == ancestor {
                return true;
            }
            at = self.nodes[node].parent;
        }
        false
    }
}
