//! Expressions that have no value: those that fail now, and those that were left out when the form was read.

use serde::Serialize;

use super::Run;
use crate::expr::ast::Expr;
use crate::expr::tree::NodeId;
use crate::expr::value::Value;
use crate::logic::CELLS;

/// The column of a count, which is computed once for all instances of its repeat.
const COUNT: &str = "repeat_count";

/// An expression that has no value now: what it computes is empty until it has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvaluationError {
    /// The path of the instance; of a repeat as a whole where its count fails.
    pub path: String,
    /// The column of the survey sheet: `calculation`, `relevant`, ….
    pub column: &'static str,
    /// The expression as its author wrote it.
    pub expression: String,
    /// Why it has no value, in English.
    pub reason: String,
}

impl Run {
    /// The expressions that have no value now, as far as they were computed: ask for [`Run::nodes`] first, which computes
    /// `required` and `constraint` too. What was left out of a form that was published before comes first.
    #[must_use]
    pub fn errors(&self) -> Vec<EvaluationError> {
        let logic = &self.form.logic;
        let left_out = logic.left_out.iter().flat_map(|it| {
            self.nodes_with(it.def, it.column).into_iter().map(|node| (node, it.def, it.column, it.reason.clone()))
        });
        let errors = self.errors.borrow();
        let failing = errors.iter().map(|((node, def, column), reason)| (*node, *def, *column, reason.clone()));
        let all = left_out.chain(failing);
        all.filter_map(|(node, def, column, reason)| {
            let it = &logic.defs[def];
            let path = match column {
                COUNT if node == self.tree.top || self.tree.nodes[node].path.is_some() => {
                    self.repeat_path(node, &it.name)
                }
                _ => self.tree.nodes[node].path.as_ref()?.to_string(),
            };
            let expression = it.sources.get(column).cloned().unwrap_or_default();
            Some(EvaluationError { path, column, expression, reason })
        })
        .collect()
    }

    /// The nodes that a column of a definition is computed at.
    fn nodes_with(&self, def: usize, column: &str) -> Vec<NodeId> {
        match self.form.logic.defs[def].parent {
            _ if column != COUNT => self.by_def[def].clone(),
            Some(parent) => self.by_def[parent].clone(),
            None => vec![self.tree.top],
        }
    }

    /// A value, or nothing where it could not be had: then the error is listed until the expression has a value again.
    pub(super) fn noted(&self, expr: &Expr, value: Result<Value, String>, node: NodeId) -> Value {
        let mut errors = self.errors.borrow_mut();
        if value.is_ok() && errors.is_empty() {
            return value.unwrap_or_else(|_| Value::empty());
        }
        let (def, column) = self.cell_of(expr, node);
        let key = (node, def, column);
        match value {
            Ok(value) => {
                errors.remove(&key);
                value
            }
            Err(reason) => {
                errors.insert(key, reason);
                Value::empty()
            }
        }
    }

    /// The definition and the column of the survey sheet that hold an expression computed at this node.
    fn cell_of(&self, expr: &Expr, node: NodeId) -> (usize, &'static str) {
        let logic = &self.form.logic;
        let is_it = |other: Option<&Expr>| other.is_some_and(|other| std::ptr::eq(other, expr));
        let own = self.tree.nodes[node].def;
        let column = own.and_then(|def| CELLS.into_iter().find(|column| is_it(logic.defs[def].cell(column))));
        if let (Some(def), Some(column)) = (own, column) {
            return (def, column);
        }
        // A count is computed at the node that holds the repeat.
        let within = own.map_or(&logic.top, |def| &logic.defs[def].children);
        let repeat = within.iter().copied().find(|def| is_it(logic.defs[*def].count.as_ref()));
        (repeat.or(own).unwrap_or_default(), COUNT)
    }
}
