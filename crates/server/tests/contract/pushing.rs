//! Push: one verdict for each change, and nothing twice.

use super::world::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{Body, Kind, Operation, QuarantineReason, RecordKey, Role, Sequence, VerdictKind};
use serde_json::json;
use server::db::Database;
use server::push::{Author, Known, answer};

fn house() -> RecordKey {
    RecordKey::new(Kind::Household, id("house"))
}

/// What a batch makes is there for what follows in it.
pub fn parents_may_come_in_the_same_batch(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    let person = meryem.creation(id("person"), &resident(id("house"), "Jef"));
    let verdicts = meryem.push(db, &[home, person]);
    assert_eq!(verdicts, [1, 2].map(|n| VerdictKind::Accepted { seq: Sequence(1, n) }));
}

pub fn the_same_batch_again_changes_nothing(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let batch = [
        meryem.creation(id("house"), &household("winterslag", "1")),
        meryem.creation(id("person"), &resident(id("nowhere"), "Jef")),
    ];
    let first = meryem.push(db, &batch);
    let head = db.reading(|r| r.sequence()).unwrap();
    let again = meryem.push(db, &batch);
    let seq = accepted(&first[0]);
    assert_eq!(again, [VerdictKind::Duplicate { seq }, set_aside(QuarantineReason::UnknownRecord)]);
    assert_eq!(db.reading(|r| r.sequence()).unwrap(), head);
    assert_eq!(db.reading(|r| r.list_set_aside()).unwrap().len(), 1);
}

pub fn a_change_twice_in_one_batch_is_a_duplicate(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    let verdicts = meryem.push(db, &[home.clone(), home]);
    assert_eq!(verdicts[1], VerdictKind::Duplicate { seq: accepted(&verdicts[0]) });
}

pub fn other_content_under_a_known_id_is_set_aside(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    accepted(&meryem.push_one(db, &home));
    let mut other = home.clone();
    other.operation = Operation::Create { set: sample(&Kind::Household, &meryem, "other") };
    assert_eq!(meryem.push_one(db, &other), set_aside(QuarantineReason::ContentDiffers));
    assert!(matches!(meryem.push_one(db, &home), VerdictKind::Duplicate { .. }), "the first one stands");
    let kept = db.reading(|r| r.list_set_aside()).unwrap();
    assert!(kept.len() == 1 && kept[0].change.as_ref() == Some(&other), "and the other is kept");
}

pub fn two_laptops_on_one_field_conflict_and_nothing_is_lost(db: &dyn Database) {
    let (mut meryem, mut sofie) = (Person::visitor(), Person::new("Sofie", Role::Visitor, &["winterslag"]));
    let base = accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    accepted(&meryem.set(db, house(), "note", json!("Hond"), base));
    let verdict = sofie.set(db, house(), "note", json!("Geen hond"), base);
    assert!(matches!(verdict, VerdictKind::Conflicted { ref fields, .. } if fields == &["note"]));
    accepted(&sofie.set(db, house(), "people", json!(3), base));
    let stored = db.reading(|r| r.find_record(&house())).unwrap().unwrap().standing;
    assert_eq!((&stored.body["note"], &stored.body["people"]), (&json!("Hond"), &json!(3)));
    assert_eq!(stored.conflicts[0].value, json!("Geen hond"));

    let waiting = stored.conflicts[0].change;
    let set = Body::from_iter([("note".to_owned(), json!("Geen hond"))]);
    let mut choice = meryem.change(house(), Operation::Set { set }, Sequence::ZERO);
    choice.resolves = vec![waiting];
    accepted(&meryem.push_one(db, &choice));
    let stored = db.reading(|r| r.find_record(&house())).unwrap().unwrap().standing;
    assert!(stored.conflicts.is_empty() && stored.body["note"] == json!("Geen hond"));
}

