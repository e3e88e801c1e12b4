//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn start_state(_app: &App, _input: Nothing) -> Result<StartView> {
    Err(Error::internal())
}

pub(crate) fn check_server(_app: &App, _input: ServerAddress) -> Result<ServerView> {
    Err(Error::internal())
}

pub(crate) fn passphrase_hint(_app: &App, _input: Passphrase) -> Result<PassphraseHint> {
    Err(Error::internal())
}

pub(crate) fn enrol(_app: &App, _input: EnrolInput) -> Result<SessionView> {
    Err(Error::internal())
}

pub(crate) fn unlock(_app: &App, _input: Passphrase) -> Result<SessionView> {
    Err(Error::internal())
}

pub(crate) fn lock(_app: &App, _input: Nothing) -> Result<StartView> {
    Err(Error::internal())
}

pub(crate) fn session(_app: &App, _input: Nothing) -> Result<SessionView> {
    Err(Error::internal())
}

pub(crate) fn save_settings(_app: &App, _input: Settings) -> Result<Settings> {
    Err(Error::internal())
}
