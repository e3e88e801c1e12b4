//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn record_outcome(_app: &App, _input: OutcomeInput) -> Result<OutcomeView> {
    Err(Error::internal())
}

pub(crate) fn undo_outcome(_app: &App, _input: Id) -> Result<TodayRow> {
    Err(Error::internal())
}

pub(crate) fn move_visit(_app: &App, _input: MoveVisitInput) -> Result<HouseholdView> {
    Err(Error::internal())
}
