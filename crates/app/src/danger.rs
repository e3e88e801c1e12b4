//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn note_danger(_app: &App, _input: DangerInput) -> Result<DangerView> {
    Err(Error::internal())
}

pub(crate) fn danger_notes(_app: &App, _input: Nothing) -> Result<DangerList> {
    Err(Error::internal())
}
