//! Single runs: lost questions, lost answers, conflicts, pages.

use crate::server::{Fault, Server};
use crate::support::*;
use serde_json::json;
use std::sync::Arc;
use store::Receipt;
use sync::{Engine, Problem};

#[tokio::test]
async fn what_one_laptop_writes_the_other_reads() {
    let server = Server::default();
    let (mut sara, mut tom) = (Laptop::new(1, &server), Laptop::new(2, &server));
    create(&sara.store, &household(1), json!({"street": "Vennestraat", "number": "1", "neighbourhood": "w"}));
    set(&sara.store, &household(1), json!({"note": "Bel 2 keer aan."}));
    assert_eq!(sara.run().await.pushed, 2);
    tom.run().await;
    assert_eq!(tom.field(&household(1), "note"), "Bel 2 keer aan.");
    assert_eq!(sara.row(&household(1)).map(|r| r.receipt), Some(Receipt::OnServer));
    assert_eq!(sara.row(&household(1)).map(|r| r.body), tom.row(&household(1)).map(|r| r.body));
    let quiet = sara.run().await;
    assert_eq!((quiet.pushed, quiet.pulled), (0, 0));
}

#[tokio::test]
async fn what_was_sent_and_is_not_mine_to_hold_any_more_leaves() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..3);
    // She lost the neighbourhood before she ever pulled it: the server has nothing to name that left.
    server.state().hidden.insert(household(1));
    sara.run().await;
    assert!(sara.row(&household(1)).is_none(), "it stayed");
    assert!(sara.row(&household(2)).is_some(), "what is hers stays");
    sara.run().await;
    assert_eq!(sara.waiting(), 0);
}

#[tokio::test]
async fn an_answer_lost_after_the_commit_doubles_nothing() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..21);
    server.fail(&[Fault::AnswerLost, Fault::AnswerLost]);
    for _ in 0..2 {
        assert_eq!(sara.engine.run_once().await, Err(Problem::Unreachable));
        assert_eq!(sara.waiting(), 20);
        assert_eq!(sara.row(&household(3)).map(|r| r.receipt), Some(Receipt::OnLaptop));
    }
    sara.run().await;
    assert_eq!(sara.waiting(), 0);
    let state = server.state();
    assert_eq!(state.last, 20);
    assert!(state.applied.values().all(|times| *times == 1));
    assert_eq!(state.pushes[0], state.pushes[1], "the same bytes again");
}

#[tokio::test]
async fn a_push_tried_again_is_the_same_push_whatever_was_written_since() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..4);
    server.fail(&[Fault::QuestionLost]);
    assert!(sara.engine.run_once().await.is_err());
    create_many(&sara.store, 4..6);
    sara.run().await;
    let state = server.state();
    assert_eq!(state.pushes.len(), 3);
    assert_eq!(state.pushes[0], state.pushes[1]);
    assert_eq!(state.last, 5);
}

#[tokio::test]
async fn many_changes_go_in_batches_and_fewer_at_a_time_over_a_bad_network() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..1_202);
    server.fail(&[Fault::QuestionLost, Fault::QuestionLost]);
    assert!(sara.engine.run_once().await.is_err());
    assert!(sara.engine.run_once().await.is_err());
    assert_eq!(sara.run().await.pushed, 1_201);
    let sizes: Vec<usize> = server
        .state()
        .pushes
        .iter()
        .map(|p| serde_json::from_str::<protocol::Push>(p).expect("push").changes.len())
        .collect();
    assert_eq!(sizes, [1_000, 1_000, 500, 701]);
}

/// However little a network lasts, what fits in it gets through.
#[tokio::test]
async fn where_hardly_anything_gets_through_one_at_a_time_does() {
    let server = Server::default();
    let (mut sara, mut tom) = (Laptop::new(1, &server), Laptop::new(2, &server));
    create_many(&sara.store, 1..9);
    server.fail(&[Fault::QuestionLost; 4]);
    for _ in 0..4 {
        assert_eq!(sara.engine.run_once().await, Err(Problem::Unreachable));
    }
    assert_eq!(sara.run().await.pushed, 8);
    let push = |text: &String| serde_json::from_str::<protocol::Push>(text).expect("push").changes.len();
    let sizes: Vec<usize> = server.state().pushes.iter().map(push).collect();
    assert_eq!(sizes, [8, 8, 4, 2, 1, 2, 4, 1]);

    server.state().pulls.clear();
    server.fail(&[Fault::PageLost; 12]);
    for _ in 0..12 {
        assert_eq!(tom.engine.run_once().await, Err(Problem::Unreachable));
    }
    assert_eq!(server.state().pulls.last().map(|pull| pull.limit), Some(1));
    assert_eq!(tom.run().await.pulled, 8);
}

