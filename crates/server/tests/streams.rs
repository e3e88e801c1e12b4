//! Version 2 over HTTP: packed bodies and their limits, a pull as a stream, events, and writes that share a transaction.

#![allow(clippy::unwrap_used, reason = "tests")]

mod contract;

use contract::world::{Person, household, id, noon};
use domain::{Change, Role, VerdictKind};
use protocol::frames::Frames;
use protocol::packing::{pack, unpack};
use protocol::{
    Cursor, Enrol, Enrolled, MAX_BODY_BYTES, PAGES, PATH_ENROL, PATH_EVENTS, PATH_PULL, PATH_PUSH, PROTOCOL_HEADER,
    Pull, Pulled, Push, Pushed, Refusal, RefusalCode, ZSTD,
};
use reqwest::{Client, Response, StatusCode};
use server::db::DbError;
use server::group::Group;
use server::secret::new_id;
use server::{Clock, Config, Running, Server};
use std::path::PathBuf;
use std::time::Duration;

struct World {
    running: Running,
    client: Client,
    _folder: tempfile::TempDir,
}

impl World {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::new(folder.path());
        config.municipality = Some(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../municipality.toml"));
        config.clock = Clock::from_fn(noon);
        let running = Server::start(config).unwrap();
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { running, client: Client::new(), _folder: folder }
    }

    /// Adds a user with a laptop, who acts on it.
    async fn person(&self, name: &str, role: Role) -> (Person, String) {
        let user = self.running.admin.add_user(name, role, &["winterslag"], false).unwrap();
        let code = self.running.admin.enrol_code(user, 10).unwrap();
        let enrol = Enrol { code, device_name: "laptop".into(), enrolment: new_id(noon()).into(), replaces: None };
        let body = serde_json::to_vec(&enrol).unwrap();
        let enrolled: Enrolled = self.post(PATH_ENROL, "", body, None).await.json().await.unwrap();
        let mut person = Person::new(name, role, &["winterslag"]);
        (person.actor, person.device) = (enrolled.actor, enrolled.device);
        (person, enrolled.token)
    }

    async fn post(&self, path: &str, token: &str, body: Vec<u8>, encoding: Option<&str>) -> Response {
        let request = self.client.post(format!("{}{path}", self.running.url)).header(PROTOCOL_HEADER, "2");
        let request = match encoding {
            Some(encoding) => request.header("content-encoding", encoding),
            None => request,
        };
        request.bearer_auth(token).body(body).send().await.unwrap()
    }

    async fn push(&self, token: &str, changes: Vec<Change>) -> Vec<VerdictKind> {
        let body = serde_json::to_vec(&Push::of(changes)).unwrap();
        let response = self.post(PATH_PUSH, token, pack(&body).unwrap(), Some(ZSTD)).await;
        let packed = response.headers().get("content-encoding").is_some_and(|v| v == ZSTD);
        let bytes = response.bytes().await.unwrap();
        let bytes = if packed { unpack(&bytes, MAX_BODY_BYTES).unwrap() } else { bytes.to_vec() };
        let pushed: Pushed = serde_json::from_slice(&bytes).unwrap();
        pushed.verdicts.into_iter().map(|verdict| verdict.kind).collect()
    }

    async fn pull(&self, token: &str, cursor: Cursor, limit: usize) -> Response {
        self.post(PATH_PULL, token, serde_json::to_vec(&Pull { cursor, limit }).unwrap(), None).await
    }
}

async fn pages(response: Response) -> Vec<Pulled> {
    assert_eq!(response.headers()["content-type"], PAGES);
    assert_eq!(response.headers()["content-encoding"], ZSTD);
    let mut frames = Frames::new(true, MAX_BODY_BYTES).unwrap();
    frames.push(&response.bytes().await.unwrap()).unwrap();
    let mut pages = Vec::new();
    while let Some(page) = frames.next_message().unwrap() {
        pages.push(page);
    }
    assert_eq!(frames.rest(), b"");
    pages
}

async fn code(response: Response) -> (StatusCode, RefusalCode) {
    (response.status(), response.json::<Refusal>().await.unwrap().code)
}

fn homes(person: &mut Person, count: usize) -> Vec<Change> {
    (0..count).map(|n| person.creation(id(&format!("house {n}")), &household("winterslag", &n.to_string()))).collect()
}

#[tokio::test]
async fn one_request_brings_everything_page_by_page_and_goes_on_anywhere() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let verdicts = world.push(&token, homes(&mut meryem, 40)).await;
    assert!(verdicts.len() == 40 && verdicts.iter().all(|v| matches!(v, VerdictKind::Accepted { .. })));

    let all = pages(world.pull(&token, Cursor::default(), 7).await).await;
    assert!(all.len() > 5, "{} pages", all.len());
    let records: Vec<_> = all.iter().flat_map(|page| &page.records).map(|record| record.key.clone()).collect();
    for (n, page) in all.iter().enumerate() {
        assert_eq!(page.more, n + 1 < all.len());
        let after: usize = all[n + 1..].iter().map(|page| page.records.len()).sum();
        assert_eq!(page.remaining, after as u64, "what is left is told");
    }
    let place = all[2].cursor.clone();
    let rest = pages(world.pull(&token, place, 7).await).await;
    let rest: Vec<_> = rest.iter().flat_map(|page| &page.records).map(|record| record.key.clone()).collect();
    assert_eq!(rest, records[records.len() - rest.len()..], "cut after the third page, it goes on with the fourth");

    let last = all.last().unwrap().cursor.clone();
    let nothing = world.pull(&token, last, 7).await;
    assert_eq!(nothing.status(), StatusCode::NO_CONTENT);
    assert_eq!(nothing.bytes().await.unwrap().len(), 0);
}

