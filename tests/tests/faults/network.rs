//! Networks and servers that die in the middle of a push: in the end every change has one verdict, and nothing is
//! there twice.

use domain::{Kind, VerdictKind};
use serde_json::json;
use std::time::{Duration, Instant};
use tests::doorstep::{add_household, edit_household};
use tests::office::{Laptop, Office};
use tests::random::{Random, rounds};
use tests::wire::{Direction, Wire};

/// What one laptop did, to compare with what arrived.
#[derive(Default)]
struct Done {
    homes: Vec<(String, String)>,
    attempts: usize,
}

impl Done {
    /// A stretch of work: a new household, a note on one that was there, somebody not home.
    fn work(&mut self, laptop: &Laptop, random: &mut Random) {
        let number = (self.homes.len() + 1).to_string();
        self.homes.push((add_household(laptop, &number, None), String::new()));
        let at = random.below(self.homes.len());
        let note = format!("Bel {} keer. {}", self.homes.len(), "Achterdeur. ".repeat(random.below(150)));
        let (home, kept) = &mut self.homes[at];
        *kept = note.trim().to_owned();
        edit_household(laptop, home, &json!({ "note": note }));
        let outcome = json!({ "household": home, "outcome": "not_home", "channel": "door", "said_by": null,
                              "until": null, "come_back_on": null, "leaflets": 0 });
        laptop.call("record_outcome", outcome);
        self.attempts += 1;
    }

    /// Everything arrived once, as it was meant.
    fn check(&self, office: &Office, sender: &Laptop, reader: &Laptop) {
        let arrived = |(home, note): &(String, String)| {
            let seen = reader.app().call("household", json!({ "id": home }));
            seen.is_ok_and(|seen| seen["row"]["note"].as_str().unwrap_or_default() == note)
        };
        reader.insist_until("everything is at the coordinator's", || self.homes.iter().all(arrived));
        let db = office.server().admin.database();
        let stored = |kind: Kind| db.reading(|r| r.list_of_kind(&kind)).expect("to read").len();
        assert_eq!(stored(Kind::Household), self.homes.len());
        assert_eq!(stored(Kind::Assignment), self.homes.len());
        assert_eq!(stored(Kind::Attempt), self.attempts);
        assert!(db.reading(|r| r.list_set_aside()).expect("to read").is_empty());
        let sent = sender.store().read(|r| r.recently_sent(chrono::DateTime::UNIX_EPOCH)).expect("to read");
        assert_eq!(sent.len(), self.homes.len() * 4 + self.attempts, "one verdict for each change");
        for entry in sent {
            let logged = db.reading(|r| r.find_change(entry.change.id)).expect("to read").expect("in the log");
            assert!(matches!(logged.verdict, VerdictKind::Accepted { .. }), "{:?}", logged.verdict);
            assert!(logged.change == Some(entry.change), "as it was made");
        }
    }
}

#[test]
fn a_push_that_is_cut_anywhere_stores_every_change_once() {
    let office = Office::open();
    let wire = Wire::to(office.server().address);
    let meryem = office.laptop_at(&wire.url(), "Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let mut random = Random::seeded("cuts", 11);
    let mut done = Done::default();
    while wire.cuts() < rounds(40, 1_000) {
        let direction = if random.chance(50) { Direction::Up } else { Direction::Down };
        wire.cut_after(direction, random.below(if direction == Direction::Up { 6_000 } else { 2_500 }));
        done.work(&meryem, &mut random);
        meryem.insist_until("it is sent", || meryem.waiting() == 0);
    }
    wire.mend();
    done.check(&office, &meryem, &koen);
}

#[test]
fn a_server_that_dies_again_and_again_stores_every_change_once() {
    let mut office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    let koen = office.laptop("Koen Bielen");
    let mut random = Random::seeded("deaths", 13);
    let mut done = Done::default();
    for _ in 0..rounds(10, 300) {
        for _ in 0..1 + random.below(4) {
            done.work(&meryem, &mut random);
        }
        meryem.call("send_now", json!({}));
        std::thread::sleep(Duration::from_micros(random.below(30_000) as u64));
        office.kill();
        if random.chance(50) {
            done.work(&meryem, &mut random);
        }
        office.start();
    }
    meryem.insist_until("it is sent", || meryem.waiting() == 0);
    done.check(&office, &meryem, &koen);
}

/// "Send now" is a wish of a person: it does not wait for the pause after a failure to pass.
#[test]
fn who_asks_for_contact_does_not_wait_for_the_pause() {
    let mut office = Office::open();
    let meryem = office.laptop("Meryem Aydın");
    office.stop();
    add_household(&meryem, "1", None);
    let begun = Instant::now();
    // Long enough for the pauses to have grown.
    meryem.until("a while offline", || begun.elapsed() > Duration::from_millis(4_500));
    office.start();
    let asked = Instant::now();
    meryem.call("send_now", json!({}));
    meryem.until("it is sent", || meryem.waiting() == 0);
    assert!(asked.elapsed() < Duration::from_millis(1_500), "sent {:?} after it was asked for", asked.elapsed());
}
