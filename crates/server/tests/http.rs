//! The server over HTTP: enrolment, tokens, versions, limits, and what the bytes of an answer give away.

#![allow(clippy::unwrap_used, reason = "tests")]

mod contract;

use contract::world::{GENK, Person, detail, help_request, household, id, noon, shared};
use domain::{Role, UserId, VerdictKind};
use protocol::{
    Cursor, Enrol, Enrolled, Hello, MAX_BATCH_CHANGES, MAX_BODY_BYTES, PATH_ENROL, PATH_HELLO, PATH_PULL, PATH_PUSH,
    PRODUCT, PROTOCOL_HEADER, Pull, Pulled, Push, Pushed, Refusal, RefusalCode,
};
use reqwest::{Client, Response, StatusCode};
use serde::Serialize;
use server::secret::new_id;
use server::{Clock, Config, Running, Server};
use std::path::PathBuf;

/// A server with the facts of Genk, and a client.
struct World {
    running: Running,
    client: Client,
    folder: tempfile::TempDir,
}

impl World {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let running = Server::start(config(&folder)).unwrap();
        // A client without a provider panics, even where it never speaks TLS.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { running, client: Client::new(), folder }
    }

    async fn post(&self, path: &str, token: &str, body: &impl Serialize) -> Response {
        let request = self.client.post(format!("{}{path}", self.running.url)).header(PROTOCOL_HEADER, "1");
        request.bearer_auth(token).json(body).send().await.unwrap()
    }

    async fn enrol(&self, user: UserId) -> Enrolled {
        let code = self.running.admin.enrol_code(user, 10).unwrap();
        self.post(
            PATH_ENROL,
            "",
            &Enrol { code, device_name: "laptop".into(), enrolment: new_id(noon()).into(), replaces: None },
        )
        .await
        .json()
        .await
        .unwrap()
    }

    /// Adds a user with a laptop; changes are then made by that user on that laptop.
    async fn person(&self, name: &str, role: Role) -> (Person, String) {
        let user = self.running.admin.add_user(name, role, &["winterslag"], false).unwrap();
        let enrolled = self.enrol(user).await;
        let mut person = Person::new(name, role, &["winterslag"]);
        (person.actor, person.device) = (enrolled.actor, enrolled.device);
        (person, enrolled.token)
    }
}

fn config(folder: &tempfile::TempDir) -> Config {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut config = Config::new(folder.path());
    config.municipality = Some(root.join("municipality.toml"));
    config.clock = Clock::from_fn(noon);
    config
}

fn everything() -> Pull {
    Pull { cursor: Cursor::default(), limit: 2000 }
}

async fn code(response: Response) -> (StatusCode, RefusalCode) {
    (response.status(), response.json::<Refusal>().await.unwrap().code)
}

#[tokio::test]
async fn hello_needs_no_version_and_no_token() {
    let world = World::start();
    let hello: Hello =
        world.client.get(format!("{}{PATH_HELLO}", world.running.url)).send().await.unwrap().json().await.unwrap();
    assert_eq!((hello.product.as_str(), hello.municipality.as_str()), (PRODUCT, GENK));
    let health = world.client.get(format!("{}/health", world.running.url)).send().await.unwrap();
    assert_eq!(health.status(), StatusCode::OK);
}

#[tokio::test]
async fn what_is_pushed_is_pulled_and_survives_a_restart() {
    let mut world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let home = meryem.creation(id("house"), &household("winterslag", "1"));
    let push = Push::of(vec![home]);
    let pushed: Pushed = world.post(PATH_PUSH, &token, &push).await.json().await.unwrap();
    contract::world::accepted(&pushed.verdicts[0].kind);

    let again = Config { listen: world.running.address, ..config(&world.folder) };
    world.running.kill();
    world.running = Server::start(again).unwrap();
    // The old client still trusts the connection that died.
    world.client = Client::new();
    let pulled: Pulled = world.post(PATH_PULL, &token, &everything()).await.json().await.unwrap();
    assert!(pulled.records.iter().any(|r| r.key.id == id("house")));
    assert_eq!(pulled.actor.unwrap(), meryem.actor);
    let pushed: Pushed = world.post(PATH_PUSH, &token, &push).await.json().await.unwrap();
    assert!(matches!(pushed.verdicts[0].kind, domain::VerdictKind::Duplicate { .. }));
    world.running.stop();
}

