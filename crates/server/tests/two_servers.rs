//! Two server processes on one PostgreSQL, as behind any balancer: laptops notice no difference.

#![allow(clippy::unwrap_used, reason = "tests")]

mod cluster;
mod contract;

use contract::world::{Person, accepted, household, id};
use domain::Role;
use protocol::{
    Cursor, Enrol, Enrolled, PATH_ENROL, PATH_PULL, PATH_PUSH, PROTOCOL_HEADER, Pull, Pulled, Push, Pushed, Refusal,
    RefusalCode,
};
use reqwest::{Client, Response};
use serde::Serialize;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use uuid::Uuid;

fn program(args: &[&str], url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoe-gaat-het-server"));
    command.args(args).args(["--database", url]);
    command
}

/// A server process and where it answers.
struct Process(Child, String);

impl Process {
    fn start(url: &str) -> Self {
        let mut command = program(&["serve", "--listen", "127.0.0.1:0"], url);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self(child, line.trim().strip_prefix("listening on ").unwrap().to_owned())
    }

    async fn post(&self, path: &str, token: &str, body: &impl Serialize) -> Response {
        let client = Client::new();
        let request = client.post(format!("{}{path}", self.1)).header(PROTOCOL_HEADER, "1").bearer_auth(token);
        request.json(body).send().await.unwrap()
    }

    /// Enrols a laptop of the demonstration's `name`.
    async fn enrol(&self, codes: &str, name: &str, role: Role) -> (Person, String) {
        let line = codes.lines().find(|line| line.contains(name)).unwrap();
        let code = line.split_whitespace().next().unwrap().to_owned();
        let request =
            Enrol { code, device_name: "laptop".to_owned(), enrolment: Uuid::new_v4().into(), replaces: None };
        let enrolled: Enrolled = self.post(PATH_ENROL, "", &request).await.json().await.unwrap();
        let mut person = Person::new(name, role, &[]);
        (person.actor, person.device) = (enrolled.actor, enrolled.device);
        (person, enrolled.token)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn what_one_server_took_another_hands_out() {
    // A client without a provider panics, even where it never speaks TLS.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let url = cluster::new_database();
    let codes = String::from_utf8(program(&["demo"], &url).output().unwrap().stdout).unwrap();
    let (one, other) = (Process::start(&url), Process::start(&url));
    // The code was made by a third process, and the token works at both servers.
    let (mut meryem, meryems) = one.enrol(&codes, "Meryem Aydın", Role::Visitor).await;
    let (_, koens) = other.enrol(&codes, "Koen Bielen", Role::Coordinator).await;
    let everything = Pull { cursor: Cursor::default(), limit: 2000 };
    let before: Pulled = other.post(PATH_PULL, &koens, &everything).await.json().await.unwrap();

    let push = Push::of(vec![meryem.creation(id("house"), &household("winterslag", "999"))]);
    let pushed: Pushed = one.post(PATH_PUSH, &meryems, &push).await.json().await.unwrap();
    let seq = accepted(&pushed.verdicts[0].kind);
    let news = Pull { cursor: before.cursor, limit: 2000 };
    let pulled: Pulled = other.post(PATH_PULL, &koens, &news).await.json().await.unwrap();
    assert_eq!(pulled.records.iter().map(|r| (r.key.id, r.seq)).collect::<Vec<_>>(), [(id("house"), seq)]);

    // One server dies; the laptop sends again to the other, and is shut out there at once.
    drop(one);
    let again: Pushed = other.post(PATH_PUSH, &meryems, &push).await.json().await.unwrap();
    assert!(matches!(again.verdicts[0].kind, domain::VerdictKind::Duplicate { seq: before } if before == seq));
    assert!(program(&["device", "revoke", &meryem.device.to_string()], &url).status().unwrap().success());
    let refused: Refusal = other.post(PATH_PUSH, &meryems, &push).await.json().await.unwrap();
    assert_eq!(refused.code, RefusalCode::Revoked);
}
