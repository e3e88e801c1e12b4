//! The queries that the screens are made of.

use crate::support::*;
use chrono::NaiveDate;
use domain::entities::*;
use domain::life_cycle::{HelpState, ReviewState};
use domain::{Operation, RecordId, RecordKey, Sequence, VerdictKind};
use serde_json::json;
use store::{Draft, HelpFilter, Reader, Receipt, Result};

fn read<T>(laptop: &Laptop, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> T {
    laptop.store.read(f).expect("read")
}

fn ids<E>(stored: &[store::Stored<E>]) -> Vec<RecordId> {
    stored.iter().map(|s| s.id).collect()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, day).expect("day")
}

fn visit(household: u128, second: i64) -> Visit {
    Visit {
        household: id(household),
        form_id: "hoe-gaat-het".into(),
        form_version: "1".into(),
        by: user(800),
        with: None,
        channel: Channel::Door,
        started_at: at(second),
        finished_at: at(second + 60),
        language: None,
        flags: Vec::new(),
        issues: Vec::new(),
        clock_off_s: None,
    }
}

/// From its fields alone, so that a new optional field elsewhere does not matter here.
fn entity<E: Entity>(fields: serde_json::Value) -> E {
    serde_json::from_value(fields).expect("fields of this kind")
}

fn request(state: HelpState) -> HelpRequest {
    entity(json!({
        "neighbourhood": "winterslag", "category": "care", "urgency": "week", "state": state,
        "recorded_on": day(1), "shared": false,
    }))
}

fn detail(household: u128, visit: Option<u128>) -> HelpRequestDetail {
    let visit = visit.map(|v| id(v).to_string());
    entity(json!({"household": id(household), "visit": visit, "description": "x"}))
}

#[test]
fn households_come_in_walking_order() {
    let laptop = Laptop::new();
    for (n, street, number) in
        [(1, "Vennestraat", "112"), (2, "Vennestraat", "8"), (3, "Vennestraat", "12A"), (4, "Arbeidstraat", "9")]
    {
        laptop.create(n, &household(street, number, "X"));
    }
    let in_order = [id(4), id(2), id(3), id(1)];
    assert_eq!(ids(&read(&laptop, |r| r.households(&[id(1), id(2), id(3), id(4)]))), in_order);
    assert_eq!(ids(&read(&laptop, |r| r.households(&[id(1), id(2), id(2), id(77)]))), [id(2), id(1)]);
    assert_eq!(ids(&read(&laptop, |r| r.households_at("vénnestraat", "12a"))), [id(3)]);

    let assign = |to, household| Assignment {
        household: id(household),
        round: id(50),
        day: day(2),
        assignee: to,
        appointment: None,
    };
    laptop.create(60, &assign(user(800), 1));
    laptop.create(61, &assign(user(800), 2));
    laptop.create(62, &assign(user(801), 3));
    assert_eq!(ids(&read(&laptop, |r| r.assignments(day(2), Some(user(800))))), [id(60), id(61)]);
    assert!(read(&laptop, |r| r.assignments(day(3), Some(user(800)))).is_empty());
    assert_eq!(read(&laptop, |r| r.assignments(day(2), None)).len(), 3);
    assert_eq!(read(&laptop, |r| r.assignments_of_round(id(50))).len(), 3);
}

#[test]
fn the_last_attempt_is_the_last_not_taken_back() {
    let laptop = Laptop::new();
    laptop.create(10, &attempt(1, Outcome::NotHome, 10));
    laptop.create(11, &attempt(1, Outcome::Spoken, 20));
    laptop.create(12, &attempt(1, Outcome::NotHome, 30));
    let mistake = laptop.create(13, &attempt(1, Outcome::Refused, 40));
    laptop.create(14, &attempt(2, Outcome::NotHome, 10));
    laptop.set(50, &mistake, json!({"undone": true}));

    let last = read(&laptop, |r| r.last_attempts(&[id(1), id(2), id(3)]));
    assert_eq!(last.iter().map(|(h, a)| (*h, a.id)).collect::<Vec<_>>(), [(id(1), id(12)), (id(2), id(14))]);
    let not_home = read(&laptop, |r| r.not_home_times(&[id(1), id(2)]));
    assert_eq!(not_home, [(id(1), 1), (id(2), 1)].into(), "counted since the last talk");
    assert_eq!(ids(&read(&laptop, |r| r.attempts_of(id(1)))), [id(13), id(12), id(11), id(10)]);
}