/// The coordinator learns that a request exists, its category and its urgency. The bytes hold nothing else of it.
#[tokio::test]
async fn a_coordinator_gets_nothing_of_an_unshared_request() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let (_, koen) = world.person("Koen", Role::Coordinator).await;
    let (_, sofie) = world.person("Sofie", Role::Visitor).await;
    let (_, rachid) = world.person("Rachid", Role::Partner).await;
    let changes = vec![
        meryem.creation(id("house"), &household("winterslag", "1")),
        meryem.creation(id("unshared"), &help_request("winterslag")),
        meryem.creation(id("unshared"), &detail(id("house"), "UNIQUE-UNSHARED")),
        meryem.creation(id("passed on"), &help_request("winterslag")),
        meryem.creation(id("passed on"), &detail(id("house"), "UNIQUE-PRIVATE")),
    ];
    let agreed = meryem.creation(id("agreed"), &shared(id("passed on"), &meryem, "UNIQUE-AGREED"));
    let changes = changes.into_iter().chain([agreed]).collect();
    let pushed: Pushed =
        world.post(PATH_PUSH, &token, &Push::<domain::Change>::of(changes)).await.json().await.unwrap();
    for verdict in &pushed.verdicts {
        contract::world::accepted(&verdict.kind);
    }

    for (who, token, holds) in [
        ("author", &token, [true, true, true, true]),
        ("coordinator", &koen, [false, false, true, true]),
        ("other visitor", &sofie, [false, false, false, true]),
        ("partner", &rachid, [false, false, false, false]),
    ] {
        let bytes = world.post(PATH_PULL, token, &everything()).await.bytes().await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let request = id("unshared").to_string();
        let found = ["UNIQUE-UNSHARED", "UNIQUE-PRIVATE", "UNIQUE-AGREED", &request].map(|s| text.contains(s));
        assert_eq!(found, holds, "{who}");
        if who == "coordinator" {
            let pulled: Pulled = serde_json::from_str(&text).unwrap();
            let request = pulled.records.iter().find(|r| r.key.id == id("unshared")).unwrap();
            let body = serde_json::to_string(&request.body).unwrap();
            assert!(!body.contains(&id("house").to_string()) && !body.contains(&meryem.actor.user.to_string()));
        }
    }
}

#[tokio::test]
async fn a_revoked_laptop_and_a_user_who_left_are_told_so() {
    let world = World::start();
    let (meryem, token) = world.person("Meryem", Role::Visitor).await;
    let other = world.enrol(meryem.actor.user).await;
    let (koen, koens) = world.person("Koen", Role::Coordinator).await;
    assert_eq!(world.post(PATH_PULL, &token, &everything()).await.status(), StatusCode::OK);
    world.running.admin.revoke_device(meryem.device).unwrap();
    let refused = (StatusCode::FORBIDDEN, RefusalCode::Revoked);
    assert_eq!(code(world.post(PATH_PULL, &token, &everything()).await).await, refused);
    assert_eq!(code(world.post(PATH_PUSH, &token, &Push::<domain::Change>::of(vec![])).await).await, refused);
    assert_eq!(world.post(PATH_PULL, &other.token, &everything()).await.status(), StatusCode::OK);

    let users = world.running.admin.list_users().unwrap();
    let mut left = users.iter().find(|(id, _)| *id == koen.actor.user).unwrap().1.clone();
    left.inactive = true;
    world.running.admin.save_user(koen.actor.user, &left).unwrap();
    assert_eq!(code(world.post(PATH_PULL, &koens, &everything()).await).await, refused);
    let unknown = (StatusCode::UNAUTHORIZED, RefusalCode::Unauthenticated);
    assert_eq!(code(world.post(PATH_PULL, "guess", &everything()).await).await, unknown);
}

#[tokio::test]
async fn guessing_codes_is_slowed() {
    let world = World::start();
    let guess = Enrol {
        code: "0000-0000-0000-0000".into(),
        device_name: "x".into(),
        enrolment: new_id(noon()).into(),
        replaces: None,
    };
    for _ in 0..10 {
        let refused = code(world.post(PATH_ENROL, "", &guess).await).await;
        assert_eq!(refused, (StatusCode::FORBIDDEN, RefusalCode::WrongCode));
    }
    let refused = code(world.post(PATH_ENROL, "", &guess).await).await;
    assert_eq!(refused, (StatusCode::TOO_MANY_REQUESTS, RefusalCode::TooManyRequests));
}

