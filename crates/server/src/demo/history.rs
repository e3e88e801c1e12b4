//! What happened before today: attempts, visits with answers and reviews, and help requests on their way.

use super::homes::{Written, on_round};
use super::journal::{Journal, id};
use super::{Cast, at};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use domain::entities::{
    ANSWER_PREFIX, Attempt, Channel, Comment, Consent, HelpEvent, HelpRequest, HelpRequestDetail, LeafletGiven,
    LeafletUse, Outcome, Referral, Review, SharedDetail, SharedField, Urgency, Visit,
};
use domain::life_cycle::{HelpState, ReferralState, ReviewState};
use domain::{Actor, Body, Kind, RecordId};
use serde_json::json;

/// Visits to the other homes, one every so many days.
const OTHER_VISITS: usize = 16;
const MOODS: [&str; 5] = ["goed", "gaat_wel", "zeer_goed", "slecht", "gaat_wel"];
const DIFFICULT: [&[&str]; 4] = [&["niets"], &["papieren", "digitaal"], &["boodschappen"], &["mensen", "buiten"]];

/// Writes it all.
pub fn write(journal: &mut Journal, cast: &Cast, form: &(String, String), homes: &[Written], today: NaiveDate) {
    write_round_homes(journal, cast, form, today);
    for (n, home) in homes.iter().filter(|h| h.neighbourhood == "winterslag").take(OTHER_VISITS).enumerate() {
        let day = today - Days::new(2 + 3 * n as u64);
        let by = if n % 2 == 0 { &cast.sofie } else { &cast.meryem };
        let start = at(day, 10 + n as u32 % 6, 15);
        match n % 4 {
            3 => attempt(journal, by, home.household, Outcome::NotHome, start, None),
            _ => {
                let visit = visit(journal, by, home.household, form, home.language, n, start);
                review(journal, cast, visit, n, start);
            }
        }
    }
    if let Some(home) = homes.first() {
        write_other_requests(journal, cast, home.household, today);
    }
}

/// The last day with this month and day before `today`.
fn last(today: NaiveDate, month: u32, day: u32) -> NaiveDate {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    let this = in_year(today.year());
    if this < today { this } else { in_year(today.year() - 1) }
}

fn write_round_homes(journal: &mut Journal, cast: &Cast, form: &(String, String), today: NaiveDate) {
    let march = last(today, 3, 12);
    let not_home = |journal: &mut Journal, days: u64, hour| {
        attempt(journal, &cast.sofie, on_round("106"), Outcome::NotHome, at(today - Days::new(days), hour, 20), None);
    };
    not_home(journal, 20, 10);
    not_home(journal, 6, 15);
    attempt(journal, &cast.sofie, on_round("11"), Outcome::Refused, at(last(today, 10, 2), 14, 0), None);
    visit(journal, &cast.sofie, on_round("3"), form, "it", 0, at(march, 9, 30));
    visit(journal, &cast.meryem, on_round("102"), form, "nl", 1, at(today - Days::new(90), 11, 0));

    let promised = "Het Sociaal Huis belt over de huurwaarborg. Mevrouw was ziek: vraag hoe het nu gaat.";
    let start = at(march, 11, 30);
    attempt(journal, &cast.meryem, on_round("112"), Outcome::Spoken, start, Some(promised));
    deposit(journal, cast, start);
    let leaflet = LeafletGiven {
        household: on_round("112"),
        visit: None,
        leaflet: "ask-for-help".to_owned(),
        language: "ar".to_owned(),
        version: 1,
        how: LeafletUse::Left,
        at: start,
        by: cast.meryem.user,
    };
    journal.create(&cast.meryem, id("leaflet El Idrissi"), &leaflet, start);
}

/// The open request of the El Idrissi family: shared, taken by the coordinator, with the Sociaal Huis.
fn deposit(journal: &mut Journal, cast: &Cast, start: DateTime<Utc>) {
    let request = id("request huurwaarborg");
    let asked = NewRequest {
        household: on_round("112"),
        category: "wonen",
        urgency: Urgency::Week,
        description: "Huurwaarborg: de vorige verhuurder betaalt de waarborg niet terug.",
        consent: Some(true),
        language: "ar",
    };
    help_request(journal, &cast.meryem, request, &asked, start + TimeDelta::minutes(20));
    let day = |days| start + TimeDelta::days(days);
    event(journal, &cast.koen, request, HelpState::Triaged, "Bekeken. Voor het Sociaal Huis.", day(1));
    let referral = Referral {
        help_request: request,
        service: "sociaal_huis".to_owned(),
        state: ReferralState::Pending,
        by: cast.koen.user,
        sent_at: day(2),
        reason: None,
    };
    journal.create(&cast.koen, id("referral huurwaarborg"), &referral, day(2));
    let note = "Het Sociaal Huis heeft beloofd te bellen.";
    event(journal, &cast.koen, request, HelpState::Referred, note, day(2));
}

/// One that waits unshared, one of today's urgency that nobody took yet.
fn write_other_requests(journal: &mut Journal, cast: &Cast, household: RecordId, today: NaiveDate) {
    let unshared = NewRequest {
        household: on_round("102"),
        category: "contact",
        urgency: Urgency::Normal,
        description: "Zou graag eens met iemand gaan wandelen, maar wil er nog over nadenken.",
        consent: Some(false),
        language: "nl",
    };
    help_request(journal, &cast.meryem, id("request wandelen"), &unshared, at(today - Days::new(90), 11, 40));
    let urgent = NewRequest {
        household,
        category: "zorg",
        urgency: Urgency::Today,
        description: "Moet morgen naar het ziekenhuis en heeft geen vervoer.",
        consent: Some(true),
        language: "nl",
    };
    help_request(journal, &cast.sofie, id("request vervoer"), &urgent, at(today - Days::new(1), 15, 30));
}

