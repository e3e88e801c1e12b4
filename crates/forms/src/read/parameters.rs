//! The parameters column: pairs of a name and a value, and what each type accepts of them.

use std::collections::BTreeMap;

use super::rows::Row;
use crate::expr::text::plain_number;
use crate::form::{Kind, RangeSpec};
use crate::logic::{List, Logic};
use crate::problem::Problem;

/// Names and values of one cell.
pub(super) type Parameters = BTreeMap<String, String>;

/// Takes `start=1 end=10, step=1` apart; `None` when it is not pairs. Only `value` and `label` keep their case.
pub(super) fn parse(cell: &str) -> Option<Parameters> {
    let spaced = cell.replace([',', ';'], " ").replace('=', " = ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut found = Parameters::new();
    for pair in words.chunks(3) {
        let &[name, "=", value] = pair else { return None };
        if name == "=" || value == "=" {
            return None;
        }
        let name = name.to_lowercase();
        let value = if matches!(name.as_str(), "value" | "label") { value.to_owned() } else { value.to_lowercase() };
        found.insert(name, value);
    }
    Some(found)
}

/// The names that a type accepts; `None` where pyxform looks at none of them.
fn accepted(kind: &Kind, from_file: bool) -> Option<&'static [&'static str]> {
    Some(match kind {
        Kind::SelectOne | Kind::SelectMultiple | Kind::Rank if from_file => &["label", "randomize", "seed", "value"],
        Kind::SelectOne | Kind::SelectMultiple | Kind::Rank => &["randomize", "seed"],
        Kind::Range => &["end", "placeholder", "start", "step", "tick_interval", "tick_labelset"],
        Kind::Text => &["rows"],
        Kind::Unsupported(name) => match name.as_str() {
            "image" | "photo" | "add image prompt" | "add photo prompt" => &["app", "max-pixels"],
            "audio" | "add audio prompt" | "background-audio" => &["quality"],
            "geopoint" => &["allow-mock-accuracy", "capture-accuracy", "reference-geometry", "warning-accuracy"],
            "geotrace" | "geoshape" => &["allow-mock-accuracy", "incremental", "reference-geometry"],
            "audit" => &[
                "identify-user",
                "location-max-age",
                "location-min-interval",
                "location-priority",
                "track-changes",
                "track-changes-reasons",
            ],
            _ => return None,
        },
        _ => return None,
    })
}

/// What is wrong with the parameters of a question.
pub(super) fn check(row: &Row, kind: &Kind, from_file: bool, parameters: &Parameters) -> Vec<Problem> {
    let mut wrong = Vec::new();
    let Some(accepted) = accepted(kind, from_file) else {
        if let Some(name) = parameters.keys().next() {
            let message = format!("The parameter {name} means nothing to this type and is ignored.");
            wrong.push(Problem::warning("parameter-ignored", message).arg("word", name));
        }
        return placed(row, wrong);
    };
    for name in parameters.keys().filter(|name| !accepted.contains(&name.as_str())) {
        let known = accepted.join(", ");
        let message = format!("{name} is no parameter of this type; there are: {known}.");
        wrong.push(Problem::error("unknown-parameter", message).arg("word", name).arg("known", known));
    }
    for (name, value) in parameters.iter().filter(|(name, _)| accepted.contains(&name.as_str())) {
        if !is_good(name, value) {
            let message = format!("The parameter {name} cannot be {value}.");
            wrong.push(Problem::error("parameter-invalid", message).arg("word", value).arg("name", name));
        }
    }
    if parameters.contains_key("seed") && !parameters.contains_key("randomize") {
        let message = "A seed wants randomize=true beside it.";
        wrong.push(Problem::error("seed-without-randomize", message).arg("name", &row.name));
    }
    placed(row, wrong)
}

fn placed(row: &Row, wrong: Vec<Problem>) -> Vec<Problem> {
    wrong.into_iter().map(|problem| row.place(problem, "parameters")).collect()
}

