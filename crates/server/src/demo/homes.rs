//! The addresses, who lives there, and the round of the day.

use super::journal::{Journal, id};
use super::people::{FAMILIES, FIRST_NAMES, Home, ROUND, STREETS};
use super::{Cast, at};
use chrono::{Days, NaiveDate};
use domain::RecordId;
use domain::entities::{Assignment, Household, NoVisit, Resident, Round};

/// Addresses beside those of the round.
const MORE_HOMES: usize = 64;
/// How long ago the list of addresses was imported.
const IMPORTED_DAYS_AGO: u64 = 300;

/// A home that was written, for the history to happen in.
pub struct Written {
    pub household: RecordId,
    pub neighbourhood: &'static str,
    pub language: &'static str,
}

/// The id of an address of the round.
pub fn on_round(number: &str) -> RecordId {
    let street = ROUND.iter().find(|home| home.number == number).map_or("", |home| home.street);
    address("winterslag", street, number, None)
}

fn address(neighbourhood: &str, street: &str, number: &str, bus: Option<&str>) -> RecordId {
    id(&format!("household {neighbourhood} {street} {number} {}", bus.unwrap_or_default()))
}

/// Writes every address with its residents; returns those beside the round.
pub fn write(journal: &mut Journal, cast: &Cast, today: NaiveDate) -> Vec<Written> {
    let day = today - Days::new(IMPORTED_DAYS_AGO);
    for home in &ROUND {
        write_home(journal, cast, home, day);
    }
    (0..MORE_HOMES).map(|n| write_other(journal, cast, n, day)).collect()
}

fn write_home(journal: &mut Journal, cast: &Cast, home: &Home, day: NaiveDate) {
    let household = address("winterslag", home.street, home.number, home.bus);
    let wants_none = home.street == "Margarethalaan" && home.number == "11";
    let body = Household {
        neighbourhood: "winterslag".to_owned(),
        street: home.street.to_owned(),
        number: home.number.to_owned(),
        bus: home.bus.map(str::to_owned),
        name: home.name.map(str::to_owned),
        people: home.people,
        languages: home.languages.iter().map(|&l| l.to_owned()).collect(),
        note: home.note.map(str::to_owned),
        no_visit: wants_none.then(|| NoVisit { said_by: Some("mevrouw zelf".to_owned()), until: None }),
        ..Household::default()
    };
    journal.create(&cast.koen, household, &body, at(day, 10, 0));
    for (name, birth_year, language) in home.residents {
        let resident = Resident {
            household,
            name: Some((*name).to_owned()),
            birth_year: *birth_year,
            phone: None,
            language: Some((*language).to_owned()),
        };
        journal.create(&cast.koen, id(&format!("resident {household} {name}")), &resident, at(day, 10, 0));
    }
}

/// The nth other address: streets, families and sizes take turns, every fifth is an apartment.
fn write_other(journal: &mut Journal, cast: &Cast, n: usize, day: NaiveDate) -> Written {
    let (neighbourhood, street) = STREETS[n % STREETS.len()];
    let (family, language) = FAMILIES[n * 7 % FAMILIES.len()];
    let number = (14 + n / STREETS.len() * 4 + if n.is_multiple_of(2) { 0 } else { 1 }).to_string();
    // Two apartments where the Vennestraat's 112 is also a house.
    let (number, bus) = match n {
        0 | 6 => ("112".to_owned(), Some((n / 3 + 1).to_string())),
        _ if n.is_multiple_of(5) => (number, Some((n % 4 + 1).to_string())),
        _ => (number, None),
    };
    let household = address(neighbourhood, street, &number, bus.as_deref());
    let given = n % 9 != 4;
    let people = 1 + n % 5;
    let body = Household {
        neighbourhood: neighbourhood.to_owned(),
        street: street.to_owned(),
        number,
        bus,
        name: given.then(|| if people > 1 { format!("Familie {family}") } else { family.to_owned() }),
        people: given.then(|| u32::try_from(people).unwrap_or(1)),
        languages: if given { vec![language.to_owned()] } else { Vec::new() },
        ..Household::default()
    };
    journal.create(&cast.koen, household, &body, at(day, 10, 30));
    if given {
        write_residents(journal, cast, household, (family, language), (n, people), day);
    }
    Written { household, neighbourhood, language }
}

fn write_residents(
    journal: &mut Journal,
    cast: &Cast,
    household: RecordId,
    (family, language): (&str, &str),
    (n, people): (usize, usize),
    day: NaiveDate,
) {
    let first_names = FIRST_NAMES.iter().find(|(l, _)| *l == language).map_or(&[] as &[&str], |(_, names)| names);
    for (i, first) in first_names.iter().cycle().skip(n % first_names.len().max(1)).take(people.min(2)).enumerate() {
        let resident = Resident {
            household,
            name: Some(format!("{first} {family}")),
            birth_year: i32::try_from(1938 + (n * 13 + i * 5) % 55).ok(),
            phone: (n % 3 == 0 && i == 0).then(|| format!("0470 00 {:02} {:02}", n, i)),
            language: Some(language.to_owned()),
        };
        journal.create(&cast.koen, id(&format!("resident {household} {i}")), &resident, at(day, 10, 30));
    }
}

/// The id of a day's round.
pub fn round_of(day: NaiveDate) -> RecordId {
    id(&format!("round {day}"))
}

/// Meryem's list for the day.
pub fn write_round(journal: &mut Journal, cast: &Cast, today: NaiveDate) {
    let made = at(today - Days::new(1), 16, 0);
    let round = round_of(today);
    let body = Round { neighbourhood: "winterslag".to_owned(), day: today, name: "Vennestraat".to_owned() };
    journal.create(&cast.koen, round, &body, made);
    for home in &ROUND {
        let household = address("winterslag", home.street, home.number, home.bus);
        let appointment = (home.number == "112").then(|| "11.30".to_owned());
        let body = Assignment { household, round, day: today, assignee: cast.meryem.user, appointment };
        journal.create(&cast.koen, id(&format!("assignment {today} {household}")), &body, made);
    }
}
