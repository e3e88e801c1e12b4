//! The stream on which the server says that there is something new (`text/event-stream`).

use super::HttpTransport;
use crate::Problem;
use crate::transport::News;
use protocol::PATH_EVENTS;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use std::time::Duration;

/// The server says something at least every 25 seconds: after this long it is gone.
pub const SILENCE: Duration = Duration::from_secs(60);
/// An event has no more than a few letters.
const MAX_LINE_BYTES: usize = 1024;

pub async fn listen(transport: &HttpTransport, tell: impl Fn(News) + Send + Sync) -> Problem {
    let request = transport.listener.get(transport.url(PATH_EVENTS));
    let mut response = match transport.send(request).await {
        Ok(response) => response,
        Err(problem) => return problem,
    };
    let kind = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    if !kind.is_some_and(|kind| kind.starts_with(b"text/event-stream")) {
        return Problem::WrongServer;
    }
    tell(News::Listening);
    let mut line = Vec::new();
    loop {
        let bytes = match response.chunk().await {
            Ok(Some(bytes)) => bytes,
            Ok(None) | Err(_) => return Problem::Unreachable,
        };
        for byte in bytes {
            match byte {
                b'\n' => {
                    if line.starts_with(b"data:") {
                        tell(News::Look);
                    }
                    line.clear();
                }
                _ if line.len() < MAX_LINE_BYTES => line.push(byte),
                _ => return Problem::Malformed,
            }
        }
    }
}
