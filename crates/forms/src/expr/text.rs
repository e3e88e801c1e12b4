//! Functions of values alone: texts, numbers and dates.

use std::rc::Rc;

use chrono::{FixedOffset, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};

use super::calls::moment;
use super::dates::{self, Moment};
use super::eval::{Evaluated, Scope};
use super::functions::Function;
use super::value::{Value, text_to_number};

/// Calls a function whose arguments are all needed.
pub(crate) fn call(function: Function, values: &[Value], scope: Scope<'_>) -> Evaluated {
    if let Some(number) = math(function, values, scope) {
        return Ok(Value::Number(number));
    }
    let tree = scope.tree;
    let text = |index: usize| values.get(index).map_or_else(|| Rc::from(tree.text(scope.node)), |v| v.to_text(tree));
    let number = |index: usize| values.get(index).map_or(f64::NAN, |value| value.to_number(tree));
    Ok(match function {
        Function::Selected => Value::Bool(selected(&text(0), text(1).trim())),
        Function::SelectedAt => Value::text(at(&text(0), number(1))),
        Function::BooleanFromString => Value::Bool(matches!(&*text(0), "1" | "true")),
        Function::String => Value::Text(text(0)),
        Function::Concat => Value::text(concat(values, scope)),
        Function::Contains => Value::Bool(text(0).contains(&*text(1))),
        Function::StartsWith => Value::Bool(text(0).starts_with(&*text(1))),
        Function::EndsWith => Value::Bool(text(0).ends_with(&*text(1))),
        Function::Substr => Value::text(substr(&text(0), number(1), values.get(2).map(|v| v.to_number(tree)))),
        Function::Substring => Value::text(substring(&text(0), number(1), values.get(2).map(|v| v.to_number(tree)))),
        Function::SubstringBefore => Value::text(text(0).split_once(&*text(1)).map_or("", |(before, _)| before)),
        Function::SubstringAfter => Value::text(text(0).split_once(&*text(1)).map_or("", |(_, after)| after)),
        Function::NormalizeSpace => Value::text(normalize_space(&text(0))),
        Function::Translate => Value::text(translate(&text(0), &text(1), &text(2))),
        Function::Regex => Value::Bool(matches(&text(0), &text(1), scope)?),
        Function::Date => date(&values[0], scope)?,
        Function::DateTime => date_time(&values[0], scope)?,
        Function::FormatDate | Function::FormatDateTime => {
            let wall = moment(&values[0], scope)?.map(wall_clock);
            Value::text(wall.map_or(Ok(String::new()), |wall| dates::format(wall, &text(1)))?)
        }
        Function::Uuid => Value::text(uuid(scope)),
        _ => return Err(format!("{}() is not known here", function.name())),
    })
}

/// Whether a choice is among those of an answer; nothing is selected where nothing is.
fn selected(answer: &str, choice: &str) -> bool {
    if choice.is_empty() { answer.trim().is_empty() } else { answer.split_whitespace().any(|word| word == choice) }
}

