//! Codes work for one laptop, within their time; what rests is no secret.

use super::world::*;
use chrono::TimeDelta;
use domain::entities::{Entity, User};
use domain::{Kind, RecordKey, Role, UserId};
use protocol::{Enrol, RefusalCode};
use server::db::Database;
use server::enrol::{enrol, make_code};
use server::secret::{named_id, new_id, sha256};

fn user(db: &dyn Database) -> UserId {
    let user = User {
        name: "Meryem".into(),
        role: Role::Visitor,
        neighbourhoods: vec!["winterslag".into()],
        duty: false,
        inactive: false,
    };
    let id = UserId(named_id("user", "Meryem"));
    db.writing(|w| server::publish::record(w, GENK, &RecordKey::new(Kind::User, id), &user.to_body(), noon())).unwrap();
    id
}

/// Each is an enrolment of its own.
fn request(code: &str) -> Enrol {
    Enrol { code: code.to_owned(), device_name: "laptop".to_owned(), enrolment: new_id(noon()).into(), replaces: None }
}

pub fn a_code_works_once(db: &dyn Database) {
    let user = user(db);
    let code = make_code(db, user, 10, noon()).unwrap();
    let enrolled = enrol(db, GENK, &request(&code.to_lowercase().replace('-', " ")), noon()).unwrap().ok().unwrap();
    assert_eq!(enrolled.actor.user, user);
    assert_eq!(enrol(db, GENK, &request(&code), noon()).unwrap().err(), Some(RefusalCode::UsedCode));
    let device = db.reading(|r| r.find_device_by_token(&sha256(enrolled.token.as_bytes()))).unwrap().unwrap();
    assert_eq!(device.id, enrolled.device);
}

/// The answer got lost, or the laptop could not keep it.
pub fn the_same_laptop_may_ask_again(db: &dyn Database) {
    let code = make_code(db, user(db), 10, noon()).unwrap();
    let asked = request(&code);
    let ask = |at| enrol(db, GENK, &asked, at).unwrap();
    let first = ask(noon()).ok().unwrap();
    let second = ask(noon() + TimeDelta::minutes(9)).ok().unwrap();
    assert_eq!(first.device, second.device, "it stays one laptop");
    let device_of = |token: &str| db.reading(|r| r.find_device_by_token(&sha256(token.as_bytes()))).unwrap();
    assert!(device_of(&first.token).is_none() && device_of(&second.token).is_some(), "only the last token works");
    assert_eq!(enrol(db, GENK, &request(&code), noon()).unwrap().err(), Some(RefusalCode::UsedCode));
    assert_eq!(ask(noon() + TimeDelta::minutes(10)).err(), Some(RefusalCode::ExpiredCode));
    db.writing(|w| {
        let device = w.find_device(second.device)?.unwrap();
        w.save_device(&server::db::Device { revoked_at: Some(noon()), ..device })
    })
    .unwrap();
    assert_eq!(ask(noon()).err(), Some(RefusalCode::Revoked), "asking again brings no laptop back");
}

pub fn a_wrong_or_late_code_does_not_work(db: &dyn Database) {
    let code = make_code(db, user(db), 10, noon()).unwrap();
    let late = noon() + TimeDelta::minutes(10);
    assert_eq!(enrol(db, GENK, &request("AAAA"), noon()).unwrap().err(), Some(RefusalCode::WrongCode));
    assert_eq!(enrol(db, GENK, &request(&code), late).unwrap().err(), Some(RefusalCode::ExpiredCode));
    assert!(db.reading(|r| r.list_devices()).unwrap().is_empty());
}

pub fn a_laptop_may_be_called_anything(db: &dyn Database) {
    let code = make_code(db, user(db), 10, noon()).unwrap();
    let asked = Enrol { device_name: "lap\0top\n3".to_owned(), ..request(&code) };
    assert!(enrol(db, GENK, &asked, noon()).unwrap().is_ok());
    assert_eq!(db.reading(|r| r.list_devices()).unwrap()[0].name, "laptop3", "as the administrator's list shows it");
}

pub fn two_takers_of_one_code_get_one_laptop(db: &dyn Database) {
    let code = make_code(db, user(db), 10, noon()).unwrap();
    let good = std::thread::scope(|scope| {
        let takers: Vec<_> =
            (0..8).map(|_| scope.spawn(|| enrol(db, GENK, &request(&code), noon()).unwrap().is_ok())).collect();
        takers.into_iter().map(|t| t.join().unwrap()).filter(|good| *good).count()
    });
    assert_eq!(good, 1);
    assert_eq!(db.reading(|r| r.list_devices()).unwrap().len(), 1);
}
