//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn import_addresses(_app: &App, _input: ImportInput) -> Result<ImportView> {
    Err(Error::internal())
}

pub(crate) fn households(_app: &App, _input: HouseholdsInput) -> Result<HouseholdsView> {
    Err(Error::internal())
}

pub(crate) fn make_round(_app: &App, _input: RoundInput) -> Result<RoundsView> {
    Err(Error::internal())
}

pub(crate) fn rounds(_app: &App, _input: Day) -> Result<RoundsView> {
    Err(Error::internal())
}
