//! (being built)

use crate::views::*;
use crate::{App, Error, Result};

pub(crate) fn start_visit(_app: &App, _input: StartVisitInput) -> Result<DraftView> {
    Err(Error::internal())
}

pub(crate) fn draft(_app: &App, _input: Id) -> Result<DraftView> {
    Err(Error::internal())
}

pub(crate) fn answer(_app: &App, _input: AnswerInput) -> Result<FormState> {
    Err(Error::internal())
}

pub(crate) fn go_to(_app: &App, _input: GoToInput) -> Result<FormState> {
    Err(Error::internal())
}

pub(crate) fn add_repeat(_app: &App, _input: RepeatInput) -> Result<FormState> {
    Err(Error::internal())
}

pub(crate) fn remove_repeat(_app: &App, _input: RepeatInstanceInput) -> Result<FormState> {
    Err(Error::internal())
}

pub(crate) fn restore_repeat(_app: &App, _input: RepeatInstanceInput) -> Result<FormState> {
    Err(Error::internal())
}

pub(crate) fn confirm_request(_app: &App, _input: RepeatInstanceInput) -> Result<DraftView> {
    Err(Error::internal())
}

pub(crate) fn set_colleague(_app: &App, _input: DraftColleagueInput) -> Result<DraftView> {
    Err(Error::internal())
}

pub(crate) fn visit_problems(_app: &App, _input: Id) -> Result<Problems> {
    Err(Error::internal())
}

pub(crate) fn finish_visit(_app: &App, _input: Id) -> Result<FinishView> {
    Err(Error::internal())
}

pub(crate) fn discard_draft(_app: &App, _input: Id) -> Result<TodayRow> {
    Err(Error::internal())
}

pub(crate) fn restore_draft(_app: &App, _input: Id) -> Result<DraftView> {
    Err(Error::internal())
}
