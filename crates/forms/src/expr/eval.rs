//! Evaluates expressions. Errors are texts for the author; a form treats them as an empty value.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::ast::{Expr, Op};
use super::calls::call;
use super::tree::{NodeId, Tree};
use super::value::Value;
use super::{compare, nodes};
use crate::{Env, Form};

/// What went wrong, in English.
pub(crate) type Evaluated = Result<Value, String>;

/// Things that outlast one evaluation.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Compiled regular expressions by source; `None` when one does not compile.
    pub patterns: RefCell<HashMap<String, Option<Arc<regex::Regex>>>>,
    /// How many random values were drawn.
    pub draws: RefCell<u64>,
}

/// Where an expression is evaluated.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub tree: &'a Tree,
    pub env: &'a Env,
    pub memory: &'a Memory,
    /// The form, for the names of its choices.
    pub form: Option<&'a Form>,
    /// The language of those names.
    pub language: &'a str,
    /// The context node.
    pub node: NodeId,
    /// The place of the node in the set being filtered, from 1, and the size of the set.
    pub position: usize,
    pub size: usize,
    /// Where the whole expression began: `current()`.
    pub origin: NodeId,
}

impl<'a> Scope<'a> {
    /// The same surroundings at another node.
    pub fn at(self, node: NodeId, position: usize, size: usize) -> Scope<'a> {
        Scope { node, position, size, ..self }
    }
}

/// The value of an expression.
pub(crate) fn evaluate(expr: &Expr, scope: Scope<'_>) -> Evaluated {
    match expr {
        Expr::Number(number) => Ok(Value::Number(*number)),
        Expr::Text(text) => Ok(Value::text(text)),
        Expr::Negate(inner) => Ok(Value::Number(-evaluate(inner, scope)?.to_number(scope.tree))),
        Expr::Chain(first, rest) => chain(first, rest, scope),
        Expr::Call(function, args) => call(*function, args, scope),
        Expr::Path(path) => nodes::walk(path, scope).map(Value::Nodes),
    }
}

fn chain(first: &Expr, rest: &[(Op, Expr)], scope: Scope<'_>) -> Evaluated {
    let mut left = evaluate(first, scope)?;
    for (op, next) in rest {
        left = match op {
            Op::Or if left.to_bool(scope.tree) => Value::Bool(true),
            Op::And if !left.to_bool(scope.tree) => Value::Bool(false),
            Op::Or | Op::And => Value::Bool(evaluate(next, scope)?.to_bool(scope.tree)),
            _ => binary(*op, &left, &evaluate(next, scope)?, scope.tree)?,
        };
    }
    Ok(left)
}

fn binary(op: Op, left: &Value, right: &Value, tree: &Tree) -> Evaluated {
    let numbers = || (left.to_number(tree), right.to_number(tree));
    let arithmetic = |f: fn(f64, f64) -> f64| {
        let (a, b) = numbers();
        Ok(Value::Number(f(a, b)))
    };
    match op {
        Op::Add => arithmetic(|a, b| a + b),
        Op::Subtract => arithmetic(|a, b| a - b),
        Op::Multiply => arithmetic(|a, b| a * b),
        Op::Divide => arithmetic(|a, b| a / b),
        Op::Modulo => arithmetic(|a, b| a % b),
        Op::Union => match (left, right) {
            (Value::Nodes(a), Value::Nodes(b)) => Ok(Value::Nodes(nodes::in_order(tree, a.iter().chain(b).copied()))),
            _ => Err("| joins sets of nodes only".to_owned()),
        },
        _ => Ok(Value::Bool(compare::holds(op, left, right, tree))),
    }
}
