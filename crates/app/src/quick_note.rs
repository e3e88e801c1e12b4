//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn quick_note(_app: &App, _input: StartVisitInput) -> Result<QuickNoteView> {
    Err(Error::internal())
}

pub(crate) fn save_quick_note(_app: &App, _input: QuickNoteInput) -> Result<QuickNoteView> {
    Err(Error::internal())
}
