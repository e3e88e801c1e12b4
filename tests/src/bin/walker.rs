//! A laptop without a screen that writes, sends and takes in without end, to be killed in the middle:
//! `walker DIR SEED`.
//!
//! Says `ready` once its database is open, `saved` and the change as JSON once the store said so, and before each
//! step what comes next: `writing`, `push`, `answered` (the verdicts are there, and not stored yet), `pull`, `page` (the
//! same of records). Goes on when the server does not answer.

use chrono::Utc;
use domain::entities::Household;
use domain::{Change, ChangeId, Kind, Operation, RecordId, RecordKey};
use protocol::{Enrol, Enrolled, Hello, Pull, Pushed};
use serde_json::{Value, json};
use server::secret::new_id;
use std::io::Write;
use std::time::Duration;
use store::{NewChange, Row, Writer};
use sync::{HttpTransport, News, Page, Pages, Problem, RawPush, Transport};
use tests::headless::Headless;
use tests::random::Random;

/// Households that everybody edits.
const HOMES: usize = 4;
/// With more that wait, sending comes first.
const MOST_WAITING: u32 = 100;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [dir, seed] = args.as_slice() else { panic!("usage: walker DIR SEED") };
    let mut random = Random::new(seed.parse().expect("a number"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut laptop = Headless::open_over(dir.as_ref(), Loud).expect("the laptop opens");
    say("ready");
    loop {
        if laptop.store.read(|r| r.pending_count()).expect("to read") < MOST_WAITING {
            say("writing");
            let many = 1 + random.below(3);
            let written =
                laptop.store.write(|w| (0..many).map(|_| edit(w, &mut random)).collect::<store::Result<Vec<_>>>());
            for change in written.expect("to write") {
                say(&format!("saved {}", serde_json::to_string(&change).expect("json")));
            }
        }
        // It is the server's turn to be killed, or ours.
        let _ = runtime.block_on(laptop.engine.run_once());
        std::thread::sleep(Duration::from_millis(random.below(30) as u64));
    }
}

/// Mostly the same few fields of the same few households, so that two laptops get in each other's way.
fn edit(w: &mut Writer<'_>, random: &mut Random) -> store::Result<Change> {
    let homes = w.list::<Household>()?;
    if homes.len() < HOMES {
        let home = json!({ "neighbourhood": "winterslag", "street": "Vennestraat", "number": "112" });
        return w.record_change(create(Kind::Household, home));
    }
    let torn = w.conflicts()?;
    if !torn.is_empty() && random.chance(30) {
        return w.record_change(choice(random.pick(&torn), random.chance(50)));
    }
    let home = random.pick(&homes).id;
    if random.chance(10) {
        return w.record_change(create(Kind::Resident, json!({ "household": home, "name": "Yıldız" })));
    }
    let (field, value) = (*random.pick(&["note", "name", "language"]), random.below(1_000).to_string());
    w.record_change(set(RecordKey::new(Kind::Household, home), field, json!(value)))
}

/// One of two values that two people wrote.
fn choice(row: &Row, takes_mine: bool) -> NewChange {
    let conflict = &row.conflicts[0];
    let standing = row.body.get(&conflict.field).cloned().unwrap_or(Value::Null);
    let value = if takes_mine { conflict.value.clone() } else { standing };
    NewChange { resolves: vec![conflict.change], ..set(row.key.clone(), &conflict.field, value) }
}

fn create(kind: Kind, body: Value) -> NewChange {
    let set = body.as_object().cloned().unwrap_or_default();
    change(RecordKey::new(kind, RecordId(new_id(Utc::now()))), Operation::Create { set })
}

fn set(record: RecordKey, field: &str, value: Value) -> NewChange {
    change(record, Operation::Set { set: [(field.to_owned(), value)].into_iter().collect() })
}

fn change(record: RecordKey, operation: Operation) -> NewChange {
    let at = Utc::now();
    NewChange { id: ChangeId(new_id(at)), record, operation, at, reason: None, resolves: Vec::new() }
}

/// One write for a line: a kill leaves it whole or out.
fn say(line: &str) {
    let _ = std::io::stdout().lock().write_all(format!("{line}\n").as_bytes());
}

/// Says what comes next.
struct Loud(HttpTransport);
struct LoudPages(<HttpTransport as Transport>::Pages);

impl Transport for Loud {
    type Pages = LoudPages;

    async fn hello(&self) -> Result<Hello, Problem> {
        self.0.hello().await
    }
    async fn enrol(&self, enrol: &Enrol) -> Result<Enrolled, Problem> {
        self.0.enrol(enrol).await
    }
    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        say("push");
        let answer = self.0.push(push).await;
        if answer.is_ok() {
            say("answered");
        }
        answer
    }
    async fn pull(&self, pull: &Pull) -> Result<LoudPages, Problem> {
        say("pull");
        self.0.pull(pull).await.map(LoudPages)
    }
    async fn listen(&self, tell: impl Fn(News) + Send + Sync) -> Problem {
        self.0.listen(tell).await
    }
    fn way(&self) -> Option<std::net::IpAddr> {
        self.0.way()
    }
}

impl Pages for LoudPages {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        let page = self.0.next().await;
        if matches!(page, Ok(Some(_))) {
            say("page");
        }
        page
    }
}
