//! The type column: XLSForm's types, their aliases, and what each comes to.

use crate::form::{Kind, Metadata};

/// What a row of the survey sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowType {
    Question(Kind),
    /// A question with choices, the name of its list, and whether `or_other` stands behind it.
    Select {
        kind: Kind,
        list: String,
        or_other: bool,
    },
    /// A question whose choices are in a file beside the form.
    SelectFromFile {
        kind: Kind,
        file: String,
    },
    BeginGroup,
    BeginRepeat,
    EndGroup,
    EndRepeat,
    /// XLSForm's, and refused here.
    Refused(String),
    Unknown(String),
}

const SELECTS: [(&str, Kind); 13] = [
    ("add select multiple prompt using", Kind::SelectMultiple),
    ("add select one prompt using", Kind::SelectOne),
    ("select all that apply from", Kind::SelectMultiple),
    ("select all that apply", Kind::SelectMultiple),
    ("select multiple from", Kind::SelectMultiple),
    ("select one from", Kind::SelectOne),
    ("select_multiple", Kind::SelectMultiple),
    ("select multiple", Kind::SelectMultiple),
    ("select_one", Kind::SelectOne),
    ("select one", Kind::SelectOne),
    ("select1", Kind::SelectOne),
    ("rank", Kind::Rank),
    ("select", Kind::SelectMultiple),
];

/// What a cell of the type column means.
pub(super) fn parse(cell: &str) -> RowType {
    let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let low = words.to_lowercase();
    if let Some(row) = structure(&low) {
        return row;
    }
    if low.starts_with("select_one_external") || low.starts_with("cascading") {
        return RowType::Refused(low);
    }
    for (prefix, kind) in [
        ("select_one_from_file ", Kind::SelectOne),
        ("select one from file ", Kind::SelectOne),
        ("select_multiple_from_file ", Kind::SelectMultiple),
        ("select multiple from file ", Kind::SelectMultiple),
    ] {
        if low.starts_with(prefix) {
            return RowType::SelectFromFile { kind, file: words[prefix.len()..].trim().to_owned() };
        }
    }
    for (prefix, kind) in SELECTS {
        if let Some(rest) = low.strip_prefix(prefix).filter(|rest| rest.starts_with(' ')) {
            let written = &words[words.len() - rest.len()..];
            return select(kind, written.trim());
        }
    }
    simple(&low)
}

fn select(kind: Kind, rest: &str) -> RowType {
    let low = rest.to_lowercase();
    for suffix in [" or_other", " or specify other", " or other"] {
        if low.ends_with(suffix) {
            let list = rest[..rest.len() - suffix.len()].trim().to_owned();
            return RowType::Select { kind, list, or_other: true };
        }
    }
    RowType::Select { kind, list: rest.to_owned(), or_other: false }
}

fn structure(low: &str) -> Option<RowType> {
    let (verb, what) = low.split_once([' ', '_'])?;
    let what = what.trim();
    Some(match (verb, what) {
        ("begin", "group") => RowType::BeginGroup,
        ("end", "group") => RowType::EndGroup,
        ("begin", "repeat" | "lgroup" | "looped group") => RowType::BeginRepeat,
        ("end", "repeat" | "lgroup" | "looped group") => RowType::EndRepeat,
        ("begin" | "end", other) if other.starts_with("loop") => RowType::Refused(low.to_owned()),
        _ => return None,
    })
}

fn simple(low: &str) -> RowType {
    let kind = match low {
        "text" | "string" | "add text prompt" => Kind::Text,
        "integer" | "int" | "add integer prompt" => Kind::Integer,
        "decimal" | "add decimal prompt" => Kind::Decimal,
        "date" | "add date prompt" => Kind::Date,
        "time" | "add time prompt" => Kind::Time,
        "datetime" | "add date time prompt" | "date time" | "date and time" => Kind::DateTime,
        "note" | "add note prompt" => Kind::Note,
        "acknowledge" | "trigger" | "add acknowledge prompt" => Kind::Acknowledge,
        "range" => Kind::Range,
        "calculate" | "calculation" | "q calculate" | "add calculate prompt" => Kind::Calculate,
        "hidden" => Kind::Hidden,
        "start" | "start time" | "get start time" => Kind::Metadata(Metadata::Start),
        "end" | "end time" | "get end time" => Kind::Metadata(Metadata::End),
        "today" | "get today" => Kind::Metadata(Metadata::Today),
        "username" => Kind::Metadata(Metadata::Username),
        "deviceid" | "device id" | "get device id" | "imei" | "uri:deviceid" => Kind::Metadata(Metadata::DeviceId),
        "email" | "phonenumber" | "phone number" | "simserial" | "sim serial" | "subscriberid" | "subscriber id"
        | "get phone number" | "get sim id" | "get subscriber id" | "simid" => Kind::Metadata(Metadata::Other),
        "image"
        | "photo"
        | "audio"
        | "video"
        | "file"
        | "barcode"
        | "geopoint"
        | "location"
        | "gps"
        | "geotrace"
        | "geoshape"
        | "audit"
        | "background-audio"
        | "start-geopoint"
        | "background-geopoint"
        | "add image prompt"
        | "add photo prompt"
        | "add audio prompt"
        | "add video prompt"
        | "add file prompt"
        | "add barcode prompt"
        | "add location prompt"
        | "add gps prompt"
        | "q picture"
        | "q location"
        | "q geopoint"
        | "q barcode"
        | "q audio"
        | "q video"
        | "q image" => Kind::Unsupported(low.to_owned()),
        "osm" | "xml-external" | "csv-external" => return RowType::Refused(low.to_owned()),
        _ if low.starts_with("osm ") || low.starts_with("cht:") => return RowType::Refused(low.to_owned()),
        _ => return RowType::Unknown(low.to_owned()),
    };
    RowType::Question(kind)
}

/// Whether a cell says yes, in any of XLSForm's ways.
pub(super) fn is_yes(cell: &str) -> bool {
    matches!(cell, "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "true()")
}

/// Whether a cell says no.
pub(super) fn is_no(cell: &str) -> bool {
    matches!(cell, "no" | "No" | "NO" | "false" | "False" | "FALSE" | "false()")
}
