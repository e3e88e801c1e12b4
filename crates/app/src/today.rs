//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn today(_app: &App, _input: Day) -> Result<TodayView> {
    Err(Error::internal())
}

pub(crate) fn household(_app: &App, _input: Id) -> Result<HouseholdView> {
    Err(Error::internal())
}

pub(crate) fn search(_app: &App, _input: SearchInput) -> Result<SearchView> {
    Err(Error::internal())
}
