//! Trying a form: a visit with nobody, whose answers stay in memory. The commands of a visit work on it; nothing of it
//! reaches the disk or leaves the laptop.

use super::file::OpenFile;
use super::find_form;
use crate::session::new_id;
use crate::views::*;
use crate::visit::OpenDraft;
use crate::{App, Error, Result};
use domain::RecordId;
use domain::entities::{Channel, Household};
use std::sync::Arc;
use uuid::Uuid;

/// The household of a trial: none.
const NOBODY: RecordId = RecordId(Uuid::nil());

pub(crate) fn try_form(app: &App, input: TryFormInput) -> Result<DraftView> {
    let session = app.session()?;
    session.demand_form_author()?;
    let form = match input.file {
        Some(file) => Arc::new(OpenFile::read(file)?.import().form.ok_or_else(Error::form_has_errors)?),
        None => find_form(&session, input.id)?,
    };
    let household = Household { languages: input.language.into_iter().collect(), ..Household::default() };
    let input = StartVisitInput { household: NOBODY, channel: Channel::Door };
    let mut open = OpenDraft::begin(app, &session, form, &input, &household)?;
    open.trial = true;
    let id = new_id();
    {
        let mut drafts = session.drafts();
        // One at a time: whoever tries another form has done with the one before.
        drafts.retain(|_, open| !open.trial);
        drafts.insert(id, open);
    }
    crate::visit::view(app, &session, id)
}

/// What stands where a visit names its household.
pub(crate) fn nobody() -> HouseholdHead {
    crate::today::head(NOBODY, Household::default())
}
