//! A visit being written.

use super::*;
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::Channel;
use domain::{RecordId, UserId};
use std::collections::BTreeMap;

views! {
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
        /// What the form could not compute here; in a trial, at the question it is at, also what nobody is asked.
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
        /// Path of the row that holds it.
        pub path: String,
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
}
