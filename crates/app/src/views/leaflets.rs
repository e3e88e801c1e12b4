//! Leaflets.

use super::*;
use chrono::NaiveDate;
use domain::RecordId;
use domain::entities::LeafletUse;

views! {
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
