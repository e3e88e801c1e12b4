//! Functions over sets of nodes: one instance of a repeat, and lists of checks.

use super::ast::{Expr, Path, Start};
use super::eval::{Evaluated, Scope, evaluate};
use super::functions::Function;
use super::nodes;
use super::tree::NodeId;
use super::value::Value;

/// The nodes of the first argument that lie in the wanted instance of each repeat.
pub(crate) fn indexed_repeat(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    if args.len().is_multiple_of(2) {
        return Err("indexed-repeat() wants a question, then pairs of a repeat and a number".to_owned());
    }
    let tree = scope.tree;
    let named: Vec<usize> = args[1..].iter().step_by(2).filter_map(field_of).collect();
    let mut found = everywhere(&args[0], &named, scope)?;
    for pair in args[1..].chunks(2) {
        let wanted = evaluate(&pair[1], scope)?.to_number(tree);
        let instances = everywhere(&pair[0], &named, scope)?;
        #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "positions are small whole numbers")]
        let chosen: Vec<NodeId> = instances.into_iter().filter(|n| tree.position(*n) as f64 == wanted).collect();
        found.retain(|node| chosen.iter().any(|instance| tree.is_within(*node, *instance)));
    }
    Ok(Value::Nodes(found))
}

/// The question that an argument is, when it is one reference.
pub(crate) fn field_of(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Path(Path { start: Start::Field(field), .. }) => Some(*field),
        _ => None,
    }
}

/// The nodes of `${field}` in all instances of the named repeats, and in the context's instance of any other around them.
fn everywhere(arg: &Expr, named: &[usize], scope: Scope<'_>) -> Result<Vec<NodeId>, String> {
    let Expr::Path(path) = arg else {
        return Err("indexed-repeat() wants questions and repeats".to_owned());
    };
    let Start::Field(field) = path.start else {
        return nodes::walk(path, scope);
    };
    let tree = scope.tree;
    let chain = &tree.chains[field];
    let free = chain.iter().position(|def| named.contains(def)).unwrap_or(chain.len() - 1);
    let mut anchor = (tree.top, 0);
    let mut at = Some(scope.origin);
    while let Some(node) = at {
        let depth = tree.nodes[node].def.and_then(|def| chain[..free].iter().position(|d| *d == def));
        if let Some(depth) = depth {
            anchor = (node, depth + 1);
            break;
        }
        at = tree.nodes[node].parent;
    }
    Ok(tree.below(anchor.0, &chain[anchor.1..]))
}

/// Whether the number (or weight) of true arguments lies between a least and a greatest; -1 is no bound.
pub(crate) fn checklist(function: Function, args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let tree = scope.tree;
    let least = evaluate(&args[0], scope)?.to_number(tree);
    let most = evaluate(&args[1], scope)?.to_number(tree);
    let weighted = function == Function::WeightedChecklist;
    let mut total = 0.0;
    for pair in args[2..].chunks(if weighted { 2 } else { 1 }) {
        let checked: Vec<bool> = match evaluate(&pair[0], scope)? {
            Value::Nodes(nodes) => nodes.iter().map(|n| is_checked(&tree.text(*n))).collect(),
            other => vec![other.to_bool(tree)],
        };
        let weights = match pair.get(1) {
            Some(weight) => match evaluate(weight, scope)? {
                Value::Nodes(nodes) => nodes.iter().map(|n| super::value::node_to_number(tree, *n)).collect(),
                other => vec![other.to_number(tree)],
            },
            None => vec![1.0; checked.len()],
        };
        total += checked.iter().zip(weights).filter(|(yes, _)| **yes).map(|(_, weight)| weight).sum::<f64>();
    }
    Ok(Value::Bool((least < 0.0 || total >= least) && (most < 0.0 || total <= most)))
}

fn is_checked(text: &str) -> bool {
    !matches!(text, "" | "no" | "false")
}