#[tokio::test]
async fn a_batch_too_large_for_the_server_is_split() {
    let server = Server::default();
    server.state().most_changes = Some(3);
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..31);
    assert_eq!(sara.run().await.pushed, 30);
    assert_eq!(server.state().last, 30);
}

#[tokio::test]
async fn a_first_pull_of_three_thousand_records_comes_in_pages_and_resumes() {
    let server = Server::default();
    let mut office = Laptop::new(1, &server);
    create_many(&office.store, 1..3_001);
    office.run().await;
    server.state().pulls.clear();

    let mut sara = Laptop::new(2, &server);
    server.fail(&[Fault::None, Fault::AnswerLost]);
    assert_eq!(sara.engine.run_once().await, Err(Problem::Unreachable));
    assert_eq!(sara.households(), 1_000, "a whole page is there, and found");
    // Even another engine, after a restart, goes on where it was.
    sara.engine = Engine::new(Arc::clone(&sara.store), server.clone(), clock());
    assert_eq!(sara.run().await.pulled, 2_000);
    assert_eq!(sara.households(), 3_000);
    assert!(server.state().pulls.iter().all(|p| p.limit <= protocol::MAX_PAGE_RECORDS));
    let hits = sara.store.read(|r| r.search("venne 2999", 5)).expect("search");
    assert_eq!(hits.len(), 1);
}

#[tokio::test]
async fn two_values_for_one_field_wait_for_a_choice_and_other_fields_merge() {
    let server = Server::default();
    let (mut sara, mut tom) = (Laptop::new(1, &server), Laptop::new(2, &server));
    let key = household(1);
    create(&sara.store, &key, json!({"street": "Vennestraat", "number": "1", "neighbourhood": "w"}));
    sara.run().await;
    tom.run().await;
    set(&sara.store, &key, json!({"name": "Yıldız"}));
    set(&tom.store, &key, json!({"name": "Yilmaz", "note": "hond"}));
    sara.run().await;
    tom.run().await;
    sara.run().await;
    for laptop in [&sara, &tom] {
        let row = laptop.row(&key).expect("row");
        assert_eq!(row.receipt, Receipt::Conflict);
        assert_eq!((&row.body["name"], &row.body["note"]), (&json!("Yıldız"), &json!("hond")));
        assert_eq!(row.conflicts[0].value, "Yilmaz");
    }
}

#[tokio::test]
async fn what_left_the_scope_is_erased_once_it_was_sent() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..3);
    sara.run().await;
    server.state().evict.push(household(1));
    set(&sara.store, &household(1), json!({"note": "nog gauw"}));
    // Pulled between the writing and the sending: the push comes first, so nothing is lost.
    sara.run().await;
    assert!(sara.row(&household(1)).is_none());
    assert_eq!(server.body(&household(1)).expect("on the server")["note"], "nog gauw");
    assert!(sara.row(&household(2)).is_some());
}

#[tokio::test]
async fn a_new_role_is_taken_over() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    let mut actor = sara.store.read(|r| r.identity()).expect("read").expect("identity").actor;
    actor.neighbourhoods.push("waterschei".into());
    server.state().actor = Some(actor.clone());
    sara.run().await;
    assert_eq!(sara.store.read(|r| r.identity()).expect("read").expect("identity").actor, actor);
}

#[tokio::test]
async fn a_refusal_stops_the_run_and_keeps_everything() {
    let server = Server::default();
    let mut sara = Laptop::new(1, &server);
    create_many(&sara.store, 1..4);
    server.fail(&[Fault::Refused(Problem::Revoked)]);
    assert_eq!(sara.engine.run_once().await, Err(Problem::Revoked));
    assert_eq!(sara.waiting(), 3);
}
