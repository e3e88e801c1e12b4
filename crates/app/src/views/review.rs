//! Sent visits: review, comments, corrections.

use super::*;
use chrono::{DateTime, Utc};
use domain::entities::{AnswerFault, Channel};
use domain::life_cycle::ReviewState;
use domain::{RecordId, UserId};

views! {
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
        /// The groups and instances around it, from outside in, without the section.
        pub around: Vec<Heading>,
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
        /// By how many minutes the author's clock was ahead when the visit arrived, where that is worth telling.
        pub clock_off_min: Option<i32>,
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
}