struct NewRequest {
    household: RecordId,
    category: &'static str,
    urgency: Urgency,
    description: &'static str,
    consent: Option<bool>,
    language: &'static str,
}

fn help_request(journal: &mut Journal, by: &Actor, request: RecordId, new: &NewRequest, when: DateTime<Utc>) {
    let given = new.consent == Some(true);
    let body = HelpRequest {
        neighbourhood: "winterslag".to_owned(),
        category: new.category.to_owned(),
        urgency: new.urgency,
        state: HelpState::Recorded,
        recorded_on: when.date_naive(),
        shared: given,
        assignee: None,
    };
    journal.create(by, request, &body, when);
    let recipient = given.then(|| "sociaal_huis".to_owned());
    let fields = if given { vec![SharedField::Description, SharedField::Address] } else { Vec::new() };
    let detail = HelpRequestDetail {
        household: new.household,
        visit: None,
        detail: None,
        description: new.description.to_owned(),
        contact: None,
        consent: new.consent.map(|given| Consent {
            given,
            recipient: recipient.clone(),
            fields,
            decided_at: when,
            language: Some(new.language.to_owned()),
        }),
    };
    journal.create(by, request, &detail, when);
    if given {
        let shared = SharedDetail {
            help_request: request,
            recipient,
            by: by.user,
            household: Some(new.household),
            detail: None,
            description: Some(new.description.to_owned()),
            contact: None,
            vital_reason: None,
        };
        journal.create(by, id(&format!("shared {request}")), &shared, when);
    }
}

fn event(journal: &mut Journal, by: &Actor, request: RecordId, state: HelpState, note: &str, when: DateTime<Utc>) {
    journal.set(by, Kind::HelpRequest, request, "state", json!(state), when);
    if state == HelpState::Triaged {
        journal.set(by, Kind::HelpRequest, request, "assignee", json!(by.user), when);
    }
    let event = HelpEvent {
        help_request: request,
        at: when,
        by: by.user,
        state: Some(state),
        assignee: (state == HelpState::Triaged).then_some(by.user),
        note: Some(note.to_owned()),
    };
    journal.create(by, id(&format!("event {request} {when}")), &event, when);
}

fn attempt(
    journal: &mut Journal,
    by: &Actor,
    household: RecordId,
    outcome: Outcome,
    start: DateTime<Utc>,
    promised: Option<&str>,
) {
    let body = Attempt {
        household,
        channel: Channel::Door,
        outcome,
        started_at: start,
        finished_at: Some(start + TimeDelta::minutes(if outcome == Outcome::Spoken { 25 } else { 1 })),
        by: by.user,
        with: None,
        leaflets: u32::from(outcome == Outcome::Spoken),
        come_back_on: None,
        promised: promised.map(str::to_owned),
        undone: false,
    };
    journal.create(by, id(&format!("attempt {household} {start}")), &body, start);
}

/// A talk with answers; returns the visit's id, which is its attempt's.
fn visit(
    journal: &mut Journal,
    by: &Actor,
    household: RecordId,
    (form_id, form_version): &(String, String),
    language: &str,
    n: usize,
    start: DateTime<Utc>,
) -> RecordId {
    attempt(journal, by, household, Outcome::Spoken, start, None);
    let mood = MOODS[n % MOODS.len()];
    let body = Visit {
        household,
        form_id: form_id.clone(),
        form_version: form_version.clone(),
        by: by.user,
        with: None,
        channel: Channel::Door,
        started_at: start,
        finished_at: start + TimeDelta::minutes(25),
        language: Some(language.to_owned()),
        flags: if mood == "slecht" { vec!["mood".to_owned()] } else { Vec::new() },
        issues: Vec::new(),
        clock_off_s: None,
    };
    let answers = [
        ("bezoek/bezoekdatum", json!(start.date_naive())),
        ("bezoek/soort_bezoek", json!("huisbezoek")),
        ("bezoek/taal", json!(language)),
        ("akkoord/toestemming", json!("ja")),
        ("kennismaken/tolk", json!("geen")),
        ("kennismaken/aanwezig", json!(["alleen"])),
        ("welzijn/hoe_gaat_het", json!(mood)),
        ("praktisch/moeilijk", json!(DIFFICULT[n % DIFFICULT.len()])),
        ("afronden/folders", json!(["reach-the-city"])),
        ("afronden/vervolg", json!("geen")),
    ];
    let answers = answers.map(|(path, value)| (format!("{ANSWER_PREFIX}{path}"), json!({ "value": value })));
    let visit = id(&format!("attempt {household} {start}"));
    journal.create_with(by, visit, &body, Body::from_iter(answers), start + TimeDelta::minutes(25));
    visit
}

/// The coordinator has reviewed the older visits; one came back with a question.
fn review(journal: &mut Journal, cast: &Cast, visit: RecordId, n: usize, start: DateTime<Utc>) {
    let state = match n {
        0..=5 => return,
        6 => ReviewState::HasIssues,
        _ => ReviewState::Approved,
    };
    let when = start + TimeDelta::days(1);
    journal.create(&cast.koen, visit, &Review { state, by: cast.koen.user, at: when }, when);
    if state == ReviewState::HasIssues {
        let comment = Comment {
            visit,
            path: Some("welzijn/hoe_gaat_het".to_owned()),
            text: "Is er met de huisarts over gesproken?".to_owned(),
            by: cast.koen.user,
            at: when,
        };
        journal.create(&cast.koen, id(&format!("comment {visit}")), &comment, when);
    }
}
