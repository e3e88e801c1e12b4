//! What functions do with nodes and control flow. Text, dates and numbers are in [`super::text`] and below.

use super::ast::Expr;
use super::eval::{Evaluated, Scope, evaluate};
use super::functions::Function;
use super::tree::NodeId;
use super::value::Value;
use super::{dates, repeats, text};
use crate::logic::Source;

/// Calls a function; its arguments are evaluated only as far as they are needed.
pub(crate) fn call(function: Function, args: &[Expr], scope: Scope<'_>) -> Evaluated {
    if !function.arguments().contains(&args.len()) {
        return Err(format!("{}() has {} arguments", function.name(), args.len()));
    }
    let tree = scope.tree;
    match function {
        Function::True => Ok(Value::Bool(true)),
        Function::False => Ok(Value::Bool(false)),
        Function::If => {
            let holds = evaluate(&args[0], scope)?.to_bool(tree);
            evaluate(&args[if holds { 1 } else { 2 }], scope)
        }
        Function::Coalesce => coalesce(args, scope),
        Function::Once => once(&args[0], scope),
        Function::Not => Ok(Value::Bool(!evaluate(&args[0], scope)?.to_bool(tree))),
        Function::Boolean => Ok(Value::Bool(evaluate(&args[0], scope)?.to_bool(tree))),
        Function::Current => Ok(Value::Nodes(vec![scope.origin])),
        Function::Instance => instance(&args[0], scope),
        Function::Pulldata => pulldata(args, scope),
        Function::Itext => itext(&args[0], scope),
        Function::Position => position(args, scope),
        Function::Last => Ok(count(scope.size)),
        Function::Count => Ok(count(node_set(function, &args[0], scope)?.len())),
        Function::CountNonEmpty => {
            let nodes = node_set(function, &args[0], scope)?;
            Ok(count(nodes.into_iter().filter(|n| !tree.text(*n).is_empty()).count()))
        }
        Function::Sum => sum(&args[0], scope),
        Function::Min => extreme(args, scope, f64::min),
        Function::Max => extreme(args, scope, f64::max),
        Function::IndexedRepeat => repeats::indexed_repeat(args, scope),
        Function::ChoiceName => choice_name(args, scope),
        Function::Checklist | Function::WeightedChecklist => repeats::checklist(function, args, scope),
        Function::Today => Ok(Value::Date(scope.env.now.date_naive())),
        Function::Now => Ok(Value::DateTime(scope.env.now)),
        Function::Join => join(args, scope),
        _ => {
            let values = args.iter().map(|arg| evaluate(arg, scope)).collect::<Result<Vec<_>, _>>()?;
            text::call(function, &values, scope)
        }
    }
}

fn count(n: usize) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "counts of nodes are small")]
    Value::Number(n as f64)
}

fn node_set(function: Function, arg: &Expr, scope: Scope<'_>) -> Result<Vec<NodeId>, String> {
    match evaluate(arg, scope)? {
        Value::Nodes(nodes) => Ok(nodes),
        _ => Err(format!("{}() wants a set of nodes", function.name())),
    }
}

fn coalesce(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let first = evaluate(&args[0], scope)?;
    let empty = match &first {
        Value::Number(number) => number.is_nan(),
        other => other.to_text(scope.tree).is_empty(),
    };
    if empty { evaluate(&args[1], scope) } else { Ok(first) }
}

/// Keeps what the node already holds.
fn once(arg: &Expr, scope: Scope<'_>) -> Evaluated {
    let kept = &scope.tree.nodes[scope.origin].text;
    if scope.tree.form && !kept.is_empty() {
        return Ok(Value::text(kept));
    }
    let text = scope.tree.text(scope.origin);
    if !text.is_empty() {
        return Ok(Value::text(text));
    }
    let value = evaluate(arg, scope)?;
    Ok(match value {
        Value::Number(number) if number.is_nan() => Value::empty(),
        other => other,
    })
}

fn instance(arg: &Expr, scope: Scope<'_>) -> Evaluated {
    let id = evaluate(arg, scope)?.to_text(scope.tree);
    match scope.tree.instances.get(&*id) {
        Some(node) => Ok(Value::Nodes(vec![*node])),
        None => Err(format!("there is no list {id}")),
    }
}

