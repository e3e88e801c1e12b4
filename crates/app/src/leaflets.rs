//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn leaflets(_app: &App, _input: Nothing) -> Result<LeafletsView> {
    Err(Error::internal())
}

pub(crate) fn leaflet(_app: &App, _input: LeafletInput) -> Result<LeafletView> {
    Err(Error::internal())
}

pub(crate) fn give_leaflet(_app: &App, _input: GiveLeafletInput) -> Result<LeafletGivenView> {
    Err(Error::internal())
}
