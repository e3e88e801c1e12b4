//! What one request, one laptop and one address may take: at the limit, below and above.

#![allow(clippy::unwrap_used, reason = "tests")]

mod contract;

use contract::world::{Person, household, id, noon};
use domain::{Change, Role};
use protocol::packing::pack;
use protocol::{
    Enrol, Enrolled, PATH_ENROL, PATH_EVENTS, PATH_PUSH, PROTOCOL_HEADER, Push, Refusal, RefusalCode, ZSTD,
};
use reqwest::{Client, Response, StatusCode};
use server::secret::new_id;
use server::{Clock, Config, Limits, Running, Server};
use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

struct World {
    running: Running,
    client: Client,
    _folder: tempfile::TempDir,
}

impl World {
    fn start(limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::new(folder.path());
        config.municipality = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../municipality.toml"));
        config.clock = Clock::from_fn(noon);
        // A proxy says for whom it asks: so the tests have addresses.
        config.behind_proxy = true;
        config.limits = limits;
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { running: Server::start(config).unwrap(), client: Client::new(), _folder: folder }
    }

    async fn post(&self, path: &str, token: &str, body: Vec<u8>, packed: bool) -> Response {
        let mut request = self.client.post(format!("{}{path}", self.running.url)).header(PROTOCOL_HEADER, "2");
        if packed {
            request = request.header("content-encoding", ZSTD);
        }
        request.bearer_auth(token).body(body).send().await.unwrap()
    }

    async fn person(&self, name: &str) -> (Person, String) {
        let user = self.running.admin.add_user(name, Role::Visitor, &["winterslag"], false).unwrap();
        let code = self.running.admin.enrol_code(user, 10).unwrap();
        let enrol = Enrol { code, device_name: "laptop".into(), enrolment: new_id(noon()).into(), replaces: None };
        let answer = self.post(PATH_ENROL, "", serde_json::to_vec(&enrol).unwrap(), false).await;
        let enrolled: Enrolled = answer.json().await.unwrap();
        let mut person = Person::new(name, Role::Visitor, &["winterslag"]);
        (person.actor, person.device) = (enrolled.actor, enrolled.device);
        (person, enrolled.token)
    }

    async fn get(&self, address: &str) -> Response {
        let request = self.client.get(format!("{}/health", self.running.url)).header("X-Forwarded-For", address);
        request.send().await.unwrap()
    }
}

async fn code(response: Response) -> RefusalCode {
    response.json::<Refusal>().await.unwrap().code
}

/// An empty push of so many bytes.
fn empty(bytes: usize) -> Vec<u8> {
    let mut body = br#"{"changes":[]}"#.to_vec();
    body.resize(bytes, b' ');
    body
}

/// Seconds that whoever asked too often has to wait.
async fn refused(response: Response) -> u64 {
    let wait = response.headers().get("retry-after").unwrap().to_str().unwrap().parse().unwrap();
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(code(response).await, RefusalCode::TooManyRequests);
    wait
}

