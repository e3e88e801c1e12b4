//! The type column: XLSForm's types, their aliases, and what each comes to. Case counts, as it does for pyxform.

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
    /// A file for expressions, which is no question.
    CsvExternal,
    /// A setting that stands in the survey sheet.
    Setting,
    /// A row without a type, or one that is disabled: only its references must be good.
    Comment,
    /// XLSForm's, and refused here.
    Refused(String),
    Unknown(String),
}

const SELECTS: [(&str, Kind); 10] = [
    ("add select multiple prompt using", Kind::SelectMultiple),
    ("add select one prompt using", Kind::SelectOne),
    ("select all that apply from", Kind::SelectMultiple),
    ("select all that apply", Kind::SelectMultiple),
    ("select one from", Kind::SelectOne),
    ("select_multiple", Kind::SelectMultiple),
    ("select_one", Kind::SelectOne),
    ("select one", Kind::SelectOne),
    ("select1", Kind::SelectOne),
    ("rank", Kind::Rank),
];

const FROM_FILE: [(&str, Kind); 4] = [
    ("select_one_from_file", Kind::SelectOne),
    ("select one from file", Kind::SelectOne),
    ("select_multiple_from_file", Kind::SelectMultiple),
    ("select multiple from file", Kind::SelectMultiple),
];

/// What a cell of the type column means; its spaces are single ones.
pub(super) fn parse(cell: &str) -> RowType {
    if let Some(row) = structure(cell) {
        return row;
    }
    if ["select_one_external", "cascading_select", "cascading select"].iter().any(|name| cell.starts_with(name)) {
        return RowType::Refused(cell.to_owned());
    }
    let after = |prefix: &str| cell.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(' '));
    for (prefix, kind) in FROM_FILE {
        if let Some(file) = after(prefix) {
            return RowType::SelectFromFile { kind, file: file.to_owned() };
        }
    }
    for (prefix, kind) in SELECTS {
        if let Some(rest) = after(prefix) {
            return select(kind, rest).unwrap_or_else(|| RowType::Unknown(cell.to_owned()));
        }
    }
    simple(cell)
}

/// `list`, or `list or_other`.
fn select(kind: Kind, rest: &str) -> Option<RowType> {
    let (list, suffix) = rest.split_once(' ').unwrap_or((rest, ""));
    let or_other = match suffix {
        "" => false,
        "or_other" | "or other" | "or specify other" => true,
        _ => return None,
    };
    Some(RowType::Select { kind, list: list.to_owned(), or_other })
}

fn structure(cell: &str) -> Option<RowType> {
    let (verb, what) = cell.split_once([' ', '_'])?;
    match (verb, what) {
        ("end", "group") => return Some(RowType::EndGroup),
        ("end", "repeat" | "lgroup" | "looped group") => return Some(RowType::EndRepeat),
        ("end", "loop") => return Some(RowType::Refused(cell.to_owned())),
        ("begin", _) => {}
        _ => return None,
    }
    // Behind `begin group` one more word may stand, which means nothing.
    let is = |name: &str| {
        what.strip_prefix(name).is_some_and(|rest| {
            let word = rest.strip_prefix(" over").unwrap_or(rest);
            rest.is_empty() || word.strip_prefix(' ').is_some_and(|word| !word.is_empty() && !word.contains(' '))
        })
    };
    if is("group") {
        Some(RowType::BeginGroup)
    } else if is("repeat") || is("lgroup") || is("looped group") {
        Some(RowType::BeginRepeat)
    } else if is("loop") {
        Some(RowType::Refused(cell.to_owned()))
    } else {
        None
    }
}

