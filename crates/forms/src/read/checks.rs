//! What the parser understands and a form may not have: axes, unions, calls with wrong arguments.

use crate::expr::ast::{Expr, Op, Parsed};
use crate::expr::functions::Function;
use crate::logic::Logic;
use crate::problem::Problem;

/// What is wrong, or surprising, in an expression of this column.
pub(super) fn check(parsed: &Parsed, column: &str, logic: &Logic) -> Vec<Problem> {
    let mut wrong = Vec::new();
    if let Some(axis) = &parsed.axis {
        let message = format!("In {column}: {axis} is not supported; use ${{name}}.");
        wrong.push(Problem::error("axis-unsupported", message).arg("word", axis));
    }
    if has_union(&parsed.expr) {
        let message = format!("In {column}: | is not supported; write the questions one by one.");
        wrong.push(Problem::error("axis-unsupported", message).arg("word", "|"));
    }
    parsed.expr.walk(&mut |expr| check_call(expr, column, logic, &mut wrong));
    wrong
}

/// Whether sets of nodes are joined, which JavaRosa cannot.
fn has_union(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |expr| {
        found |= matches!(expr, Expr::Chain(_, rest) if rest.iter().any(|(op, _)| *op == Op::Union));
    });
    found
}

fn check_call(expr: &Expr, column: &str, logic: &Logic, wrong: &mut Vec<Problem>) {
    let Expr::Call(function, args) = expr else { return };
    let name = function.name();
    if !function.arguments().contains(&args.len()) {
        let message = format!("In {column}: {name}() is called with {} arguments.", args.len());
        wrong.push(Problem::error("argument-count", message).arg("word", name));
    }
    match (function, args.as_slice()) {
        (Function::Regex, [_, Expr::Text(pattern)]) => {
            if crate::expr::pattern::compile(pattern).is_err() {
                let message = format!("In {column}: {pattern} is no regular expression that can be used here.");
                wrong.push(Problem::error("regex-invalid", message).arg("word", pattern));
            } else if !(pattern.starts_with('^') && pattern.ends_with('$')) {
                let message = format!("In {column}: the whole answer must match {pattern}; write ^ and $ to say so.");
                wrong.push(Problem::warning("regex-unanchored", message).arg("word", pattern));
            }
        }
        (Function::Instance | Function::Pulldata, [Expr::Text(list), ..]) if !logic.lists.contains_key(list) => {
            let message = format!("In {column}: there is no list named {list}.");
            wrong.push(Problem::error("unknown-list", message).arg("word", list));
        }
        (Function::Date | Function::DateTime, [Expr::Text(text)])
            if crate::expr::dates::looks_like_date(text) && crate::expr::dates::read(text).is_none() =>
        {
            let message = format!("In {column}: {text} is no date.");
            wrong.push(Problem::error("date-invalid", message).arg("word", text));
        }
        _ => {}
    }
}
