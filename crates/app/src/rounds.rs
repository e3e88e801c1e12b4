//! Lists of a day: a coordinator picks households for a day and who goes.

use crate::households::optional;
use crate::session::{Session, change, create, new_id};
use crate::today::{by_street, head, rows};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::{Assignment, Household, Round};
use domain::fold::fold;
use domain::{Kind, Operation, RecordId, UserId};
use std::collections::{BTreeMap, BTreeSet};
use store::Stored;

/// Most households shown at once when making a list.
const MAX_SHOWN: usize = 500;

pub(crate) fn households(app: &App, input: HouseholdsInput) -> Result<HouseholdsView> {
    let session = app.session()?;
    let wanted = fold(input.text.as_deref().unwrap_or_default());
    let (mut all, aliases) = session.read(|r| Ok((r.list::<Household>()?, r.aliases()?)))?;
    all.retain(|h| !aliases.contains_key(&h.id));
    let matches = |h: &Household| {
        input.neighbourhood.as_ref().is_none_or(|n| *n == h.neighbourhood)
            && (wanted.is_empty()
                || fold(&format!("{} {} {}", h.street, h.number, h.name.as_deref().unwrap_or_default()))
                    .contains(&wanted))
    };
    let mut ids: Vec<(String, RecordId)> =
        all.into_iter().filter(|h| matches(&h.value)).map(|h| (h.value.street, h.id)).collect();
    ids.sort();
    let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let ids: Vec<RecordId> = ids.into_iter().take(MAX_SHOWN).map(|(_, id)| id).collect();
    Ok(HouseholdsView { streets: by_street(rows(app, &session, app.today(), &ids)?), total })
}

pub(crate) fn make_round(app: &App, input: RoundInput) -> Result<RoundsView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    if input.households.is_empty() {
        return Err(Error::missing_field().with("field", "households"));
    }
    let name = optional("name", Some(&input.name), 200)?.unwrap_or_default();
    let at = app.now_utc();
    let round_id = new_id();
    let round = Round { neighbourhood: input.neighbourhood, day: input.day, name };
    let assignment = |household: RecordId| Assignment {
        household,
        round: round_id,
        day: input.day,
        assignee: input.assignee,
        appointment: None,
    };
    session.write(|w| {
        w.record_change(create(round_id, &round, at))?;
        for household in input.households.iter().collect::<BTreeSet<_>>() {
            w.record_change(create(new_id(), &assignment(*household), at))?;
        }
        Ok(())
    })?;
    on_day(&session, input.day)
}

pub(crate) fn rounds(app: &App, input: Day) -> Result<RoundsView> {
    let session = app.session()?;
    on_day(&session, input.day.unwrap_or(app.today()))
}

pub(crate) fn add_to_round(app: &App, input: RoundHouseholdInput) -> Result<RoundsView> {
    let session = app.session()?;
    let (round, assigned) = list_of(&session, input.round)?;
    let taker = assigned.first().ok_or_else(Error::not_found)?.value.assignee;
    let aliases = session.read(|r| r.aliases())?;
    if assigned.iter().all(|a| stays(&aliases, a.value.household) != stays(&aliases, input.household)) {
        let assignment = Assignment {
            household: input.household,
            round: input.round,
            day: round.day,
            assignee: taker,
            appointment: None,
        };
        session.write(|w| w.record_change(create(new_id(), &assignment, app.now_utc())).map(drop))?;
    }
    on_day(&session, round.day)
}

pub(crate) fn remove_from_round(app: &App, input: RoundHouseholdInput) -> Result<RoundsView> {
    let aliases = app.session()?.read(|r| r.aliases())?;
    take_off(app, input.round, |household| stays(&aliases, household) == stays(&aliases, input.household))
}

pub(crate) fn withdraw_round(app: &App, input: Id) -> Result<RoundsView> {
    take_off(app, input.id, |_| true)
}

/// The household that stands for this one.
fn stays(aliases: &BTreeMap<RecordId, RecordId>, household: RecordId) -> RecordId {
    aliases.get(&household).copied().unwrap_or(household)
}

/// Takes these households off a list, in one transaction. Whoever held one by this list alone loses it.
fn take_off(app: &App, id: RecordId, leaves: impl Fn(RecordId) -> bool) -> Result<RoundsView> {
    let session = app.session()?;
    let (round, assigned) = list_of(&session, id)?;
    let (off, stay): (Vec<_>, Vec<_>) = assigned.into_iter().partition(|a| leaves(a.value.household));
    let at = app.now_utc();
    session.write(|w| {
        for assignment in &off {
            w.record_change(change(Kind::Assignment, assignment.id, Operation::Delete, at))?;
        }
        if stay.is_empty() {
            w.record_change(change(Kind::Round, id, Operation::Delete, at))?;
        }
        Ok(())
    })?;
    on_day(&session, round.day)
}

/// A list that a coordinator changes, with what stands on it.
fn list_of(session: &Session, id: RecordId) -> Result<(Round, Vec<Stored<Assignment>>)> {
    session.demand_coordinator()?;
    let round = session.get::<Round>(id)?.ok_or_else(Error::not_found)?;
    Ok((round, session.read(|r| r.assignments_of_round(id))?))
}

fn on_day(session: &Session, day: chrono::NaiveDate) -> Result<RoundsView> {
    let mut by_round: BTreeMap<RecordId, Vec<Assignment>> = BTreeMap::new();
    for a in session.read(|r| r.assignments(day, None))? {
        by_round.entry(a.value.round).or_default().push(a.value);
    }
    let aliases = session.read(|r| r.aliases())?;
    let mut rounds = Vec::new();
    for (id, assignments) in by_round {
        let Some(round) = session.get::<Round>(id)? else { continue };
        let ids: Vec<RecordId> = assignments.iter().map(|a| stays(&aliases, a.household)).collect();
        let assignee: Option<UserId> = assignments.first().map(|a| a.assignee);
        rounds.push(RoundView {
            id,
            day,
            name: round.name,
            neighbourhood: round.neighbourhood,
            assignee,
            assignee_name: assignee.map(|u| session.name_of(u)).unwrap_or_default(),
            households: session.read(|r| r.households(&ids))?.into_iter().map(|h| head(h.id, h.value)).collect(),
        });
    }
    Ok(RoundsView { rounds })
}
