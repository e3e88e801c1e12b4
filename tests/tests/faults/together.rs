//! Several laptops on the same records: both values of one field are kept until somebody chooses, and whoever may see
//! a record sees the same in the end. And a laptop that was shut out keeps what it has.

use domain::{Grant, Kind, RecordKey, Scope};
use serde_json::{Value, json};
use store::Store;
use tests::doorstep::{add_household, edit_household};
use tests::office::{Laptop, Office};
use tests::random::{Random, rounds};

fn choices(laptop: &Laptop) -> Vec<Value> {
    laptop.call("sending", json!({}))["choices"].as_array().expect("choices").clone()
}

fn head(laptop: &Laptop, home: &str) -> Value {
    laptop.call("household", json!({ "id": home }))["row"].take()
}

#[test]
fn two_colleagues_write_the_same_field_and_neither_value_is_lost() {
    let mut office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    meryem.sync();
    let sofie = office.laptop("Sofie Claes");

    office.stop();
    edit_household(&meryem, &home, &json!({ "note": "Hoort slecht.", "people": 3 }));
    edit_household(&sofie, &home, &json!({ "note": "Bel twee keer.", "languages": ["tr"] }));
    office.start();
    meryem.insist_until("Meryem's is sent", || meryem.waiting() == 0);
    sofie.insist_until("Sofie's is sent", || sofie.waiting() == 0);

    for laptop in [&meryem, &sofie] {
        laptop.insist_until("the choice shows", || choices(laptop).len() == 1);
        let choice = choices(laptop).remove(0);
        let mut sides: Vec<String> = ["standing", "waiting"].map(|side| choice[side].to_string()).to_vec();
        sides.sort();
        let (found, both) = (sides.join(" "), ["Hoort slecht.", "Bel twee keer.", "Meryem Aydın", "Sofie Claes"]);
        assert!(both.iter().all(|text| found.contains(text)), "both values, with their authors: {found}");
        assert_eq!(choice["field"], "note");
        laptop.insist_until("other fields are merged", || {
            let row = head(laptop, &home);
            row["household"]["people"] == 3 && row["household"]["languages"] == json!(["tr"])
        });
        assert_eq!(head(laptop, &home)["receipt"], "choice");
    }

    let choice = choices(&meryem).remove(0);
    let waiting = choice["waiting"]["value"].clone();
    let keep = json!({ "kind": choice["kind"], "id": choice["id"], "change": choice["change"], "keep": "waiting" });
    meryem.call("resolve", keep);
    assert!(choices(&meryem).is_empty(), "chosen, also before it is sent");
    for laptop in [&meryem, &sofie] {
        laptop.insist_until("the choice is gone", || {
            choices(laptop).is_empty() && head(laptop, &home)["receipt"] == "on_server"
        });
        assert_eq!(head(laptop, &home)["note"], waiting);
    }
}

#[test]
fn a_revoked_laptop_is_told_so_and_loses_nothing() {
    let office = Office::open();
    let mut meryem = office.laptop("Meryem Aydın");
    let home = add_household(&meryem, "112", Some("Familie Claes"));
    meryem.sync();
    let device = office.server().admin.list_devices().expect("devices").remove(0).id;
    office.server().admin.revoke_device(device).expect("to revoke");

    edit_household(&meryem, &home, &json!({ "note": "Nog niet verstuurd." }));
    meryem.insist_until("it is told", || meryem.call("sync_status", json!({}))["problem"] == "revoked");
    let status = meryem.call("sync_status", json!({}));
    assert_eq!((&status["online"], &status["waiting"]), (&json!(false), &json!(1)));
    meryem.restart();
    let row = head(&meryem, &home);
    assert_eq!((&row["note"], &row["receipt"]), (&json!("Nog niet verstuurd."), &json!("on_laptop")));
    let stored = office.server().admin.database();
    let key = RecordKey::new(Kind::Household, home.parse::<domain::RecordId>().expect("an id"));
    let server = stored.reading(|r| r.find_record(&key)).expect("to read").expect("the household");
    assert_eq!(server.standing.body.get("note"), None, "nothing of it came in");
}

/// One laptop's side of the comparison.
struct Side<'a> {
    laptop: &'a Laptop,
    store: Store,
    grants: Vec<Grant>,
}

