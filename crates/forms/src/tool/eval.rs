//! `xlsform eval`: one expression over one XML document a line.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::document::{document, node_at, path_of, register};
use crate::Env;
use crate::expr::ast::Expr;
use crate::expr::dates;
use crate::expr::error::ParseError;
use crate::expr::eval::{Memory, Scope, evaluate};
use crate::expr::format_number;
use crate::expr::functions::Function;
use crate::expr::parse::parse;
use crate::expr::tree::Tree;
use crate::expr::value::Value;

/// A line: an expression, and where it is evaluated.
#[derive(Deserialize)]
struct Case {
    expr: String,
    /// What the value is to be: `boolean`, `number`, `nodeset`; else text.
    #[serde(default)]
    kind: String,
    /// The document itself.
    doc: String,
    /// The path of the context node; `/` is the document.
    #[serde(default)]
    context: String,
    /// The path of what `/` means.
    root: Option<String>,
    /// The time zone by its IANA name.
    tz: Option<String>,
    /// The language of `jr:itext`.
    language: Option<String>,
    /// `xpath1` is plain XPath, where a name without a prefix is in no namespace; else the XPath of forms.
    #[serde(default)]
    dialect: String,
}

/// Answers a line of `xlsform eval` with `{id, value}` or `{id, error}`, whatever the line is.
#[must_use]
pub fn eval_line(line: &str, now: DateTime<Utc>) -> Json {
    let request: Json = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return json!({"id": null, "error": format!("the line is not JSON: {error}")}),
    };
    let id = request.get("id").cloned().unwrap_or_default();
    let case = serde_json::from_value(request).map_err(|error| format!("the line is not a case: {error}"));
    match case.and_then(|case| value_of(&case, now)) {
        Ok(value) => json!({"id": id, "value": value}),
        Err(error) => json!({"id": id, "error": error}),
    }
}

fn value_of(case: &Case, now: DateTime<Utc>) -> Result<Json, String> {
    let mut tree = document(&case.doc, case.dialect == "xpath1")?;
    register(&mut tree, case.language.as_deref());
    let node = node_at(&tree, &case.context)?;
    tree.root = node_at(&tree, case.root.as_deref().unwrap_or_default())?;
    let unknown = |name: &str| Err(ParseError::UnknownName(name.to_owned()));
    let parsed = parse(&case.expr, &unknown).map_err(|error| error.to_string())?;
    let zone: Tz = case.tz.as_deref().unwrap_or("UTC").parse().map_err(|_| "the time zone is not known")?;
    let now = now.with_timezone(&zone).fixed_offset();
    // Outside of a form moments count by the time zone, as the reference evaluator has it.
    tree.zone = Some(*now.offset());
    let env = Env { now, username: String::new(), device_id: String::new(), random_seed: 1 };
    let scope = Scope {
        tree: &tree,
        env: &env,
        memory: &Memory::default(),
        form: None,
        language: "",
        node,
        position: 1,
        size: 1,
        origin: node,
    };
    let value = evaluate(&parsed.expr, scope)?;
    let value = if is_text(&case.kind) { whole_day(&parsed.expr, value, scope)? } else { value };
    write(&value, &case.kind, &tree)
}

fn is_text(kind: &str) -> bool {
    !matches!(kind, "boolean" | "number" | "nodeset")
}

/// `number()` of a day or a moment, as text, is the number of the day alone in the reference evaluator.
fn whole_day(expr: &Expr, value: Value, scope: Scope<'_>) -> Result<Value, String> {
    let Expr::Call(Function::Number, args) = expr else { return Ok(value) };
    let Some(arg) = args.first() else { return Ok(value) };
    let is_day = dates::read(&evaluate(arg, scope)?.to_text(scope.tree)).is_some();
    Ok(match value {
        Value::Number(number) if is_day => Value::Number(number.floor()),
        value => value,
    })
}

/// The value as this kind of case writes it.
fn write(value: &Value, kind: &str, tree: &Tree) -> Result<Json, String> {
    Ok(match (kind, value) {
        ("boolean", _) => json!(value.to_bool(tree)),
        ("number", _) => number(value.to_number(tree)),
        ("nodeset", Value::Nodes(nodes)) => json!(nodes.iter().map(|n| path_of(tree, *n)).collect::<Vec<_>>()),
        ("nodeset", _) => return Err("the value is no set of nodes".to_owned()),
        _ => json!(&*value.to_text(tree)),
    })
}

/// A number; what JSON has no number for is written as text.
fn number(number: f64) -> Json {
    if !number.is_finite() {
        json!(format_number(number))
    } else if number == 0.0 && number.is_sign_negative() {
        json!("-0")
    } else {
        json!(number)
    }
}