fn simple(cell: &str) -> RowType {
    let kind = match cell {
        "text" | "string" | "q string" | "add text prompt" | "phone number" => Kind::Text,
        "integer" | "int" | "q int" | "add integer prompt" | "percentage" => Kind::Integer,
        "number of days in last month" | "number of days in last six months" | "number of days in last year" => {
            Kind::Integer
        }
        "decimal" | "q decimal" | "add decimal prompt" => Kind::Decimal,
        "date" | "q date" | "add date prompt" => Kind::Date,
        "time" => Kind::Time,
        "datetime"
        | "dateTime"
        | "date time"
        | "q date time"
        | "q dateTime"
        | "add date time prompt"
        | "add dateTime prompt" => Kind::DateTime,
        "note" | "q note" | "add note prompt" => Kind::Note,
        "acknowledge" | "trigger" | "q acknowledge" | "add acknowledge prompt" => Kind::Acknowledge,
        "range" => Kind::Range,
        "calculate" | "q calculate" | "add calculate prompt" => Kind::Calculate,
        "hidden" => Kind::Hidden,
        "csv-external" => return RowType::CsvExternal,
        "form_id" | "set_form_id" | "form_title" | "set_form_title" | "prefix" => return RowType::Setting,
        "osm" | "xml-external" => return RowType::Refused(cell.to_owned()),
        _ if cell.starts_with("osm ") || cell.starts_with("cht:") => return RowType::Refused(cell.to_owned()),
        _ => return metadata(cell).or_else(|| capture(cell)).map_or_else(|| unknown(cell), RowType::Question),
    };
    RowType::Question(kind)
}

fn unknown(cell: &str) -> RowType {
    RowType::Unknown(cell.to_owned())
}

fn metadata(cell: &str) -> Option<Kind> {
    Some(Kind::Metadata(match cell {
        "start" | "start time" | "get start time" => Metadata::Start,
        "end" | "end time" | "get end time" => Metadata::End,
        "today" | "get today" => Metadata::Today,
        "username" | "uri:username" => Metadata::Username,
        "deviceid" | "device id" | "get device id" | "imei" | "uri:deviceid" => Metadata::DeviceId,
        "email" | "uri:email" | "phonenumber" | "get phone number" | "uri:phonenumber" | "simserial" | "sim id"
        | "get sim id" | "uri:simserial" | "subscriberid" | "subscriber id" | "get subscriber id"
        | "uri:subscriberid" => Metadata::Other,
        _ => return None,
    }))
}

/// Types that capture what is no text: kept without a widget.
fn capture(cell: &str) -> Option<Kind> {
    const CAPTURES: [&str; 31] = [
        "image",
        "photo",
        "add image prompt",
        "add photo prompt",
        "q image",
        "q picture",
        "audio",
        "add audio prompt",
        "q audio",
        "background-audio",
        "video",
        "add video prompt",
        "q video",
        "file",
        "add file prompt",
        "barcode",
        "add barcode prompt",
        "q barcode",
        "geopoint",
        "gps",
        "location",
        "add location prompt",
        "q geopoint",
        "q location",
        "geotrace",
        "q geotrace",
        "geoshape",
        "q geoshape",
        "start-geopoint",
        "background-geopoint",
        "audit",
    ];
    CAPTURES.contains(&cell).then(|| Kind::Unsupported(cell.to_owned()))
}

/// The constraint that comes with a type.
pub(super) fn constraint(cell: &str) -> Option<&'static str> {
    Some(match cell {
        "percentage" => "0 <= . and . <= 100",
        "number of days in last month" => "0 <= . and . <= 31",
        "number of days in last six months" => "0 <= . and . <= 183",
        "number of days in last year" => "0 <= . and . <= 365",
        "phone number" => "regex(., '^\\d*$')",
        _ => return None,
    })
}

/// Whether a cell says yes, in any of XLSForm's ways.
pub(super) fn is_yes(cell: &str) -> bool {
    matches!(cell, "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "true()")
}

/// Whether a cell says no.
pub(super) fn is_no(cell: &str) -> bool {
    matches!(cell, "no" | "No" | "NO" | "false" | "False" | "FALSE" | "false()")
}
