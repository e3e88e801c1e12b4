//! Changes that the server set aside. A coordinator accepts one by making the change in its author's name, with other
//! values where needed, or rejects it with a word; its author learns what came of it, or offers it again.

use crate::households::optional;
use crate::sending::sending_view;
use crate::session::{Session, change, set};
use crate::today::{find_head, head};
use crate::views::*;
use crate::words::Words;
use crate::{App, Error, Result};
use chrono::Duration;
use domain::access::may_accept;
use domain::address::parse_house_number;
use domain::entities::{Entity, Household};
use domain::set_aside::{Decision, Deed};
use domain::{Body, ChangeId, Kind, Operation, QuarantineReason, RecordId, RecordKey, SetAside};
use serde_json::{Map, Value, json};
use store::Stored;

const MAX_REASON_CHARS: usize = 2_000;
/// How long a decision is shown.
const SHOWN_DAYS: i64 = 14;
/// Fields that say nothing to a person, or are said beside the change.
const UNSAID: &[&str] = &[
    "by",
    "form_id",
    "form_version",
    "household",
    "flags",
    "issues",
    "version",
    "path",
    "old",
    "new",
    "undone",
    "how",
    "leaflet",
    "round",
    "at",
    "sent_at",
    "finished_at",
    "recorded_on",
];

/// Whether the server may answer otherwise when it is offered again.
pub(crate) fn may_end_otherwise(reason: QuarantineReason) -> bool {
    !matches!(reason, QuarantineReason::Erased | QuarantineReason::AppendOnly)
}

/// Those that wait for this coordinator, and those decided lately.
pub(crate) fn lists(app: &App, session: &Session) -> Result<(Vec<AsideView>, Vec<AsideView>)> {
    let undecided = session.read(|r| r.undecided())?;
    let decided = decided_lately(app, session)?;
    let view = |all: Vec<Stored<SetAside>>| all.iter().map(|aside| view(session, aside)).collect::<Result<Vec<_>>>();
    Ok((view(undecided)?, view(decided)?))
}

fn decided_lately(app: &App, session: &Session) -> Result<Vec<Stored<SetAside>>> {
    session.read(|r| r.decided(app.now_utc() - Duration::days(SHOWN_DAYS)))
}

/// What came of this person's own changes.
pub(crate) fn decided_of_mine(app: &App, session: &Session) -> Result<Vec<AsideView>> {
    let decided = decided_lately(app, session)?;
    let mine = decided.iter().filter(|aside| aside.value.author == session.user);
    mine.map(|aside| view(session, aside)).collect()
}

/// What was set aside of a household and waits, or was decided lately.
pub(crate) fn of_household(app: &App, session: &Session, id: RecordId) -> Result<Vec<AsideView>> {
    let (undecided, decided) = lists(app, session)?;
    let all = undecided.into_iter().chain(decided);
    Ok(all.filter(|aside| aside.household.as_ref().is_some_and(|h| h.id == id)).collect())
}

fn view(session: &Session, stored: &Stored<SetAside>) -> Result<AsideView> {
    let aside = &stored.value;
    let standing = standing(session, aside)?;
    let fields = fields(session, aside, &standing);
    Ok(AsideView {
        id: stored.id,
        change: aside.change,
        kind: aside.kind.as_str().to_owned(),
        deed: aside.deed,
        household: home(session, aside)?,
        reason: aside.reason,
        author_name: session.name_of(aside.author),
        mine: aside.author == session.user,
        at: aside.at,
        blocked: blocked(session, aside)?,
        fields,
        decision: aside.decision,
        decided_by_name: aside.decided_by.map(|user| session.name_of(user)),
        decided_at: aside.decided_at,
        note: aside.note.clone(),
    })
}

/// The record as it stands on this laptop, without what its author laid on top.
fn standing(session: &Session, aside: &SetAside) -> Result<Body> {
    let Some(record) = aside.record.filter(|_| aside.author != session.user) else { return Ok(Body::new()) };
    let row = session.read(|r| r.record(&RecordKey::new(aside.kind.clone(), record)))?;
    Ok(row.filter(|row| !row.deleted).map(|row| row.body).unwrap_or_default())
}

