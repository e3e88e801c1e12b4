//! The demonstration: the same each time, whole, and harmless to run again.

#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::NaiveDate;
use domain::entities::{Assignment, Entity};
use domain::{Kind, Role};
use server::admin::Admin;
use server::{Clock, Config, Error, demo};

fn on(day: &str, folder: &tempfile::TempDir) -> (Admin, Config, NaiveDate) {
    let day: NaiveDate = day.parse().unwrap();
    let mut config = Config::new(folder.path());
    config.clock = Clock::from_fn(move || day.and_hms_opt(7, 0, 0).unwrap().and_utc());
    (Admin::open(&config).unwrap(), config, day)
}

fn all(admin: &Admin) -> Vec<String> {
    let db = admin.database();
    let stored = |kind: &Kind| db.reading(|r| r.list_of_kind(kind)).unwrap();
    Kind::ALL
        .iter()
        .flat_map(|kind| stored(kind).into_iter().map(|s| format!("{:?} {:?}", s.key, s.standing.body)))
        .collect()
}

#[test]
fn the_same_day_gives_the_same_records() {
    let [a, b] = [(); 2].map(|()| {
        let folder = tempfile::tempdir().unwrap();
        let (admin, config, day) = on("2026-11-24", &folder);
        demo::fill(&admin, &config, day).unwrap();
        assert!(admin.database().reading(|r| r.list_set_aside()).unwrap().is_empty());
        all(&admin)
    });
    assert!(a.len() > 200 && a == b);
}

#[test]
fn the_next_day_adds_only_its_round() {
    let folder = tempfile::tempdir().unwrap();
    let (admin, config, day) = on("2026-11-24", &folder);
    demo::fill(&admin, &config, day).unwrap();
    let before = all(&admin).len();
    demo::fill(&admin, &config, day).unwrap();
    assert_eq!(all(&admin).len(), before);
    let (admin, config, day) = on("2026-11-25", &folder);
    demo::fill(&admin, &config, day).unwrap();
    assert_eq!(all(&admin).len(), before + 10);
    let assignments = admin.database().reading(|r| r.list_of_kind(&Kind::Assignment)).unwrap();
    let today = assignments.iter().filter(|a| Assignment::from_body(&a.standing.body).unwrap().day == day);
    assert_eq!(today.count(), 9);
}

#[test]
fn other_peoples_data_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (admin, config, day) = on("2026-11-24", &folder);
    admin.publish_municipality("m".as_ref(), "id = \"genk\"\n[[neighbourhoods]]\nid = \"a\"").unwrap();
    admin.add_user("Els", Role::Visitor, &["a"], false).unwrap();
    assert!(matches!(demo::fill(&admin, &config, day), Err(Error::NotEmpty)));
    let twice = admin.add_user("Els", Role::Visitor, &["a"], false);
    assert!(matches!(twice, Err(Error::UserExists(_))));
    let nowhere = admin.add_user("An", Role::Visitor, &["nowhere"], false);
    assert!(matches!(nowhere, Err(Error::UnknownNeighbourhood(_))));
}
