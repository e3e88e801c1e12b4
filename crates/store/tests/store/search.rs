//! Searching as people type.

use crate::support::*;
use domain::entities::Entity;
use domain::{Kind, Operation, RecordKey};
use serde_json::json;

#[test]
fn finds_people_and_addresses_as_they_are_typed() {
    let laptop = Laptop::new();
    let mut flat = household("Vennestraat", "112", "Familie Yıldız");
    flat.bus = Some("3".into());
    laptop.create(1, &flat);
    laptop.create(2, &household("Hoevenzavellaan", "8A", "Claes"));
    let mut person = resident(id(2), "Fatima El Idrissi");
    person.phone = Some("089 65 36 00".into());
    laptop.create(3, &person);
    laptop.create(4, &resident(id(1), "أحمد"));

    for (typed, found) in [
        ("yildiz", 1),
        ("YILDIZ", 1),
        ("el idrisi", 2),
        ("idris", 2),
        ("احمد", 1),
        ("venestraat 112 bus 3", 1),
        ("yildiz venne", 1),
        ("8a hoeven", 2),
        ("089653600", 2),
        ("089 65", 2),
    ] {
        assert_eq!(laptop.found(typed), [id(found)], "{typed}");
    }
    for nothing in ["", "  ", "\"", "* OR", "yildiz claes", "12", "NEAR(a b)", "text:yildiz NOT x"] {
        assert_eq!(laptop.found(nothing), [], "{nothing}");
    }
}

#[test]
fn follows_every_change_of_a_household_and_its_people() {
    let laptop = Laptop::new();
    let first = laptop.create(1, &household("Vennestraat", "1", "Claes"));
    laptop.create(2, &household("Wintergroenstraat", "5", "Conti"));
    let person = laptop.create(3, &resident(id(1), "Zeynep"));
    assert_eq!(laptop.found("zeynep"), [id(1)]);

    laptop.set(50, &person, json!({"household": id(2).to_string()}));
    assert_eq!(laptop.found("zeynep"), [id(2)], "moved to another household");
    laptop.set(51, &first, json!({"name": null}));
    assert_eq!(laptop.found("claes"), []);
    laptop.change(52, &person, Operation::Delete);
    assert_eq!(laptop.found("zeynep"), []);
    laptop.change(53, &first, Operation::Delete);
    assert_eq!(laptop.found("vennestraat"), []);

    // A pull takes the same way, the people first.
    let mehmet = resident(id(7), "Mehmet").to_body();
    laptop.pull(&[record(Kind::Resident, 8, 1, serde_json::Value::Object(mehmet))]);
    assert_eq!(laptop.found("mehmet"), []);
    laptop.pull(&[record(Kind::Household, 7, 2, address("Koolmijnlaan", "3"))]);
    assert_eq!(laptop.found("mehmet"), [id(7)]);
    let mut gone = record(Kind::Household, 7, 3, address("Koolmijnlaan", "3"));
    gone.deleted = true;
    laptop.pull(&[gone]);
    assert_eq!(laptop.found("mehmet"), []);
    assert!(laptop.row(&RecordKey::new(Kind::Household, id(7))).deleted);
}

#[test]
fn whole_words_come_first() {
    let laptop = Laptop::new();
    for n in 1..=30 {
        laptop.create(n, &household("Vennestraat", &format!("11{n}"), "Claes"));
    }
    laptop.create(50, &household("Wintergroenstraat", "11", "Conti"));
    let hits = laptop.found("11");
    assert_eq!((hits.len(), hits[0]), (20, id(50)));
}
