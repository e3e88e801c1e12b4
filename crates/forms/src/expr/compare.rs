//! XPath's comparisons, with ODK's empty values: a missing answer is compared as an empty text.

use std::borrow::Cow;

use super::ast::Op;
use super::tree::{NodeId, Tree, Typed};
use super::value::{Value, node_to_number};

/// Whether `left op right` holds, for a comparing operator.
pub(crate) fn holds(op: Op, left: &Value, right: &Value, tree: &Tree) -> bool {
    let (left, right) = (settled(left, tree), settled(right, tree));
    match (left.as_ref(), right.as_ref()) {
        (Value::Nodes(a), Value::Nodes(b)) => a.iter().any(|a| b.iter().any(|b| nodes_hold(op, *a, *b, tree))),
        (Value::Nodes(_), Value::Bool(_)) | (Value::Bool(_), Value::Nodes(_))
            if matches!(op, Op::Equal | Op::NotEqual) =>
        {
            atoms_hold(op, &left, &right, tree)
        }
        (Value::Nodes(a), b) => a.iter().any(|a| node_holds(op, *a, b, tree)),
        (a, Value::Nodes(b)) => b.iter().any(|b| node_holds(mirrored(op), *b, a, tree)),
        (a, b) => atoms_hold(op, a, b, tree),
    }
}

/// In a form no node at all is an empty answer.
fn settled<'v>(value: &'v Value, tree: &Tree) -> Cow<'v, Value> {
    match value {
        Value::Nodes(nodes) if nodes.is_empty() && tree.form => Cow::Owned(Value::empty()),
        _ => Cow::Borrowed(value),
    }
}

fn mirrored(op: Op) -> Op {
    match op {
        Op::Less => Op::Greater,
        Op::LessOrEqual => Op::GreaterOrEqual,
        Op::Greater => Op::Less,
        Op::GreaterOrEqual => Op::LessOrEqual,
        other => other,
    }
}

fn nodes_hold(op: Op, a: NodeId, b: NodeId, tree: &Tree) -> bool {
    match op {
        Op::Equal => tree.text(a) == tree.text(b),
        Op::NotEqual => tree.text(a) != tree.text(b),
        _ => numbers_hold(op, node_to_number(tree, a), node_to_number(tree, b)),
    }
}

fn node_holds(op: Op, node: NodeId, other: &Value, tree: &Tree) -> bool {
    if tree.typed(node) == Typed::Bool {
        return bool_holds(op, tree.text(node) == "true", other, tree);
    }
    atoms_hold(op, &Value::text(tree.text(node)), other, tree)
}

/// A calculation that gave true or false, against what an author may compare it with.
fn bool_holds(op: Op, yes: bool, other: &Value, tree: &Tree) -> bool {
    let other = match other {
        Value::Text(text) => match &**text {
            "true" | "1" => Value::Bool(true),
            "false" | "0" => Value::Bool(false),
            // Neither: no boolean equals it.
            _ => return op == Op::NotEqual,
        },
        other => other.clone(),
    };
    atoms_hold(op, &Value::Bool(yes), &other, tree)
}

fn atoms_hold(op: Op, a: &Value, b: &Value, tree: &Tree) -> bool {
    if !matches!(op, Op::Equal | Op::NotEqual) {
        return numbers_hold(op, a.to_number(tree), b.to_number(tree));
    }
    let equal = match (a, b) {
        (Value::Bool(_), _) | (_, Value::Bool(_)) => a.to_bool(tree) == b.to_bool(tree),
        (Value::Text(a), Value::Text(b)) => a == b,
        // Not-a-number equals nothing, so a difference from it always holds.
        _ => numbers_equal(a.to_number(tree), b.to_number(tree)),
    };
    equal == (op == Op::Equal)
}

fn numbers_hold(op: Op, a: f64, b: f64) -> bool {
    match op {
        Op::Equal => numbers_equal(a, b),
        Op::NotEqual => !numbers_equal(a, b),
        Op::Less => a < b,
        Op::LessOrEqual => a <= b,
        Op::Greater => a > b,
        Op::GreaterOrEqual => a >= b,
        _ => false,
    }
}

#[expect(clippy::float_cmp, reason = "XPath's equality is exact")]
fn numbers_equal(a: f64, b: f64) -> bool {
    a == b
}
