//! Pull: all of the scope, nothing else, nothing twice and nothing skipped.

use super::world::*;
use domain::entities::{Entity, Household};
use domain::{Kind, Operation, RecordKey, Role, Sequence};
use protocol::Cursor;
use server::db::{Database, PAGE_BYTES};
use std::collections::BTreeSet;

fn some_houses(db: &dyn Database, meryem: &mut Person, count: usize) {
    for n in 0..count {
        accepted(&meryem.create(db, id(&format!("house {n}")), &household("winterslag", &n.to_string())));
    }
}

pub fn pages_hand_out_everything_once_in_order(db: &dyn Database) {
    let mut meryem = Person::visitor();
    some_houses(db, &mut meryem, 10);
    let (mut seen, mut remaining) = (Vec::new(), Vec::new());
    loop {
        let page = meryem.pull_page(db, 4);
        seen.extend(page.records.iter().map(|r| r.seq.1));
        remaining.push(page.remaining);
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, (1..=10).collect::<Vec<_>>());
    assert_eq!(remaining, [6, 2, 0]);
    assert!(meryem.pull_page(db, 4).records.is_empty());
}

/// A laptop need not hold a thousand long records at once, however many it asked for.
pub fn a_page_ends_where_it_is_long_enough(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let exact = [(PAGE_BYTES - 1, [2, 1]), (PAGE_BYTES, [1, 2]), (PAGE_BYTES + 1, [1, 2]), (3 * PAGE_BYTES, [1, 2])];
    for (bytes, pages) in exact {
        let mut long = Household { note: Some(String::new()), ..household("winterslag", "1") };
        let rest = serde_json::to_string(&long.to_body()).unwrap().len() + "[]".len();
        long.note = Some("n".repeat(bytes - rest));
        accepted(&meryem.create(db, id(&format!("long {bytes}")), &long));
        for n in 0..2 {
            accepted(&meryem.create(db, id(&format!("short {n} {bytes}")), &household("winterslag", "2")));
        }
        let first = meryem.pull_page(db, 100);
        let second = meryem.pull_page(db, 100);
        assert_eq!([first.records.len(), second.records.len()], pages, "{bytes} bytes");
        assert_eq!((first.more, first.remaining, second.more), (true, pages[1] as u64, false));
    }
}

/// What is written between two pages is neither skipped nor stops the paging.
pub fn writes_between_pages_are_not_skipped(db: &dyn Database) {
    let mut meryem = Person::visitor();
    some_houses(db, &mut meryem, 6);
    let first = meryem.pull_page(db, 2);
    let key = RecordKey::new(Kind::Household, id("house 0"));
    accepted(&meryem.set(db, key, "note", "later".into(), Sequence(1, 6)));
    let rest = meryem.pull(db);
    let keys: BTreeSet<_> = first.records.iter().chain(&rest.records).map(|r| r.key.id).collect();
    assert_eq!(keys.len(), 6);
    assert_eq!(rest.records.last().unwrap().body["note"], "later");
}

/// A grant that is new to the laptop starts at nothing, the others go on.
pub fn a_new_neighbourhood_comes_whole(db: &dyn Database) {
    let mut koen = Person::coordinator();
    let mut meryem = Person::visitor();
    for n in 0..5 {
        let place = if n % 2 == 0 { "winterslag" } else { "waterschei" };
        accepted(&koen.create(db, id(&format!("house {n}")), &household(place, &n.to_string())));
    }
    assert_eq!(meryem.pull(db).records.len(), 3);
    meryem.actor.neighbourhoods.push("waterschei".to_owned());
    assert_eq!(meryem.pull(db).records.len(), 2);
}

pub fn a_lost_neighbourhood_is_evicted(db: &dyn Database) {
    let mut koen = Person::coordinator();
    accepted(&koen.create(db, id("house"), &household("waterschei", "1")));
    accepted(&koen.create(db, id("other"), &household("winterslag", "1")));
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag", "waterschei"]);
    sofie.pull(db);
    sofie.actor.neighbourhoods.pop();
    let before = sofie.cursor().clone();
    let pulled = sofie.pull(db);
    assert_eq!(pulled.evict, [RecordKey::new(Kind::Household, id("house"))]);
    // The answer got lost on its way: told again; then no more.
    *sofie.cursor() = before;
    assert_eq!(sofie.pull(db).evict.len(), 1);
    assert!(sofie.pull(db).evict.is_empty());
}

/// The server goes on to the next page of an answer by itself; that is no word from the laptop.
pub fn a_lost_neighbourhood_is_told_again_where_the_answer_was_cut(db: &dyn Database) {
    let mut koen = Person::coordinator();
    accepted(&koen.create(db, id("house"), &household("waterschei", "1")));
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag", "waterschei"]);
    sofie.pull(db);
    some_houses(db, &mut koen, 4);
    sofie.actor.neighbourhoods.pop();
    let before = sofie.cursor().clone();
    let ask = |cursor: &protocol::Cursor, left| {
        let request = protocol::Pull { cursor: cursor.clone(), limit: 2 };
        server::pull::pull(db, &sofie.actor, sofie.device, &request, left).unwrap()
    };
    let first = ask(&before, None);
    assert_eq!((first.evict.len(), first.more), (1, true));
    ask(&first.cursor, Some(first.remaining));
    assert_eq!(ask(&before, None).evict.len(), 1, "none of it arrived: it is told again");
}

