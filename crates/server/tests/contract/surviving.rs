//! Whatever a laptop sends comes back as it was, and nothing of it makes the server fail.

use super::world::*;
use domain::{Body, Kind, Operation, QuarantineReason, RecordKey, Sequence, VerdictKind};
use serde_json::{Value, json};
use server::db::Database;

/// Texts that databases have rules of their own for.
const ODD: [&str; 5] =
    ["nul \0 inside", "\u{feff}é ı İ \u{1f468}\u{200d}\u{1f9b1}", "'; DROP TABLE record; --", "\\u0000", ""];

pub fn unknown_fields_survive_exactly(db: &dyn Database) {
    let mut meryem = Person::visitor();
    let mut body = household("winterslag", "1");
    body.street = ODD[0].to_owned();
    accepted(&meryem.create(db, id("house"), &body));
    let key = RecordKey::new(Kind::Household, id("house"));
    let numbers = json!([u64::MAX, i64::MIN, 0.1, 1e300, -0.0, 1.0, 1e-7, 123_456_789_012_345_680_000.0]);
    let mut set = Body::from_iter([("x/numbers".to_owned(), numbers)]);
    set.extend(
        ODD.iter().enumerate().map(|(n, text)| (format!("x/{n} {text}"), json!({ "b": text, "a": [null, {}] }))),
    );
    let change = meryem.change(key, Operation::Set { set: set.clone() }, Sequence(1, 1));
    accepted(&meryem.push_one(db, &change));

    let pulled = meryem.pull(db).records.remove(0);
    assert_eq!(pulled.body["street"], ODD[0]);
    let text = |value: &Value| serde_json::to_string(value).unwrap();
    for (field, value) in &set {
        assert_eq!(text(&pulled.body[field]), text(value), "{field:?}");
    }
    let logged = db.reading(|r| r.find_change(change.id)).unwrap().unwrap();
    assert!(logged.change == Some(change));
}

/// A kind of a newer version, or of nobody.
pub fn an_unknown_kind_is_set_aside_whatever_it_is_called(db: &dyn Database) {
    let mut meryem = Person::visitor();
    for (n, name) in ODD.iter().enumerate() {
        let key = RecordKey::new(Kind::from(*name), id(&n.to_string()));
        let set = Body::from_iter([((*name).to_owned(), json!(name))]);
        let change = meryem.change(key, Operation::Create { set }, Sequence::ZERO);
        let verdict = meryem.push_one(db, &change);
        assert!(matches!(verdict, VerdictKind::Quarantined { reason } if reason != QuarantineReason::ContentDiffers));
        assert_eq!(meryem.push_one(db, &change), verdict);
        assert!(db.reading(|r| r.list_set_aside()).unwrap().iter().any(|s| s.change.as_ref() == Some(&change)));
    }
}
