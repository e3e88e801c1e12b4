//! Civil days and moments: a moment counts by the clock on the wall where it was written, never by a time zone.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike};

/// A text in ISO form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Moment {
    Date(NaiveDate),
    DateTime(DateTime<FixedOffset>),
    /// A moment without an offset.
    Local(NaiveDateTime),
}

const DAY_SECONDS: f64 = 86_400.0;
/// Days beyond this are no dates (about the year 9999 and before).
const MAX_DAYS: f64 = 2_932_896.0;

fn epoch() -> NaiveDate {
    NaiveDate::default()
}

/// The number of days since 1970-01-01.
pub(crate) fn days(date: NaiveDate) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "chrono's days fit")]
    let days = date.signed_duration_since(epoch()).num_days() as f64;
    days
}

impl Moment {
    /// The number of days since 1970-01-01, with the time of day as a fraction: by the clock on the wall, or, where there
    /// is a zone, since midnight at Greenwich.
    pub fn days(self, zone: Option<FixedOffset>) -> f64 {
        let local = match self {
            Moment::Date(date) => date.and_time(NaiveTime::MIN),
            Moment::Local(at) => at,
            Moment::DateTime(at) if zone.is_some() => return local_days(at.naive_utc()),
            Moment::DateTime(at) => at.naive_local(),
        };
        local_days(local) - zone.map_or(0.0, |zone| f64::from(zone.local_minus_utc()) / DAY_SECONDS)
    }
}

/// The number of days since 1970-01-01 of a moment without an offset.
fn local_days(at: NaiveDateTime) -> f64 {
    days(at.date()) + day_fraction(at.time())
}

/// The time of day as a fraction of the day.
pub(crate) fn day_fraction(time: NaiveTime) -> f64 {
    (f64::from(time.num_seconds_from_midnight()) + f64::from(time.nanosecond()) / 1e9) / DAY_SECONDS
}

/// Reads `2026-01-15`, `2026-1-5`, or a moment with or without offset.
pub(crate) fn read(text: &str) -> Option<Moment> {
    if !looks_like_date(text) {
        return None;
    }
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return read_date(text).map(Moment::Date);
    };
    let date = read_date(date)?;
    let (time, offset) = read_time(time.trim())?;
    let local = date.and_time(time);
    match offset {
        Some(offset) => offset.from_local_datetime(&local).single().map(Moment::DateTime),
        None => Some(Moment::Local(local)),
    }
}

/// Whether a text has the shape of an ISO date, be it a real one or not.
pub(crate) fn looks_like_date(text: &str) -> bool {
    let mut parts = text.split('T').next().unwrap_or_default().splitn(3, '-');
    let year = parts.next().is_some_and(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()));
    let month = parts.next().is_some_and(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
    let day = parts.next().is_some_and(|p| p.bytes().next().is_some_and(|b| b.is_ascii_digit()));
    year && month && day
}

fn read_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?;
    let day = parts.next()?;
    let short = |part: &str| (1..=2).contains(&part.len());
    if parts.next().is_some() || !short(month) || !short(day) {
        return None;
    }
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Reads `09:30`, `09:30:15.5`, either with an offset (`Z`, `+02`, `+02:00`) or without.
pub(crate) fn read_time(text: &str) -> Option<(NaiveTime, Option<FixedOffset>)> {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (&text[..at], Some(read_offset(&text[at..])?)),
        None => (text, None),
    };
    let mut parts = clock.split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let seconds = parts.next().unwrap_or("00");
    if parts.next().is_some() {
        return None;
    }
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let second = two_digits(whole)?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let nanos: u32 = format!("{:0<9}", fraction.get(..9.min(fraction.len())).unwrap_or("")).parse().ok()?;
    Some((NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)?, offset))
}

fn read_offset(text: &str) -> Option<FixedOffset> {
    if text == "Z" {
        return FixedOffset::east_opt(0);
    }
    let digits = text[1..].replace(':', "");
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "00"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    FixedOffset::east_opt(if text.starts_with('-') { -seconds } else { seconds })
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The moment that is so many days after 1970-01-01, the inverse of [`Moment::days`].
pub(crate) fn from_days(days: f64, zone: Option<FixedOffset>) -> Option<Moment> {
    let at = civil(days)?;
    Some(match zone {
        Some(zone) => Moment::DateTime(zone.from_utc_datetime(&at)),
        None => Moment::Local(at),
    })
}

fn civil(days: f64) -> Option<NaiveDateTime> {
    if !days.is_finite() || days.abs() > MAX_DAYS {
        return None;
    }
    let whole = days.floor();
    let millis = ((days - whole) * DAY_SECONDS * 1000.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "bounded by MAX_DAYS")]
    let span = TimeDelta::try_days(whole as i64)? + TimeDelta::try_milliseconds(millis as i64)?;
    epoch().and_time(NaiveTime::MIN).checked_add_signed(span)
}

/// `2026-01-15`.
pub(crate) fn write_date(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// `2026-01-15T09:30:00.000+01:00`.
pub(crate) fn write_date_time(at: &DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string()
}

/// Writes a moment as ODK's `format-date` asks; English month and day names, unknown letters are an error.
pub(crate) fn format(at: NaiveDateTime, pattern: &str) -> Result<String, String> {
    use std::fmt::Write as _;
    let mut out = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let letter = chars.next().ok_or("a format ends with %")?;
        let chrono_pattern = match letter {
            '%' => "%%",
            'Y' => "%Y",
            'y' => "%y",
            'm' => "%m",
            'n' => "%-m",
            'b' => "%b",
            'B' => "%B",
            'd' => "%d",
            'e' => "%-d",
            'H' => "%H",
            'h' => "%-H",
            'M' => "%M",
            'S' => "%S",
            '3' => "%3f",
            'a' => "%a",
            'A' => "%A",
            'w' => "%w",
            'W' => "%V",
            'j' => "%j",
            'Z' => "",
            _ => return Err(format!("%{letter} is no part of a date")),
        };
        write!(out, "{}", at.format(chrono_pattern)).map_err(|_| "a format that cannot be written")?;
    }
    Ok(out)
}