/// XML's white space only: spaces, tabs, line ends.
fn normalize_space(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn math(function: Function, values: &[Value], scope: Scope<'_>) -> Option<f64> {
    let tree = scope.tree;
    let own = || Value::text(tree.text(scope.node));
    let first = values.first().cloned().unwrap_or_else(own);
    let x = || first.to_number(tree);
    let y = || values.get(1).map_or(f64::NAN, |value| value.to_number(tree));
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
    Some(match function {
        Function::CountSelected => first.to_text(tree).split_whitespace().count() as f64,
        Function::StringLength => first.to_text(tree).chars().count() as f64,
        Function::Number => x(),
        Function::Int => int(&first, scope),
        Function::Round => round(x(), values.get(1).map(|v| v.to_number(tree))),
        Function::Floor => x().floor(),
        Function::Ceiling => x().ceil(),
        Function::Abs => x().abs(),
        Function::Pow => x().powf(y()),
        Function::Sqrt => x().sqrt(),
        Function::Sin => x().sin(),
        Function::Cos => x().cos(),
        Function::Tan => x().tan(),
        Function::Asin => x().asin(),
        Function::Acos => x().acos(),
        Function::Atan => x().atan(),
        Function::Atan2 => x().atan2(y()),
        Function::Exp => x().exp(),
        Function::Exp10 => 10_f64.powf(x()),
        Function::Log => x().ln(),
        Function::Log10 => x().log10(),
        Function::Pi => std::f64::consts::PI,
        Function::Random => random(scope),
        Function::DecimalDateTime => decimal_date_time(&first, scope),
        Function::DecimalTime => decimal_time(&first.to_text(tree), tree.zone),
        _ => return None,
    })
}

fn at(list: &str, index: f64) -> String {
    if !(index >= 0.0 && index.fract() == 0.0) {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    list.split_whitespace().nth(index as usize).unwrap_or_default().to_owned()
}

fn concat(values: &[Value], scope: Scope<'_>) -> String {
    let mut out = String::new();
    for value in values {
        match value {
            Value::Nodes(nodes) => nodes.iter().for_each(|n| out.push_str(&scope.tree.text(*n))),
            other => out.push_str(&other.to_text(scope.tree)),
        }
    }
    out
}

fn int(value: &Value, scope: Scope<'_>) -> f64 {
    let number = value.to_number(scope.tree);
    if number.is_nan() {
        // A number so small that it was written with an exponent.
        let text = value.to_text(scope.tree);
        let parsed = if text.contains(['e', 'E']) { text.trim().parse::<f64>().ok() } else { None };
        return parsed.filter(|n| n.is_finite()).map_or(f64::NAN, f64::trunc);
    }
    number.trunc()
}

/// XPath 1.0's: halves go up. With digits, halves go away from zero, as in a spreadsheet.
fn round(x: f64, digits: Option<f64>) -> f64 {
    let Some(digits) = digits else {
        return if x.fract() == 0.0 || !x.is_finite() { x } else { (x + 0.5).floor() };
    };
    if !x.is_finite() || !digits.is_finite() || digits.abs() > 300.0 {
        return f64::NAN;
    }
    let scale = 10_f64.powf(digits.trunc().abs());
    // Through the decimal text of the number, so that 2.15 rounds as it reads.
    if digits >= 0.0 {
        let exact = format!("{}e{}", x, digits.trunc()).parse::<f64>().unwrap_or(x * scale);
        exact.round() / scale
    } else {
        (x / scale).round() * scale
    }
}

/// From `start`, counted from 0, up to and without `end`; negative ones count from the end.
fn substr(text: &str, start: f64, end: Option<f64>) -> String {
    let chars: Vec<char> = text.chars().collect();
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let place = |n: f64| (if n < 0.0 { n + chars.len() as f64 } else { n }).clamp(0.0, chars.len() as f64) as usize;
    let (from, to) = (place(start.trunc()), end.map_or(chars.len(), |end| place(end.trunc())));
    if start.is_nan() || from >= to { String::new() } else { chars[from..to].iter().collect() }
}

/// XPath's own: from `start`, counted from 1, so many characters.
fn substring(text: &str, start: f64, length: Option<f64>) -> String {
    let first = round(start, None);
    let after = length.map(|length| first + round(length, None));
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let inside = |index: usize| {
        let place = (index + 1) as f64;
        place >= first && after.is_none_or(|after| place < after)
    };
    text.chars().enumerate().filter(|(index, _)| inside(*index)).map(|(_, c)| c).collect()
}

fn translate(text: &str, from: &str, to: &str) -> String {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    text.chars()
        .filter_map(|c| match from.iter().position(|f| *f == c) {
            Some(index) => to.get(index).copied(),
            None => Some(c),
        })
        .collect()
}

/// Whether the whole text matches; patterns are compiled once.
fn matches(text: &str, pattern: &str, scope: Scope<'_>) -> Result<bool, String> {
    let mut patterns = scope.memory.patterns.borrow_mut();
    let compiled = patterns
        .entry(pattern.to_owned())
        .or_insert_with(|| super::pattern::compile(pattern).ok().map(std::sync::Arc::new));
    let compiled = compiled.as_ref().ok_or_else(|| format!("{pattern} is no regular expression"))?;
    Ok(compiled.is_match(text))
}

/// The clock on the wall of a moment.
fn wall_clock(moment: Moment) -> NaiveDateTime {
    match moment {
        Moment::Date(date) => date.and_time(NaiveTime::MIN),
        Moment::DateTime(at) => at.naive_local(),
        Moment::Local(at) => at,
    }
}

/// A whole day stays a day; a moment stays a moment; what is neither is nothing.
fn date(value: &Value, scope: Scope<'_>) -> Evaluated {
    let moment = match (moment(value, scope)?, scope.tree.zone) {
        (Some(Moment::DateTime(at)), Some(zone)) => {
            let at = at.with_timezone(&zone);
            if at.time() == NaiveTime::MIN { Some(Moment::Date(at.date_naive())) } else { Some(Moment::DateTime(at)) }
        }
        (moment, _) => moment,
    };
    Ok(match moment {
        Some(Moment::Date(date)) => Value::Date(date),
        Some(Moment::Local(at)) if at.time() == NaiveTime::MIN => Value::Date(at.date()),
        Some(other) => in_offset(other, scope.env.now.offset()),
        None => Value::empty(),
    })
}

fn date_time(value: &Value, scope: Scope<'_>) -> Evaluated {
    date(value, scope)
}

fn in_offset(moment: Moment, offset: &FixedOffset) -> Value {
    match moment {
        Moment::DateTime(at) => Value::DateTime(at),
        other => offset.from_local_datetime(&wall_clock(other)).single().map_or_else(Value::empty, Value::DateTime),
    }
}

fn decimal_date_time(value: &Value, scope: Scope<'_>) -> f64 {
    match moment(value, scope) {
        Ok(Some(moment)) => moment.days(scope.tree.zone),
        _ => f64::NAN,
    }
}

fn decimal_time(text: &str, zone: Option<FixedOffset>) -> f64 {
    let text = text.trim();
    let clock = text.split_once('T').map_or(text, |(_, time)| time);
    match (dates::read_time(clock), zone) {
        (Some((time, Some(offset))), Some(zone)) => {
            let shift = TimeDelta::seconds(i64::from(zone.local_minus_utc() - offset.local_minus_utc()));
            dates::day_fraction(time.overflowing_add_signed(shift).0)
        }
        (Some((time, _)), _) => dates::day_fraction(time),
        (None, _) => f64::NAN,
    }
}

/// The next number of a fixed sequence that the seed alone decides (splitmix64).
fn draw(scope: Scope<'_>) -> u64 {
    let mut draws = scope.memory.draws.borrow_mut();
    *draws += 1;
    let mut z = scope.env.random_seed.wrapping_add(draws.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn random(scope: Scope<'_>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let value = (draw(scope) >> 11) as f64 / (1_u64 << 53) as f64;
    value
}

fn uuid(scope: Scope<'_>) -> String {
    let (a, b) = (draw(scope), draw(scope));
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        a >> 32,
        (a >> 16) & 0xffff,
        a & 0xfff,
        0x8000 | ((b >> 48) & 0x3fff),
        b & 0xffff_ffff_ffff
    )
}

/// The number in a text, for readers of other columns.
pub(crate) fn plain_number(text: &str) -> Option<f64> {
    Some(text_to_number(text, None)).filter(|number| number.is_finite())
}
