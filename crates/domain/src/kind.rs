//! The kinds of record.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        /// What a record is about. A kind of a newer version is kept as [`Kind::Other`] and survives a round trip.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(from = "String", into = "String")]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
            /// A kind that this version does not know.
            Other(String),
        }

        impl Kind {
            /// Every kind this version knows.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant),*];

            /// The name in messages and tables.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Kind::$variant => $name,)*
                    Kind::Other(name) => name,
                }
            }
        }

        impl From<String> for Kind {
            fn from(name: String) -> Self {
                match name.as_str() {
                    $($name => Kind::$variant,)*
                    _ => Kind::Other(name),
                }
            }
        }
    };
}

kinds! {
    /// The municipality's own facts (one record).
    Municipality = "municipality",
    /// A part of the municipality; the unit of scope.
    Neighbourhood = "neighbourhood",
    /// A person who signs in.
    User = "user",
    /// A published version of a form.
    Form = "form",
    /// An address with the people who live there.
    Household = "household",
    /// A person of a household.
    Resident = "resident",
    /// One knock, call or talk: when, by whom, what came of it. No answers.
    Attempt = "attempt",
    /// The answers of a conversation, for its author and the coordinators. Same id as its attempt.
    Visit = "visit",
    /// A question for help: category, urgency and state, and nothing that tells whose it is.
    HelpRequest = "help_request",
    /// Whose request it is and what was said; for its author alone. Same id as its request.
    HelpRequestDetail = "help_request_detail",
    /// What the resident agreed to pass on, for one recipient.
    SharedDetail = "shared_detail",
    /// What happened to a help request. Append-only.
    HelpEvent = "help_event",
    /// A help request handed to a service, and what came of it.
    Referral = "referral",
    /// A note of danger, for its author and whoever is on duty.
    Danger = "danger",
    /// A leaflet shown or left, with language and version.
    LeafletGiven = "leaflet_given",
    /// A coordinator's verdict on a visit. Same id as the visit.
    Review = "review",
    /// A remark on one answer of a visit. Append-only.
    Comment = "comment",
    /// An answer corrected after sending: old, new, why. Append-only.
    Revision = "revision",
    /// A list of households for a day.
    Round = "round",
    /// A household on a round, and who takes it.
    Assignment = "assignment",
    /// A change that the server set aside, for its author and the coordinators. The server makes it.
    SetAside = "set_aside",
}

impl Kind {
    /// Whether records of this kind are only ever added, so that two laptops cannot disagree on one.
    pub fn is_append_only(&self) -> bool {
        matches!(self, Kind::HelpEvent | Kind::Comment | Kind::Revision)
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.as_str().to_owned()
    }
}
impl From<&str> for Kind {
    fn from(name: &str) -> Self {
        Kind::from(name.to_owned())
    }
}
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