#[tokio::test]
async fn a_push_has_so_many_changes_and_bytes() {
    let limits = Limits { changes: 3, body_bytes: 4_000, unpacked_bytes: 6_000, ..Limits::default() };
    let world = World::start(limits);
    let (mut meryem, token) = world.person("Meryem").await;
    let mut changes = |count: usize| -> Vec<u8> {
        let some = (0..count).map(|n| meryem.creation(id(&format!("{n}")), &household("winterslag", "1")));
        serde_json::to_vec(&Push::<Change>::of(some.collect())).unwrap()
    };
    for (body, packed, status) in [
        (changes(2), false, StatusCode::OK),
        (changes(3), false, StatusCode::OK),
        (changes(4), false, StatusCode::PAYLOAD_TOO_LARGE),
        (empty(3_999), false, StatusCode::OK),
        (empty(4_000), false, StatusCode::OK),
        (empty(4_001), false, StatusCode::PAYLOAD_TOO_LARGE),
        (pack(&empty(5_999)).unwrap(), true, StatusCode::OK),
        (pack(&empty(6_000)).unwrap(), true, StatusCode::OK),
        (pack(&empty(6_001)).unwrap(), true, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = world.post(PATH_PUSH, &token, body, packed).await;
        assert_eq!(answer.status(), status);
        if status != StatusCode::OK {
            assert_eq!(code(answer).await, RefusalCode::TooLarge);
        }
    }
    // Also where nothing is packed the body has to have room unpacked.
    let world = World::start(Limits { unpacked_bytes: 400, ..Limits::default() });
    let (_, token) = world.person("Meryem").await;
    assert_eq!(world.post(PATH_PUSH, &token, empty(401), false).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_laptop_that_asks_too_often_is_told_how_long_to_wait() {
    let world = World::start(Limits { laptop_requests_per_minute: 3, ..Limits::default() });
    let ((_, meryem), (_, sofie)) = (world.person("Meryem").await, world.person("Sofie").await);
    for _ in 0..3 {
        assert_eq!(world.post(PATH_PUSH, &meryem, empty(20), false).await.status(), StatusCode::OK);
    }
    // The body is not looked at.
    let wait = refused(world.post(PATH_PUSH, &meryem, b"nonsense".to_vec(), false).await).await;
    assert!((1..=20).contains(&wait), "{wait} s");
    assert_eq!(world.post(PATH_PUSH, &sofie, empty(20), false).await.status(), StatusCode::OK);
    let text = world.client.get(format!("{}/metrics", world.running.url)).send().await.unwrap().text().await.unwrap();
    assert!(text.contains(r#"hgh_requests_total{route="/v1/push",code="429"} 1"#), "{text}");
}

#[tokio::test]
async fn an_address_that_asks_too_often_is_told_so_before_anything_is_looked_up() {
    let world = World::start(Limits { address_requests_per_minute: 2, ..Limits::default() });
    for address in ["192.0.2.1", "2001:db8::1"] {
        assert_eq!(world.get(address).await.status(), StatusCode::OK);
        assert_eq!(world.get(address).await.status(), StatusCode::OK);
        assert!(refused(world.get(address).await).await <= 30);
    }
    assert!(refused(world.get("2001:db8::2").await).await <= 30, "the same network");
    // What others wrote before the proxy counts for nothing.
    assert!(refused(world.get("192.0.2.7, 192.0.2.1").await).await <= 30);
    assert_eq!(world.get("192.0.2.2").await.status(), StatusCode::OK);
    for _ in 0..5 {
        assert_eq!(world.get("127.0.0.1").await.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn who_guesses_too_many_codes_is_refused_before_the_body_is_read() {
    let world = World::start(Limits { wrong_codes: 2, ..Limits::default() });
    let (code, device_name) = ("0000".to_owned(), "x".to_owned());
    let guess = Enrol { code, device_name, enrolment: new_id(noon()).into(), replaces: None };
    let guess = serde_json::to_vec(&guess).unwrap();
    for _ in 0..2 {
        assert_eq!(world.post(PATH_ENROL, "", guess.clone(), false).await.status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(refused(world.post(PATH_ENROL, "", b"no zstd".to_vec(), true).await).await, 601);
}

/// Many requests that began before the first was counted are not one guess.
#[tokio::test]
async fn guesses_at_the_same_time_are_counted_each() {
    let world = World::start(Limits { wrong_codes: 1, ..Limits::default() });
    let (code, device_name) = ("0000".to_owned(), "x".to_owned());
    let guess = Enrol { code, device_name, enrolment: new_id(noon()).into(), replaces: None };
    let guess = serde_json::to_vec(&guess).unwrap();
    let mut early = tokio::net::TcpStream::connect(world.running.address).await.unwrap();
    let head = format!(
        "POST {PATH_ENROL} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{PROTOCOL_HEADER}: 2\r\n\
         Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        guess.len()
    );
    early.write_all(head.as_bytes()).await.unwrap();
    // The server asks for the body: it let the address through.
    let mut asked = [0; 12];
    early.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100");
    assert_eq!(world.post(PATH_ENROL, "", guess.clone(), false).await.status(), StatusCode::FORBIDDEN);
    early.write_all(&guess).await.unwrap();
    let mut answer = String::new();
    early.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("HTTP/1.1 429"), "{answer}");
}

#[tokio::test]
async fn a_laptop_listens_so_many_times_and_the_oldest_ends() {
    let world = World::start(Limits { streams_per_laptop: 2, ..Limits::default() });
    let (_, token) = world.person("Meryem").await;
    let listen = || {
        let request = world.client.get(format!("{}{PATH_EVENTS}", world.running.url)).header(PROTOCOL_HEADER, "2");
        request.bearer_auth(&token).send()
    };
    let ended = |mut stream: Response| async move {
        let rest = async { while let Ok(Some(_)) = stream.chunk().await {} };
        tokio::time::timeout(Duration::from_millis(500), rest).await.is_ok()
    };
    let (first, second) = (listen().await.unwrap(), listen().await.unwrap());
    let third = listen().await.unwrap();
    assert!(ended(first).await && !ended(second).await && !ended(third).await);
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up() {
    let world = World::start(Limits { request_timeout_ms: 300, ..Limits::default() });
    let (_, token) = world.person("Meryem").await;
    let mut stream = tokio::net::TcpStream::connect(world.running.address).await.unwrap();
    let head = format!(
        "POST {PATH_PUSH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{PROTOCOL_HEADER}: 2\r\n\
         Authorization: Bearer {token}\r\nContent-Length: 100\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("unavailable"), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_there_is_room_for_waits_and_all_of_it_is_answered() {
    let most = 64 * 1024;
    let world = World::start(Limits { unpacked_bytes: most, ..Limits::default() });
    let (_, token) = world.person("Meryem").await;
    let full = empty(most);
    let sent = (0..40).map(|n| {
        let packed = n % 2 == 0;
        let body = if packed { pack(&full).unwrap() } else { full.clone() };
        world.post(PATH_PUSH, &token, body, packed)
    });
    for answer in futures_util::future::join_all(sent).await {
        assert_eq!(answer.status(), StatusCode::OK);
    }
    // Whoever sent what cannot be read keeps no room either.
    for _ in 0..10 {
        let broken = world.post(PATH_PUSH, &token, vec![b'['; most], false).await;
        assert_eq!(broken.status(), StatusCode::BAD_REQUEST);
    }
    let after = world.post(PATH_PUSH, &token, pack(&full).unwrap(), true).await;
    assert_eq!(after.status(), StatusCode::OK);
}
