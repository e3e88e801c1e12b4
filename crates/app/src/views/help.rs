//! Help requests.

use super::*;
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{Consent, SharedField, Urgency};
use domain::life_cycle::{HelpState, ReferralState};
use domain::{RecordId, UserId};
use std::collections::BTreeMap;

views! {
    pub struct HelpRow {
        pub id: RecordId,
        pub category: String,
        pub category_label: Texts,
        pub detail_label: Option<Texts>,
        pub urgency: Urgency,
        pub state: HelpState,
        pub recorded_on: NaiveDate,
        pub shared: bool,
        /// Present where this laptop may know whose it is.
        pub household: Option<HouseholdHead>,
        pub assignee: Option<UserId>,
        pub assignee_name: Option<String>,
        pub days_since_action: u32,
        pub overdue: bool,
        pub last_event: Option<HelpEventView>,
        pub mine: bool,
        pub receipt: Receipt,
    }
    pub struct HelpEventView {
        pub at: DateTime<Utc>,
        pub by_name: String,
        pub state: Option<HelpState>,
        pub assignee_name: Option<String>,
        pub note: Option<String>,
        pub receipt: Receipt,
    }
    pub struct ReferralView {
        pub id: RecordId,
        pub service: String,
        pub service_name: Texts,
        pub state: ReferralState,
        pub reason: Option<String>,
        pub sent_at: DateTime<Utc>,
        pub receipt: Receipt,
    }
    pub struct HelpView {
        pub row: HelpRow,
        pub description: Option<String>,
        pub contact: Option<String>,
        pub consent: Option<Consent>,
        /// Shared without consent because a life was in danger.
        pub vital_reason: Option<String>,
        pub events: Vec<HelpEventView>,
        pub referrals: Vec<ReferralView>,
        pub next_states: Vec<HelpState>,
        pub closed_reason: Option<String>,
        pub result: Option<String>,
        pub visit: Option<RecordId>,
    }
    pub struct HelpListInput { pub filter: HelpFilter }
    pub struct HelpListView { pub rows: Vec<HelpRow>, pub mine: u32, pub team: u32, pub ended: u32, pub unassigned_today: Vec<RecordId> }
    pub struct HelpInput {
        pub household: RecordId,
        pub draft: Option<RecordId>,
        pub category: String,
        pub detail: Option<String>,
        pub urgency: Urgency,
        pub description: String,
        pub contact: Option<String>,
        /// Null: not asked yet; stays unshared.
        pub consent_given: Option<bool>,
        pub recipient: Option<String>,
        pub fields: Vec<SharedField>,
    }
    pub struct HelpOptions { pub categories: Vec<ChoiceOption>, pub details: BTreeMap<String, Vec<ChoiceOption>>, pub recipients: Vec<ServiceView> }
    pub struct HelpStateInput { pub id: RecordId, pub state: HelpState, pub reason: Option<String> }
    pub struct HelpAssignInput { pub id: RecordId, pub assignee: Option<UserId> }
    pub struct HelpUrgencyInput { pub id: RecordId, pub urgency: Urgency }
    pub struct HelpNoteInput { pub id: RecordId, pub note: String }
    pub struct ReferInput { pub id: RecordId, pub service: String }
    pub struct ReferralInput { pub referral: RecordId, pub state: ReferralState, pub reason: Option<String> }
    pub struct VitalShareInput { pub id: RecordId, pub reason: String }
    pub struct ConsentInput { pub id: RecordId, pub given: bool, pub recipient: Option<String>, pub fields: Vec<SharedField> }
}
