//! Somebody else at the server's address, or a server of another age.

use serde_json::json;
use tests::doorstep::add_household;
use tests::office::{Laptop, Office, enrolment};
use tests::wire::{Wire, http, stranger};

const JSON: &str = "application/json";

fn hello(product: &str, oldest: u32, newest: u32) -> Vec<u8> {
    let body = json!({ "product": product, "protocol": newest, "oldest_protocol": oldest, "municipality": "genk" });
    http("200 OK", JSON, &body.to_string())
}

#[test]
fn whoever_answers_is_told_from_our_server() {
    let laptop = Laptop::new();
    let page = "<!doctype html><title>Welkom op het gastnetwerk</title>";
    for (what, answer, code) in [
        ("a web page", http("200 OK", "text/html", page), "wrong-server"),
        ("a router's refusal", http("401 Unauthorized", "text/html", page), "wrong-server"),
        ("a redirect", b"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n".to_vec(), "wrong-server"),
        ("another program", http("200 OK", JSON, "{\"name\":\"printer\"}"), "wrong-server"),
        ("not found", http("404 Not Found", JSON, "{\"error\":\"no route\"}"), "wrong-server"),
        ("a list", http("200 OK", JSON, "[1, 2"), "wrong-server"),
        ("another product", hello("hoe-laat-is-het", 1, 1), "wrong-server"),
        ("no HTTP at all", b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(), "wrong-server"),
        ("nothing at all", Vec::new(), "unreachable"),
        ("a broken proxy", http("502 Bad Gateway", "text/html", page), "unreachable"),
        ("a newer server", hello("hoe-gaat-het", 90, 99), "app-too-old"),
        ("an older server", hello("hoe-gaat-het", 0, 0), "server-too-old"),
        ("a newer server that still knows us", hello("hoe-gaat-het", 1, 99), ""),
    ] {
        let url = format!("http://{}", stranger(answer));
        let said = laptop.app().call("check_server", json!({ "url": url })).map_or_else(|error| error.code, |_| "");
        assert_eq!(said, code, "{what}");
        if !code.is_empty() {
            assert_eq!(laptop.refused("enrol", enrolment(&url, "1234-5678")), code, "{what}, enrolling");
        }
    }
    assert_eq!(laptop.call("start_state", json!({}))["stage"], "enrol", "nothing came of it");
}

/// A guest network's sign-in page, a server that was replaced, an app that was forgotten for a year: what was typed
/// waits, and is sent when our server is there again.
#[test]
fn a_stranger_in_the_middle_of_the_work_takes_nothing() {
    let office = Office::open();
    let wire = Wire::to(office.server().address);
    let laptop = office.laptop_at(&wire.url(), "Meryem Aydın");
    let refusal = |code: &str| json!({ "code": code }).to_string();
    let mut sent = 0;
    for (answer, problem) in [
        (http("200 OK", "text/html", "<p>Welkom"), "wrong-server"),
        (http("426 Upgrade Required", JSON, &refusal("upgrade_required")), "app-too-old"),
        (http("503 Service Unavailable", JSON, &refusal("unavailable")), "unreachable"),
        (http("200 OK", JSON, "{\"verdicts\":[]}"), "internal"),
    ] {
        wire.lead_to(stranger(answer));
        sent += 1;
        let home = add_household(&laptop, &sent.to_string(), None);
        laptop.insist_until(problem, || laptop.call("sync_status", json!({}))["problem"] == problem);
        assert_eq!(laptop.waiting(), 3, "household, list and place on it");
        assert_eq!(laptop.call("household", json!({ "id": home }))["row"]["receipt"], "on_laptop");
        wire.lead_to(office.server().address);
        laptop.insist_until("it is sent", || laptop.waiting() == 0);
        laptop.insist_until("it is back", || {
            laptop.call("household", json!({ "id": home }))["row"]["receipt"] == "on_server"
        });
    }
}
