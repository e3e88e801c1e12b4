//! Households that two visitors added apart: a coordinator says whether they are the same. One stays, the other becomes
//! its alias; nothing moves, so lifting the alias undoes it.

use crate::choices::choices;
use crate::households::may_be_same;
use crate::session::{Session, set};
use crate::today::{find_head, resident_view, rows};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::Household;
use domain::fold::fold;
use domain::{Kind, RecordId};
use serde_json::json;
use std::collections::BTreeMap;
use store::Stored;

/// Most pairs shown at once.
const MAX_PAIRS: usize = 50;

pub(crate) fn decide(app: &App, _: Nothing) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    decide_view(app, &session)
}

pub(crate) fn decide_view(app: &App, session: &Session) -> Result<DecideView> {
    let (set_aside, decided) = crate::aside::lists(app, session)?;
    let mut pairs = Vec::new();
    for (first, second) in likely(session)?.into_iter().take(MAX_PAIRS) {
        pairs.push(DoublePair { first: side(app, session, first)?, second: side(app, session, second)? });
    }
    Ok(DecideView { choices: choices(session)?, set_aside, decided, doubles: pairs, merged: merged(session)? })
}

/// How much waits for a coordinator.
pub(crate) fn count(session: &Session) -> Result<u32> {
    let set_aside = session.read(|r| r.undecided())?.len();
    let waiting = choices(session)?.len() + set_aside + likely(session)?.len();
    Ok(u32::try_from(waiting).unwrap_or(u32::MAX))
}

/// Pairs that may be the same and that nobody told apart, the older first.
fn likely(session: &Session) -> Result<Vec<(RecordId, RecordId)>> {
    let mut addresses: BTreeMap<(String, String), Vec<Stored<Household>>> = BTreeMap::new();
    for household in session.read(|r| r.sharing_an_address())? {
        let address = (fold(&household.value.street), household.value.number.clone());
        addresses.entry(address).or_default().push(household);
    }
    let mut pairs = Vec::new();
    for there in addresses.values() {
        for (i, first) in there.iter().enumerate() {
            for second in &there[i + 1..] {
                let apart =
                    first.value.distinct_from.contains(&second.id) || second.value.distinct_from.contains(&first.id);
                if !apart && may_be_same(&first.value, &second.value) {
                    pairs.push((first.id, second.id));
                }
            }
        }
    }
    Ok(pairs)
}

fn side(app: &App, session: &Session, id: RecordId) -> Result<DoubleSide> {
    let row = rows(app, session, app.today(), &[id])?.pop().ok_or_else(Error::not_found)?;
    let residents = session.read(|r| r.residents_of(id))?;
    let attempts = session.read(|r| r.attempts_of(id))?.iter().filter(|a| !a.value.undone).count();
    Ok(DoubleSide {
        row,
        residents: residents.into_iter().map(resident_view).collect(),
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
    })
}

fn merged(session: &Session) -> Result<Vec<MergedHousehold>> {
    let mut all = Vec::new();
    for (alias, stays) in session.read(|r| r.aliases())? {
        if let (Some(alias), Some(stays)) = (alias_head(session, alias)?, find_head(session, stays)?) {
            all.push(MergedHousehold { alias, stays });
        }
    }
    Ok(all)
}

/// The alias itself, and not the household that stands for it.
fn alias_head(session: &Session, id: RecordId) -> Result<Option<HouseholdHead>> {
    Ok(session.get::<Household>(id)?.map(|household| crate::today::head(id, household)))
}

pub(crate) fn merge_households(app: &App, input: MergeInput) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    let (stays, alias) = session.read(|r| Ok((r.stays(input.stays)?, r.stays(input.alias)?)))?;
    if stays == alias {
        return Err(Error::not_allowed_now());
    }
    for id in [stays, alias] {
        session.get::<Household>(id)?.ok_or_else(Error::not_found)?;
    }
    write(app, &session, alias, &json!({ "merged_into": stays }))
}

pub(crate) fn lift_alias(app: &App, input: Id) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    session.get::<Household>(input.id)?.filter(|h| h.merged_into.is_some()).ok_or_else(Error::not_found)?;
    write(app, &session, input.id, &json!({ "merged_into": null }))
}

pub(crate) fn keep_apart(app: &App, input: ApartInput) -> Result<DecideView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    let first: Household = session.get(input.first)?.ok_or_else(Error::not_found)?;
    let mut distinct = first.distinct_from;
    distinct.retain(|id| *id != input.second);
    if input.apart {
        distinct.push(input.second);
    }
    let distinct = if distinct.is_empty() { json!(null) } else { json!(distinct) };
    write(app, &session, input.first, &json!({ "distinct_from": distinct }))
}

fn write(app: &App, session: &Session, household: RecordId, fields: &serde_json::Value) -> Result<DecideView> {
    let change = set(Kind::Household, household, fields.clone(), app.now_utc());
    session.write(|w| w.record_change(change).map(drop))?;
    decide_view(app, session)
}
