//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn help_options(_app: &App, _input: Nothing) -> Result<HelpOptions> {
    Err(Error::internal())
}

pub(crate) fn help_list(_app: &App, _input: HelpListInput) -> Result<HelpListView> {
    Err(Error::internal())
}

pub(crate) fn help_request(_app: &App, _input: Id) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn record_help(_app: &App, _input: HelpInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn set_help_state(_app: &App, _input: HelpStateInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn assign_help(_app: &App, _input: HelpAssignInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn set_help_urgency(_app: &App, _input: HelpUrgencyInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn add_help_note(_app: &App, _input: HelpNoteInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn refer(_app: &App, _input: ReferInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn set_referral(_app: &App, _input: ReferralInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn set_consent(_app: &App, _input: ConsentInput) -> Result<HelpView> {
    Err(Error::internal())
}

pub(crate) fn share_for_life(_app: &App, _input: VitalShareInput) -> Result<HelpView> {
    Err(Error::internal())
}
