//! One-key outcomes, taking them back, and moving a visit to the household it belongs to.

use crate::session::{create, new_id, set};
use crate::today::{household_view, row};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::{Attempt, Gone, Household, NoVisit, Outcome};
use domain::{Kind, RecordId};
use serde_json::json;

pub(crate) fn record_outcome(app: &App, input: OutcomeInput) -> Result<OutcomeView> {
    let session = app.session()?;
    let at = app.now_utc();
    let id = new_id();
    let attempt = Attempt {
        household: input.household,
        channel: input.channel,
        outcome: input.outcome,
        started_at: at,
        finished_at: Some(at),
        by: session.user,
        with: None,
        leaflets: input.leaflets,
        come_back_on: input.come_back_on,
        promised: None,
        undone: false,
    };
    session.get::<Household>(input.household)?.ok_or_else(Error::not_found)?;
    let fields = consequence(&input);
    session.write(|w| {
        w.record_change(create(id, &attempt, at))?;
        if let Some(fields) = fields {
            w.record_change(set(Kind::Household, input.household, fields, at))?;
        }
        Ok(())
    })?;
    Ok(OutcomeView { attempt: id, row: row(app, &session, input.household)? })
}

/// What an outcome says of the household itself.
fn consequence(input: &OutcomeInput) -> Option<serde_json::Value> {
    match input.outcome {
        Outcome::Refused => {
            let said_by = input.said_by.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
            Some(json!({ "no_visit": NoVisit { said_by, until: input.until } }))
        }
        Outcome::Moved => Some(json!({ "gone": Gone::Moved })),
        Outcome::WrongAddress => Some(json!({ "gone": Gone::WrongAddress })),
        _ => None,
    }
}

pub(crate) fn undo_outcome(app: &App, input: Id) -> Result<TodayRow> {
    let session = app.session()?;
    let attempt: Attempt = session.get(input.id)?.ok_or_else(Error::not_found)?;
    if attempt.by != session.user || attempt.outcome == Outcome::Spoken {
        return Err(Error::not_allowed_now());
    }
    let at = app.now_utc();
    session.write(|w| {
        w.record_change(set(Kind::Attempt, input.id, json!({ "undone": true }), at))?;
        let cleared = match attempt.outcome {
            Outcome::Refused => Some(json!({ "no_visit": null })),
            Outcome::Moved | Outcome::WrongAddress => Some(json!({ "gone": null })),
            _ => None,
        };
        if let Some(fields) = cleared {
            w.record_change(set(Kind::Household, attempt.household, fields, at))?;
        }
        Ok(())
    })?;
    row(app, &session, attempt.household)
}

pub(crate) fn move_visit(app: &App, input: MoveVisitInput) -> Result<HouseholdView> {
    let session = app.session()?;
    let to: Household = session.get(input.to)?.ok_or_else(Error::not_found)?;
    if crate::visit::move_draft(app, &session, input.visit, input.to)? {
        return household_view(app, &session, input.to);
    }
    session.get::<Attempt>(input.visit)?.ok_or_else(Error::not_found)?;
    let moved = everything_of(&session, input.visit)?;
    let at = app.now_utc();
    session.write(|w| {
        for (kind, id) in moved {
            // A help request names no household; it lies in its neighbourhood.
            let fields = match kind {
                Kind::HelpRequest => json!({ "neighbourhood": to.neighbourhood }),
                _ => json!({ "household": input.to }),
            };
            w.record_change(set(kind, id, fields, at))?;
        }
        Ok(())
    })?;
    household_view(app, &session, input.to)
}

/// The attempt, its visit, and the help requests that were recorded in it.
fn everything_of(session: &crate::session::Session, id: RecordId) -> Result<Vec<(Kind, RecordId)>> {
    let mut moved = vec![(Kind::Attempt, id)];
    if session.get::<domain::entities::Visit>(id)?.is_some() {
        moved.push((Kind::Visit, id));
    }
    for detail in session.read(|r| r.list::<domain::entities::HelpRequestDetail>())? {
        if detail.value.visit == Some(id) {
            moved.push((Kind::HelpRequest, detail.id));
            moved.push((Kind::HelpRequestDetail, detail.id));
            for shared in session.read(|r| r.shared_details(detail.id))? {
                if shared.value.household.is_some() {
                    moved.push((Kind::SharedDetail, shared.id));
                }
            }
        }
    }
    for danger in session.read(|r| r.list::<domain::entities::Danger>())? {
        if danger.value.visit == Some(id) {
            moved.push((Kind::Danger, danger.id));
        }
    }
    Ok(moved)
}