impl<'a> Side<'a> {
    fn of(laptop: &'a Laptop) -> Self {
        let store = laptop.store();
        let identity = store.read(|r| r.identity()).expect("to read").expect("enrolled");
        Self { laptop, store, grants: Scope::of(&identity.actor).grants().to_vec() }
    }

    /// What differs from the server in what this laptop may see.
    fn difference(&self, office: &Office) -> Option<String> {
        if self.laptop.waiting() > 0 {
            return Some("changes wait".to_owned());
        }
        let db = office.server().admin.database();
        for kind in Kind::ALL {
            for stored in db.reading(|r| r.list_of_kind(kind)).expect("to read") {
                let may_see = stored.place.grants().any(|grant| self.grants.contains(grant));
                let here = self.store.read(|r| r.record(&stored.key)).expect("to read");
                let same = match &here {
                    None => !may_see,
                    Some(row) => {
                        let bytes = |value: &domain::Body| serde_json::to_vec(value).expect("JSON");
                        may_see
                            && bytes(&row.body) == bytes(&stored.standing.body)
                            && row.conflicts == stored.standing.conflicts
                            && row.deleted == stored.standing.deleted
                    }
                };
                if !same {
                    return Some(format!("{kind} {} {here:?}", stored.key.id));
                }
            }
        }
        None
    }

    #[track_caller]
    fn agrees_with(&self, office: &Office) {
        let mut difference = None;
        self.laptop.insist_until("laptop and server agree", || {
            difference = self.difference(office);
            difference.is_none()
        });
    }
}

#[test]
fn whoever_may_see_a_record_sees_the_same_in_the_end() {
    let mut random = Random::seeded("convergence", 19);
    for _ in 0..rounds(2, 60) {
        let mut office = Office::open();
        let laptops = ["Meryem Aydın", "Sofie Claes", "Koen Bielen"].map(|user| office.laptop(user));
        let mut homes: Vec<String> = (1..=4).map(|n| add_household(&laptops[0], &n.to_string(), None)).collect();
        laptops[0].sync();
        laptops.iter().for_each(|laptop| Side::of(laptop).agrees_with(&office));
        let mut up = true;
        for step in 0..60 {
            if random.chance(15) {
                if up {
                    office.kill()
                } else {
                    office.start()
                }
                up = !up;
            }
            edit_something(random.pick(&laptops), &mut homes, step, &mut random);
        }
        if !up {
            office.start();
        }
        // A laptop agrees for good once nobody has anything to send any more.
        for laptop in &laptops {
            laptop.insist_until("it is sent", || laptop.waiting() == 0);
        }
        laptops.iter().for_each(|laptop| Side::of(laptop).agrees_with(&office));
        choose_everything(&laptops, &mut random);
        laptops.iter().for_each(|laptop| Side::of(laptop).agrees_with(&office));
        assert!(laptops.iter().all(|laptop| choices(laptop).is_empty()), "everything was chosen");
    }
}

fn edit_something(laptop: &Laptop, homes: &mut Vec<String>, step: usize, random: &mut Random) {
    let home = random.pick(homes).clone();
    if laptop.app().call("household", json!({ "id": home })).is_err() {
        // Added by a colleague, and not here yet.
        return;
    }
    match random.below(6) {
        0 => edit_household(laptop, &home, &json!({ "people": random.below(5) })),
        1 => edit_household(laptop, &home, &json!({ "name": random.pick(&["Claes", "Yıldız", "السيد"]) })),
        2 => edit_household(laptop, &home, &json!({ "note": null })),
        3 => {
            let outcome = json!({ "household": home, "outcome": "refused", "channel": "door", "said_by": "de zoon",
                                  "until": null, "come_back_on": null, "leaflets": step });
            laptop.call("record_outcome", outcome);
        }
        4 => homes.push(add_household(laptop, &format!("{}", 100 + step), None)),
        _ => edit_household(laptop, &home, &json!({ "note": format!("Stap {step}.") })),
    }
}

fn choose_everything(laptops: &[Laptop], random: &mut Random) {
    for choice in choices(&laptops[0]) {
        let keep = random.pick(&["standing", "waiting"]);
        let input = json!({ "kind": choice["kind"], "id": choice["id"], "change": choice["change"], "keep": keep });
        // Choosing one of several values of a field may settle the others.
        let _ = laptops[0].app().call("resolve", input);
    }
    laptops[0].insist_until("the choices are sent", || laptops[0].waiting() == 0);
}
