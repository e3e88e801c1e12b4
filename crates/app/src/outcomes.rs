//! One-key outcomes, taking them back, and moving a visit to the household it belongs to.

use crate::session::{Session, create, new_id, set};
use crate::today::{household_view, row};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, Utc};
use domain::entities::{
    Attempt, Danger, Gone, HelpRequest, HelpRequestDetail, Household, LeafletGiven, NoVisit, Outcome, Visit,
};
use domain::{Kind, RecordId, RecordKey};
use serde_json::json;
use store::NewChange;

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
    let at = app.now_utc();
    let mut changes = attached(&session, input.visit, input.to, &to, at)?;
    if crate::visit::move_draft(app, &session, input.visit, input.to, &changes)? {
        return household_view(app, &session, input.to);
    }
    let attempt: Attempt = session.get(input.visit)?.ok_or_else(Error::not_found)?;
    if attempt.by != session.user {
        // Much of what is attached is its author's alone.
        return Err(Error::forbidden());
    }
    let there = json!({ "household": input.to });
    changes.push(set(Kind::Attempt, input.visit, there.clone(), at));
    if session.get::<Visit>(input.visit)?.is_some() {
        changes.push(set(Kind::Visit, input.visit, there, at));
    }
    changes.extend(moved_consequence(&session, &attempt, input.to, at)?);
    session.write(|w| {
        for change in changes {
            w.record_change(change)?;
        }
        Ok(())
    })?;
    household_view(app, &session, input.to)
}

/// What came of a visit and lies in records of its own: help requests, leaflets, notes of danger.
fn attached(
    session: &Session,
    visit: RecordId,
    id: RecordId,
    to: &Household,
    at: DateTime<Utc>,
) -> Result<Vec<NewChange>> {
    let there = json!({ "household": id });
    let mut changes = Vec::new();
    for detail in session.read(|r| r.list::<HelpRequestDetail>())?.iter().filter(|d| d.value.visit == Some(visit)) {
        changes.push(set(Kind::HelpRequestDetail, detail.id, there.clone(), at));
        let request: Option<HelpRequest> = session.get(detail.id)?;
        if request.is_some_and(|r| r.neighbourhood != to.neighbourhood) {
            // It names no household, and is not touched without need: that would tell which visit it belongs to.
            changes.push(set(Kind::HelpRequest, detail.id, json!({ "neighbourhood": to.neighbourhood }), at));
        }
        for shared in session.read(|r| r.shared_details(detail.id))?.iter().filter(|s| s.value.household.is_some()) {
            changes.push(set(Kind::SharedDetail, shared.id, there.clone(), at));
        }
    }
    for leaflet in session.read(|r| r.list::<LeafletGiven>())?.iter().filter(|l| l.value.visit == Some(visit)) {
        changes.push(set(Kind::LeafletGiven, leaflet.id, there.clone(), at));
    }
    for danger in session.read(|r| r.list::<Danger>())?.iter().filter(|d| d.value.visit == Some(visit)) {
        changes.push(set(Kind::Danger, danger.id, there.clone(), at));
    }
    Ok(changes)
}

/// What the outcome said of the wrong household is said of the right one.
fn moved_consequence(session: &Session, attempt: &Attempt, to: RecordId, at: DateTime<Utc>) -> Result<Vec<NewChange>> {
    let field = match attempt.outcome {
        Outcome::Refused => "no_visit",
        Outcome::Moved | Outcome::WrongAddress => "gone",
        _ => return Ok(Vec::new()),
    };
    // As it stands, also with what a newer version put in it.
    let from = session.read(|r| r.record(&RecordKey::new(Kind::Household, attempt.household)))?;
    let value = from.and_then(|row| row.body.get(field).cloned()).unwrap_or_default();
    if attempt.undone || value.is_null() {
        return Ok(Vec::new());
    }
    Ok(vec![
        set(Kind::Household, attempt.household, json!({ field: null }), at),
        set(Kind::Household, to, json!({ field: value }), at),
    ])
}
