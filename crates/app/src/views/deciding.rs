//! What the coordinators decide: changes that were set aside, households that may be the same.

use super::*;
use chrono::{DateTime, Utc};
use domain::set_aside::{Decision, Deed};
use domain::{ChangeId, QuarantineReason, RecordId};

choices! {
    /// Why a change that was set aside cannot be stored as it is.
    pub enum AsideBlock {
        /// Only its author can write such a record, or know what it says: they can offer it again.
        AuthorOnly,
        /// What it said was not kept.
        Erased,
        /// Records of this kind do not change any more.
        Fixed,
        /// The record was deleted.
        Deleted,
        /// The record is not there, or what it belongs to.
        Missing,
        /// Something in it does not make sense, or lies where this coordinator does not work: other values are needed.
        Invalid,
        /// Something in it does not make sense, and a coordinator can put nothing else there.
        Unchangeable,
    }
    /// How a field is edited.
    pub enum FieldEdit { Text, Number, Neighbourhood }
}

views! {
    pub struct AsideField {
        pub field: String,
        /// What was asked, for an answer of a visit.
        pub question: Option<Texts>,
        #[ts(type = "unknown")]
        pub value: serde_json::Value,
        /// The value in words; absent where it speaks for itself.
        pub text: Option<Texts>,
        /// What stands now; null where nothing does.
        #[ts(type = "unknown")]
        pub standing: serde_json::Value,
        pub standing_text: Option<Texts>,
        /// Absent where it cannot be edited.
        pub edit: Option<FieldEdit>,
    }
    /// A change that was set aside.
    pub struct AsideView {
        pub id: RecordId,
        pub change: ChangeId,
        pub kind: String,
        pub deed: Deed,
        pub household: Option<HouseholdHead>,
        pub reason: QuarantineReason,
        pub author_name: String,
        pub mine: bool,
        pub at: DateTime<Utc>,
        pub fields: Vec<AsideField>,
        /// Why it cannot be accepted as it is.
        pub blocked: Option<AsideBlock>,
        pub decision: Option<Decision>,
        pub decided_by_name: Option<String>,
        pub decided_at: Option<DateTime<Utc>>,
        /// Why, from whoever decided.
        pub note: Option<String>,
    }
    pub struct AcceptInput {
        pub id: RecordId,
        /// Other values than the author's, by field; empty to accept it as it is.
        #[ts(type = "Record<string, unknown>")]
        pub fields: serde_json::Map<String, serde_json::Value>,
        /// For the author; needed where values differ.
        pub reason: Option<String>,
    }
    pub struct RejectInput { pub id: RecordId, pub reason: String }
    pub struct OfferInput { pub change: ChangeId }

    pub struct DoubleSide {
        pub row: TodayRow,
        pub residents: Vec<ResidentView>,
        pub attempts: u32,
    }
    /// Two households that may be the same, the older first.
    pub struct DoublePair { pub first: DoubleSide, pub second: DoubleSide }
    pub struct MergedHousehold { pub alias: HouseholdHead, pub stays: HouseholdHead }
    pub struct MergeInput { pub stays: RecordId, pub alias: RecordId }
    pub struct ApartInput {
        pub first: RecordId,
        pub second: RecordId,
        /// False to take it back.
        pub apart: bool,
    }
    /// Everything that waits for a coordinator's decision, and what was decided lately.
    pub struct DecideView {
        pub choices: Vec<ChoiceView>,
        pub set_aside: Vec<AsideView>,
        pub decided: Vec<AsideView>,
        pub doubles: Vec<DoublePair>,
        pub merged: Vec<MergedHousehold>,
    }
}
