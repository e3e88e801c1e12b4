//! The messages between laptop and server, and their version. docs/PROTOCOL.md describes them for someone who
//! would write a client; golden samples in `tests/golden` freeze them.
//!
//! JSON over HTTP. Every request but `hello` and `enrol` carries `Authorization: Bearer <token>`; every request
//! carries `Hgh-Protocol: <version>`.
//!
//! Invariant: what is read of a stranger's bytes has a limit, packed and unpacked ([`packing`], [`frames`]).

pub mod frames;
pub mod packing;
mod signature;

pub use signature::Signature;

use chrono::{DateTime, Utc};
use domain::{Actor, Change, DeviceId, EnrolmentId, Record, RecordKey, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version this code speaks.
pub const PROTOCOL: u32 = 2;
/// The oldest server that this code's laptops can talk to: they pack what they send.
pub const OLDEST_SERVER: u32 = 2;
/// From this version on, bodies may be packed with zstd both ways, and a pull is answered by a stream of pages.
pub const STREAMS_SINCE: u32 = 2;
/// The oldest version this code still understands.
pub const OLDEST_PROTOCOL: u32 = 1;
/// Header that carries the version of the sender.
pub const PROTOCOL_HEADER: &str = "hgh-protocol";

/// The most changes in one push.
pub const MAX_BATCH_CHANGES: usize = 1_000;
/// The largest body of a request, in bytes, as sent and unpacked.
pub const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;
/// The most records in one page of a pull.
pub const MAX_PAGE_RECORDS: usize = 2_000;

pub const PATH_HELLO: &str = "/v1/hello";
pub const PATH_ENROL: &str = "/v1/enrol";
pub const PATH_PUSH: &str = "/v1/push";
pub const PATH_PULL: &str = "/v1/pull";
pub const PATH_EVENTS: &str = "/v1/events";
/// What a body packed with [`packing`] is called in `Content-Encoding`.
pub const ZSTD: &str = "zstd";
/// The type of a stream of pages: one [`Pulled`] a line.
pub const PAGES: &str = "application/x-ndjson";

/// Answer to `GET /v1/hello`: which server this is and which versions it speaks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hello {
    /// Always "hoe-gaat-het", so that another program on that address is not taken for the server.
    pub product: String,
    pub protocol: u32,
    pub oldest_protocol: u32,
    /// The id of the municipality.
    pub municipality: String,
    /// What the municipality is called.
    #[serde(default)]
    pub name: String,
}

/// The value of [`Hello::product`].
pub const PRODUCT: &str = "hoe-gaat-het";

/// `POST /v1/enrol`: a new laptop with a one-time code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Enrol {
    pub code: String,
    pub device_name: String,
    /// The same when a laptop asks again, because the answer got lost or could not be kept.
    pub enrolment: EnrolmentId,
    /// The laptop that this one was before, where it is enrolled again and keeps its data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<DeviceId>,
}

/// Answer to [`Enrol`]. The token is shown this once; the server keeps its SHA-256.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Enrolled {
    pub device: DeviceId,
    pub token: String,
    pub actor: Actor,
    pub user_name: String,
}

/// `POST /v1/push`. Changes in the order of their counters; `C` is a change: read, or as text.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Push<C = Change> {
    pub changes: Vec<C>,
    /// The epoch that the laptop last read, where it has read one: a server in another answers
    /// [`RefusalCode::OtherEpoch`] and stores nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u64>,
    /// What the laptop's clock says when it begins to send, so that the server knows how far that can be trusted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<DateTime<Utc>>,
    /// Which records were looked at, for the journal of who saw what. Nobody sends or keeps them yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reads: Vec<ReadEvent>,
    /// By the laptop's key, over the changes and reads as they stand in the body. Not demanded or checked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

impl<C> Push<C> {
    /// A push of these changes.
    pub fn of(changes: Vec<C>) -> Self {
        Self { changes, epoch: None, sent_at: None, reads: Vec::new(), signature: None }
    }
}

/// Somebody looked at a record on a laptop.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadEvent {
    pub record: RecordKey,
    /// By the laptop's clock.
    pub at: DateTime<Utc>,
}

/// Answer to [`Push`]: a verdict for each change, in the same order. All of them are durable.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pushed {
    pub verdicts: Vec<Verdict>,
    /// The epoch of the server that answered; older servers do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u64>,
}

/// How far a laptop has read: per grant, the last sequence. A grant that is new to the laptop starts at nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cursor {
    pub epoch: u64,
    pub grants: BTreeMap<String, u64>,
}

/// `POST /v1/pull`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pull {
    pub cursor: Cursor,
    /// Records in a page, at most [`MAX_PAGE_RECORDS`].
    #[serde(default = "page_records", skip_serializing_if = "is_page_records")]
    pub limit: usize,
}

/// Records in a page where the question does not say.
pub const PAGE_RECORDS: usize = 1_000;

fn page_records() -> usize {
    PAGE_RECORDS
}

fn is_page_records(limit: &usize) -> bool {
    *limit == PAGE_RECORDS
}

/// Answer to [`Pull`], or one page of it: current states, what left the scope, and the cursor to ask with next.
/// `R` is a record: read, or with its body as text.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pulled<R = Record> {
    #[serde(default = "Vec::<R>::new")]
    pub records: Vec<R>,
    /// Records that left the scope: send what is pending, then erase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evict: Vec<RecordKey>,
    pub cursor: Cursor,
    /// There is more: ask again at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// Present when it changed since the laptop's grants: who the laptop acts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// How many records the scope holds that the laptop has not; for a progress indication.
    #[serde(default)]
    pub remaining: u64,
}

/// Any refusal. `code` is stable; texts are the client's.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    pub code: RefusalCode,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RefusalCode {
    /// The enrolment code is wrong.
    WrongCode,
    /// The enrolment code was used before.
    UsedCode,
    /// The enrolment code is older than its 10 minutes.
    ExpiredCode,
    /// No or an unknown token.
    Unauthenticated,
    /// The laptop was revoked.
    Revoked,
    /// The laptop's version is too old.
    UpgradeRequired,
    /// The body is not a message of this protocol.
    Malformed,
    TooLarge,
    TooManyRequests,
    /// The server cannot do it now; nothing was stored.
    Unavailable,
    /// The server was restored from a copy since the laptop last read from it; nothing was stored. Offer again what
    /// was answered before, and read everything anew.
    OtherEpoch,
    /// Two laptops work on from one copy of the same data; nothing was stored. This one has to enrol again.
    Cloned,
}
