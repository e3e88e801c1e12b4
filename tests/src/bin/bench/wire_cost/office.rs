//! The server's process: the real server on its embedded database, in a folder of its own.

use super::child::serve;
use super::data;
use chrono::Utc;
use domain::{Actor, Change, DeviceId, RecordId, Role, Sequence, UserId};
use serde_json::{Value, json};
use server::db::DatabaseUrl;
use server::push::{Author, push};
use server::secret::new_id;
use server::{Config, Running, Server};
use std::cell::LazyCell;
use std::path::Path;
use store::NewChange;
use tests::office::root;

/// Changes in one transaction while the server is filled.
const BATCH: usize = 500;

/// The form of the visits, in the server's folder.
pub const FORM: &str = "form.xlsx";

/// `url`, `code ROLE` (of a new user), `fill N`: that many visits more. The visits are read only then: what the process
/// has in memory before is the server's. `database` is a PostgreSQL, or empty.
pub fn main(folder: &str, file: &str, database: &str) {
    let mut config = Config::new(folder);
    config.municipality = Some(root().join("municipality.toml"));
    config.database = (!database.is_empty()).then(|| DatabaseUrl(database.to_owned()));
    let running = Server::start(config).expect("the server starts");
    let form = std::fs::read(Path::new(folder).join(FORM)).expect("the form of the visits");
    running.admin.publish_form_bytes("visits".as_ref(), &form).expect("to publish");
    let lines = LazyCell::new(|| data::lines(file));
    let mut filler = None;
    serve(|words| match words {
        ["url"] => json!(running.url),
        ["codes", role, users, laptops] => json!(codes(&running, role, number(users), number(laptops))),
        ["fill", count] => {
            filler.get_or_insert_with(|| Filler::new(&running)).fill(&running, &lines, number(count));
            json!(null)
        }
        ["households", count] => {
            filler.get_or_insert_with(|| Filler::new(&running)).households(&running, number(count));
            json!(null)
        }
        other => panic!("{other:?}: no such question"),
    });
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

/// Codes for so many laptops of each of so many new users.
fn codes(running: &Running, role: &str, users: usize, laptops: usize) -> Vec<String> {
    let role = if role == "coordinator" { Role::Coordinator } else { Role::Visitor };
    let user = |_| {
        let name = format!("{role:?} {}", new_id(Utc::now()));
        running.admin.add_user(&name, role, &[data::NEIGHBOURHOOD], false).expect("a new user")
    };
    let users: Vec<UserId> = (0..users).map(user).collect();
    let each = users.into_iter().flat_map(|user| std::iter::repeat_n(user, laptops));
    each.map(|user| running.admin.enrol_code(user, 60).expect("a code")).collect()
}

/// Makes the server hold more, without the wire.
struct Filler {
    actor: Actor,
    device: DeviceId,
    counter: u64,
    home: RecordId,
}

impl Filler {
    fn new(running: &Running) -> Self {
        let name = "Filler";
        let user = running.admin.add_user(name, Role::Visitor, &[data::NEIGHBOURHOOD], false).expect("a new user");
        let municipality = running.admin.municipality().expect("a municipality");
        let neighbourhoods = vec![data::NEIGHBOURHOOD.to_owned()];
        let actor = Actor { user, role: Role::Visitor, municipality, neighbourhoods, duty: false };
        let now = Utc::now();
        let mut filler = Self { actor, device: DeviceId(new_id(now)), counter: 0, home: RecordId(new_id(now)) };
        let home = data::household(filler.home, 0, now);
        filler.push(running, vec![home]);
        filler
    }

    fn fill(&mut self, running: &Running, lines: &[Value], count: usize) {
        for start in (0..count).step_by(BATCH) {
            let now = Utc::now();
            let part = (start..count.min(start + BATCH)).map(|n| {
                let line = &lines[n % lines.len()];
                data::visit(line, RecordId(new_id(now)), Some(self.home), self.actor.user, now)
            });
            let changes = part.collect();
            self.push(running, changes);
        }
    }

    fn households(&mut self, running: &Running, count: usize) {
        let now = Utc::now();
        self.push(running, (1..count).map(|n| data::household(RecordId(new_id(now)), n, now)).collect());
    }

    fn push(&mut self, running: &Running, changes: Vec<NewChange>) {
        let changes: Vec<Change> = changes.into_iter().map(|new| self.change(new)).collect();
        let author = Author::Laptop { actor: &self.actor, device: self.device };
        let db = running.admin.database();
        let verdicts = push(&*db, &self.actor.municipality, author, &changes, Utc::now()).expect("to push");
        let accepted = |v: &domain::Verdict| matches!(v.kind, domain::VerdictKind::Accepted { .. });
        assert!(verdicts.iter().all(accepted), "the server is filled with what it accepts");
    }

    fn change(&mut self, new: NewChange) -> Change {
        self.counter += 1;
        Change {
            id: new.id,
            record: new.record,
            operation: new.operation,
            base: Sequence::ZERO,
            at: new.at,
            author: self.actor.user,
            device: self.device,
            counter: self.counter,
            reason: None,
            resolves: Vec::new(),
        }
    }
}