/// The household it is about, also one that is not there yet.
fn home(session: &Session, aside: &SetAside) -> Result<Option<HouseholdHead>> {
    let Some(id) = aside.household else { return Ok(None) };
    if let Some(found) = find_head(session, id)? {
        return Ok(Some(found));
    }
    let written = aside.set.as_ref().filter(|_| aside.kind == Kind::Household);
    Ok(written.and_then(|set| Household::from_body(set).ok()).map(|household| head(id, household)))
}

fn fields(session: &Session, aside: &SetAside, standing: &Body) -> Vec<AsideField> {
    let Some(set) = &aside.set else { return Vec::new() };
    let mut whole = standing.clone();
    domain::record::apply(&mut whole, set);
    let words = Words::of(session, &aside.kind, &whole);
    let said = set
        .iter()
        .filter(|(field, value)| !UNSAID.contains(&field.as_str()) && (aside.deed == Deed::Set || !value.is_null()));
    said.map(|(field, value)| {
        let now = standing.get(field).cloned().unwrap_or_default();
        AsideField {
            question: words.question(field),
            text: words.value(field, value),
            standing_text: words.value(field, &now),
            edit: edit(&aside.kind, field),
            field: field.clone(),
            value: value.clone(),
            standing: now,
        }
    })
    .collect()
}

/// The fields that people type, so that a coordinator can put other values there. What is only ever added stays in
/// its author's words.
fn edit(kind: &Kind, field: &str) -> Option<FieldEdit> {
    match (kind, field) {
        (Kind::Household | Kind::HelpRequest | Kind::Round, "neighbourhood") => Some(FieldEdit::Neighbourhood),
        (Kind::Household, "people") | (Kind::Resident, "birth_year") => Some(FieldEdit::Number),
        (Kind::Household, "street" | "number" | "box" | "name" | "note")
        | (Kind::Resident, "name" | "phone")
        | (Kind::Attempt, "promised")
        | (Kind::Round, "name") => Some(FieldEdit::Text),
        _ => None,
    }
}

/// Why the change cannot be stored as it is, as far as this laptop knows; the server has the last word.
fn blocked(session: &Session, aside: &SetAside) -> Result<Option<AsideBlock>> {
    let here = |kind: Kind, id: RecordId| -> Result<Option<bool>> {
        Ok(session.read(|r| r.record(&RecordKey::new(kind, id)))?.map(|row| !row.deleted))
    };
    let Some(record) = aside.record.filter(|_| may_accept(&aside.kind)) else {
        return Ok(Some(AsideBlock::AuthorOnly));
    };
    match aside.reason {
        QuarantineReason::Erased => return Ok(Some(AsideBlock::Erased)),
        QuarantineReason::AppendOnly => return Ok(Some(AsideBlock::Fixed)),
        QuarantineReason::Deleted => return Ok(Some(AsideBlock::Deleted)),
        _ => {}
    }
    if aside.deed != Deed::Create && here(aside.kind.clone(), record)? != Some(true) {
        return Ok(Some(AsideBlock::Missing));
    }
    let Some(set) = &aside.set else { return Ok(None) };
    let review = (aside.kind == Kind::Review).then_some((Kind::Visit, Some(record)));
    let link = |field: &str| set.get(field).and_then(Value::as_str).and_then(|text| text.parse::<RecordId>().ok());
    let links =
        [("household", Kind::Household), ("visit", Kind::Visit), ("help_request", Kind::HelpRequest)].into_iter();
    for (kind, id) in links.map(|(field, kind)| (kind, link(field))).chain(review) {
        if let Some(id) = id
            && here(kind, id)?.is_none()
        {
            return Ok(Some(AsideBlock::Missing));
        }
    }
    let elsewhere = set.get("neighbourhood").and_then(Value::as_str).is_some_and(|n| !works_in(session, n));
    if aside.reason != QuarantineReason::Invalid && !elsewhere {
        return Ok(None);
    }
    let changeable = set.keys().any(|field| edit(&aside.kind, field).is_some());
    Ok(Some(if changeable { AsideBlock::Invalid } else { AsideBlock::Unchangeable }))
}

fn works_in(session: &Session, neighbourhood: &str) -> bool {
    session.actor().neighbourhoods.iter().any(|n| n == neighbourhood)
}

