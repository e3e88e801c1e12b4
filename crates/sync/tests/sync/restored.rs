//! A server that was restored from a copy: what it lost comes back from the laptops.

use crate::server::{Fault, Server};
use crate::support::*;
use domain::{DeviceId, RecordKey};
use serde_json::json;
use store::Receipt;
use sync::Problem;
use uuid::Uuid;

fn household_of(laptop: &Laptop, number: u128) -> RecordKey {
    let key = household(number);
    create(&laptop.store, &key, json!({"street": "Vennestraat", "number": number.to_string(), "neighbourhood": "w"}));
    key
}

fn receipt(laptop: &Laptop, key: &RecordKey) -> Option<Receipt> {
    laptop.row(key).map(|row| row.receipt)
}

#[tokio::test]
async fn what_the_server_lost_is_offered_again_once() {
    let server = Server::default();
    let (mut sara, mut tom) = (Laptop::new(1, &server), Laptop::new(2, &server));
    let early = household_of(&sara, 1);
    sara.run().await;
    let copy = server.copy();
    // Acknowledged, and not in the copy: a record, a change of an old one, and one by another laptop on top of that.
    let late = household_of(&sara, 2);
    set(&sara.store, &early, json!({"note": "Bel 2 keer aan."}));
    sara.run().await;
    tom.run().await;
    set(&tom.store, &late, json!({"note": "Hond."}));
    tom.run().await;
    sara.run().await;
    server.restore(copy);
    assert!(server.body(&late).is_none());

    // Tom comes first, with something new: his change of what the server does not know yet is not lost either.
    let fresh = household_of(&tom, 3);
    for _ in 0..2 {
        tom.run().await;
        sara.run().await;
        assert_eq!((tom.waiting(), sara.waiting()), (0, 0));
    }
    assert_eq!(server.body(&early).map(|b| b["note"].clone()), Some(json!("Bel 2 keer aan.")));
    assert!(server.body(&late).is_some() && server.body(&fresh).is_some());
    for laptop in [&sara, &tom] {
        assert_eq!(laptop.households(), 3);
        assert_eq!(laptop.field(&early, "note"), "Bel 2 keer aan.");
    }
    // He sees that it is under review; it is shown as he wrote it.
    assert_eq!(tom.field(&late, "note"), "Hond.");
    let before = server.state().last;
    sara.run().await;
    tom.run().await;
    assert_eq!(server.state().last, before, "nothing is offered twice");
}

/// Also where the laptop had read nothing since: on its first day, or after another restore.
#[tokio::test]
async fn what_was_answered_before_anything_was_read_is_offered_again_too() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    for round in 1..3 {
        let copy = server.copy();
        let key = household_of(&sara, round);
        server.fail(&[Fault::None, Fault::PageLost]);
        assert!(sara.engine.run_once().await.is_err(), "it is sent, and nothing is read");
        assert_eq!((sara.waiting(), server.body(&key).is_some()), (0, true));
        server.restore(copy);
        if round == 2 {
            // It learns of one restore, and before it has read anything there is another.
            server.fail(&[Fault::None, Fault::None, Fault::PageLost]);
            let copy = server.copy();
            assert!(sara.engine.run_once().await.is_err());
            server.restore(copy);
        }
        sara.run().await;
        assert!(server.body(&key).is_some(), "round {round}: it is lost");
    }
}

#[tokio::test]
async fn a_laptop_with_nothing_to_send_notices_too() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    let copy = server.copy();
    let key = household_of(&sara, 1);
    sara.run().await;
    sara.run().await;
    server.restore(copy);
    sara.run().await;
    assert!(server.body(&key).is_some());
    assert_eq!(receipt(&sara, &key), Some(Receipt::OnServer));
}

#[tokio::test]
async fn nothing_flickers_while_it_is_offered_again() {
    let server = Server::default();
    let (mut sara, mut tom) = (Laptop::new(1, &server), Laptop::new(2, &server));
    let key = household_of(&sara, 1);
    set(&sara.store, &key, json!({"note": "oud"}));
    sara.run().await;
    tom.run().await;
    set(&tom.store, &key, json!({"note": "nieuw"}));
    tom.run().await;
    sara.run().await;
    assert_eq!(sara.field(&key, "note"), "nieuw");
    let copy = server.copy();
    server.restore(copy);
    // The push is refused for the other epoch, and then the network breaks off.
    household_of(&sara, 2);
    server.fail(&[Fault::None, Fault::QuestionLost]);
    assert_eq!(sara.engine.run_once().await, Err(Problem::Unreachable));
    assert_eq!(sara.field(&key, "note"), "nieuw", "her own older change does not come to the top again");
    assert_eq!(receipt(&sara, &key), Some(Receipt::OnLaptop), "whether the server has it is not known");
    sara.run().await;
    assert_eq!(sara.field(&key, "note"), "nieuw");
    assert_eq!(receipt(&sara, &key), Some(Receipt::OnServer));
    assert!(server.state().applied.values().all(|times| *times == 1));
}

#[tokio::test]
async fn a_laptop_enrolled_again_sends_what_waits_under_its_new_id() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    let key = household_of(&sara, 1);
    server.fail(&[Fault::Refused(Problem::Cloned)]);
    assert_eq!(sara.engine.run_once().await, Err(Problem::Cloned));
    assert_eq!(sara.waiting(), 1, "nothing is lost");
    let mut identity = sara.store.read(|r| r.identity()).expect("read").expect("an identity");
    let before = sara.store.read(|r| r.changes_of(&key)).expect("read").remove(0).change;
    identity.device = DeviceId(Uuid::from_u128(77));
    sara.store.write(|w| w.enrol_again(&identity)).expect("enrolled");
    let after = sara.store.read(|r| r.changes_of(&key)).expect("read").remove(0).change;
    assert_eq!(after, domain::Change { device: identity.device, ..before });
    sara.run().await;
    assert_eq!(sara.waiting(), 0);
    assert!(server.state().pushes.last().is_some_and(|push| push.contains(&identity.device.to_string())));
}
