//! The life cycle of a help request: recorded → received → triaged → referred or matched → in progress → done,
//! or closed with a reason at any moment.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a help request stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelpState {
    /// On the laptop of whoever noted it.
    Recorded,
    /// On the server.
    Received,
    /// Somebody looked and took it.
    Triaged,
    /// Handed to a service.
    Referred,
    /// A volunteer was found.
    Matched,
    InProgress,
    Done,
    /// Ended without help, with a reason.
    Closed,
}

impl HelpState {
    /// Whether nothing more is to be done.
    pub fn is_ended(self) -> bool {
        matches!(self, HelpState::Done | HelpState::Closed)
    }

    /// Whether a person may move a request from here to `next`. An ended request can be opened again for triage.
    pub fn may_become(self, next: HelpState) -> bool {
        use HelpState::{Closed, Done, InProgress, Matched, Received, Recorded, Referred, Triaged};
        match (self, next) {
            (a, b) if a == b => false,
            (Done | Closed, Triaged) => true,
            (Done | Closed, _) | (_, Recorded) => false,
            (Recorded, Received) => true,
            (_, Received) => false,
            (_, Triaged | Referred | Matched | InProgress | Done | Closed) => true,
        }
    }
}

/// Where a referral stands.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReferralState {
    Pending,
    Accepted,
    /// With a reason.
    Rejected,
    Done,
}

/// Where a coordinator's review of a visit stands.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    Received,
    HasIssues,
    Approved,
    Rejected,
}

#[cfg(test)]
mod tests {
    use super::HelpState::*;

    #[test]
    fn an_ended_request_can_only_be_opened_again_for_triage() {
        assert!(Done.may_become(Triaged));
        assert!(!Done.may_become(InProgress));
        assert!(!Closed.may_become(Done));
    }

    #[test]
    fn nothing_becomes_recorded_again() {
        assert!(!Triaged.may_become(Recorded));
        assert!(!Referred.may_become(Received));
    }
}
