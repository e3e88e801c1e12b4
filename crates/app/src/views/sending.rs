//! Sending, and the choices between two values.

use super::*;
use chrono::{DateTime, Utc};
use domain::{ChangeId, QuarantineReason, RecordId, UserId};

views! {
    pub struct SendRow {
        pub change: ChangeId,
        pub kind: String,
        pub id: RecordId,
        pub household: Option<HouseholdHead>,
        pub at: DateTime<Utc>,
        pub sent_at: Option<DateTime<Utc>>,
        pub receipt: Receipt,
        /// Why it is under review.
        pub reason: Option<QuarantineReason>,
        /// Under review, and its author can send it once more.
        pub offer: bool,
    }
    pub struct ChoiceSide {
        #[ts(type = "unknown")]
        pub value: serde_json::Value,
        /// The value in words; absent where it speaks for itself.
        pub text: Option<Texts>,
        pub by: UserId,
        pub by_name: String,
        pub at: DateTime<Utc>,
    }
    pub struct ChoiceView {
        pub kind: String,
        pub id: RecordId,
        pub field: String,
        /// What was asked, for an answer of a visit.
        pub question: Option<Texts>,
        pub household: Option<HouseholdHead>,
        pub change: ChangeId,
        pub standing: ChoiceSide,
        pub waiting: ChoiceSide,
    }
    pub struct ResolveInput { pub kind: String, pub id: RecordId, pub change: ChangeId, pub keep: Keep }
    pub struct SyncView {
        pub online: bool,
        /// Done and total while sending.
        pub sending: Option<(u32, u32)>,
        pub waiting: u32,
        pub last_contact_at: Option<DateTime<Utc>>,
        /// A code of a message: revoked, app-too-old, …
        pub problem: Option<String>,
        /// Records the first pull still has to bring.
        pub remaining: u32,
    }
    pub struct SendingView {
        pub status: SyncView,
        pub waiting: Vec<SendRow>,
        pub sent_today: Vec<SendRow>,
        pub choices: Vec<ChoiceView>,
        pub set_aside: Vec<SendRow>,
        /// What came, lately, of what was set aside.
        pub decided: Vec<AsideView>,
    }
}
