//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn sync_status(_app: &App, _input: Nothing) -> Result<SyncView> {
    Err(Error::internal())
}

pub(crate) fn sending(_app: &App, _input: Nothing) -> Result<SendingView> {
    Err(Error::internal())
}

pub(crate) fn send_now(_app: &App, _input: Nothing) -> Result<SyncView> {
    Err(Error::internal())
}

pub(crate) fn resolve(_app: &App, _input: ResolveInput) -> Result<SendingView> {
    Err(Error::internal())
}
