//! A demonstration: invented people in Genk, and what was written down about them before today.
//!
//! Invariants: the same day gives the same records, byte for byte; everything a person wrote goes through
//! [`crate::push`] as from a laptop, so that nothing is there that the app could not have made.

mod history;
mod homes;
mod journal;
mod people;

pub use people::{WORKERS, Worker};

use crate::admin::Admin;
use crate::config::Config;
use crate::error::Error;
use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};
use domain::{Actor, Kind, RecordKey};
use journal::Journal;
use std::path::Path;

const FACTS: &str = include_str!("../../../../municipality.toml");
const FORM: &[u8] = include_bytes!("../../../../forms/hoe-gaat-het.xlsx");
/// A demonstration is prepared before it is shown.
const CODE_VALID_MINUTES: i64 = 24 * 60;

/// Fills the database of a configuration, or refreshes the codes and the round of the day; returns who can sign in,
/// in words.
///
/// # Errors
/// Where the database holds other records, or fails.
pub fn run(config: &Config) -> Result<String, Error> {
    let admin = Admin::open(config)?;
    let today = admin.now().with_timezone(&Local).date_naive();
    fill(&admin, config, today)?;
    let mut lines = vec![
        format!("Demonstration data for {today}. Server address: http://{}", config.listen),
        format!("Codes are valid for {} hours and work once.", CODE_VALID_MINUTES / 60),
        String::new(),
    ];
    for worker in WORKERS {
        let code = admin.enrol_code(worker.id(), CODE_VALID_MINUTES)?;
        let role = format!("{:?}", worker.role).to_lowercase();
        lines.push(format!("{code}  {:14} {role:14} {}", worker.name, worker.neighbourhoods.join(", ")));
    }
    Ok(lines.join("\n"))
}

/// Fills an empty database as on the morning of `today`. Where the demonstration is there already, only the round of
/// `today` is added.
///
/// # Errors
/// Where the database holds other records, or fails.
pub fn fill(admin: &Admin, config: &Config, today: NaiveDate) -> Result<(), Error> {
    let users = admin.list_users()?;
    let is_there = users.iter().any(|(id, _)| *id == people::MERYEM.id());
    if !is_there && !users.is_empty() {
        return Err(Error::NotEmpty);
    }
    publish(admin, config)?;
    let municipality = admin.municipality()?;
    let mut journal = Journal::default();
    if !is_there {
        for worker in WORKERS {
            admin.save_user(worker.id(), &worker.user())?;
        }
        let cast = Cast::of(&municipality);
        let homes = homes::write(&mut journal, &cast, today);
        history::write(&mut journal, &cast, &form(admin)?, &homes, today);
    }
    let round = RecordKey::new(Kind::Round, homes::round_of(today));
    if admin.database().reading(|r| r.find_record(&round))?.is_none() {
        homes::write_round(&mut journal, &Cast::of(&municipality), today);
    }
    journal.send(admin)
}

/// The configured facts and forms, or those that this program carries.
fn publish(admin: &Admin, config: &Config) -> Result<(), Error> {
    if config.municipality.is_none() {
        admin.publish_municipality(Path::new("municipality.toml"), FACTS)?;
    }
    admin.publish_configured(config)?;
    if config.forms.is_empty() {
        admin.publish_form_bytes(Path::new("hoe-gaat-het.xlsx"), FORM)?;
    }
    Ok(())
}

/// Id and version of the form that visits were made with.
fn form(admin: &Admin) -> Result<(String, String), Error> {
    let forms = admin.database().reading(|r| r.list_of_kind(&Kind::Form))?;
    let last = forms.last().map(|f| f.standing.body.clone()).unwrap_or_default();
    let text = |field: &str| last.get(field).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
    Ok((text("form_id"), text("version")))
}

/// Who wrote it all.
struct Cast {
    meryem: Actor,
    koen: Actor,
    sofie: Actor,
}

impl Cast {
    fn of(municipality: &str) -> Self {
        let [meryem, koen, sofie] =
            [&people::MERYEM, &people::KOEN, &people::SOFIE].map(|worker| worker.actor(municipality));
        Self { meryem, koen, sofie }
    }
}

/// An instant of a day, about as the clock in Genk says it in winter.
fn at(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour.saturating_sub(1), minute, 0).unwrap_or_default();
    day.and_time(time).and_utc()
}
