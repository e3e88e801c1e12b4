//! Who may push is decided in the transaction that stores: a push may have waited for its turn.

use super::world::*;
use domain::entities::{Entity, User};
use domain::{Kind, QuarantineReason, RecordKey, Role, VerdictKind};
use protocol::{Push, RefusalCode};
use server::db::{Database, Device};
use server::push::{Known, answer_laptop};
use server::secret::{Hash, sha256};

fn user(neighbourhood: &str, inactive: bool) -> User {
    let neighbourhoods = vec![neighbourhood.to_owned()];
    User { name: "Meryem".to_owned(), role: Role::Visitor, neighbourhoods, duty: false, inactive }
}

fn save_user(db: &dyn Database, person: &Person, user: &User) {
    let key = RecordKey::new(Kind::User, person.actor.user);
    db.writing(|w| server::publish::record(w, GENK, &key, &user.to_body(), noon())).unwrap();
}

fn save_device(db: &dyn Database, person: &Person, token: Hash, revoked: bool) {
    let device = Device {
        id: person.device,
        user: person.actor.user,
        name: "laptop".to_owned(),
        token,
        enrolled_at: noon(),
        revoked_at: revoked.then(noon),
        last_contact_at: None,
    };
    db.writing(|w| w.save_device(&device)).unwrap();
}

fn token() -> Hash {
    sha256(b"token")
}

fn answer(db: &dyn Database, push: &Push) -> Result<Vec<VerdictKind>, RefusalCode> {
    let answer = db.writing(|w| answer_laptop(w, &mut Known::default(), GENK, &token(), push, noon()));
    answer.unwrap().map(|verdicts| verdicts.into_iter().map(|verdict| verdict.kind).collect())
}

pub fn who_was_shut_out_while_waiting_stores_nothing(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let push = Push::of(vec![meryem.creation(id("house"), &household("winterslag", "1"))]);
    let (present, left) = (user("winterslag", false), user("winterslag", true));
    for (user, token, revoked, code) in [
        (&present, token(), true, RefusalCode::Revoked),
        (&left, token(), false, RefusalCode::Revoked),
        (&present, sha256(b"enrolled again"), false, RefusalCode::Unauthenticated),
    ] {
        save_user(db, &meryem, user);
        save_device(db, &meryem, token, revoked);
        assert_eq!(answer(db, &push), Err(code));
    }
    let change = db.reading(|r| r.find_change(push.changes[0].id)).unwrap();
    assert!(change.is_none() && db.reading(|r| r.list_set_aside()).unwrap().is_empty());

    save_device(db, &meryem, token(), false);
    accepted(&answer(db, &push).unwrap()[0]);
}

pub fn who_was_moved_while_waiting_writes_as_who_they_are_now(db: &dyn Database) {
    let mut meryem = Person::visitor();
    save_device(db, &meryem, token(), false);
    save_user(db, &meryem, &user("kolderbos", false));
    let push = Push::of(vec![meryem.creation(id("house"), &household("winterslag", "1"))]);
    assert_eq!(answer(db, &push).unwrap(), [set_aside(QuarantineReason::Forbidden)]);
}
