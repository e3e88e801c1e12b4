//! Who listens is told of every commit with something new, by this process and by others.

use super::world::*;
use domain::{Grant, Kind, RecordKey, Role, Sequence};
use serde_json::json;
use server::db::{Database, DbError};
use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The longest that news of another process may take.
const SOON: Duration = Duration::from_secs(4);
/// Long enough for news that should not come.
const A_WHILE: Duration = Duration::from_millis(1500);

type Told = Option<BTreeSet<Grant>>;

fn listening(db: &dyn Database) -> Receiver<Told> {
    let (tell, told) = channel();
    db.listen(Box::new(move |grants| tell.send(grants.cloned()).unwrap()));
    told
}

fn grants<const N: usize>(grants: [&str; N]) -> Told {
    Some(grants.map(str::to_owned).into())
}

pub fn who_listens_is_told_whose_holders_have_news(db: &dyn Database) {
    let mut koen = Person::coordinator();
    let told = listening(db);
    accepted(&koen.create(db, id("house"), &household("winterslag", "1")));
    let owned = format!("genk/winterslag@{}", koen.actor.user);
    assert_eq!(told.recv_timeout(SOON).unwrap(), grants(["genk/winterslag", &owned]));
    // Who loses it has something new too.
    let key = RecordKey::new(Kind::Household, id("house"));
    accepted(&koen.set(db, key, "neighbourhood", json!("waterschei"), Sequence(1, 1)));
    let there = format!("genk/waterschei@{}", koen.actor.user);
    let both = grants(["genk/winterslag", &owned, "genk/waterschei", &there]);
    assert_eq!(told.recv_timeout(SOON).unwrap(), both);
    // What is set aside is news for its author and for who decides.
    let mut meryem = Person::visitor();
    let forbidden = meryem.creation(id("elsewhere"), &household("kolderbos", "1"));
    meryem.push_one(db, &forbidden);
    let hers = format!("genk/private@{}", meryem.actor.user);
    assert_eq!(told.recv_timeout(SOON).unwrap(), grants(["genk/winterslag/dossier", &hers]));
    db.writing(|w| w.start_epoch()).unwrap();
    assert_eq!(told.recv_timeout(SOON).unwrap(), None, "everything starts over");
}

pub fn nothing_new_is_no_news(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    accepted(&meryem.push_one(db, &home));
    let told = listening(db);
    meryem.push_one(db, &home);
    meryem.pull(db);
    let undone: Result<(), _> = db.writing(|w| {
        let house = w.find_record(&home.record)?.unwrap();
        w.save_record(&house)?;
        Err(DbError::Damaged("test"))
    });
    assert!(undone.is_err() && told.recv_timeout(A_WHILE).is_err());
}

/// `other` is the same database, opened by another process as far as the back end can tell.
pub fn what_another_process_writes_is_news(db: &dyn Database, other: &dyn Database) {
    let told = listening(db);
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag"]);
    accepted(&sofie.create(other, id("house"), &household("winterslag", "1")));
    let news = told.recv_timeout(SOON).unwrap();
    assert!(news.is_none_or(|grants| grants.contains("genk/winterslag")));
    assert_eq!(sofie.pull(db).records.len(), 1);
    assert!(told.recv_timeout(A_WHILE).is_err(), "and told once");
}
