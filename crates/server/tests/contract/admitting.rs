//! Who may push is decided in the transaction that stores: a push may have waited for its turn.

use super::world::*;
use chrono::TimeDelta;
use domain::entities::{Entity, User, Visit};
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
        skew_s: None,
    };
    db.writing(|w| w.save_device(&device)).unwrap();
}

fn token() -> Hash {
    sha256(b"token")
}

fn answer(db: &dyn Database, push: &Push) -> Result<Vec<VerdictKind>, RefusalCode> {
    let answer = db.writing(|w| answer_laptop(w, &mut Known::default(), GENK, &token(), (push, noon()), noon()));
    answer.unwrap().map(|pushed| pushed.verdicts.into_iter().map(|verdict| verdict.kind).collect())
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

/// The coordinator is told; what the laptop said of the time stays as it said it.
pub fn a_wrong_clock_is_told(db: &dyn Database) {
    let (mut meryem, mut koen) = (Person::visitor(), Person::coordinator());
    save_device(db, &meryem, token(), false);
    save_user(db, &meryem, &user("winterslag", false));
    let body = visit(id("house"), &meryem);
    let mut push = Push::of(vec![
        meryem.creation(id("house"), &household("winterslag", "1")),
        meryem.creation(id("visit"), &body),
    ]);
    let laptop = meryem.device;
    let skew = || db.reading(|r| r.find_device(laptop)).unwrap().unwrap().skew_s;
    let told = |koen: &mut Person| {
        let visits = koen.pull(db).records.into_iter().filter(|r| r.key.kind == Kind::Visit);
        visits.map(|r| Visit::from_body(&r.body).unwrap()).collect::<Vec<_>>()
    };
    answer(db, &push).unwrap();
    assert_eq!(skew(), None, "an older laptop says nothing");
    assert_eq!(told(&mut koen)[0].clock_off_s, None);

    for (n, seconds, kept, shown) in
        [(1, 119, 119, None), (2, 120, 119, Some(120)), (3, -11_520, -11_520, Some(-11_520)), (4, 0, 0, None)]
    {
        let visit_id = id(&format!("visit {n}"));
        push = Push::of(vec![meryem.creation(visit_id, &body)]);
        push.sent_at = Some(noon() + TimeDelta::seconds(seconds));
        answer(db, &push).unwrap();
        // The answer got lost: the same again, with the clock put right, changes nothing of it.
        answer(db, &Push { sent_at: Some(noon() + TimeDelta::seconds(seconds)), ..push.clone() }).unwrap();
        assert_eq!(skew(), Some(kept));
        let visits = told(&mut koen);
        assert_eq!(visits.len(), 1, "the visit and what is told of it are one record");
        assert_eq!((visits[0].clock_off_s, visits[0].finished_at), (shown, noon()));
    }
}

/// Only the server says that a clock was wrong.
pub fn a_laptop_does_not_say_itself_how_its_clock_was(db: &dyn Database) {
    let mut meryem = Person::visitor();
    save_device(db, &meryem, token(), false);
    save_user(db, &meryem, &user("winterslag", false));
    let key = domain::RecordKey::new(Kind::Visit, id("visit"));
    let off = || db.reading(|r| r.find_record(&key)).unwrap().unwrap().standing.body.get("clock_off_s").cloned();
    let says = |change: &mut domain::Change, word: Option<i64>| {
        let (domain::Operation::Create { set } | domain::Operation::Set { set }) = &mut change.operation else {
            unreachable!()
        };
        set.insert("clock_off_s".to_owned(), serde_json::json!(word));
    };
    let house = meryem.creation(id("house"), &household("winterslag", "1"));
    let mut made = meryem.creation(id("visit"), &visit(id("house"), &meryem));
    says(&mut made, Some(86_400));
    let mut push = Push::of(vec![house, made]);
    for verdict in answer(db, &push).unwrap() {
        accepted(&verdict);
    }
    assert_eq!(off(), None, "made up");
    push.sent_at = Some(noon() + TimeDelta::seconds(300));
    let second = meryem.creation(id("second"), &visit(id("house"), &meryem));
    push = Push { changes: vec![second], ..push };
    answer(db, &push).unwrap();
    let key = domain::RecordKey::new(Kind::Visit, id("second"));
    let off = || db.reading(|r| r.find_record(&key)).unwrap().unwrap().standing.body.get("clock_off_s").cloned();
    let base = db.reading(|r| r.sequence()).unwrap();
    let mut cleared = meryem.change(key.clone(), domain::Operation::Set { set: domain::Body::new() }, base);
    says(&mut cleared, None);
    accepted(&answer(db, &Push::of(vec![cleared])).unwrap()[0]);
    assert_eq!(off(), Some(serde_json::json!(300)), "hidden");
}

pub fn who_was_moved_while_waiting_writes_as_who_they_are_now(db: &dyn Database) {
    let mut meryem = Person::visitor();
    save_device(db, &meryem, token(), false);
    save_user(db, &meryem, &user("kolderbos", false));
    let push = Push::of(vec![meryem.creation(id("house"), &household("winterslag", "1"))]);
    assert_eq!(answer(db, &push).unwrap(), [set_aside(QuarantineReason::Forbidden)]);
}
