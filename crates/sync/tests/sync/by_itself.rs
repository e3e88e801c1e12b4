//! The engine running by itself.

use crate::server::{Fault, Server};
use crate::support::*;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use sync::{Engine, Problem, Status, spawn};

struct Running {
    _dir: tempfile::TempDir,
    store: Arc<store::Store>,
    handle: sync::Handle,
    seen: Arc<Mutex<Vec<Status>>>,
}

fn start(server: &Server) -> Running {
    let (dir, store) = store(1);
    let engine = Engine::new(Arc::clone(&store), server.clone(), clock());
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&seen);
    let on_status = move |status: &Status| told.lock().expect("seen").push(status.clone());
    let handle = spawn(&tokio::runtime::Handle::current(), engine, on_status);
    Running { _dir: dir, store, handle, seen }
}

async fn until(what: impl Fn() -> bool) -> Duration {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(10), "does not happen");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    begun.elapsed()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_sent_at_once_and_told() {
    let server = Server::default();
    let running = start(&server);
    running.handle.first_contact().await;
    assert!(running.handle.status().borrow().online);
    create_many(&running.store, 1..4);
    running.handle.wake();
    let took = until(|| server.state().last == 3).await;
    assert!(took < Duration::from_secs(2), "without waiting for the next poll: {took:?}");
    until(|| running.seen.lock().expect("seen").iter().any(|s| s.records_changed)).await;
    let seen = running.seen.lock().expect("seen").clone();
    assert!(seen.iter().any(|s| s.sending == Some((0, 3))));
    assert!(seen.iter().all(|s| s.problem.is_none()));
}

/// The screen reads again when something leaves the laptop, also where nothing was pulled.
#[tokio::test(flavor = "multi_thread")]
async fn what_left_the_laptop_is_told() {
    let server = Server::default();
    server.state().hidden.insert(household(1));
    let running = start(&server);
    running.handle.first_contact().await;
    create_many(&running.store, 1..2);
    running.handle.wake();
    // Once for the verdict, and once more when it is gone.
    until(|| running.seen.lock().expect("seen").iter().filter(|s| s.records_changed).count() == 2).await;
    assert!(running.store.read(|r| r.record(&household(1))).expect("read").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn contact_comes_back_by_itself() {
    let server = Server::default();
    server.fail(&[Fault::QuestionLost; 2]);
    let running = start(&server);
    create_many(&running.store, 1..2);
    running.handle.first_contact().await;
    let status = running.handle.status().borrow().clone();
    assert_eq!((status.online, status.problem), (false, Some(Problem::Unreachable)));
    until(|| server.state().last == 1).await;
    until(|| running.handle.status().borrow().online).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_adds_no_change_does_not_try_the_network() {
    let server = Server::default();
    server.fail(&[Fault::Refused(Problem::Revoked); 3]);
    let running = start(&server);
    running.handle.first_contact().await;
    let tries = || server.state().pulls.len();
    let before = tries();
    for _ in 0..5 {
        running.handle.wake();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(tries(), before);
    running.handle.send_now();
    until(|| tries() > before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_asked_too_often_is_left_alone_as_long_as_it_says() {
    let server = Server::default();
    let (news, _) = tokio::sync::watch::channel(());
    server.state().news = Some(news.clone());
    let running = start(&server);
    until(|| server.state().pulls.len() == 2).await;
    server.fail(&[Fault::Refused(Problem::TooManyRequests { retry_after_s: 600 })]);
    create_many(&running.store, 1..2);
    running.handle.wake();
    until(|| running.handle.status().borrow().problem.is_some()).await;
    // Neither more to send nor news are a reason to come earlier.
    let tries = server.state().pushes.len();
    create_many(&running.store, 2..3);
    running.handle.wake();
    news.send_replace(());
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(server.state().pushes.len(), tries);
    running.handle.send_now();
    until(|| server.state().last == 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_after_a_stop() {
    let server = Server::default();
    let running = start(&server);
    running.handle.first_contact().await;
    running.handle.stop();
    let told = running.seen.lock().expect("seen").len();
    create_many(&running.store, 1..2);
    running.handle.wake();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(running.seen.lock().expect("seen").len(), told);
    assert_eq!(server.state().last, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_laptop_that_hears_the_server_asks_only_when_told() {
    let server = Server::default();
    let (news, _) = tokio::sync::watch::channel(());
    server.state().news = Some(news.clone());
    let running = start(&server);
    running.handle.first_contact().await;
    // One pull, and one more once the server is heard: something may have come in between.
    until(|| server.state().pulls.len() == 2).await;
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert_eq!(server.state().pulls.len(), 2, "no polling");

    news.send_replace(());
    let took = until(|| server.state().pulls.len() == 3).await;
    assert!(took < Duration::from_secs(1), "{took:?}");

    create_many(&running.store, 1..2);
    running.handle.wake();
    until(|| server.state().last == 1).await;

    // The server is no longer heard: asked again, and every few seconds until it is.
    let before = server.state().pulls.len();
    server.state().news = None;
    drop(news);
    until(|| server.state().pulls.len() >= before + 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_network_ends_every_pause() {
    let server = Server::default();
    let (news, _) = tokio::sync::watch::channel(());
    server.state().news = Some(news);
    server.state().way = Some([192, 0, 2, 1].into());
    let running = start(&server);
    running.handle.first_contact().await;
    until(|| server.state().pulls.len() == 2).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    server.state().way = Some([192, 0, 2, 2].into());
    let took = until(|| server.state().pulls.len() > 2).await;
    assert!(took < Duration::from_secs(7), "{took:?}");
}