#[tokio::test]
async fn a_packed_body_is_held_to_the_limit_of_what_it_unpacks_to() {
    let world = World::start();
    let (_, token) = world.person("Meryem", Role::Visitor).await;
    let push = |size: usize| {
        let mut body = br#"{"changes":[]}"#.to_vec();
        body.resize(size, b' ');
        world.post(PATH_PUSH, &token, pack(&body).unwrap(), Some(ZSTD))
    };
    assert_eq!(push(MAX_BODY_BYTES - 1).await.status(), StatusCode::OK);
    assert_eq!(push(MAX_BODY_BYTES).await.status(), StatusCode::OK);
    let large = (StatusCode::PAYLOAD_TOO_LARGE, RefusalCode::TooLarge);
    assert_eq!(code(push(MAX_BODY_BYTES + 1).await).await, large);
    assert_eq!(code(push(64 * MAX_BODY_BYTES).await).await, large, "a bomb");

    let malformed = (StatusCode::BAD_REQUEST, RefusalCode::Malformed);
    let body =
        br#"{"changes":[],"more":"and more and more and more and more and more and more and more and more and more"}"#;
    let packed = pack(&body.repeat(3)).unwrap();
    let cut = packed[..packed.len() / 2].to_vec();
    assert_eq!(code(world.post(PATH_PUSH, &token, cut, Some(ZSTD)).await).await, malformed);
    assert_eq!(code(world.post(PATH_PUSH, &token, body.to_vec(), Some(ZSTD)).await).await, malformed);
    assert_eq!(code(world.post(PATH_PUSH, &token, body.to_vec(), Some("br")).await).await, malformed);
}

/// Waits for an event; what is not one is a heart-beat.
async fn hears(stream: &mut Response) -> bool {
    let next = async {
        loop {
            match stream.chunk().await.unwrap() {
                Some(bytes) if bytes.starts_with(b"data:") => return true,
                Some(_) => {}
                None => return false,
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(2), next).await.unwrap_or(false)
}

#[tokio::test]
async fn who_holds_it_is_told_to_look_and_nobody_else() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let (_, sofie) = world.person("Sofie", Role::Visitor).await;
    let (pieter_person, pieter) = world.person("Pieter", Role::Partner).await;
    let listen = |token: &str| {
        let request = world.client.get(format!("{}{PATH_EVENTS}", world.running.url)).header(PROTOCOL_HEADER, "2");
        request.bearer_auth(token).send()
    };
    assert_eq!(code(listen("guess").await.unwrap()).await.1, RefusalCode::Unauthenticated);
    let (mut sofies, mut pieters) = (listen(&sofie).await.unwrap(), listen(&pieter).await.unwrap());
    assert_eq!(sofies.headers()["content-type"], "text/event-stream");
    world.push(&token, homes(&mut meryem, 2)).await;
    assert!(hears(&mut sofies).await, "a colleague");
    assert!(!hears(&mut pieters).await, "a partner holds nothing of it");
    assert!(!hears(&mut sofies).await, "once");

    world.running.admin.revoke_device(pieter_person.device).unwrap();
    // The next event, whatever it is, finds the laptop revoked.
    world.running.admin.add_user("Els", Role::Visitor, &["winterslag"], false).unwrap();
    assert!(hears(&mut sofies).await);
    let ended =
        tokio::time::timeout(Duration::from_secs(5), async { while pieters.chunk().await.unwrap().is_some() {} });
    assert!(ended.await.is_ok(), "a revoked laptop is not told any more");
    world.running.stop();
    let ended = tokio::time::timeout(Duration::from_secs(5), async { while let Ok(Some(_)) = sofies.chunk().await {} });
    assert!(ended.await.is_ok(), "a server that stops does not wait for those who listen");
}

#[tokio::test]
async fn writes_share_a_transaction_and_fail_alone() {
    let world = World::start();
    let db = world.running.admin.database();
    let group = Group::start(db.clone()).unwrap();
    // Holds the writer, so that the others wait together.
    let held = group.write(|_, _| {
        std::thread::sleep(Duration::from_millis(200));
        Ok(())
    });
    let count = |ok: bool| {
        group.write(move |w, _| {
            let seq = w.take_sequence()?;
            if ok { Ok(seq.1) } else { Err(DbError::Damaged("test")) }
        })
    };
    let panics = group.write(|w, _| -> Result<(), DbError> {
        w.take_sequence()?;
        panic!("in the middle")
    });
    let before = db.reading(|r| r.sequence()).unwrap().1;
    let (_, a, bad, panicked, b) = tokio::join!(held, count(true), count(false), panics, count(true));
    assert!(bad.is_err() && panicked.is_err());
    let (a, b) = (a.unwrap(), b.unwrap());
    assert_eq!((a, b), (before + 1, before + 2), "what failed left no trace");
    assert_eq!(db.reading(|r| r.sequence()).unwrap().1, b);
}
