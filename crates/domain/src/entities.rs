//! Typed views of record bodies. A body may hold more fields than its view; those are kept.
//!
//! Optional fields are absent when empty. Debug is redacted where a person could be recognised.

use crate::life_cycle::{HelpState, ReferralState, ReviewState};
use crate::{Body, Kind, RecordId, Role, UserId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use ts_rs::TS;

/// A record kind with a typed view.
pub trait Entity: Serialize + DeserializeOwned {
    const KIND: Kind;

    /// The fields, ready for a change.
    fn to_body(&self) -> Body {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(body)) => body,
            _ => Body::new(),
        }
    }

    /// # Errors
    /// Where the body is not of this kind.
    fn from_body(body: &Body) -> Result<Self, serde_json::Error> {
        Self::deserialize(body)
    }
}

macro_rules! entities {
    ($($name:ident),* $(,)?) => {$(
        impl Entity for $name {
            const KIND: Kind = Kind::$name;
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}

entities!(
    Neighbourhood,
    User,
    Form,
    Household,
    Resident,
    Attempt,
    Visit,
    HelpRequest,
    HelpRequestDetail,
    SharedDetail,
    HelpEvent,
    Referral,
    Danger,
    LeafletGiven,
    Review,
    Comment,
    Revision,
    Round,
    Assignment,
);

/// One of the six languages of the brochure, or another as typed. Codes: nl en it fr tr ar.
pub type Language = String;

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Neighbourhood {
    /// The id used in scopes: "winterslag".
    pub code: String,
    pub name: String,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    pub name: String,
    pub role: Role,
    pub neighbourhoods: Vec<String>,
    #[serde(default)]
    pub duty: bool,
    #[serde(default)]
    pub inactive: bool,
}

/// A published version of a form. Only `withdrawn` ever changes: visits refer to the rest.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub form_id: String,
    pub version: String,
    pub title: String,
    /// The workbook (.xlsx or .xls), base64.
    pub xlsx: String,
    /// Tables of choices beside the workbook: name to content, base64.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, String>,
    /// New visits do not use it; visits that began with it go on.
    #[serde(default)]
    pub withdrawn: bool,
    /// Who published it; absent where the server did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<DateTime<Utc>>,
}

impl Form {
    /// The id of the record of this version: the same wherever it is published, so that a version is there once.
    pub fn id_of(form_id: &str, version: &str) -> RecordId {
        RecordId(crate::named::named_id("form", &format!("{form_id}/{version}")))
    }

    /// Whether `set` changes something of a published version that visits rely on.
    pub fn rewrites(set: &Body) -> bool {
        set.keys().any(|field| field != "withdrawn")
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Household {
    /// Code of the neighbourhood.
    pub neighbourhood: String,
    pub street: String,
    /// "112", "112A".
    pub number: String,
    /// "3" of "112 bus 3".
    #[serde(default, rename = "box", skip_serializing_if = "Option::is_none")]
    pub bus: Option<String>,
    /// What the household goes by; absent where nobody gave a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// For whoever comes next: "Hoort slecht. Bel 2 keer aan."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Wants no visit: who said so, and until when (absent: until further notice).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_visit: Option<NoVisit>,
    /// The people moved, or the address does not exist: nobody to visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
    /// The same household under another id, which stays: everything of both shows there. Nothing moves, so lifting it
    /// undoes it. Only coordinators write this and the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<RecordId>,
    /// Looks like a double of these, and is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distinct_from: Vec<RecordId>,
}

impl Household {
    /// Whether `set` says that two households are the same, or are not.
    pub fn judges(set: &Body) -> bool {
        set.contains_key("merged_into") || set.contains_key("distinct_from")
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoVisit {
    /// In the visitor's words: "mevrouw zelf", "de zoon".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gone {
    Moved,
    WrongAddress,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Resident {
    pub household: RecordId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// How contact was sought.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Door,
    Phone,
    Elsewhere,
}

/// What came of an attempt.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Spoken,
    NotHome,
    NotNow,
    /// Wants no visit.
    Refused,
    /// Only a minor was home; nothing was asked.
    MinorOnly,
    NoCommonLanguage,
    Moved,
    WrongAddress,
    /// "Nu weg": the visitor left because it was not safe.
    LeftUnsafe,
}

/// One attempt, of any channel. Set only to move it to another household or to take it back.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    pub household: RecordId,
    pub channel: Channel,
    pub outcome: Outcome,
    pub started_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<DateTime<Utc>>,
    pub by: UserId,
    /// A second colleague who was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<UserId>,
    #[serde(default)]
    pub leaflets: u32,
    /// Promised to come back on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub come_back_on: Option<NaiveDate>,
    /// What was promised, in a few words, for whoever comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<String>,
    /// Taken back by its author (undo).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undone: bool,
}

/// A conversation's answers. Beside these fields the body holds one field per answer, `answers/<path>`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    pub household: RecordId,
    pub form_id: String,
    pub form_version: String,
    pub by: UserId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<UserId>,
    pub channel: Channel,
    pub started_at: DateTime<Utc>,
    pub finished_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Why a coordinator should look at it first; codes of messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// What its form does not allow among the answers. The server writes it after each change, and nobody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<FormIssue>,
    /// By how many seconds the laptop's clock was ahead of the server's when the visit arrived; absent where that is
    /// little. The server writes it, and nobody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_off_s: Option<i64>,
}

/// One thing that the form does not allow.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
pub struct FormIssue {
    /// The path of the answer; empty for the visit as a whole.
    pub path: String,
    /// Names the message `form-issue-<fault>`.
    pub fault: AnswerFault,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerFault {
    /// The server has no form of this version, or cannot read it.
    UnknownForm,
    /// The form asks nothing at this path.
    UnknownPath,
    /// What stands at this path takes no answer.
    NotAnswerable,
    WrongType,
    UnknownChoice,
    Constraint,
    /// An answer is demanded and there is none.
    Required,
}

/// Prefix of the fields that hold answers.
pub const ANSWER_PREFIX: &str = "answers/";

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    Today,
    Week,
    Normal,
}

/// What everybody of the neighbourhood may know of a help request: nothing that tells whose it is.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpRequest {
    pub neighbourhood: String,
    /// A value of the form's list of categories.
    pub category: String,
    pub urgency: Urgency,
    pub state: HelpState,
    /// A day, not an instant: the time would tell the visit.
    pub recorded_on: NaiveDate,
    pub shared: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<UserId>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpRequestDetail {
    pub household: RecordId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<RecordId>,
    /// A value of the form's list of details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    pub description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Absent until the resident was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// What the resident decided about passing a request on.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Consent {
    pub given: bool,
    /// A service of the municipality's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// Which of description, contact and address.
    #[serde(default)]
    pub fields: Vec<SharedField>,
    pub decided_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum SharedField {
    Description,
    Contact,
    Address,
}

/// What was agreed to pass on. Only agreed fields are present.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SharedDetail {
    pub help_request: RecordId,
    /// A service of the municipality's list, or absent for the coordinators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    pub by: UserId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<RecordId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Shared without consent because a life was in danger: why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vital_reason: Option<String>,
}

/// A step in a help request's life.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpEvent {
    pub help_request: RecordId,
    pub at: DateTime<Utc>,
    pub by: UserId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<HelpState>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Referral {
    pub help_request: RecordId,
    pub service: String,
    pub state: ReferralState,
    pub by: UserId,
    pub sent_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Danger {
    pub household: RecordId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<RecordId>,
    pub at: DateTime<Utc>,
    pub by: UserId,
    /// Ids of the numbers of the card that were called.
    #[serde(default)]
    pub called: Vec<String>,
    /// Why nobody was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_called_because: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeafletUse {
    Shown,
    Left,
    ReadAloud,
}

/// Set only to move it to another household with its visit.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct LeafletGiven {
    pub household: RecordId,
    /// The visit it was given in; absent where it was given apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<RecordId>,
    pub leaflet: String,
    pub language: Language,
    pub version: u32,
    pub how: LeafletUse,
    pub at: DateTime<Utc>,
    pub by: UserId,
}

/// The review of the visit with the same id.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    pub state: ReviewState,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    pub visit: RecordId,
    /// The answer it is about; absent for the visit as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    pub text: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    pub visit: RecordId,
    pub path: String,
    /// Null, and so absent from a body, where there was no answer.
    #[serde(default)]
    pub old: serde_json::Value,
    /// The same where the answer was taken away.
    #[serde(default)]
    pub new: serde_json::Value,
    pub reason: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Round {
    pub neighbourhood: String,
    pub day: NaiveDate,
    pub name: String,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    pub household: RecordId,
    pub round: RecordId,
    pub day: NaiveDate,
    pub assignee: UserId,
    /// Appointment, local time: "11.30".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<String>,
}