/// A cell of a table from a file: `pulldata('file', 'wanted column', 'key column', key)`, in the first row that has the key.
fn pulldata(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let mut texts = Vec::with_capacity(args.len());
    for arg in args {
        texts.push(evaluate(arg, scope)?.to_text(scope.tree));
    }
    let [file, wanted, column, key] = texts.as_slice() else { return Err("pulldata() wants four texts".to_owned()) };
    let list =
        scope.form.and_then(|form| form.logic.lists.get(&**file)).ok_or_else(|| format!("there is no file {file}"))?;
    let row = list.rows.iter().find(|row| row.cell(column) == &**key);
    Ok(row.map_or_else(Value::empty, |row| Value::text(row.cell(wanted))))
}

fn itext(arg: &Expr, scope: Scope<'_>) -> Evaluated {
    let id = evaluate(arg, scope)?.to_text(scope.tree);
    Ok(Value::Nodes(scope.tree.texts.get(&*id).cloned().unwrap_or_default()))
}

fn position(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let Some(arg) = args.first() else {
        return Ok(count(scope.position));
    };
    let nodes = node_set(Function::Position, arg, scope)?;
    Ok(nodes.first().map_or(Value::Number(f64::NAN), |node| count(scope.tree.position(*node))))
}

/// The numbers of the arguments; in a form, empty answers are not there.
fn numbers(args: &[Expr], scope: Scope<'_>) -> Result<Vec<f64>, String> {
    let tree = scope.tree;
    let mut found = Vec::new();
    for arg in args {
        match evaluate(arg, scope)? {
            Value::Nodes(nodes) => {
                let there = nodes.into_iter().filter(|n| !tree.form || !tree.text(*n).is_empty());
                found.extend(there.map(|n| super::value::node_to_number(tree, n)));
            }
            other => found.push(other.to_number(tree)),
        }
    }
    Ok(found)
}

fn sum(arg: &Expr, scope: Scope<'_>) -> Evaluated {
    node_set(Function::Sum, arg, scope)?;
    Ok(Value::Number(numbers(std::slice::from_ref(arg), scope)?.into_iter().sum()))
}

fn extreme(args: &[Expr], scope: Scope<'_>, pick: fn(f64, f64) -> f64) -> Evaluated {
    let numbers = numbers(args, scope)?;
    if numbers.iter().any(|n| n.is_nan()) {
        return Ok(Value::Number(f64::NAN));
    }
    Ok(Value::Number(numbers.into_iter().reduce(pick).unwrap_or(f64::NAN)))
}

fn choice_name(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let value = evaluate(&args[0], scope)?.to_text(scope.tree);
    let Some(field) = repeats::field_of(&args[1]) else {
        return Err("jr:choice-name() wants '${question}' as its second argument".to_owned());
    };
    let name = scope.form.and_then(|form| {
        let (list, column, label) = form.logic.list_of(field)?;
        let row = list.rows.iter().find(|row| row.cell(column) == &*value)?;
        Some(match row.columns.get(label) {
            Some(cell) => cell.as_str(),
            None => row.label_in(scope.language, &form.default_language),
        })
    });
    // An answer of a repeat is its own name.
    let is_own = || scope.form.is_some_and(|form| matches!(form.logic.defs[field].choices, Some(Source::Field(_))));
    Ok(match name {
        Some(name) => Value::text(name),
        None if is_own() => Value::Text(value),
        None => Value::empty(),
    })
}

fn join(args: &[Expr], scope: Scope<'_>) -> Evaluated {
    let tree = scope.tree;
    let glue = evaluate(&args[0], scope)?.to_text(tree);
    let mut parts = Vec::new();
    for arg in &args[1..] {
        match evaluate(arg, scope)? {
            Value::Nodes(nodes) => parts.extend(nodes.into_iter().map(|n| tree.text(n).into_owned())),
            other => parts.push(other.to_text(tree).to_string()),
        }
    }
    Ok(Value::text(parts.join(&glue)))
}

/// The moment that a value means; nothing for what is not one.
pub(crate) fn moment(value: &Value, scope: Scope<'_>) -> Result<Option<dates::Moment>, String> {
    let zone = scope.tree.zone;
    let text = match value {
        Value::Date(date) => return Ok(Some(dates::Moment::Date(*date))),
        Value::DateTime(at) => return Ok(Some(dates::Moment::DateTime(*at))),
        Value::Number(number) => return Ok(dates::from_days(*number, zone)),
        Value::Bool(_) => return Ok(None),
        Value::Text(_) | Value::Nodes(_) => value.to_text(scope.tree),
    };
    if let Some(moment) = dates::read(&text) {
        return Ok(Some(moment));
    }
    let number = super::value::text_to_number(&text, zone);
    if number.is_nan() && dates::looks_like_date(&text) {
        return Err(format!("{text} is no date"));
    }
    Ok(dates::from_days(number, zone))
}
