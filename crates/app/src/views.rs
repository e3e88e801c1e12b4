//! What commands take and give. Generated to TypeScript; a field that is absent is `null` there.
//!
//! Texts in several languages are maps from language code to text. Instants are UTC, RFC 3339.

use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{AnswerFault, Channel, Consent, Gone, LeafletUse, NoVisit, Outcome, SharedField, Urgency};
use domain::life_cycle::{HelpState, ReferralState, ReviewState};
use domain::{ChangeId, QuarantineReason, RecordId, Role, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

pub type Texts = BTreeMap<String, String>;

macro_rules! views {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })*) => {
        $(#[derive(Clone, Serialize, Deserialize, TS)] $(#[$meta])* pub struct $name { $($body)* })*
    };
}
macro_rules! choices {
    ($($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* })*) => {
        $(#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
          #[serde(rename_all = "snake_case")] $(#[$meta])* pub enum $name { $($body)* })*
    };
}

mod publishing;
pub use publishing::*;

choices! {
    /// Which screen the app opens with.
    pub enum Stage {
        /// No database yet: enrol this laptop.
        Enrol,
        Locked,
        Open,
        /// It cannot start; `problem` says why.
        Blocked,
    }

    /// Where a record is, as its owner should understand it. True after a crash.
    pub enum Receipt {
        OnLaptop,
        OnServer,
        /// The server set a change aside; a coordinator looks at it.
        UnderReview,
        /// Two values wait for a choice.
        Choice,
        Reviewed,
        ActedOn,
    }

    /// How a household stands today; the form of its plate.
    pub enum PlateState {
        ToVisit,
        Visited,
        NotHome,
        /// Wants no visit, moved, or the address does not exist.
        NoVisit,
    }

    pub enum ThemeSetting { System, Light, Dark }
    pub enum ContrastSetting { System, Normal, More }

    pub enum QuestionKind {
        Text, Integer, Decimal, Date, Time, DateTime, Note, SelectOne, SelectMultiple, Acknowledge, Range, Rank,
        /// Something that a laptop cannot record: a photo, a place, a code.
        Unsupported,
        /// How often to answer a repeat: its instances, and adding one.
        Repeat,
        /// Kept in the data, no widget.
        Hidden,
    }

    pub enum Violation { Required, Constraint, Type }
    pub enum SectionState { Todo, Current, Done }
    pub enum PassphraseStrength { TooShort, Common, Fair, Good }
    pub enum HelpFilter { Mine, Team, Ended }
    pub enum ReviewFilter { Received, HasIssues, Approved }
    /// Whose value wins a choice.
    pub enum Keep { Standing, Waiting }
    pub enum Align { Ltr, Rtl }
}