pub fn a_forged_author_takes_no_id_from_the_true_one(db: &dyn Database) {
    let (mut meryem, koen) = (Person::visitor(), Person::coordinator());
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    assert_eq!(koen.push_one(db, &home), set_aside(QuarantineReason::Forbidden));
    accepted(&meryem.push_one(db, &home));
}

pub fn what_makes_no_sense_is_set_aside(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let mut push = |kind: Kind, operation| {
        let change = meryem.change(RecordKey::new(kind, id("x")), operation, Sequence::ZERO);
        meryem.push_one(db, &change)
    };
    let create = |value: serde_json::Value| Operation::Create { set: value.as_object().unwrap().clone() };
    let nowhere = json!({"neighbourhood": "a/b", "street": "s", "number": "1"});
    assert_eq!(push(Kind::Household, create(nowhere)), set_aside(QuarantineReason::Invalid));
    assert_eq!(push(Kind::Household, create(json!({"street": 7}))), set_aside(QuarantineReason::Invalid));
    assert_eq!(push(Kind::Household, Operation::Delete), set_aside(QuarantineReason::UnknownRecord));
    assert_eq!(push(Kind::Other("new".into()), create(json!({}))), set_aside(QuarantineReason::Forbidden));
}

pub fn deleted_and_appended_records_stay_as_they_are(db: &dyn Database) {
    let mut meryem = Person::visitor();
    base_records(db, &mut meryem);
    let comment = RecordKey::new(Kind::Comment, id("comment"));
    let set = sample(&Kind::Comment, &meryem, "text");
    let change = meryem.change(comment.clone(), Operation::Create { set }, Sequence::ZERO);
    accepted(&meryem.push_one(db, &change));
    let edit = meryem.set(db, comment, "text", json!("other"), Sequence::ZERO);
    assert_eq!(edit, set_aside(QuarantineReason::AppendOnly));
    let delete = meryem.change(house(), Operation::Delete, Sequence::ZERO);
    accepted(&meryem.push_one(db, &delete));
    assert_eq!(meryem.set(db, house(), "note", json!("n"), Sequence::ZERO), set_aside(QuarantineReason::Deleted));
}

/// The content of a change to an erased record, or to what hangs on one, is not kept anywhere.
pub fn erased_stays_erased(db: &dyn Database) {
    let mut meryem = Person::visitor();
    accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    db.writing(|w| {
        let mut stored = w.find_record(&house())?.unwrap();
        (stored.standing.erased, stored.standing.body) = (true, Body::new());
        w.save_record(&stored)
    })
    .unwrap();
    let edit = meryem.set(db, house(), "note", json!("n"), Sequence::ZERO);
    assert_eq!(edit, set_aside(QuarantineReason::Erased));
    let child = meryem.create(db, id("person"), &resident(id("house"), "Jef"));
    assert_eq!(child, set_aside(QuarantineReason::Erased));
    let kept = db.reading(|r| r.list_set_aside()).unwrap();
    assert!(kept.len() == 2 && kept.iter().all(|k| k.change.is_none()));
    let logged = db.reading(|r| r.find_change(kept[1].id)).unwrap().unwrap();
    assert!(logged.change.is_none());
}

/// Role by role: what each may make in their own neighbourhood; and nobody anything in another.
pub fn each_role_makes_what_it_may(db: &dyn Database) {
    let mut meryem = Person::visitor();
    base_records(db, &mut meryem);
    for role in [Role::Visitor, Role::Partner, Role::Coordinator, Role::Administrator] {
        for kind in Kind::ALL {
            let mut here = Person::new(&format!("{role:?} here"), role, &["winterslag"]);
            let mut elsewhere = Person::new(&format!("{role:?} elsewhere"), role, &["kolderbos"]);
            let make = |person: &mut Person| {
                // A review has the id of its visit.
                let record = if *kind == Kind::Review { id("visit") } else { id(&format!("{role:?} {kind}")) };
                let set = sample(kind, person, "x");
                let change =
                    person.change(RecordKey::new(kind.clone(), record), Operation::Create { set }, Sequence::ZERO);
                let change = domain::Change { id: server::secret::new_id(noon()).into(), ..change };
                matches!(person.push_one(db, &change), VerdictKind::Accepted { .. })
            };
            let expected = may_make(role, kind);
            let everywhere = matches!(kind, Kind::HelpRequestDetail | Kind::Danger | Kind::Municipality)
                || matches!(kind, Kind::Neighbourhood | Kind::User | Kind::Form);
            assert_eq!(make(&mut elsewhere), expected && everywhere, "{role:?} elsewhere: {kind}");
            if !(expected && everywhere) {
                assert_eq!(make(&mut here), expected, "{role:?}: {kind}");
            }
        }
    }
}

