//! Choices between two values that two laptops wrote in one field. Nothing is chosen beforehand; until the app is locked
//! the other value can be taken after all. Whoever may still take a choice back has not sent it here yet.

use crate::sending::{household_of, sending_view};
use crate::session::{Session, change};
use crate::today::find_head;
use crate::views::*;
use crate::words::Words;
use crate::{App, Error, Result};
use domain::{Kind, Operation, RecordId, RecordKey, UserId};
use serde_json::Value;
use std::sync::PoisonError;
use store::Row;

pub(crate) fn choices(session: &Session) -> Result<Vec<ChoiceView>> {
    let mut views = Vec::new();
    for row in session.read(|r| r.conflicts())? {
        views.extend(choices_of(session, &row)?);
    }
    Ok(views)
}

fn choices_of(session: &Session, row: &Row) -> Result<Vec<ChoiceView>> {
    let household = match household_of(session, &row.key)? {
        Some(id) => find_head(session, id)?,
        None => None,
    };
    let words = Words::of(session, &row.key.kind, &row.body);
    let side = |field: &str, value: Value, by: UserId, at| ChoiceSide {
        text: words.value(field, &value),
        value,
        by,
        by_name: session.name_of(by),
        at,
    };
    let view = |c: &domain::Conflict| ChoiceView {
        kind: row.key.kind.as_str().to_owned(),
        id: row.key.id,
        question: words.question(&c.field),
        field: c.field.clone(),
        household: household.clone(),
        change: c.change,
        standing: side(&c.field, row.body.get(&c.field).cloned().unwrap_or_default(), c.standing_author, c.standing_at),
        waiting: side(&c.field, c.value.clone(), c.author, c.at),
    };
    Ok(row.conflicts.iter().map(view).collect())
}

pub(crate) fn choices_of_household(session: &Session, id: RecordId) -> Result<Vec<ChoiceView>> {
    let mut all = choices(session)?;
    all.retain(|c| c.household.as_ref().is_some_and(|h| h.id == id));
    Ok(all)
}

pub(crate) fn resolve(app: &App, input: ResolveInput) -> Result<SendingView> {
    let session = app.session()?;
    let key = RecordKey::new(Kind::from(input.kind), input.id);
    let row = session.read(|r| r.record(&key))?.ok_or_else(Error::not_found)?;
    let waits = row.conflicts.iter().find(|c| c.change == input.change).map(|c| Settled {
        field: c.field.clone(),
        standing: row.body.get(&c.field).cloned().unwrap_or_default(),
        waiting: c.value.clone(),
    });
    // Already settled here: the other value after all, as it was.
    let mut settled = session.settled.lock().unwrap_or_else(PoisonError::into_inner);
    let again = waits.is_none();
    let choice = waits.or_else(|| settled.get(&input.change).cloned()).ok_or_else(Error::not_found)?;
    let value = if input.keep == Keep::Waiting { choice.waiting.clone() } else { choice.standing.clone() };
    let set = [(choice.field.clone(), value)].into_iter().collect();
    let mut fresh = change(key.kind.clone(), key.id, Operation::Set { set }, app.now_utc());
    if !again {
        fresh.resolves = vec![input.change];
    }
    session.write(|w| w.record_change(fresh).map(drop))?;
    settled.insert(input.change, choice);
    drop(settled);
    sending_view(app, &session)
}

/// Both values of a choice that was made, so that the other can be taken until the app closes.
#[derive(Clone)]
pub(crate) struct Settled {
    field: String,
    standing: Value,
    waiting: Value,
}