pub(crate) fn accept_set_aside(app: &App, input: AcceptInput) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    let aside: SetAside = session.get(input.id)?.ok_or_else(Error::not_found)?;
    let blocked = blocked(&session, &aside)?;
    let may = blocked.is_none() || (blocked == Some(AsideBlock::Invalid) && !input.fields.is_empty());
    let open = match aside.decision {
        None => true,
        Some(Decision::Rejected) => aside.author != session.user,
        Some(Decision::Accepted | Decision::Edited) => false,
    };
    let record = aside.record.filter(|_| may && open).ok_or_else(Error::not_allowed_now)?;
    let reason = optional("reason", input.reason.as_deref(), MAX_REASON_CHARS)?;
    if !input.fields.is_empty() && reason.is_none() {
        return Err(Error::reason_needed());
    }
    let values = edited(&session, &aside, input.fields)?;
    let operation = match aside.deed {
        Deed::Create => Operation::Create { set: values },
        Deed::Set => Operation::Set { set: values },
        Deed::Delete => Operation::Delete,
    };
    let mut decision = change(aside.kind.clone(), record, operation, app.now_utc());
    decision.reason = reason;
    decision.resolves = vec![ChangeId(input.id.0)];
    session.write(|w| w.record_change(decision).map(drop))?;
    crate::doubles::decide_view(app, &session)
}

/// The author's values, with others where the coordinator put them.
fn edited(session: &Session, aside: &SetAside, fields: Map<String, Value>) -> Result<Body> {
    let mut values = aside.set.clone().unwrap_or_default();
    for (field, value) in fields {
        let fits = match (edit(&aside.kind, &field), &value) {
            (None, _) => false,
            (Some(_), Value::Null) => true,
            (Some(FieldEdit::Number), value) => value.is_u64(),
            (Some(FieldEdit::Text), value) => value.is_string(),
            (Some(FieldEdit::Neighbourhood), value) => value.as_str().is_some_and(|n| works_in(session, n)),
        };
        if !fits {
            return Err(Error::bad_input());
        }
        let text = match &value {
            Value::String(text) => optional("fields", Some(text), MAX_REASON_CHARS)?.map(Value::String),
            other => Some(other.clone()),
        };
        values.insert(field, text.unwrap_or_default());
    }
    if aside.kind == Kind::Household {
        check_address(&values, aside.deed)?;
    }
    Ok(values)
}

fn check_address(values: &Body, deed: Deed) -> Result<()> {
    for field in ["street", "number", "neighbourhood"] {
        let text = values.get(field).and_then(Value::as_str).unwrap_or_default();
        if text.is_empty() && (deed == Deed::Create || values.contains_key(field)) {
            return Err(Error::missing_field().with("field", field));
        }
        if field == "number" && !text.is_empty() && parse_house_number(text).is_none() {
            return Err(Error::invalid_number().with("field", field));
        }
    }
    Ok(())
}

pub(crate) fn reject_set_aside(app: &App, input: RejectInput) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    let aside: SetAside = session.get(input.id)?.ok_or_else(Error::not_found)?;
    if aside.decision.is_some() {
        return Err(Error::not_allowed_now());
    }
    let note = optional("reason", Some(&input.reason), MAX_REASON_CHARS)?.ok_or_else(Error::reason_needed)?;
    let at = app.now_utc();
    let fields = json!({ "decision": Decision::Rejected, "decided_by": session.user, "decided_at": at, "note": note });
    session.write(|w| w.record_change(set(Kind::SetAside, input.id, fields, at)).map(drop))?;
    crate::doubles::decide_view(app, &session)
}

/// The same once more, by its author: where it may end otherwise now, because a role or a record changed.
pub(crate) fn offer_again(app: &App, input: OfferInput) -> Result<SendingView> {
    let session = app.session()?;
    let undecided = session.read(|r| r.undecided())?;
    let mine = undecided.into_iter().find(|a| a.value.change == input.change && a.value.author == session.user);
    let aside = mine.ok_or_else(Error::not_found)?;
    let sent = session.read(|r| r.set_aside_changes())?;
    let first = sent.into_iter().find(|e| e.change.id == input.change).ok_or_else(Error::not_found)?.change;
    let mut again = change(first.record.kind, first.record.id, first.operation, app.now_utc());
    again.reason = first.reason;
    again.resolves = first.resolves.into_iter().chain([ChangeId(aside.id.0)]).collect();
    session.write(|w| w.record_change(again).map(drop))?;
    sending_view(app, &session)
}
