//! Many laptops in one process: 32 that push one visit a request, and a thousand that come online in one minute.

use super::child::serve;
use super::data;
use super::laptop::{Laptop, runtime, timed};
use crate::figures::at;
use chrono::Utc;
use domain::{Change, RecordId, Sequence, UserId};
use protocol::Push;
use serde_json::{Value, json};
use server::secret::new_id;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use sync::{Enrolled, HttpTransport, Transport};
use tests::random::Random;
use tokio::task::JoinSet;

/// `pushers URL CODES VISITS EACH`: the time of each request. `online DIR URL CODES VISITS SECONDS`: laptops with
/// that many visits each, which come online spread over so many seconds.
pub fn main(file: &str) {
    let lines = Arc::new(data::lines(file));
    let runtime = runtime();
    let mut enrolled: Vec<Enrolled> = Vec::new();
    let mut home = RecordId(new_id(Utc::now()));
    let mut laptops: Vec<Laptop> = Vec::new();
    let mut address = String::new();
    serve(|words| match words {
        ["enrol", url, codes @ ..] => {
            address = (*url).to_owned();
            enrolled = runtime.block_on(enrol(url, codes));
            home = runtime.block_on(first_home(url, &enrolled[0]));
            json!(null)
        }
        ["pushers", each] => runtime.block_on(pushers(&address, &enrolled, home, &lines, number(each))),
        ["laptops", dir, url, each, codes @ ..] => {
            laptops = runtime.block_on(fleet(dir.as_ref(), url, codes, &lines, number(each)));
            json!(laptops.len())
        }
        ["online", seconds] => timed(|| {
            let laptops = std::mem::take(&mut laptops);
            runtime.block_on(come_online(laptops, number(seconds)))
        }),
        other => panic!("{other:?}: no such question"),
    });
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

async fn enrol(url: &str, codes: &[&str]) -> Vec<Enrolled> {
    let mut all = Vec::new();
    for code in codes {
        let id = domain::EnrolmentId(new_id(Utc::now()));
        all.push(sync::enrol(url, code, "laptop", id).await.expect("to enrol"));
    }
    all
}

/// A household for the visits.
async fn first_home(url: &str, who: &Enrolled) -> RecordId {
    let now = Utc::now();
    let id = RecordId(new_id(now));
    let change = change_of(data::household(id, 1, now), who, 1);
    send(&HttpTransport::new(url, Some(&who.token)).expect("an address"), &change).await;
    id
}

fn change_of(new: store::NewChange, who: &Enrolled, counter: u64) -> Change {
    Change {
        id: new.id,
        record: new.record,
        operation: new.operation,
        base: Sequence::ZERO,
        at: new.at,
        author: who.actor.user,
        device: who.device,
        counter,
        reason: None,
        resolves: Vec::new(),
    }
}

async fn send(transport: &HttpTransport, change: &Change) {
    let raw = serde_json::value::to_raw_value(change).expect("json");
    let pushed = transport.push(&Push::of(vec![raw])).await.expect("to push");
    assert!(matches!(pushed.verdicts[0].kind, domain::VerdictKind::Accepted { .. }), "accepted");
}

async fn pushers(url: &str, all: &[Enrolled], home: RecordId, lines: &Arc<Vec<Value>>, each: usize) -> Value {
    let mut tasks = JoinSet::new();
    for (n, who) in all.iter().cloned().enumerate() {
        let (transport, lines) = (HttpTransport::new(url, Some(&who.token)).expect("an address"), Arc::clone(lines));
        tasks.spawn(async move {
            let by: UserId = who.actor.user;
            let mut times = Vec::with_capacity(each);
            for i in 0..each {
                let now = Utc::now();
                let line = &lines[(n * each + i) % lines.len()];
                let visit = data::visit(line, RecordId(new_id(now)), Some(home), by, now);
                let change = change_of(visit, &who, 2 + i as u64);
                let begun = Instant::now();
                send(&transport, &change).await;
                times.push(begun.elapsed());
            }
            times
        });
    }
    let mut times: Vec<Duration> = tasks.join_all().await.into_iter().flatten().collect();
    times.sort_unstable();
    let ms = |percent| at(&times, percent).as_secs_f64() * 1e3;
    json!({ "count": times.len(), "p50_ms": ms(50), "p99_ms": ms(99) })
}

async fn fleet(dir: &Path, url: &str, codes: &[&str], lines: &[Value], each: usize) -> Vec<Laptop> {
    let mut laptops = Vec::new();
    let mut home = None;
    // The schema is made once; the rest are copies.
    let template = dir.join("template");
    std::fs::create_dir_all(&template).expect("a folder");
    drop(store::Store::open(&template, &store::Key::from_bytes([7; 32])).expect("a database"));
    for (n, code) in codes.iter().enumerate() {
        let own = dir.join(n.to_string());
        std::fs::create_dir_all(&own).expect("a folder");
        std::fs::copy(template.join(store::DATABASE_FILE), own.join(store::DATABASE_FILE)).expect("to copy");
        let mut laptop = Laptop::enrol(&own, url, code).await;
        let by = laptop.identity().actor.user;
        let now = Utc::now();
        if home.is_none() {
            let id = RecordId(new_id(now));
            laptop.write(vec![data::household(id, 1, now)]);
            laptop.push().await;
            home = Some(id);
        }
        let visit = |i| data::visit(&lines[(n * each + i) % lines.len()], RecordId(new_id(now)), home, by, now);
        laptop.write((0..each).map(visit).collect());
        laptops.push(laptop);
    }
    laptops
}

/// Returns how many laptops did all they had to do.
async fn come_online(laptops: Vec<Laptop>, seconds: usize) -> usize {
    let mut random = Random::new(11);
    let mut tasks = JoinSet::new();
    for mut laptop in laptops {
        let pause = Duration::from_millis(random.below(seconds * 1000) as u64);
        tasks.spawn(async move {
            tokio::time::sleep(pause).await;
            let pushed = laptop.push().await;
            let pulled = laptop.pull().await;
            usize::from(pushed >= 1 && pulled >= 200)
        });
    }
    tasks.join_all().await.into_iter().sum()
}
