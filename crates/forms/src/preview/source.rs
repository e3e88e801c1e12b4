//! An expression written out again, for what cannot be said in words.

use crate::expr::ast::{Axis, Expr, Op, Path, Start, Step, Test};
use crate::expr::format_number;
use crate::logic::Logic;

/// The expression as its author may have written it.
pub(super) fn source(expr: &Expr, logic: &Logic) -> String {
    match expr {
        Expr::Number(number) => format_number(*number),
        Expr::Text(text) if text.contains('\'') => format!("\"{text}\""),
        Expr::Text(text) => format!("'{text}'"),
        Expr::Negate(inner) => format!("-{}", held(inner, TIGHTEST, logic)),
        Expr::Chain(first, rest) => {
            let level = rest.first().map_or(TIGHTEST, |(op, _)| level(*op));
            rest.iter().fold(held(first, level, logic), |out, (op, next)| {
                format!("{out} {} {}", sign(*op), held(next, level, logic))
            })
        }
        Expr::Call(function, args) => {
            let args: Vec<String> = args.iter().map(|arg| source(arg, logic)).collect();
            format!("{}({})", function.name(), args.join(", "))
        }
        Expr::Path(path) => way(path, logic),
    }
}

/// Tighter than any operator.
const TIGHTEST: u8 = 9;

/// An operand of an operator of this level: between parentheses where its own operators do not bind tighter.
fn held(expr: &Expr, outer: u8, logic: &Logic) -> String {
    let inner = source(expr, logic);
    match expr {
        Expr::Chain(_, rest) if rest.iter().any(|(op, _)| level(*op) <= outer) => format!("({inner})"),
        _ => inner,
    }
}

fn level(op: Op) -> u8 {
    match op {
        Op::Or => 0,
        Op::And => 1,
        Op::Equal | Op::NotEqual => 2,
        Op::Less | Op::LessOrEqual | Op::Greater | Op::GreaterOrEqual => 3,
        Op::Add | Op::Subtract => 4,
        Op::Multiply | Op::Divide | Op::Modulo => 5,
        Op::Union => 6,
    }
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Or => "or",
        Op::And => "and",
        Op::Equal => "=",
        Op::NotEqual => "!=",
        Op::Less => "<",
        Op::LessOrEqual => "<=",
        Op::Greater => ">",
        Op::GreaterOrEqual => ">=",
        Op::Add => "+",
        Op::Subtract => "-",
        Op::Multiply => "*",
        Op::Divide => "div",
        Op::Modulo => "mod",
        Op::Union => "|",
    }
}

fn way(path: &Path, logic: &Logic) -> String {
    let (mut out, mut joined) = match &path.start {
        Start::Context => (String::new(), false),
        Start::Root => ("/".to_owned(), false),
        Start::Field(def) => (format!("${{{}}}", logic.defs[*def].name), true),
        Start::Nodes(expr) => (held(expr, TIGHTEST, logic), true),
    };
    let whole = !matches!(path.start, Start::Context | Start::Root);
    for (index, step) in path.steps.iter().enumerate() {
        // Predicates right after the start belong to it.
        if !(index == 0 && whole && step.axis == Axis::Itself) {
            if joined {
                out.push('/');
            }
            out.push_str(&name(step));
        }
        for predicate in &step.predicates {
            out.push_str(&format!("[{}]", source(predicate, logic)));
        }
        joined = true;
    }
    out
}

fn name(step: &Step) -> String {
    let test = match &step.test {
        Test::Name(name) => name.clone(),
        Test::AnyName => "*".to_owned(),
        Test::AnyIn(prefix) => format!("{prefix}:*"),
        Test::AnyNode => "node()".to_owned(),
        Test::Text => "text()".to_owned(),
        Test::Comment => "comment()".to_owned(),
        Test::Instruction => "processing-instruction()".to_owned(),
    };
    match (step.axis, &step.test) {
        (Axis::Itself, Test::AnyNode) => ".".to_owned(),
        (Axis::Parent, Test::AnyNode) => "..".to_owned(),
        (Axis::Child, _) => test,
        (Axis::Attribute, _) => format!("@{test}"),
        // Forms may use no other; what is left is named after the axis.
        (axis, _) => format!("{axis:?}::{test}"),
    }
}