views! {
    pub struct Nothing {}

    // ── session ──
    pub struct Settings {
        /// Of the interface: nl en it fr tr ar.
        pub language: String,
        pub theme: ThemeSetting,
        pub contrast: ContrastSetting,
        /// 100, 125 or 150.
        pub letter_percent: u32,
        /// Whether single letters and digits act outside text fields.
        pub single_keys: bool,
    }
    pub struct StartView {
        pub stage: Stage,
        /// First name of who works on this laptop, once enrolled.
        pub user_name: Option<String>,
        pub device_name: Option<String>,
        pub municipality: Option<String>,
        /// Seconds to wait before the next try.
        pub wait_seconds: u32,
        pub problem: Option<String>,
        pub settings: Settings,
    }
    pub struct ServerAddress { pub url: String }
    pub struct ServerView { pub municipality: String }
    pub struct EnrolInput { pub url: String, pub code: String, pub device_name: String, pub passphrase: String }
    pub struct Passphrase { pub passphrase: String }
    pub struct PassphraseHint { pub strength: PassphraseStrength, pub length: u32, pub minimum: u32 }
    pub struct Neighbourhood { pub code: String, pub name: String }
    pub struct Colleague { pub id: UserId, pub name: String, pub role: Role }
    pub struct Counts { pub to_visit: u32, pub open_help: u32, pub waiting: u32, pub to_review: u32, pub comments: u32 }
    pub struct SessionView {
        pub user: UserId,
        pub user_name: String,
        pub role: Role,
        pub duty: bool,
        pub device_name: String,
        pub neighbourhoods: Vec<Neighbourhood>,
        pub colleagues: Vec<Colleague>,
        pub counts: Counts,
        pub facts: Facts,
        pub settings: Settings,
        pub today: NaiveDate,
    }
    /// The municipality's own facts, from its one file.
    pub struct Facts {
        pub municipality: String,
        pub website: String,
        pub phone: String,
        pub interpreter_phone: Option<String>,
        pub languages: Vec<String>,
        pub services: Vec<ServiceView>,
        pub danger_numbers: Vec<DangerNumber>,
    }
    pub struct ServiceView { pub id: String, pub name: Texts }
    pub struct DangerNumber {
        pub id: String,
        pub number: String,
        pub label: Texts,
        /// False: "geen noodnummer".
        pub emergency: bool,
    }

    // ── households and today ──
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

    // ── the visit ──
    pub struct StartVisitInput { pub household: RecordId, pub channel: Channel }
    pub struct ChoiceOption { pub value: String, pub label: Texts, pub leaflet: Option<String> }
    pub struct RangeView {
        pub start: f64,
        pub end: f64,
        pub step: f64,
        /// The words at the ends, by language; may be empty.
        pub start_label: Texts,
        pub end_label: Texts,
    }
    pub struct QuestionView {
        /// Path of the definition: `hulpvraag[]/hv_categorie`.
        pub path: String,
        pub kind: QuestionKind,
        pub label: Texts,
        pub hint: Texts,
        /// For whoever asks; the resident does not read it.
        pub guidance: Texts,
        pub choices: Vec<ChoiceOption>,
        pub range: Option<RangeView>,
        pub appearance: Vec<String>,
        pub sensitive: bool,
        pub leaflet: Option<String>,
        /// What the app uses it for: consent, mood, language, … (docs/CONTENT.md).
        pub use_as: Option<String>,
        /// Top-level section it stands in.
        pub section: String,
    }
    pub struct SectionView { pub id: String, pub label: Texts, pub done: u32, pub total: u32, pub state: SectionState }
    /// A value as the form engine keeps it: text, number, or a list of choices. Dates are ISO 8601.
    pub struct AnswerView {
        #[ts(type = "string | number | string[] | null")]
        #[serde(default)]
        pub value: Option<serde_json::Value>,
        #[serde(default)]
        pub refused: bool,
        #[serde(default)]
        pub later: bool,
        #[serde(default)]
        pub note: Option<String>,
    }
    pub struct NodeView {
        /// Path of the instance: `hulpvraag[<uuid>]/hv_categorie`.
        pub path: String,
        /// Path of its definition.
        pub question: String,
        pub relevant: bool,
        pub required: bool,
        pub read_only: bool,
        pub answer: Option<AnswerView>,
        /// Values of the choices that are there now, in the order to show them; null: all, in the order of the question.
        pub choices: Option<Vec<String>>,
        /// Labels of choices with answers filled in, where the form asks for that.
        pub choice_labels: Option<BTreeMap<String, Texts>>,
        /// What the form computed, where nobody answers: of a note, or of what is read-only.
        pub value: Option<String>,
        pub problem: Option<Violation>,
        /// What the form says of the problem.
        pub problem_text: Option<Texts>,
        /// Postponed because a minor interprets: neither shown nor read aloud.
        pub put_off: bool,
        /// Label with the answers filled in, where the form asks for that.
        pub label: Option<Texts>,
        /// The same of its hint.
        pub hint: Option<Texts>,
        /// The groups and instances around it, from outside in, without the section.
        pub around: Vec<Heading>,
        /// What the form could not compute here.
        pub uncomputed: Vec<Uncomputed>,
    }
    /// A group, or an instance of a repeat, as a heading.
    pub struct Heading {
        pub label: Texts,
        /// Of an instance: which, and of how many.
        pub number: Option<(u32, u32)>,
    }
    /// An expression of a form that has no value.
    pub struct Uncomputed {
        /// The column of the survey sheet.
        pub column: String,
        pub expression: String,
        /// In English, for whoever made the form.
        pub reason: String,
    }
    pub struct RepeatView {
        /// Path of this repeat: `hulpvraag`, or `gezin[<key>]/kind` within another.
        pub path: String,
        /// Path of its definition, `hulpvraag[]`.
        pub question: String,
        /// The form decides how many instances there are.
        pub counted: bool,
        pub label: Texts,
        pub relevant: bool,
        /// Keys of the instances, in order.
        pub instances: Vec<String>,
        /// The instances that became help requests on their own already.
        pub confirmed: Vec<String>,
        pub use_as: Option<String>,
        pub section: String,
    }
    pub struct FormState {
        pub nodes: Vec<NodeView>,
        pub repeats: Vec<RepeatView>,
        pub sections: Vec<SectionView>,
        /// Instance path of the question to show; null: the check-answers page.
        pub at: Option<String>,
        /// Set when this state is on disk.
        pub saved_at: DateTime<Utc>,
        /// The resident's language.
        pub language: Option<String>,
        /// A leaflet that the last answer calls for.
        pub offer_leaflet: Option<String>,
    }
    pub struct FormDefinition {
        pub id: String,
        pub version: String,
        pub title: String,
        pub default_language: String,
        pub languages: Vec<String>,
        pub questions: Vec<QuestionView>,
    }
    pub struct DraftView {
        pub id: RecordId,
        pub household: HouseholdHead,
        pub started_at: DateTime<Utc>,
        pub channel: Channel,
        pub with: Option<UserId>,
        pub quick: bool,
        pub danger_noted: bool,
        pub form: FormDefinition,
        pub state: FormState,
        pub requests: Vec<HelpRow>,
        pub leaflets: Vec<LeafletGivenView>,
    }
    pub struct AnswerInput {
        pub draft: RecordId,
        pub path: String,
        pub answer: AnswerView,
        /// The question to show after this one (instance path); absent: stay.
        pub go_to: Option<String>,
        /// Still typing: do not move, do not offer leaflets.
        pub typing: bool,
    }
    pub struct GoToInput {
        pub draft: RecordId,
        /// Absent: the check-answers page.
        pub path: Option<String>,
    }
    pub struct RepeatInput { pub draft: RecordId, pub repeat: String }
    pub struct RepeatInstanceInput { pub draft: RecordId, pub repeat: String, pub key: String }
    pub struct DraftColleagueInput { pub draft: RecordId, pub with: Option<UserId> }
    pub struct FinishView { pub attempt: RecordId, pub row: TodayRow, pub saved_at: DateTime<Utc> }
    pub struct Problems { pub paths: Vec<String> }
    /// The quick note's one screen; null leaves an answer as it is.
    pub struct QuickNoteInput {
        pub draft: RecordId,
        pub consent: Option<bool>,
        /// A value of the mood question.
        pub mood: Option<String>,
        pub help_wanted: Option<bool>,
        pub help_category: Option<String>,
        pub leaflets: Vec<String>,
        pub remarks: Option<String>,
        pub come_back_on: Option<NaiveDate>,
        pub with: Option<UserId>,
        /// True: close the visit with this; false: keep it as a draft to finish later.
        pub finish: bool,
    }
    pub struct QuickNoteView {
        pub draft: RecordId,
        pub household: HouseholdHead,
        pub consent: Option<bool>,
        pub mood: Option<String>,
        pub moods: Vec<ChoiceOption>,
        pub help_wanted: Option<bool>,
        pub help_category: Option<String>,
        pub categories: Vec<ChoiceOption>,
        pub leaflets: Vec<String>,
        pub remarks: Option<String>,
        pub come_back_on: Option<NaiveDate>,
        pub saved_at: DateTime<Utc>,
    }
    pub struct DangerInput {
        pub household: RecordId,
        pub draft: Option<RecordId>,
        pub called: Vec<String>,
        pub not_called_because: Option<String>,
        pub note: Option<String>,
        /// "Nu weg": close the visit as left unsafe.
        pub leave: bool,
    }
    pub struct DangerView {
        pub id: RecordId,
        /// Absent where it lies in a neighbourhood that this laptop does not hold.
        pub household: Option<HouseholdHead>,
        pub at: DateTime<Utc>,
        pub by_name: String,
        pub called: Vec<String>,
        pub not_called_because: Option<String>,
        pub note: Option<String>,
        pub receipt: Receipt,
    }
    pub struct DangerList { pub rows: Vec<DangerView> }

    // ── the resident's view ──
    pub struct ResidentQuestionInput { pub draft: RecordId, pub path: String, pub language: Option<String> }
    pub struct ResidentQuestion {
        pub language: String,
        pub direction: Align,
        pub kind: QuestionKind,
        pub label: String,
        pub hint: Option<String>,
        pub choices: Vec<ResidentChoice>,
        pub range: Option<RangeView>,
        pub appearance: Vec<String>,
        /// Nobody answers; `value` is shown.
        pub read_only: bool,
        /// What the form computed, where nobody answers.
        pub value: Option<String>,
        pub answer: Option<AnswerView>,
        /// Dutch is shown because there is no translation.
        pub untranslated: bool,
        /// A sensitive question while a minor interprets: show a neutral page instead.
        pub put_off: bool,
        pub required: bool,
        /// Consent questions show what, who and how to withdraw.
        pub use_as: Option<String>,
        /// The same in the worker's language, for the strip.
        pub worker_label: String,
        pub worker_answer: Option<String>,
        pub languages: Vec<String>,
    }
    pub struct ResidentChoice { pub value: String, pub label: String }

    // ── help requests ──
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

    // ── leaflets ──
    pub struct LeafletRow { pub id: String, pub title: Texts, pub summary: Texts, pub expires_on: Option<NaiveDate>, pub languages: Vec<String> }
    pub struct LeafletsView { pub rows: Vec<LeafletRow> }
    pub struct LeafletInput { pub id: String, pub language: String }
    pub struct LeafletView {
        pub id: String,
        pub language: String,
        pub direction: Align,
        pub title: String,
        pub version: u32,
        pub blocks: Vec<LeafletBlock>,
        /// Dutch, because it was not translated yet.
        pub untranslated: bool,
        /// Translated from an older version.
        pub outdated: bool,
        pub checked_by: Option<String>,
        pub checked_on: Option<NaiveDate>,
        pub expires_on: Option<NaiveDate>,
    }
    pub struct LeafletText {
        pub text: String,
        pub strong: bool,
        /// A number or address from the facts: isolate it, keep it left to right.
        pub fact: bool,
    }
    pub struct GiveLeafletInput {
        /// With a draft it is noted in that visit, and leaves with it.
        pub draft: Option<RecordId>,
        pub household: RecordId,
        pub leaflet: String,
        pub language: String,
        pub how: LeafletUse,
    }

    // ── sending ──
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
    }
    pub struct ChoiceSide {
        #[ts(type = "unknown")]
        pub value: serde_json::Value,
        pub by: UserId,
        pub by_name: String,
        pub at: DateTime<Utc>,
    }
    pub struct ChoiceView {
        pub kind: String,
        pub id: RecordId,
        pub field: String,
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
    }

    // ── review ──
    pub struct ReviewListInput { pub filter: ReviewFilter }
    pub struct ReviewRow {
        pub visit: RecordId,
        pub household: Option<HouseholdHead>,
        pub by_name: String,
        pub at: DateTime<Utc>,
        pub state: ReviewState,
        pub flags: Vec<String>,
        pub requests: u32,
        pub comments: u32,
    }
    pub struct ReviewListView { pub rows: Vec<ReviewRow>, pub received: u32, pub has_issues: u32, pub approved: u32 }
    pub struct RevisionView {
        #[ts(type = "unknown")]
        pub old: serde_json::Value,
        pub old_text: String,
        pub new_text: String,
        pub reason: String,
        pub by_name: String,
        pub at: DateTime<Utc>,
    }
    pub struct CommentView { pub path: Option<String>, pub text: String, pub by: UserId, pub by_name: String, pub at: DateTime<Utc>, pub receipt: Receipt }
    pub struct ReviewAnswer {
        /// Instance path.
        pub path: String,
        pub question: QuestionView,
        pub answer: AnswerView,
        /// The answer in words, by language.
        pub text: Texts,
        pub flagged: bool,
        /// What the form does not allow about it.
        pub issues: Vec<AnswerFault>,
        pub comments: Vec<CommentView>,
        pub revisions: Vec<RevisionView>,
    }
    pub struct IssueView {
        pub path: String,
        /// Of the question; empty where there is none.
        pub label: Texts,
        pub fault: AnswerFault,
    }
    pub struct ReviewSection { pub id: String, pub label: Texts, pub answers: Vec<ReviewAnswer> }
    /// A sent visit: for the coordinator to review, for its author to read the comments and correct.
    pub struct VisitView {
        pub id: RecordId,
        pub household: Option<HouseholdHead>,
        pub by: UserId,
        pub by_name: String,
        pub with_name: Option<String>,
        pub channel: Channel,
        pub language: Option<String>,
        pub started_at: DateTime<Utc>,
        pub finished_at: DateTime<Utc>,
        pub state: ReviewState,
        pub flags: Vec<String>,
        /// What the form does not allow and no answer below stands for.
        pub issues: Vec<IssueView>,
        pub sections: Vec<ReviewSection>,
        /// On the visit as a whole.
        pub comments: Vec<CommentView>,
        /// Requests that the resident allowed to share.
        pub requests: Vec<HelpRow>,
        pub mine: bool,
        pub receipt: Receipt,
    }
    pub struct CommentInput { pub visit: RecordId, pub path: Option<String>, pub text: String }
    pub struct ReviewInput { pub visit: RecordId, pub state: ReviewState }
    pub struct ApprovedView { pub approved: u32 }
    pub struct CorrectInput { pub visit: RecordId, pub path: String, pub answer: AnswerView, pub reason: String }
    /// Comments on my visits that I have not answered with a correction or a comment.
    pub struct MyCommentsView { pub rows: Vec<ReviewRow> }

    // ── lists of a day ──
    pub struct ImportInput { pub csv: String, /** False: only show what would happen. */ pub confirm: bool }
    /// `column` is street, number, box or neighbourhood, whatever the file calls it.
    pub struct ImportProblem { pub row: u32, pub column: String, pub code: String }
    /// A row of the file, in the columns that were recognised.
    pub struct ImportRow { pub row: u32, pub cells: Vec<String> }
    pub struct ImportView {
        /// Columns that the first row lacks; then nothing else was read.
        pub missing: Vec<String>,
        pub columns: Vec<String>,
        pub first: Vec<ImportRow>,
        pub new: u32,
        pub known: u32,
        pub problems: Vec<ImportProblem>,
        pub imported: bool,
    }
    pub struct HouseholdsInput { pub neighbourhood: Option<String>, pub text: Option<String> }
    pub struct HouseholdsView { pub streets: Vec<StreetGroup>, pub total: u32 }
    pub struct RoundInput { pub day: NaiveDate, pub name: String, pub neighbourhood: String, pub households: Vec<RecordId>, pub assignee: UserId }
    pub struct RoundHouseholdInput { pub round: RecordId, pub household: RecordId }
    pub struct RoundView { pub id: RecordId, pub day: NaiveDate, pub name: String, pub neighbourhood: String, pub assignee: Option<UserId>, pub assignee_name: String, pub households: Vec<HouseholdHead> }
    pub struct RoundsView { pub rounds: Vec<RoundView> }
}

/// A part of a leaflet.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LeafletBlock {
    Heading {
        level: u8,
        text: Vec<LeafletText>,
    },
    Paragraph {
        text: Vec<LeafletText>,
    },
    List {
        items: Vec<Vec<LeafletText>>,
    },
    Steps {
        items: Vec<Vec<LeafletText>>,
    },
    /// Where to ask: a box with a phone.
    Contact {
        lines: Vec<Vec<LeafletText>>,
    },
}

/// What the app tells the UI by itself.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Sending: how it goes.
    Sync { status: SyncView },
    /// Records changed: read again what is shown.
    Changed,
    /// The app locked itself.
    Locked,
}
