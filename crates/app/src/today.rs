//! Today: the households on my list, how each stands, and what was promised there.

use crate::session::{Session, day_of};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::NaiveDate;
use domain::entities::{self, Outcome};
use domain::{RecordId, address};
use std::collections::{BTreeMap, BTreeSet};
use store::Stored;

/// Most households that a search shows.
const MAX_HITS: usize = 30;

pub(crate) fn today(app: &App, input: Day) -> Result<TodayView> {
    let session = app.session()?;
    today_of(app, &session, input.day.unwrap_or(app.today()))
}

pub(crate) fn today_of(app: &App, session: &Session, day: NaiveDate) -> Result<TodayView> {
    let assignments = session.read(|r| r.assignments(day, Some(session.user)))?;
    let drafts = session.read(|r| r.drafts())?;
    let aliases = session.read(|r| r.aliases())?;
    let stays = |id: RecordId| aliases.get(&id).copied().unwrap_or(id);
    let unfinished_ids: Vec<RecordId> = drafts.iter().map(|d| stays(d.household)).collect();
    let mut appointments: BTreeMap<RecordId, Option<String>> = BTreeMap::new();
    for assignment in assignments {
        let known = appointments.entry(stays(assignment.value.household)).or_default();
        *known = known.take().or(assignment.value.appointment);
    }

    let unfinished = rows(app, session, day, &unfinished_ids)?;
    let listed: Vec<RecordId> = appointments.keys().filter(|id| !unfinished_ids.contains(id)).copied().collect();
    let mut listed = rows(app, session, day, &listed)?;
    for row in &mut listed {
        row.appointment = appointments.get(&row.household.id).cloned().flatten();
    }
    let count =
        |state: PlateState| u32::try_from(listed.iter().filter(|r| r.state == state).count()).unwrap_or(u32::MAX);
    let (visited, not_home, no_visit) =
        (count(PlateState::Visited), count(PlateState::NotHome), count(PlateState::NoVisit));
    let to_go = count(PlateState::ToVisit) + u32::try_from(unfinished.len()).unwrap_or(u32::MAX);
    let neighbourhoods: BTreeSet<String> = listed.iter().map(|r| r.household.neighbourhood.clone()).collect();
    Ok(TodayView {
        day,
        neighbourhoods: neighbourhoods.into_iter().collect(),
        unfinished,
        streets: by_street(listed),
        visited,
        not_home,
        no_visit,
        to_go,
    })
}

/// Rows grouped by street, in walking order.
pub(crate) fn by_street(rows: Vec<TodayRow>) -> Vec<StreetGroup> {
    let mut streets: BTreeMap<String, Vec<TodayRow>> = BTreeMap::new();
    for row in rows {
        streets.entry(row.household.street.clone()).or_default().push(row);
    }
    for rows in streets.values_mut() {
        rows.sort_by(|a, b| {
            let key = |r: &TodayRow| (r.household.number.clone(), r.household.bus.clone());
            let ((an, ab), (bn, bb)) = (key(a), key(b));
            address::compare((&an, ab.as_deref()), (&bn, bb.as_deref()))
        });
    }
    streets.into_iter().map(|(street, rows)| StreetGroup { street, rows }).collect()
}

/// One row for each household that stays, in the order asked; those that this laptop does not hold are left out.
pub(crate) fn rows(app: &App, session: &Session, day: NaiveDate, ids: &[RecordId]) -> Result<Vec<TodayRow>> {
    let aliases = session.read(|r| r.aliases())?;
    let stays = |id: RecordId| aliases.get(&id).copied().unwrap_or(id);
    let ids: &[RecordId] = &ids.iter().map(|id| stays(*id)).collect::<Vec<_>>();
    let households = session.read(|r| r.households(ids))?;
    let mut attempts = session.read(|r| r.last_attempts(ids))?;
    let not_home = session.read(|r| r.not_home_times(ids))?;
    let requests = session.read(|r| r.open_help_counts(ids))?;
    let drafts: BTreeMap<RecordId, RecordId> =
        session.read(|r| r.drafts())?.into_iter().map(|d| (stays(d.household), d.id)).collect();
    let mut also = if aliases.is_empty() { BTreeMap::new() } else { aliases_of(session, &households)? };
    let row = |household: Stored<entities::Household>| {
        let also = also.remove(&household.id).unwrap_or_default();
        let household = with_refusals(household, &also);
        let last = attempts.remove(&household.id);
        let today = last.as_ref().filter(|a| day_of(app, a.value.started_at) == day);
        let state = plate_state(day, &household.value, today.map(|a| a.value.outcome));
        TodayRow {
            state,
            last: last.as_ref().map(|a| attempt_view(session, a)),
            note: household.value.note.clone(),
            alias_notes: also.into_iter().filter_map(|alias| alias.value.note).collect(),
            appointment: None,
            open_help: requests.get(&household.id).copied().unwrap_or(0),
            draft: drafts.get(&household.id).copied(),
            no_visit: household.value.no_visit.clone(),
            gone: household.value.gone,
            not_home_times: not_home.get(&household.id).copied().unwrap_or(0),
            receipt: receipt(household.receipt),
            household: head(household.id, household.value),
        }
    };
    let mut rows: Vec<TodayRow> = households.into_iter().map(row).collect();
    let position: BTreeMap<RecordId, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    rows.sort_by_key(|r| position.get(&r.household.id).copied().unwrap_or(usize::MAX));
    Ok(rows)
}

