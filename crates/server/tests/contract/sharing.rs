//! Records that more than their owner holds: a household for whoever takes it, a visit for the second colleague.

use super::world::*;
use domain::entities::{Assignment, Comment, Review, Revision};
use domain::life_cycle::ReviewState;
use domain::{Kind, Operation, QuarantineReason, RecordId, RecordKey, Role, Sequence};
use protocol::Pulled;
use serde_json::json;
use server::db::Database;
use std::collections::BTreeSet;

fn key(kind: Kind, name: &str) -> RecordKey {
    RecordKey::new(kind, id(name))
}

fn keys(pulled: &Pulled) -> BTreeSet<RecordKey> {
    pulled.records.iter().map(|r| r.key.clone()).collect()
}

fn assignment(household: RecordId, to: &Person) -> Assignment {
    let (day, assignee) = (noon().date_naive(), to.actor.user);
    Assignment { household, round: id("round"), day, assignee, appointment: None }
}

fn partner(name: &str) -> Person {
    Person::new(name, Role::Partner, &["winterslag"])
}

pub fn who_takes_a_household_holds_it_and_nothing_else_there(db: &dyn Database) {
    let (mut koen, mut meryem, mut rachid) = (Person::coordinator(), Person::visitor(), partner("Rachid"));
    base_records(db, &mut meryem);
    accepted(&meryem.create(db, id("person"), &resident(id("house"), "Jef")));
    let knock = attempt(id("house"), &meryem);
    accepted(&meryem.create(db, id("visit"), &knock));
    accepted(&meryem.create(db, id("next door"), &household("winterslag", "3")));
    assert!(rachid.pull(db).records.is_empty());

    accepted(&koen.create(db, id("list"), &assignment(id("house"), &rachid)));
    let his: BTreeSet<RecordKey> =
        [key(Kind::Household, "house"), key(Kind::Resident, "person"), key(Kind::Assignment, "list")].into();
    assert_eq!(keys(&rachid.pull(db)), his);
    // Who comes to live there later, too; and he may note what he learns there.
    accepted(&meryem.create(db, id("child"), &resident(id("house"), "An")));
    assert_eq!(keys(&rachid.pull(db)), [key(Kind::Resident, "child")].into());
    accepted(&rachid.set(db, key(Kind::Household, "house"), "note", json!("Belt stuk"), Sequence(1, 99)));
    rachid.pull(db);

    // Somebody else takes it.
    let mut els = partner("Els");
    accepted(&koen.set(db, key(Kind::Assignment, "list"), "assignee", json!(els.actor.user), Sequence(1, 99)));
    let mut gone = his.clone();
    gone.insert(key(Kind::Resident, "child"));
    assert_eq!(rachid.pull(db).evict.into_iter().collect::<BTreeSet<_>>(), gone, "and he loses all of it");
    assert_eq!(keys(&els.pull(db)), gone);
    // Nobody takes it any more.
    let delete = koen.change(key(Kind::Assignment, "list"), Operation::Delete, Sequence(1, 99));
    accepted(&koen.push_one(db, &delete));
    gone.remove(&key(Kind::Assignment, "list"));
    assert_eq!(els.pull(db).evict.into_iter().collect::<BTreeSet<_>>(), gone, "of the list she is told the end");
    assert!(meryem.pull(db).evict.is_empty(), "the neighbourhood keeps it");
}

pub fn nobody_gives_a_household_that_they_do_not_hold(db: &dyn Database) {
    let (mut meryem, mut rachid) = (Person::visitor(), partner("Rachid"));
    base_records(db, &mut meryem);
    let forbidden = set_aside(QuarantineReason::Forbidden);
    let to_himself = assignment(id("house"), &rachid);
    assert_eq!(rachid.create(db, id("a"), &to_himself), forbidden);
    assert_eq!(meryem.create(db, id("b"), &to_himself), forbidden, "only coordinators give to others");
    let to_herself = assignment(id("house"), &meryem);
    accepted(&meryem.create(db, id("c"), &to_herself));
    // Nor by way of a list of one's own.
    accepted(&rachid.create(db, id("own house"), &household("winterslag", "9")));
    let own = assignment(id("own house"), &rachid);
    accepted(&rachid.create(db, id("d"), &own));
    let moved = rachid.set(db, key(Kind::Assignment, "d"), "household", json!(id("house")), Sequence(1, 99));
    assert_eq!(moved, forbidden);
}

pub fn the_second_colleague_reads_the_visit_and_its_remarks(db: &dyn Database) {
    let (mut koen, mut meryem) = (Person::coordinator(), Person::visitor());
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag"]);
    let mut jan = Person::new("Jan", Role::Visitor, &["winterslag"]);
    accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    sofie.pull(db);
    jan.pull(db);
    let mut body = visit(id("house"), &meryem);
    body.with = Some(sofie.actor.user);
    accepted(&meryem.create(db, id("visit"), &body));
    let comment = Comment { visit: id("visit"), path: None, text: "t".into(), by: koen.actor.user, at: noon() };
    accepted(&koen.create(db, id("comment"), &comment));
    let review = Review { state: ReviewState::HasIssues, by: koen.actor.user, at: noon() };
    accepted(&koen.create(db, id("visit"), &review));
    let hers: BTreeSet<RecordKey> =
        [key(Kind::Visit, "visit"), key(Kind::Comment, "comment"), key(Kind::Review, "visit")].into();
    assert_eq!(keys(&sofie.pull(db)), hers);
    assert!(jan.pull(db).records.is_empty(), "and nobody else");

    // She reads; the answers stay the author's.
    let forbidden = set_aside(QuarantineReason::Forbidden);
    assert_eq!(sofie.set(db, key(Kind::Visit, "visit"), "language", json!("tr"), Sequence(1, 99)), forbidden);
    let revision = Revision {
        visit: id("visit"),
        path: "a".into(),
        old: json!(1),
        new: json!(2),
        reason: "r".into(),
        by: sofie.actor.user,
        at: noon(),
    };
    assert_eq!(sofie.create(db, id("revision"), &revision), forbidden);
    // Named by mistake.
    accepted(&meryem.set(db, key(Kind::Visit, "visit"), "with", json!(null), Sequence(1, 99)));
    assert_eq!(sofie.pull(db).evict.into_iter().collect::<BTreeSet<_>>(), hers);
}