fn is_good(name: &str, value: &str) -> bool {
    match name {
        "randomize" | "allow-mock-accuracy" | "track-changes" | "identify-user" => matches!(value, "true" | "false"),
        "seed" => is_reference(value) || value.parse::<f64>().is_ok(),
        "value" | "label" => super::is_name(value),
        "rows" | "max-pixels" => value.parse::<i64>().is_ok(),
        "location-min-interval" | "location-max-age" => value.parse::<u32>().is_ok(),
        "quality" => matches!(value, "voice-only" | "low" | "normal" | "external"),
        "capture-accuracy" | "warning-accuracy" => value.parse::<f64>().is_ok(),
        "incremental" => value == "true",
        "track-changes-reasons" => value == "on-form-edit",
        "location-priority" => matches!(value, "no-power" | "low-power" | "balanced" | "high-accuracy"),
        _ => true,
    }
}

/// Whether a text is one `${name}` and nothing else.
pub(super) fn is_reference(text: &str) -> bool {
    text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).is_some_and(|name| !name.contains(['$', '{', '}']))
}

/// The bounds of a range, and what is wrong with them.
pub(super) fn range(row: &Row, parameters: &Parameters, logic: &Logic) -> (RangeSpec, Vec<Problem>) {
    let mut wrong = Vec::new();
    let invalid = |name: &str, message: &str| {
        let message = format!("The parameter {name} of this range {message}.");
        Problem::error("range-invalid", message).arg("word", name)
    };
    let mut number = |name: &str| {
        let text = parameters.get(name)?;
        let number = plain_number(text);
        if number.is_none() {
            wrong.push(invalid(name, "must be a number"));
        }
        number
    };
    let (start, end) = (number("start").unwrap_or(1.0), number("end").unwrap_or(10.0));
    let step = number("step").unwrap_or(1.0);
    let (tick, placeholder) = (number("tick_interval"), number("placeholder"));
    let width = (end - start).abs();
    let on_grid = |value: f64, step: f64| is_multiple(value - start, step);
    let inside = |value: f64| value >= start.min(end) && value <= start.max(end);
    for (name, value) in [("step", Some(step)), ("tick_interval", tick)] {
        match value {
            Some(0.0) => wrong.push(invalid(name, "cannot be 0")),
            Some(value) if value > width => wrong.push(invalid(name, "is wider than the range")),
            _ => {}
        }
    }
    if tick.is_some_and(|tick| !is_multiple(tick, step)) {
        wrong.push(invalid("tick_interval", "must be a number of steps"));
    }
    if placeholder.is_some_and(|value| !on_grid(value, step) || !inside(value)) {
        wrong.push(invalid("placeholder", "must be one of its steps"));
    }
    if let Some(name) = parameters.get("tick_labelset") {
        wrong.extend(
            tick_labels(row, logic.lists.get(name), (start, end), tick.unwrap_or(step))
                .map(|why| invalid("tick_labelset", why)),
        );
    }
    let appearance = row.cells.get("appearance");
    let ticked = ["tick_interval", "placeholder", "tick_labelset"].iter().any(|name| parameters.contains_key(*name));
    if ticked && !appearance.is_empty() && !appearance.contains("vertical") && !appearance.contains("no-ticks") {
        wrong.push(invalid("tick_interval", "does not go with this appearance"));
    }
    (RangeSpec { start, end, step }, placed(row, wrong))
}

/// What is wrong with the list that names the ticks of a range.
fn tick_labels(row: &Row, list: Option<&List>, (start, end): (f64, f64), step: f64) -> Option<&'static str> {
    let Some(list) = list else { return Some("names a list that is not there") };
    let mut marks: Vec<f64> = Vec::new();
    for choice in &list.rows {
        let Some(mark) = plain_number(&choice.value) else { return Some("names a list whose choices are no numbers") };
        if mark < start.min(end) || mark > start.max(end) || !is_multiple(mark - start, step) {
            return Some("names a list with a choice that is none of its steps");
        }
        marks.push(mark);
    }
    let ends = |marks: &[f64]| {
        marks.iter().all(|m| [start, end].contains(m)) && [start, end].iter().all(|e| marks.contains(e))
    };
    (row.cells.get("appearance").contains("no-ticks") && !ends(&marks))
        .then_some("must name its two ends when there are no ticks")
}

/// Whether one is a whole number of times the other; steps like 0.1 are not exact in binary.
fn is_multiple(value: f64, step: f64) -> bool {
    let times = value / step;
    step == 0.0 || (times - times.round()).abs() < 1e-9
}
