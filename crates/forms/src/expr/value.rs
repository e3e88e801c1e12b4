//! Values of expressions and their conversions.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::dates::{self, Moment};
use super::tree::{NodeId, Tree, Typed};

/// What an expression yields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Bool(bool),
    Number(f64),
    Text(Rc<str>),
    /// A civil day.
    Date(NaiveDate),
    DateTime(DateTime<FixedOffset>),
    /// Nodes in document order.
    Nodes(Vec<NodeId>),
}

impl Value {
    pub fn text(text: impl AsRef<str>) -> Self {
        Value::Text(Rc::from(text.as_ref()))
    }

    pub fn empty() -> Self {
        Value::text("")
    }

    /// The value as a number; nothing is not a number.
    pub fn to_number(&self, tree: &Tree) -> f64 {
        match self {
            Value::Bool(yes) => f64::from(u8::from(*yes)),
            Value::Number(number) => *number,
            Value::Text(text) => text_to_number(text, tree.zone),
            Value::Date(date) => Moment::Date(*date).days(tree.zone),
            Value::DateTime(at) => Moment::DateTime(*at).days(tree.zone),
            Value::Nodes(nodes) => nodes.first().map_or(f64::NAN, |node| node_to_number(tree, *node)),
        }
    }

    pub fn to_text(&self, tree: &Tree) -> Rc<str> {
        match self {
            Value::Bool(yes) => Rc::from(if *yes { "true" } else { "false" }),
            Value::Number(number) => Rc::from(format_number(*number)),
            Value::Text(text) => text.clone(),
            Value::Date(date) => Rc::from(dates::write_date(*date)),
            Value::DateTime(at) => Rc::from(dates::write_date_time(at)),
            Value::Nodes(nodes) => nodes.first().map_or_else(|| Rc::from(""), |node| Rc::from(tree.text(*node))),
        }
    }

    pub fn to_bool(&self, tree: &Tree) -> bool {
        match self {
            Value::Bool(yes) => *yes,
            Value::Number(number) => *number != 0.0 && !number.is_nan(),
            Value::Text(text) => !text.is_empty(),
            Value::Date(_) | Value::DateTime(_) => true,
            Value::Nodes(nodes) => match nodes.as_slice() {
                [node] => tree.is_true(*node),
                nodes => !nodes.is_empty(),
            },
        }
    }

    /// The value as it is kept in a question: what is not a number is nothing.
    pub fn to_stored(&self, tree: &Tree) -> (String, Typed) {
        match self {
            Value::Number(number) if number.is_nan() => (String::new(), Typed::Text),
            Value::Bool(_) => (self.to_text(tree).to_string(), Typed::Bool),
            Value::Nodes(nodes) => {
                let typed = nodes.first().map_or(Typed::Text, |node| tree.typed(*node));
                (self.to_text(tree).to_string(), if typed == Typed::Bool { typed } else { Typed::Text })
            }
            _ => (self.to_text(tree).to_string(), Typed::Text),
        }
    }
}

/// The number that one node holds.
pub(crate) fn node_to_number(tree: &Tree, node: NodeId) -> f64 {
    let text = tree.text(node);
    match tree.typed(node) {
        Typed::Bool => f64::from(u8::from(text == "true")),
        _ => text_to_number(&text, tree.zone),
    }
}

/// XPath's number of a text; a day or a moment in ISO form counts as its day.
pub(crate) fn text_to_number(text: &str, zone: Option<FixedOffset>) -> f64 {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.bytes().filter(|b| *b == b'.').count() <= 1
        && digits != ".";
    if plain {
        return text.parse().unwrap_or(f64::NAN);
    }
    dates::read(text).map_or(f64::NAN, |moment| moment.days(zone))
}

/// XPath's text of a number: no exponent, no needless zeros.
pub(crate) fn format_number(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else if number == 0.0 {
        "0".to_owned()
    } else {
        number.to_string()
    }
}
