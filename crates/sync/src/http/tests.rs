use super::*;
use protocol::Push;
use std::io::{Read, Write};
use std::net::TcpListener;

/// Answers one connection with these bytes; gives its address.
fn answer(head: &str, body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("bind");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    let text = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("accept");
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(text.as_bytes());
    });
    address
}

const JSON: &str = "200 OK\r\nContent-Type: application/json";

fn says(product: &str, protocol: u32, oldest: u32) -> String {
    format!(
        r#"{{"product":"{product}","protocol":{protocol},"oldest_protocol":{oldest},"municipality":"genk","new":1}}"#
    )
}

#[tokio::test]
async fn tells_our_server_from_others() {
    let ours = answer(JSON, &says(PRODUCT, PROTOCOL, PROTOCOL));
    assert_eq!(hello(&ours).await.expect("hello").municipality, "genk");
    for (head, body, problem) in [
        (JSON, says("other", 1, 1), Problem::WrongServer),
        (JSON, "{}".to_owned(), Problem::WrongServer),
        ("200 OK\r\nContent-Type: text/html", "<html>".to_owned(), Problem::WrongServer),
        ("404 Not Found", "no".to_owned(), Problem::WrongServer),
        ("302 Found\r\nLocation: http://127.0.0.1:1/", String::new(), Problem::WrongServer),
        ("502 Bad Gateway", "no".to_owned(), Problem::Unavailable),
        (JSON, says(PRODUCT, 9, PROTOCOL + 1), Problem::UpgradeRequired),
        (JSON, says(PRODUCT, OLDEST_SERVER - 1, 0), Problem::ServerTooOld),
    ] {
        assert_eq!(hello(&answer(head, &body)).await.err(), Some(problem), "{head} {body}");
    }
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("bind");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    drop(listener);
    assert_eq!(hello(&address).await.err(), Some(Problem::Unreachable));
}

#[tokio::test]
async fn a_server_without_tls_where_tls_is_asked_is_the_wrong_one() {
    let address = answer("400 Bad Request", "this is plain http").replace("http://", "https://");
    assert_eq!(hello(&address).await.err(), Some(Problem::WrongServer));
}

#[tokio::test]
async fn a_refusal_is_told_by_its_code() {
    let address = answer("403 Forbidden\r\nContent-Type: application/json", r#"{"code":"revoked"}"#);
    let transport = HttpTransport::new(&address, Some("token")).expect("transport");
    let answer = transport.push(&Push::of(Vec::new())).await;
    assert_eq!(answer.err(), Some(Problem::Revoked));
}

#[tokio::test]
async fn a_server_that_is_asked_too_often_says_when_to_come_back() {
    for (header, retry_after_s) in [("\r\nRetry-After: 17", 17), ("", 0), ("\r\nRetry-After: soon", 0)] {
        let address = answer(&format!("429 Too Many Requests{header}"), r#"{"code":"too_many_requests"}"#);
        let transport = HttpTransport::new(&address, Some("token")).expect("transport");
        let answer = transport.push(&Push::of(Vec::new())).await;
        assert_eq!(answer.err(), Some(Problem::TooManyRequests { retry_after_s }));
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_no_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("bind");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("accept");
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"verd");
    });
    let transport = HttpTransport::new(&address, Some("token")).expect("transport");
    let answer = transport.push(&Push::of(Vec::new())).await;
    assert_eq!(answer.err(), Some(Problem::Unreachable));
}

/// A proxy may end an answer early as if it were whole. It must not count as a complete pull: what a complete pull does
/// not bring, leaves.
#[tokio::test]
async fn an_answer_without_a_page_is_no_complete_pull() {
    let head = format!("200 OK\r\nContent-Type: {}", protocol::PAGES);
    let pull = Pull { cursor: protocol::Cursor::default(), limit: 10 };
    for (head, page) in [(head.as_str(), Err(Problem::Unreachable)), ("204 No Content", Ok(()))] {
        let transport = HttpTransport::new(&answer(head, ""), Some("token")).expect("transport");
        let mut pages = transport.pull(&pull).await.expect("an answer");
        let next = crate::transport::Pages::next(&mut pages).await;
        assert_eq!(next.map(|page| assert!(page.is_none())), page, "{head}");
    }
}

#[test]
fn plain_http_only_to_this_machine() {
    let problem = |url| HttpTransport::new(url, None).err();
    for fine in ["https://genk.example", "http://localhost:1", "http://127.0.0.5:1", "http://[::1]:1/below/"] {
        assert_eq!(problem(fine), None, "{fine}");
    }
    for insecure in ["http://genk.example", "http://10.0.0.1", "http://localhost.example", "http://127.0.0.1.example"] {
        assert_eq!(problem(insecure), Some(Problem::InsecureAddress), "{insecure}");
    }
    assert_eq!(problem("ftp://genk.example"), Some(Problem::WrongServer));
    assert_eq!(problem("genk"), Some(Problem::WrongServer));
}

#[test]
fn a_server_below_a_path_is_found_there() {
    let transport = HttpTransport::new("https://genk.example/hgh/?x=1", None).expect("transport");
    assert_eq!(transport.url(PATH_PUSH).as_str(), "https://genk.example/hgh/v1/push");
}

#[tokio::test]
async fn an_older_server_is_told_from_a_broken_one() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("bind");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    std::thread::spawn(move || {
        let says = [("400 Bad Request", r#"{"code":"malformed"}"#.to_owned()), ("200 OK", says(PRODUCT, 1, 1))];
        for (head, body) in says {
            let (mut stream, _) = listener.accept().expect("accept");
            let _ = stream.read(&mut [0; 4096]);
            let head = format!("HTTP/1.1 {head}\r\nContent-Type: application/json\r\nConnection: close");
            let _ = stream.write_all(format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        }
    });
    let transport = HttpTransport::new(&address, Some("token")).expect("transport");
    let pull = Pull { cursor: Default::default(), limit: 500 };
    assert_eq!(transport.pull(&pull).await.err(), Some(Problem::ServerTooOld));
}

#[tokio::test]
async fn a_page_that_is_no_answer_of_ours_is_the_wrong_server() {
    let pull = Pull { cursor: Default::default(), limit: 500 };
    for (head, body) in [("200 OK\r\nContent-Type: text/html", "<html>"), (JSON, "{}")] {
        let transport = HttpTransport::new(&answer(head, body), Some("token")).expect("transport");
        assert_eq!(transport.pull(&pull).await.err(), Some(Problem::WrongServer), "{body}");
    }
}