#[test]
fn requests_are_known_by_household_only_through_a_detail() {
    let laptop = Laptop::new();
    laptop.create(1, &request(HelpState::Recorded));
    laptop.create(2, &request(HelpState::Done));
    laptop.create(3, &request(HelpState::Triaged));
    laptop.create(4, &request(HelpState::Triaged));
    let key = RecordKey::new(domain::Kind::HelpRequestDetail, id(1));
    laptop.change(70, &key, Operation::Create { set: detail(30, Some(9)).to_body() });
    let key = RecordKey::new(domain::Kind::HelpRequestDetail, id(2));
    laptop.change(71, &key, Operation::Create { set: detail(30, None).to_body() });
    let shared = json!({"help_request": id(3), "by": user(801), "household": id(30)});
    laptop.create(20, &entity::<SharedDetail>(shared));

    assert_eq!(ids(&read(&laptop, |r| r.help_requests(HelpFilter::Open))), [id(1), id(3), id(4)]);
    assert_eq!(ids(&read(&laptop, |r| r.help_requests_of(id(30)))), [id(1), id(2), id(3)]);
    assert_eq!(read(&laptop, |r| r.open_help_counts(&[id(30), id(31)])), [(id(30), 2)].into());
    assert_eq!(read(&laptop, |r| r.shared_details(id(3))).len(), 1);

    let event = |n, second| {
        laptop.create(
            n,
            &HelpEvent { help_request: id(3), at: at(second), by: user(801), state: None, assignee: None, note: None },
        )
    };
    event(40, 9);
    event(41, 5);
    assert_eq!(ids(&read(&laptop, |r| r.events_of(id(3)))), [id(41), id(40)]);
}

#[test]
fn visits_are_listed_by_their_review() {
    let laptop = Laptop::new();
    for n in 1..4 {
        laptop.create(n, &visit(30, i64::try_from(n).expect("small")));
    }
    let review = |state| Review { state, by: user(801), at: at(0) };
    let key = RecordKey::new(domain::Kind::Review, id(2));
    laptop.change(70, &key, Operation::Create { set: review(ReviewState::Approved).to_body() });
    laptop.create(20, &Comment { visit: id(3), path: None, text: "?".into(), by: user(801), at: at(0) });

    let listed = |state| read(&laptop, |r| r.visits_in_review(state)).iter().map(|v| v.visit.id).collect::<Vec<_>>();
    assert_eq!(listed(Some(ReviewState::Received)), [id(1), id(3)]);
    assert_eq!(listed(Some(ReviewState::Approved)), [id(2)]);
    assert_eq!(listed(None).len(), 3);
    assert_eq!(read(&laptop, |r| r.review_counts()), [("approved".into(), 1), ("received".into(), 2)].into());
    let commented = read(&laptop, |r| r.commented_visits_by(user(800)));
    assert_eq!(
        commented.iter().map(|v| (v.visit.id, v.comments, v.state())).collect::<Vec<_>>(),
        [(id(3), 1, ReviewState::Received)]
    );

    let key = RecordKey::new(domain::Kind::Visit, id(1));
    laptop.set(71, &key, json!({"answers/mood": "3"}));
    assert_eq!(laptop.field(&key, "answers/mood"), "3");
    assert_eq!(read(&laptop, |r| r.receipt(&key)), Receipt::OnLaptop);
    laptop.verdict(10_001, VerdictKind::Accepted { seq: Sequence(1, 1) });
    laptop.verdict(71, VerdictKind::Accepted { seq: Sequence(1, 2) });
    assert_eq!(read(&laptop, |r| r.receipt(&key)), Receipt::OnServer);
}

#[test]
fn a_body_that_this_version_cannot_read_hides_nothing_else() {
    let laptop = Laptop::new();
    laptop.create(1, &household("Vennestraat", "1", "Claes"));
    let mut newer = address("Vennestraat", "2");
    newer["gone"] = json!("on_holiday");
    laptop.pull(&[record(domain::Kind::Household, 2, 1, newer)]);
    assert_eq!(ids(&read(&laptop, |r| r.list::<Household>())), [id(1)]);
    assert!(read(&laptop, |r| r.get::<Household>(id(2))).is_none());
    assert_eq!(laptop.field(&RecordKey::new(domain::Kind::Household, id(2)), "gone"), "on_holiday");
}

#[test]
fn drafts_are_kept_whole() {
    let laptop = Laptop::new();
    let draft = |number, updated| Draft {
        id: id(number),
        household: id(1),
        kind: "visit".into(),
        body: json!({"text": "nog niet af: é ş أ", "n": updated}),
        at_path: Some("a/b".into()),
        created_at: at(0),
        updated_at: at(updated),
    };
    let save = |d: &Draft| laptop.store.write(|w| w.save_draft(d)).expect("save");
    save(&draft(5, 1));
    save(&draft(5, 2));
    save(&draft(6, 1));
    assert_eq!(read(&laptop, |r| r.draft(id(5))), Some(draft(5, 2)));
    assert_eq!(read(&laptop, |r| r.draft_of_household(id(1))).map(|d| d.id), Some(id(5)));
    let laptop = laptop.reopen();
    assert_eq!(read(&laptop, |r| r.drafts()).len(), 2);
    assert!(laptop.store.write(|w| w.remove_draft(id(5))).expect("remove"));
    assert!(!laptop.store.write(|w| w.remove_draft(id(5))).expect("remove"));
}