/// The aliases of these households, by the one that stays.
fn aliases_of(
    session: &Session,
    households: &[Stored<entities::Household>],
) -> Result<BTreeMap<RecordId, Vec<Stored<entities::Household>>>> {
    let mut all = BTreeMap::new();
    for household in households {
        all.insert(household.id, session.read(|r| r.aliases_of(household.id))?);
    }
    Ok(all)
}

/// Who wants no visit said so under either id.
fn with_refusals(
    mut household: Stored<entities::Household>,
    aliases: &[Stored<entities::Household>],
) -> Stored<entities::Household> {
    for alias in aliases {
        household.value.no_visit = household.value.no_visit.or_else(|| alias.value.no_visit.clone());
        household.value.gone = household.value.gone.or(alias.value.gone);
    }
    household
}

/// One household's row today.
pub(crate) fn row(app: &App, session: &Session, id: RecordId) -> Result<TodayRow> {
    rows(app, session, app.today(), &[id])?.pop().ok_or_else(Error::not_found)
}

fn plate_state(day: NaiveDate, household: &entities::Household, today: Option<Outcome>) -> PlateState {
    let refuses = household.no_visit.as_ref().is_some_and(|n| n.until.is_none_or(|until| day <= until));
    match today {
        Some(Outcome::Spoken | Outcome::LeftUnsafe | Outcome::MinorOnly | Outcome::NoCommonLanguage) => {
            PlateState::Visited
        }
        Some(Outcome::NotHome | Outcome::NotNow) => PlateState::NotHome,
        Some(Outcome::Refused | Outcome::Moved | Outcome::WrongAddress) => PlateState::NoVisit,
        None if refuses || household.gone.is_some() => PlateState::NoVisit,
        None => PlateState::ToVisit,
    }
}

pub(crate) fn head(id: RecordId, h: entities::Household) -> HouseholdHead {
    HouseholdHead {
        id,
        neighbourhood: h.neighbourhood,
        street: h.street,
        number: h.number,
        bus: h.bus,
        name: h.name,
        people: h.people,
        languages: h.languages,
    }
}

/// The head of a household, or of the one that stands for it, where this laptop holds it.
pub(crate) fn find_head(session: &Session, id: RecordId) -> Result<Option<HouseholdHead>> {
    let id = session.read(|r| r.stays(id))?;
    Ok(session.get::<entities::Household>(id)?.map(|h| head(id, h)))
}

pub(crate) fn receipt(receipt: store::Receipt) -> Receipt {
    match receipt {
        store::Receipt::OnLaptop => Receipt::OnLaptop,
        store::Receipt::OnServer => Receipt::OnServer,
        store::Receipt::UnderReview => Receipt::UnderReview,
        store::Receipt::Conflict => Receipt::Choice,
    }
}

pub(crate) fn attempt_view(session: &Session, a: &Stored<entities::Attempt>) -> AttemptView {
    let visit = session.read(|r| r.get::<entities::Visit>(a.id)).ok().flatten();
    let review = visit.as_ref().and_then(|_| session.get::<entities::Review>(a.id).ok().flatten());
    AttemptView {
        id: a.id,
        household: a.value.household,
        channel: a.value.channel,
        outcome: a.value.outcome,
        at: a.value.started_at,
        by: a.value.by,
        by_name: session.name_of(a.value.by),
        with_name: a.value.with.map(|u| session.name_of(u)),
        leaflets: a.value.leaflets,
        come_back_on: a.value.come_back_on,
        promised: a.value.promised.clone(),
        receipt: if review.is_some() { Receipt::Reviewed } else { receipt(a.receipt) },
        has_visit: visit.is_some(),
    }
}

pub(crate) fn household(app: &App, input: Id) -> Result<HouseholdView> {
    let session = app.session()?;
    household_view(app, &session, input.id)
}

pub(crate) fn household_view(app: &App, session: &Session, id: RecordId) -> Result<HouseholdView> {
    let id = session.read(|r| r.stays(id))?;
    let row = row(app, session, id)?;
    let residents = session.read(|r| r.residents_of(id))?;
    let mut attempts = session.read(|r| r.attempts_of(id))?;
    attempts.retain(|a| !a.value.undone);
    let attempts: Vec<AttemptView> = attempts.iter().map(|a| attempt_view(session, a)).collect();
    let mut leaflets = session.read(|r| r.leaflets_given(id))?;
    leaflets.sort_by_key(|l| std::cmp::Reverse(l.value.at));
    let aliases = session.read(|r| r.aliases_of(id))?;
    Ok(HouseholdView {
        since_last_time: SinceLastTime {
            last: row.last.clone(),
            requests: crate::help::of_household(app, session, id)?,
        },
        residents: residents.into_iter().map(resident_view).collect(),
        attempts,
        leaflets: leaflets.iter().map(|l| crate::leaflets::given_view(session, &l.value)).collect(),
        receipt: row.receipt,
        choices: crate::choices::choices_of_household(session, id)?,
        aliases: aliases.into_iter().map(|alias| head(alias.id, alias.value)).collect(),
        set_aside: crate::aside::of_household(app, session, id)?,
        row,
    })
}

pub(crate) fn resident_view(r: Stored<entities::Resident>) -> ResidentView {
    ResidentView {
        id: r.id,
        name: r.value.name,
        birth_year: r.value.birth_year,
        phone: r.value.phone,
        language: r.value.language,
        receipt: receipt(r.receipt),
    }
}

pub(crate) fn search(app: &App, input: SearchInput) -> Result<SearchView> {
    let session = app.session()?;
    let hits = session.read(|r| r.search(&input.text, MAX_HITS))?;
    let ids: Vec<RecordId> = hits.into_iter().map(|h| h.id).collect();
    Ok(SearchView { rows: rows(app, &session, app.today(), &ids)? })
}