#[tokio::test]
async fn versions_and_limits_are_checked() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let url = format!("{}{PATH_PULL}", world.running.url);
    let send = |version: Option<&'static str>, body: Vec<u8>| {
        let request = world.client.post(&url).bearer_auth(&token).body(body);
        version.map_or(request.try_clone().unwrap(), |v| request.header(PROTOCOL_HEADER, v)).send()
    };
    let pull = serde_json::to_vec(&everything()).unwrap();
    let malformed = (StatusCode::BAD_REQUEST, RefusalCode::Malformed);
    assert_eq!(code(send(None, pull.clone()).await.unwrap()).await, malformed);
    assert_eq!(code(send(Some("1"), b"{".to_vec()).await.unwrap()).await, malformed);
    let old = (StatusCode::UPGRADE_REQUIRED, RefusalCode::UpgradeRequired);
    assert_eq!(code(send(Some("0"), pull.clone()).await.unwrap()).await, old);
    assert_eq!(send(Some("2"), pull).await.unwrap().status(), StatusCode::OK);
    let large = (StatusCode::PAYLOAD_TOO_LARGE, RefusalCode::TooLarge);
    assert_eq!(code(send(Some("1"), vec![b' '; MAX_BODY_BYTES + 1]).await.unwrap()).await, large);
    let change = meryem.creation(id("house"), &household("winterslag", "1"));
    let many = Push::of(vec![change; MAX_BATCH_CHANGES + 1]);
    assert_eq!(code(world.post(PATH_PUSH, &token, &many).await).await, large);
}

async fn refusal(response: Response) -> RefusalCode {
    assert_eq!(response.status(), StatusCode::CONFLICT);
    response.json::<Refusal>().await.unwrap().code
}

/// A restored copy has another epoch: a laptop that read from the one before is told so before anything is stored.
#[tokio::test]
async fn a_laptop_of_another_epoch_is_told_to_offer_again() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let now = epoch_of(&world);
    let change = meryem.creation(id("house"), &household("winterslag", "1"));
    let push = |epoch| Push { epoch, ..Push::of(vec![change.clone()]) };
    assert_eq!(refusal(world.post(PATH_PUSH, &token, &push(Some(now + 1))).await).await, RefusalCode::OtherEpoch);
    for epoch in [Some(now), None] {
        let pushed: Pushed = world.post(PATH_PUSH, &token, &push(epoch)).await.json().await.unwrap();
        assert_eq!(pushed.verdicts.len(), 1);
    }
}

fn epoch_of(world: &World) -> u64 {
    world.running.admin.database().reading(|r| r.sequence()).unwrap().0
}

/// Two laptops go on from one copy of a disk: the second to send another change under a known number is refused.
#[tokio::test]
async fn a_cloned_laptop_has_to_enrol_again() {
    let world = World::start();
    let (mut meryem, token) = world.person("Meryem", Role::Visitor).await;
    let mut first = meryem.creation(id("one"), &household("winterslag", "1"));
    let second = meryem.creation(id("two"), &household("winterslag", "2"));
    let batch = Push::of(vec![first.clone(), second.clone()]);
    for _ in 0..2 {
        // Also sent again, and in other pieces.
        let pushed: Pushed = world.post(PATH_PUSH, &token, &batch).await.json().await.unwrap();
        assert_eq!(pushed.verdicts.len(), 2);
        assert!(world.post(PATH_PUSH, &token, &Push::of(vec![second.clone()])).await.status().is_success());
    }
    let mut clone = second.clone();
    clone.id = new_id(noon()).into();
    clone.record.id = id("three");
    let mut fresh = clone.clone();
    (fresh.counter, fresh.id) = (9, new_id(noon()).into());
    let batch = Push::of(vec![clone.clone(), fresh]);
    assert_eq!(refusal(world.post(PATH_PUSH, &token, &batch).await).await, RefusalCode::Cloned);
    let db = world.running.admin.database();
    assert!(db.reading(|r| r.find_change(clone.id)).unwrap().is_none(), "something was stored");

    // Enrolled again, with what it sent before the copy was made: the same change from another laptop is no other one.
    let code = world.running.admin.enrol_code(meryem.actor.user, 10).unwrap();
    let replaces = Some(meryem.device);
    let enrol = Enrol { code, device_name: "laptop".into(), enrolment: new_id(noon()).into(), replaces };
    let enrolled: Enrolled = world.post(PATH_ENROL, "", &enrol).await.json().await.unwrap();
    (first.device, clone.device) = (enrolled.device, enrolled.device);
    let batch = Push::of(vec![first.clone(), clone]);
    let pushed: Pushed = world.post(PATH_PUSH, &enrolled.token, &batch).await.json().await.unwrap();
    assert!(matches!(pushed.verdicts[0].kind, VerdictKind::Duplicate { .. }));
    assert!(matches!(pushed.verdicts[1].kind, VerdictKind::Accepted { .. }));
}
