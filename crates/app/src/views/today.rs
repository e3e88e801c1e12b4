//! Households and the list of the day.

use super::*;
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{Channel, Gone, LeafletUse, NoVisit, Outcome};
use domain::{RecordId, UserId};

views! {
    pub struct HouseholdHead {
        pub id: RecordId,
        pub neighbourhood: String,
        pub street: String,
        pub number: String,
        /// "bus 3" shows as box 3.
        pub bus: Option<String>,
        pub name: Option<String>,
        pub people: Option<u32>,
        pub languages: Vec<String>,
    }
    pub struct TodayRow {
        pub household: HouseholdHead,
        pub state: PlateState,
        pub last: Option<AttemptView>,
        /// For whoever comes next.
        pub note: Option<String>,
        /// What was noted for whoever comes next where this household went by another id.
        pub alias_notes: Vec<String>,
        pub appointment: Option<String>,
        pub open_help: u32,
        /// An unfinished visit of mine.
        pub draft: Option<RecordId>,
        pub no_visit: Option<NoVisit>,
        pub gone: Option<Gone>,
        pub not_home_times: u32,
        pub receipt: Receipt,
    }
    pub struct StreetGroup { pub street: String, pub rows: Vec<TodayRow> }
    pub struct Day { pub day: Option<NaiveDate> }
    pub struct TodayView {
        pub day: NaiveDate,
        pub neighbourhoods: Vec<String>,
        /// Unfinished visits, oldest first; their households may not be on the list.
        pub unfinished: Vec<TodayRow>,
        pub streets: Vec<StreetGroup>,
        pub visited: u32,
        pub not_home: u32,
        pub no_visit: u32,
        pub to_go: u32,
    }
    pub struct AttemptView {
        pub id: RecordId,
        pub household: RecordId,
        pub channel: Channel,
        pub outcome: Outcome,
        pub at: DateTime<Utc>,
        pub by: UserId,
        pub by_name: String,
        pub with_name: Option<String>,
        pub leaflets: u32,
        pub come_back_on: Option<NaiveDate>,
        pub promised: Option<String>,
        pub receipt: Receipt,
        /// Whether this laptop holds the visit's answers.
        pub has_visit: bool,
    }
    pub struct ResidentView {
        pub id: RecordId,
        pub name: Option<String>,
        pub birth_year: Option<i32>,
        pub phone: Option<String>,
        pub language: Option<String>,
        pub receipt: Receipt,
    }
    /// What was promised, what came of it, who acted.
    pub struct SinceLastTime {
        pub last: Option<AttemptView>,
        pub requests: Vec<HelpRow>,
    }
    pub struct HouseholdView {
        pub row: TodayRow,
        pub residents: Vec<ResidentView>,
        pub since_last_time: SinceLastTime,
        pub attempts: Vec<AttemptView>,
        pub leaflets: Vec<LeafletGivenView>,
        pub receipt: Receipt,
        pub choices: Vec<ChoiceView>,
        /// The same household as others added it.
        pub aliases: Vec<HouseholdHead>,
        /// What was set aside of it.
        pub set_aside: Vec<AsideView>,
    }
    pub struct LeafletGivenView {
        pub leaflet: String,
        pub title: Texts,
        pub language: String,
        pub version: u32,
        pub how: LeafletUse,
        pub at: DateTime<Utc>,
        pub by_name: String,
    }
    pub struct Id { pub id: RecordId }
    pub struct SearchInput { pub text: String }
    pub struct SearchView { pub rows: Vec<TodayRow> }
    pub struct HouseholdInput {
        /// Absent: a new one.
        pub id: Option<RecordId>,
        pub neighbourhood: String,
        pub street: String,
        /// As typed: "112 bus 3" is taken apart when `bus` is absent.
        pub number: String,
        pub bus: Option<String>,
        pub name: Option<String>,
        pub people: Option<u32>,
        pub languages: Vec<String>,
        pub note: Option<String>,
        /// Put a new household on my list of today.
        pub on_my_list: bool,
    }
    pub struct DoublesView { pub rows: Vec<TodayRow> }
    pub struct ResidentInput {
        pub id: Option<RecordId>,
        pub household: RecordId,
        pub name: Option<String>,
        pub birth_year: Option<i32>,
        pub phone: Option<String>,
        pub language: Option<String>,
    }
    pub struct OutcomeInput {
        pub household: RecordId,
        pub outcome: Outcome,
        pub channel: Channel,
        /// For `refused`.
        pub said_by: Option<String>,
        pub until: Option<NaiveDate>,
        pub come_back_on: Option<NaiveDate>,
        pub leaflets: u32,
    }
    pub struct OutcomeView { pub attempt: RecordId, pub row: TodayRow }
    pub struct MoveVisitInput {
        /// An attempt (with its visit) or a draft.
        pub visit: RecordId,
        pub to: RecordId,
    }
}