fn may_make(role: Role, kind: &Kind) -> bool {
    use Kind::*;
    let field_work = matches!(
        kind,
        Household | Resident | Attempt | Visit | HelpRequest | HelpRequestDetail | SharedDetail | HelpEvent | Referral
    ) || matches!(kind, Danger | LeafletGiven | Comment | Revision | Round | Assignment);
    match role {
        // The visit is a colleague's: remarks on it are for who holds it.
        Role::Visitor => field_work && !matches!(kind, Comment | Revision),
        // Nor is the household of the sample theirs to put on a list.
        Role::Partner => field_work && !matches!(kind, Comment | Revision | Assignment),
        Role::Coordinator => field_work || matches!(kind, Review | Form),
        Role::Administrator => matches!(kind, Municipality | Neighbourhood | User | Form | Household),
    }
}

/// What the form does not allow is listed in the visit, and nothing is refused or lost for it.
pub fn what_a_form_does_not_allow_is_listed_in_the_visit(db: &dyn Database) {
    let bytes = include_bytes!("../../../../forms/hoe-gaat-het.xlsx");
    let path = std::path::Path::new("hoe-gaat-het.xlsx");
    db.writing(|w| w.save_municipality(GENK)).unwrap();
    server::publish::form(db, GENK, path, bytes, noon()).unwrap();
    let form = forms::read(bytes).form.unwrap();
    let path_of = |word| form.find_use(word).unwrap().path.clone();
    let (consent, mood) = (path_of("consent"), path_of("mood"));

    let mut meryem = Person::visitor();
    accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    let mut visit = meryem.creation(id("visit"), &visit(id("house"), &meryem));
    let Operation::Create { set } = &mut visit.operation else { unreachable!() };
    set.insert("form_id".to_owned(), json!(form.id));
    set.insert("form_version".to_owned(), json!(form.version));
    set.insert(format!("answers/{consent}"), json!({ "value": "ja" }));
    set.insert(format!("answers/{mood}"), json!({ "value": "prima" }));
    set.insert("answers/gisteren".to_owned(), json!({ "value": "x" }));
    // A laptop cannot say itself that all is well, nor that something is wrong.
    set.insert("issues".to_owned(), json!([{ "path": "verzonnen", "fault": "constraint" }]));
    accepted(&meryem.push_one(db, &visit));

    let key = RecordKey::new(Kind::Visit, id("visit"));
    let body = || db.reading(|r| r.find_record(&key)).unwrap().unwrap().standing.body;
    let faults = || {
        let issues = body().get("issues").cloned().unwrap_or_default();
        let list = issues.as_array().cloned().unwrap_or_default();
        list.iter().map(|i| (i["path"].as_str().unwrap().to_owned(), i["fault"].clone())).collect::<Vec<_>>()
    };
    let found = faults();
    assert!(found.contains(&("gisteren".to_owned(), json!("unknown_path"))), "{found:?}");
    assert!(found.contains(&(mood.clone(), json!("unknown_choice"))), "{found:?}");
    assert!(!found.iter().any(|(path, _)| path == "verzonnen" || *path == consent), "{found:?}");
    assert_eq!(body()[&format!("answers/{mood}")], json!({ "value": "prima" }), "nothing is lost");

    let base = db.reading(|r| r.sequence()).unwrap();
    accepted(&meryem.set(db, key.clone(), &format!("answers/{mood}"), json!({ "value": "goed" }), base));
    assert!(!faults().iter().any(|(path, _)| *path == mood), "the correction settles it");
    let mut koen = Person::coordinator();
    let pulled = koen.pull(db);
    let seen = pulled.records.iter().find(|r| r.key == key).expect("the coordinator's copy");
    assert_eq!(seen.body.get("issues"), body().get("issues"), "and it reaches who reviews");
}

