//! Answers as they are stored and sent: stable JSON, one field per path of an instance.
//!
//! ```json
//! {"welzijn/hoe_gaat_het": {"value": "goed"}, "hulpvraag[0191f0]": {}, "hulpvraag[0191f0]/hv_categorie": {"value": "zorg"}}
//! ```
//! A repeat instance exists when any path goes through it; an entry of its own (`hulpvraag[0191f0]`, an empty
//! answer) lets it exist without answers. Instances of a repeat are ordered by key: keys of digits only first, by
//! number, then the others as text. UUIDv7 keys therefore keep the order in which they were made, and two laptops
//! that add instances at the same time agree on their order without a field that both would write.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// All answers of one run, by instance path.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

/// One answer: a value, or that it was refused, or is to be asked later; and a note beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The value, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The person does not want to answer; satisfies `required`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
    /// To be asked another time; satisfies `required`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
    /// What the asker wrote beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The value of an answer; dates and times are ISO strings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number; a whole one is written without a point.
    Number(#[serde(serialize_with = "write_number")] f64),
    /// Text, a date, a time, or the value of a choice.
    Text(String),
    /// The values of choices.
    List(Vec<String>),
}

/// By hand: what serde derives for an untagged enum copies each value before it tries the variants, which is a good part
/// of what a server spends on checking a visit.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

#[expect(clippy::cast_precision_loss, reason = "a number of a form is a double")]
impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a text, or a list of texts")
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(values)).map(Value::List)
    }
}

/// Whole numbers up to here are exact in a double, and written without a point.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

fn write_number<S: serde::Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 && number.abs() <= MAX_EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "bounded by MAX_EXACT")]
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

impl Answer {
    /// An answer with this value.
    #[must_use]
    pub fn of(value: Value) -> Self {
        Answer { value: Some(value), ..Answer::default() }
    }

    /// An answer with this text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Answer::of(Value::Text(text.into()))
    }

    /// An answer with this number.
    #[must_use]
    pub fn number(number: f64) -> Self {
        Answer::of(Value::Number(number))
    }

    /// An answer with these choices.
    #[must_use]
    pub fn list<S: Into<String>>(values: impl IntoIterator<Item = S>) -> Self {
        Answer::of(Value::List(values.into_iter().map(Into::into).collect()))
    }

    /// The person does not want to answer.
    #[must_use]
    pub fn refused() -> Self {
        Answer { refused: true, ..Answer::default() }
    }

    /// To be asked another time.
    #[must_use]
    pub fn later() -> Self {
        Answer { later: true, ..Answer::default() }
    }

    /// Whether it says nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value.is_none() && !self.refused && !self.later && self.note.is_none()
    }
}

impl Value {
    /// The value as an expression reads it: numbers without needless zeros, lists joined by spaces.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(number) => crate::expr::format_number(*number),
            Value::List(values) => values.join(" "),
        }
    }
}

/// One part of an instance path: a name, and the key when it is an instance of a repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment<'p> {
    pub name: &'p str,
    pub key: Option<&'p str>,
}

/// Takes an instance path apart; `None` when it is not one.
pub(crate) fn segments(path: &str) -> Option<Vec<Segment<'_>>> {
    path.split('/')
        .map(|part| match part.split_once('[') {
            None if part.is_empty() => None,
            None => Some(Segment { name: part, key: None }),
            Some((name, rest)) => {
                let key = rest.strip_suffix(']')?;
                (!name.is_empty() && is_key(key)).then_some(Segment { name, key: Some(key) })
            }
        })
        .collect()
}

/// Whether this can be the key of a repeat instance.
pub(crate) fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= MAX_KEY_BYTES
        && !key.contains(['/', '[', ']'])
        && !key.contains(char::is_whitespace)
}

/// The longest key of a repeat instance.
pub const MAX_KEY_BYTES: usize = 64;

/// The path of the definition that an instance path belongs to: keys fall out of their brackets.
pub(crate) fn definition_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut within = false;
    for c in path.chars() {
        match c {
            '[' => within = true,
            ']' => {
                within = false;
                out.push_str("[]");
            }
            _ if !within => out.push(c),
            _ => {}
        }
    }
    out
}

/// The order of the instances of one repeat.
pub(crate) fn compare_keys(a: &str, b: &str) -> Ordering {
    let number = |key: &str| key.parse::<u64>().ok().filter(|_| key.bytes().all(|b| b.is_ascii_digit()));
    match (number(a), number(b)) {
        (Some(x), Some(y)) => x.cmp(&y).then_with(|| a.cmp(b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.cmp(b),
    }
}
