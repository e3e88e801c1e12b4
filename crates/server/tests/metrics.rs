//! What a server tells whoever watches it, and whom it tells.

#![allow(clippy::unwrap_used, reason = "tests")]

use reqwest::{Client, StatusCode};
use server::{Config, Server};
use std::path::Path;

#[tokio::test]
async fn figures_are_for_this_machine_alone_and_name_no_path_of_a_stranger() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::new(folder.path());
    config.municipality = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../municipality.toml"));
    let running = Server::start(config).unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::new();
    let get = |path: &str| client.get(format!("{}{path}", running.url));
    for path in ["/health", "/v1/hello", "/vennestraat-112", "/v1/pull"] {
        get(path).send().await.unwrap();
    }
    let text = get("/metrics").send().await.unwrap().text().await.unwrap();
    for line in [
        r#"hgh_requests_total{route="/health",code="200"} 1"#,
        r#"hgh_requests_total{route="other",code="400"} 1"#,
        r#"hgh_request_time_seconds_count{route="/v1/hello"} 1"#,
        r#"hgh_refusals_total{code="malformed"} 2"#,
        "hgh_undecided 0",
        "hgh_streams 0",
        "hgh_push_time_seconds_count 0",
        "hgh_pull_time_seconds_count 0",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    for name in ["hgh_sequence ", "hgh_database_bytes "] {
        let value = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        assert!(value.parse::<u64>().unwrap() > 0, "{name}");
    }
    assert!(!text.contains("vennestraat"));
    let through_a_proxy = get("/metrics").header("X-Forwarded-For", "192.0.2.1").send().await.unwrap();
    assert_eq!(through_a_proxy.status(), StatusCode::NOT_FOUND);
}
