//! Walks paths. Nodes that are not relevant are not there, except the context itself and what is around it.

use super::ast::{Axis, Path, Start, Step, Test};
use super::eval::{Scope, evaluate};
use super::tree::{NodeId, NodeKind, Tree};
use super::value::Value;

/// The nodes of a path, in document order.
pub(crate) fn walk(path: &Path, scope: Scope<'_>) -> Result<Vec<NodeId>, String> {
    let mut nodes = match &path.start {
        Start::Context => vec![scope.node],
        Start::Root => vec![scope.tree.root],
        Start::Field(field) => scope.tree.field(*field, scope.origin),
        Start::Nodes(expr) => match evaluate(expr, scope)? {
            Value::Nodes(nodes) => nodes,
            _ => return Err("a path goes on from something that is not a set of nodes".to_owned()),
        },
    };
    for (index, step) in path.steps.iter().enumerate() {
        // Predicates right after `${field}` filter the whole set, not each node apart.
        let whole = index == 0 && step.axis == Axis::Itself && !matches!(path.start, Start::Context | Start::Root);
        nodes = if whole { filter(&step.predicates, nodes, scope)? } else { take_step(step, &nodes, scope)? };
    }
    Ok(nodes)
}

fn take_step(step: &Step, from: &[NodeId], scope: Scope<'_>) -> Result<Vec<NodeId>, String> {
    let mut found = Vec::new();
    for node in from {
        let reached = along(step.axis, *node, scope.tree);
        let kept = reached.into_iter().filter(|n| passes(&step.test, step.axis, *n, scope.tree)).collect();
        found.extend(filter(&step.predicates, kept, scope)?);
    }
    Ok(if from.len() > 1 { in_order(scope.tree, found.into_iter()) } else { sorted_if_reverse(step.axis, found) })
}

fn sorted_if_reverse(axis: Axis, mut nodes: Vec<NodeId>) -> Vec<NodeId> {
    if matches!(axis, Axis::Ancestor | Axis::AncestorOrSelf | Axis::PrecedingSibling) {
        nodes.reverse();
    }
    nodes
}

fn filter(predicates: &[super::ast::Expr], mut nodes: Vec<NodeId>, scope: Scope<'_>) -> Result<Vec<NodeId>, String> {
    for predicate in predicates {
        let size = nodes.len();
        let mut kept = Vec::with_capacity(size);
        for (index, node) in nodes.into_iter().enumerate() {
            let value = evaluate(predicate, scope.at(node, index + 1, size))?;
            let keep = match value {
                #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "positions are small whole numbers")]
                Value::Number(number) => number == (index + 1) as f64,
                other => other.to_bool(scope.tree),
            };
            if keep {
                kept.push(node);
            }
        }
        nodes = kept;
    }
    Ok(nodes)
}

fn along(axis: Axis, node: NodeId, tree: &Tree) -> Vec<NodeId> {
    let it = &tree.nodes[node];
    match axis {
        Axis::Itself => vec![node],
        Axis::Parent => it.parent.into_iter().collect(),
        Axis::Child => children(tree, node).collect(),
        Axis::Attribute => it.children.iter().copied().filter(|c| tree.nodes[*c].kind == NodeKind::Attribute).collect(),
        Axis::Descendant => descendants(tree, node),
        Axis::DescendantOrSelf => std::iter::once(node).chain(descendants(tree, node)).collect(),
        Axis::Ancestor => ancestors(tree, node),
        Axis::AncestorOrSelf => std::iter::once(node).chain(ancestors(tree, node)).collect(),
        Axis::FollowingSibling => siblings(tree, node).skip_while(|s| *s != node).skip(1).collect(),
        Axis::PrecedingSibling => {
            let mut before: Vec<NodeId> = siblings(tree, node).take_while(|s| *s != node).collect();
            before.reverse();
            before
        }
    }
}

fn children(tree: &Tree, node: NodeId) -> impl Iterator<Item = NodeId> {
    let shown = move |c: &NodeId| tree.nodes[*c].kind != NodeKind::Attribute && tree.nodes[*c].relevant;
    tree.nodes[node].children.iter().copied().filter(shown)
}

fn siblings(tree: &Tree, node: NodeId) -> impl Iterator<Item = NodeId> {
    tree.nodes[node].parent.into_iter().flat_map(move |parent| children(tree, parent))
}

fn descendants(tree: &Tree, node: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut waiting: Vec<NodeId> = children(tree, node).collect();
    waiting.reverse();
    while let Some(next) = waiting.pop() {
        found.push(next);
        let mut below: Vec<NodeId> = children(tree, next).collect();
        below.reverse();
        waiting.extend(below);
    }
    found
}

fn ancestors(tree: &Tree, node: NodeId) -> Vec<NodeId> {
    std::iter::successors(tree.nodes[node].parent, |at| tree.nodes[*at].parent).collect()
}

fn passes(test: &Test, axis: Axis, node: NodeId, tree: &Tree) -> bool {
    let it = &tree.nodes[node];
    let principal = if axis == Axis::Attribute { NodeKind::Attribute } else { NodeKind::Element };
    match test {
        Test::AnyNode => true,
        Test::AnyName => it.kind == principal,
        Test::AnyIn(prefix) => it.kind == principal && is_in(prefix, node, tree),
        Test::Text => it.kind == NodeKind::Text,
        Test::Comment => it.kind == NodeKind::Comment,
        Test::Instruction => it.kind == NodeKind::Instruction,
        Test::Name(name) => it.kind == principal && is_named(name, node, tree),
    }
}

fn is_named(wanted: &str, node: NodeId, tree: &Tree) -> bool {
    let name = &*tree.nodes[node].name;
    let Some(namespaces) = &tree.namespaces else { return same_name(wanted, name) };
    match wanted.split_once(':') {
        // A name without a prefix is one in no namespace.
        None => !namespaces.of.contains_key(&node) && wanted == name,
        Some((prefix, wanted)) => wanted == local(name) && is_in(prefix, node, tree),
    }
}

/// Whether a name is in the namespace of a prefix; one that is not known is taken as it is written in the document.
fn is_in(prefix: &str, node: NodeId, tree: &Tree) -> bool {
    let Some(namespaces) = &tree.namespaces else { return true };
    match namespaces.known.get(prefix) {
        Some(known) => namespaces.of.get(&node) == Some(known),
        None => tree.nodes[node].name.split_once(':').is_some_and(|(written, _)| written == prefix),
    }
}

/// Prefixes are compared only when both have one: documents here have one namespace that matters.
fn same_name(wanted: &str, name: &str) -> bool {
    if wanted.contains(':') == name.contains(':') { wanted == name } else { local(wanted) == local(name) }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The nodes in document order, each once.
pub(crate) fn in_order(tree: &Tree, nodes: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let mut keyed: Vec<(Vec<usize>, NodeId)> = nodes.map(|node| (place(tree, node), node)).collect();
    keyed.sort();
    keyed.dedup();
    keyed.into_iter().map(|(_, node)| node).collect()
}

/// The way from the root, as places among siblings.
fn place(tree: &Tree, node: NodeId) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = node;
    while let Some(parent) = tree.nodes[at].parent {
        places.push(tree.nodes[parent].children.iter().position(|c| *c == at).unwrap_or_default());
        at = parent;
    }
    places.push(at);
    places.reverse();
    places
}
