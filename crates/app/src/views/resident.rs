//! What the resident sees.

use super::*;
use domain::RecordId;

views! {
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
}
