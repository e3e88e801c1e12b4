//! Lists of a day: addresses come in by CSV, a coordinator picks households for a day and who goes.

use crate::households::optional;
use crate::session::{Session, create, new_id};
use crate::today::{by_street, head, rows};
use crate::views::*;
use crate::{App, Error, Result};
use domain::address::parse_house_number;
use domain::entities::{Assignment, Household, Neighbourhood as NeighbourhoodRecord, Round};
use domain::fold::fold;
use domain::{RecordId, UserId};
use std::collections::{BTreeMap, BTreeSet};

/// Largest file of addresses, in bytes and in rows.
const MAX_CSV_BYTES: usize = 4 * 1024 * 1024;
const MAX_CSV_ROWS: usize = 50_000;
/// Most households shown at once when making a list.
const MAX_SHOWN: usize = 500;

/// Names of the columns, in English and in the languages of the offices that make such files.
const STREET: &[&str] = &["street", "straat", "rue"];
const NUMBER: &[&str] = &["number", "nummer", "huisnummer", "numero"];
const BOX: &[&str] = &["box", "bus", "busnummer", "boite"];
const NEIGHBOURHOOD: &[&str] = &["neighbourhood", "wijk", "quartier"];

/// One row of the file that makes sense.
struct Address {
    street: String,
    number: String,
    bus: Option<String>,
    neighbourhood: String,
}

pub(crate) fn import_addresses(app: &App, input: ImportInput) -> Result<ImportView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    if input.csv.len() > MAX_CSV_BYTES {
        return Err(Error::text_too_long().with("max", MAX_CSV_BYTES));
    }
    let (addresses, problems) = read(&session, &input.csv)?;
    let known = known_addresses(&session)?;
    let mut seen = BTreeSet::new();
    let fresh: Vec<&Address> = addresses.iter().filter(|a| !known.contains(&key(a)) && seen.insert(key(a))).collect();
    let view = ImportView {
        new: u32::try_from(fresh.len()).unwrap_or(u32::MAX),
        known: u32::try_from(addresses.len() - fresh.len()).unwrap_or(u32::MAX),
        imported: input.confirm,
        problems,
    };
    if input.confirm {
        let at = app.now_utc();
        session.write(|w| {
            for address in fresh {
                w.record_change(create(new_id(), &household(address), at))?;
            }
            Ok(())
        })?;
    }
    Ok(view)
}

fn key(a: &Address) -> (String, String, Option<String>) {
    (fold(&a.street), a.number.clone(), a.bus.clone())
}

fn household(a: &Address) -> Household {
    Household {
        neighbourhood: a.neighbourhood.clone(),
        street: a.street.clone(),
        number: a.number.clone(),
        bus: a.bus.clone(),
        ..Household::default()
    }
}

fn known_addresses(session: &Session) -> Result<BTreeSet<(String, String, Option<String>)>> {
    let all = session.read(|r| r.list::<Household>())?;
    Ok(all.into_iter().map(|h| (fold(&h.value.street), h.value.number, h.value.bus)).collect())
}

/// Reads the file: rows that make sense, and a problem for each that does not. Comma, semicolon or tab; spreadsheets
/// in this country write semicolons.
fn read(session: &Session, csv: &str) -> Result<(Vec<Address>, Vec<ImportProblem>)> {
    let first = csv.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().find(|d| first.bytes().any(|b| b == *d)).unwrap_or(b',');
    let text = csv.trim_start_matches('\u{feff}');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map_err(|_| Error::bad_input())?.iter().map(fold).collect();
    let column = |names: &[&str]| headers.iter().position(|h| names.iter().any(|n| fold(n) == *h));
    let missing = |name: &'static str| Error::import_row().with("row", 1).with("column", name);
    let street = column(STREET).ok_or_else(|| missing("street"))?;
    let number = column(NUMBER).ok_or_else(|| missing("number"))?;
    let neighbourhood = column(NEIGHBOURHOOD).ok_or_else(|| missing("neighbourhood"))?;
    let bus = column(BOX);
    let codes = neighbourhood_codes(session)?;

    let (mut addresses, mut problems) = (Vec::new(), Vec::new());
    for (index, record) in reader.records().enumerate().take(MAX_CSV_ROWS) {
        let row = u32::try_from(index + 2).unwrap_or(u32::MAX);
        let mut problem = |column: Option<&str>, code: &str| {
            problems.push(ImportProblem { row, column: column.map(str::to_owned), code: code.to_owned() });
        };
        let Ok(record) = record else {
            problem(None, "invalid-row");
            continue;
        };
        let cell = |i: usize| record.get(i).unwrap_or_default().trim();
        if record.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        let parsed = parse_house_number(cell(number));
        let code = codes.get(&fold(cell(neighbourhood)));
        match (cell(street).is_empty(), parsed, code) {
            (true, ..) => problem(Some("street"), "missing-field"),
            (_, None, _) => problem(Some("number"), "invalid-number"),
            (.., None) => problem(Some("neighbourhood"), "unknown-neighbourhood"),
            (false, Some(parsed), Some(code)) => addresses.push(Address {
                street: cell(street).to_owned(),
                number: parsed.number,
                bus: bus.map(|i| cell(i).to_owned()).filter(|b| !b.is_empty()).or(parsed.bus),
                neighbourhood: code.clone(),
            }),
        }
    }
    Ok((addresses, problems))
}

/// My neighbourhoods by folded name and by code.
fn neighbourhood_codes(session: &Session) -> Result<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    let mine = session.actor().neighbourhoods;
    for n in session.read(|r| r.list::<NeighbourhoodRecord>())? {
        if mine.contains(&n.value.code) {
            codes.insert(fold(&n.value.name), n.value.code.clone());
            codes.insert(fold(&n.value.code), n.value.code);
        }
    }
    Ok(codes)
}

pub(crate) fn households(app: &App, input: HouseholdsInput) -> Result<HouseholdsView> {
    let session = app.session()?;
    let wanted = fold(input.text.as_deref().unwrap_or_default());
    let all = session.read(|r| r.list::<Household>())?;
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

fn on_day(session: &Session, day: chrono::NaiveDate) -> Result<RoundsView> {
    let mut by_round: BTreeMap<RecordId, Vec<Assignment>> = BTreeMap::new();
    for a in session.read(|r| r.assignments(day, None))? {
        by_round.entry(a.value.round).or_default().push(a.value);
    }
    let mut rounds = Vec::new();
    for (id, assignments) in by_round {
        let Some(round) = session.get::<Round>(id)? else { continue };
        let ids: Vec<RecordId> = assignments.iter().map(|a| a.household).collect();
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