/// Laptops share a transaction: what one of them publishes counts for the visits that come after it.
pub fn a_form_counts_for_the_visits_after_it_in_one_transaction(db: &dyn Database) {
    let (mut koen, mut meryem) = (Person::coordinator(), Person::visitor());
    accepted(&meryem.create(db, id("house"), &household("winterslag", "1")));
    let form = domain::entities::Form {
        form_id: "bezoek".to_owned(),
        version: "2".to_owned(),
        title: "Bezoek".to_owned(),
        xlsx: STANDARD.encode(include_bytes!("../../../../forms/hoe-gaat-het.xlsx")),
        files: Default::default(),
        withdrawn: false,
        by: None,
        published_at: Some(noon()),
    };
    let form = koen.creation(domain::entities::Form::id_of("bezoek", "2"), &form);
    let body = visit(id("house"), &meryem);
    let body = domain::entities::Visit { form_id: "bezoek".to_owned(), form_version: "2".to_owned(), ..body };
    let (before, after) = (meryem.creation(id("before"), &body), meryem.creation(id("after"), &body));
    db.writing(|w| {
        let mut known = Known::default();
        for (person, change) in [(&meryem, &before), (&koen, &form), (&meryem, &after)] {
            let author = Author::Laptop { actor: &person.actor, device: person.device };
            accepted(&answer(w, &mut known, GENK, author, change, noon())?.kind);
        }
        Ok(())
    })
    .unwrap();
    let is_unknown = |name| {
        let visit = db.reading(|r| r.find_record(&RecordKey::new(Kind::Visit, id(name)))).unwrap().unwrap();
        visit.standing.body.get("issues").is_some_and(|issues| issues.to_string().contains("unknown_form"))
    };
    assert!(is_unknown("before") && !is_unknown("after"));
}

/// A version of a form that two people publish is there once; withdrawing is all that changes it.
pub fn a_published_form_stays_as_it_is(db: &dyn Database) {
    let form = domain::entities::Form {
        form_id: "bezoek".to_owned(),
        version: "2".to_owned(),
        title: "Bezoek".to_owned(),
        xlsx: "AAAA".to_owned(),
        files: Default::default(),
        withdrawn: false,
        by: None,
        published_at: Some(noon()),
    };
    let form_id = domain::entities::Form::id_of("bezoek", "2");
    let (mut koen, mut lotte) = (Person::coordinator(), Person::new("Lotte", Role::Coordinator, &["sledderlo"]));
    let seq = accepted(&koen.create(db, form_id, &form));
    let other = domain::entities::Form { xlsx: "BBBB".to_owned(), ..form.clone() };
    assert_eq!(lotte.create(db, form_id, &other), set_aside(QuarantineReason::AppendOnly));
    let key = RecordKey::new(Kind::Form, form_id);
    assert_eq!(lotte.set(db, key.clone(), "xlsx", json!("BBBB"), seq), set_aside(QuarantineReason::AppendOnly));
    let delete = lotte.change(key.clone(), Operation::Delete, seq);
    assert_eq!(lotte.push_one(db, &delete), set_aside(QuarantineReason::Forbidden));
    let seq = accepted(&lotte.set(db, key.clone(), "withdrawn", json!(true), seq));
    assert_eq!(Person::visitor().set(db, key, "withdrawn", json!(false), seq), set_aside(QuarantineReason::Forbidden));
}