/// A copy is behind: what left since it was made has numbers again that the laptop had read already.
pub fn what_left_before_a_restore_is_evicted_after_it(db: &dyn Database) {
    let mut koen = Person::coordinator();
    accepted(&koen.create(db, id("house"), &household("waterschei", "1")));
    let mut sofie = Person::new("Sofie", Role::Visitor, &["kolderbos", "waterschei"]);
    sofie.pull(db);
    sofie.cursor().grants.values_mut().for_each(|n| *n = 99);
    db.writing(|w| w.start_epoch()).unwrap();
    let house = RecordKey::new(Kind::Household, id("house"));
    accepted(&koen.set(db, house.clone(), "neighbourhood", "winterslag".into(), Sequence(2, 99)));
    sofie.actor.neighbourhoods.pop();
    // As it was read, and as a laptop says that it starts over.
    for epoch in [1, 0] {
        let cursor = Cursor { epoch, ..sofie.cursor().clone() };
        let request = protocol::Pull { cursor, limit: 100 };
        let page = server::pull::pull(db, &sofie.actor, sofie.device, &request, None).unwrap();
        assert_eq!(page.evict, std::slice::from_ref(&house), "from epoch {epoch}");
    }
}

/// Naming a grant that one never had tells nothing.
pub fn a_made_up_grant_tells_nothing(db: &dyn Database) {
    let mut koen = Person::coordinator();
    accepted(&koen.create(db, id("house"), &household("waterschei", "1")));
    let mut meryem = Person::visitor();
    meryem.cursor().grants.insert("genk/waterschei".to_owned(), 0);
    let pulled = meryem.pull(db);
    assert!(pulled.evict.is_empty() && pulled.records.is_empty());
    assert!(!pulled.cursor.grants.contains_key("genk/waterschei"));
}

pub fn a_new_epoch_starts_over(db: &dyn Database) {
    let mut meryem = Person::visitor();
    some_houses(db, &mut meryem, 4);
    meryem.pull(db);
    db.writing(|w| w.start_epoch()).unwrap();
    let pulled = meryem.pull(db);
    assert_eq!(pulled.records.len(), 4);
    assert_eq!(pulled.cursor.epoch, 2);
    assert!(meryem.pull(db).records.is_empty());
}

/// A laptop that is further than the server starts over: the server was set back behind our back.
pub fn a_cursor_from_the_future_starts_over(db: &dyn Database) {
    let mut meryem = Person::visitor();
    some_houses(db, &mut meryem, 2);
    *meryem.cursor() = Cursor { epoch: 1, grants: [("genk/winterslag".to_owned(), 99)].into() };
    assert_eq!(meryem.pull(db).records.len(), 2);
}

/// Unique strings in every kind, made by a visitor where they may; then who gets which, over the bytes of the answer.
pub fn each_role_gets_what_it_may(db: &dyn Database) {
    let mut meryem = Person::visitor();
    base_records(db, &mut meryem);
    let mut koen = Person::coordinator();
    let made_by_visitor: Vec<&Kind> = Kind::ALL.iter().filter(|k| visitors_write(k)).collect();
    for kind in &made_by_visitor {
        let set = sample(kind, &meryem, &format!("SECRET-{kind}."));
        let key = RecordKey::new((*kind).clone(), id(&format!("sample {kind}")));
        let change = meryem.change(key, Operation::Create { set }, Sequence::ZERO);
        accepted(&meryem.push_one(db, &change));
    }
    let mut on_duty = Person::new("Duty", Role::Coordinator, &["winterslag"]);
    on_duty.actor.duty = true;
    let others = [
        ("author", &mut meryem),
        ("coordinator", &mut koen),
        ("coordinator on duty", &mut on_duty),
        ("other visitor", &mut Person::new("Sofie", Role::Visitor, &["winterslag"])),
        ("partner", &mut Person::new("Rachid", Role::Partner, &["winterslag"])),
        ("coordinator elsewhere", &mut Person::new("Els", Role::Coordinator, &["kolderbos"])),
        ("administrator", &mut Person::new("An", Role::Administrator, &["winterslag"])),
    ];
    for (who, person) in others {
        let bytes = serde_json::to_string(&person.pull(db)).unwrap();
        for kind in &made_by_visitor {
            let got = bytes.contains(&format!("SECRET-{kind}."));
            assert_eq!(got, may_hold(who, kind), "{who}: {kind}");
            // An id that shows up elsewhere would link a person to a request.
            if matches!(kind, Kind::HelpRequestDetail) && !got {
                assert!(!bytes.contains(&id(&format!("sample {kind}")).to_string()), "{who}: id of {kind}");
            }
        }
    }
}

fn visitors_write(kind: &Kind) -> bool {
    use Kind::*;
    !matches!(kind, Municipality | Neighbourhood | User | Form | Review | SetAside)
}

fn may_hold(who: &str, kind: &Kind) -> bool {
    use Kind::*;
    let everybodys = matches!(kind, Household | Resident | Attempt | HelpRequest | LeafletGiven | Round | Assignment);
    let dossier = matches!(kind, Visit | Comment | Revision | SharedDetail | HelpEvent | Referral);
    match who {
        "author" => true,
        "coordinator" => everybodys || dossier,
        "coordinator on duty" => everybodys || dossier || *kind == Danger,
        "other visitor" | "administrator" => everybodys,
        _ => false,
    }
}
