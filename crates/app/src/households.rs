//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn find_doubles(_app: &App, _input: HouseholdInput) -> Result<DoublesView> {
    Err(Error::internal())
}

pub(crate) fn save_household(_app: &App, _input: HouseholdInput) -> Result<HouseholdView> {
    Err(Error::internal())
}

pub(crate) fn save_resident(_app: &App, _input: ResidentInput) -> Result<HouseholdView> {
    Err(Error::internal())
}
