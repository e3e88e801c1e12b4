//! What commands take and give. Generated to TypeScript; a field that is absent is `null` there.
//!
//! Texts in several languages are maps from language code to text. Instants are UTC, RFC 3339.

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

mod deciding;
mod help;
mod leaflets;
mod publishing;
mod resident;
mod review;
mod rounds;
mod sending;
mod session;
mod today;
mod visit;

pub use deciding::*;
pub use help::*;
pub use leaflets::*;
pub use publishing::*;
pub use resident::*;
pub use review::*;
pub use rounds::*;
pub use sending::*;
pub use session::*;
pub use today::*;
pub use visit::*;

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
}

/// What the app tells the UI by itself.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Sending: how it goes.
    Sync { status: SyncView },
    /// Records changed: read again what is shown.
    Changed,
    /// The app locks in a moment: put away what is shown, keep what is being typed.
    Locking,
    /// The app is locked.
    Locked,
}
