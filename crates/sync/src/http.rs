//! The server over HTTP: https, or http on this machine; no redirects; everything has a limit.

mod events;
mod pages;

use crate::transport::{News, RawPush};
use crate::{Problem, Transport};
use domain::{DeviceId, EnrolmentId};
use pages::HttpPages;
use protocol::packing::pack;
use protocol::{
    Enrol, Enrolled, Hello, OLDEST_SERVER, PATH_ENROL, PATH_HELLO, PATH_PULL, PATH_PUSH, PRODUCT, PROTOCOL,
    PROTOCOL_HEADER, Pull, Pushed, Refusal, RefusalCode, ZSTD,
};
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use reqwest::{Client, ClientBuilder, RequestBuilder, Response, StatusCode, Url, redirect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::error::Error as StdError;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(4);
/// Between two pieces of an answer.
const READ_TIMEOUT: Duration = Duration::from_secs(20);
const REQUEST_TIMEOUT: Duration = Duration::from_secs(180);
/// For a first pull over a slow network; each page of it stays.
const STREAM_TIMEOUT: Duration = Duration::from_secs(4 * 3600);
const MAX_ANSWER_BYTES: usize = 64 * 1024 * 1024;

/// A connection to one server, with or without a laptop's token.
pub struct HttpTransport {
    client: Client,
    /// For the stream of events, which is silent for longer than any answer.
    listener: Client,
    base: Url,
    /// Where the server answered last.
    peer: Mutex<Option<SocketAddr>>,
    authorization: Option<HeaderValue>,
}

/// Asks an address which server it is.
///
/// # Errors
/// [`Problem::Unreachable`], [`Problem::WrongServer`], or which side is too old.
pub async fn hello(url: &str) -> Result<Hello, Problem> {
    HttpTransport::new(url, None)?.checked_hello().await
}

/// Enrols this laptop with a one-time code. Asking again with the same `enrolment` is harmless.
///
/// # Errors
/// As [`hello`], and what is wrong with the code.
pub async fn enrol(url: &str, code: &str, device_name: &str, enrolment: EnrolmentId) -> Result<Enrolled, Problem> {
    ask_to_enrol(url, Enrol { code: code.to_owned(), device_name: device_name.to_owned(), enrolment, replaces: None })
        .await
}

/// Enrols a laptop that keeps its data once more, with another one-time code; it was `replaces` before.
///
/// # Errors
/// As [`enrol`].
pub async fn enrol_again(
    url: &str,
    code: &str,
    device_name: &str,
    enrolment: EnrolmentId,
    replaces: DeviceId,
) -> Result<Enrolled, Problem> {
    let (code, device_name) = (code.to_owned(), device_name.to_owned());
    ask_to_enrol(url, Enrol { code, device_name, enrolment, replaces: Some(replaces) }).await
}

async fn ask_to_enrol(url: &str, enrol: Enrol) -> Result<Enrolled, Problem> {
    let transport = HttpTransport::new(url, None)?;
    transport.checked_hello().await?;
    transport.enrol(&enrol).await
}

impl HttpTransport {
    /// # Errors
    /// [`Problem::InsecureAddress`] for http to another machine, [`Problem::WrongServer`] for what is no address.
    pub fn new(url: &str, token: Option<&str>) -> Result<Self, Problem> {
        install_crypto();
        let base = Url::parse(url).map_err(|_| Problem::WrongServer)?;
        let local = is_loopback(&base);
        match base.scheme() {
            "https" => {}
            "http" if local => {}
            "http" => return Err(Problem::InsecureAddress),
            _ => return Err(Problem::WrongServer),
        }
        let builder = || {
            let builder = Client::builder().redirect(redirect::Policy::none()).connect_timeout(CONNECT_TIMEOUT);
            if local { builder.no_proxy() } else { builder }
        };
        let build = |builder: ClientBuilder| builder.build().map_err(|_| Problem::Malformed);
        Ok(Self {
            client: build(builder().read_timeout(READ_TIMEOUT).timeout(REQUEST_TIMEOUT))?,
            listener: build(builder().read_timeout(events::SILENCE))?,
            base,
            peer: Mutex::default(),
            authorization: token.map(bearer).transpose()?,
        })
    }

    /// As `hello`, and whether both sides understand each other.
    async fn checked_hello(&self) -> Result<Hello, Problem> {
        let hello = match self.hello().await {
            // Another program's refusal, or a page: whatever it is, it is not ours.
            Err(Problem::Malformed | Problem::Unauthenticated) => return Err(Problem::WrongServer),
            other => other?,
        };
        if hello.product != PRODUCT {
            Err(Problem::WrongServer)
        } else if hello.oldest_protocol > PROTOCOL {
            Err(Problem::UpgradeRequired)
        } else if hello.protocol < OLDEST_SERVER {
            Err(Problem::ServerTooOld)
        } else {
            Ok(hello)
        }
    }

    fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        let below = self.base.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{below}{path}"));
        url.set_query(None);
        url.set_fragment(None);
        url
    }

    /// A question with its body, packed where that makes it smaller.
    fn post<Q: Serialize>(&self, path: &str, question: &Q) -> Result<RequestBuilder, Problem> {
        let body = serde_json::to_vec(question).map_err(|_| Problem::Malformed)?;
        let request = self.client.post(self.url(path));
        Ok(match pack(&body) {
            Some(packed) => request.header(CONTENT_ENCODING, ZSTD).body(packed),
            None => request.body(body),
        })
    }

    async fn ask(&self, request: RequestBuilder) -> Result<Response, Problem> {
        match self.send(request).await {
            // An older server takes what is packed for nonsense: say so, rather than that something is broken.
            Err(Problem::Malformed) => Err(self.checked_hello().await.err().unwrap_or(Problem::Malformed)),
            other => other,
        }
    }

    /// The answer to a request that was not refused.
    async fn send(&self, mut request: RequestBuilder) -> Result<Response, Problem> {
        request = request.header(PROTOCOL_HEADER, PROTOCOL);
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let response = request.send().await.map_err(|e| no_answer(&e))?;
        *self.peer.lock().unwrap_or_else(PoisonError::into_inner) = response.remote_addr();
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let retry_after_s = retry_after_s(&response);
        match serde_json::from_slice::<Refusal>(&read(response).await?) {
            Ok(Refusal { code: RefusalCode::TooManyRequests }) => Err(Problem::TooManyRequests { retry_after_s }),
            Ok(refusal) => Err(refusal.code.into()),
            // Also from a proxy with a limit of its own.
            Err(_) if status == StatusCode::PAYLOAD_TOO_LARGE => Err(Problem::TooLarge),
            Err(_) if status.is_server_error() => Err(Problem::Unavailable),
            Err(_) => Err(Problem::WrongServer),
        }
    }
}

/// How long the server asks to be left alone; nothing where it does not say.
fn retry_after_s(response: &Response) -> u32 {
    let header = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    header.and_then(|seconds| seconds.trim().parse().ok()).unwrap_or(0)
}

impl Transport for HttpTransport {
    type Pages = HttpPages;

    async fn hello(&self) -> Result<Hello, Problem> {
        parse(self.send(self.client.get(self.url(PATH_HELLO))).await?).await
    }
    async fn enrol(&self, enrol: &Enrol) -> Result<Enrolled, Problem> {
        parse(self.ask(self.post(PATH_ENROL, enrol)?).await?).await
    }
    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        parse(self.ask(self.post(PATH_PUSH, push)?).await?).await
    }
    async fn pull(&self, pull: &Pull) -> Result<HttpPages, Problem> {
        HttpPages::of(self.ask(self.post(PATH_PULL, pull)?.timeout(STREAM_TIMEOUT)).await?)
    }
    async fn listen(&self, tell: impl Fn(News) + Send + Sync) -> Problem {
        events::listen(self, tell).await
    }

    /// The address of this machine that the system would send from; asks nobody.
    fn way(&self) -> Option<IpAddr> {
        let peer = (*self.peer.lock().unwrap_or_else(PoisonError::into_inner))?;
        let any: SocketAddr = if peer.is_ipv4() { ([0, 0, 0, 0], 0).into() } else { ([0; 8], 0).into() };
        let socket = std::net::UdpSocket::bind(any).ok()?;
        // For UDP, connecting only looks up the way.
        socket.connect(peer).ok()?;
        socket.local_addr().ok().map(|address| address.ip())
    }
}

/// What an answer says; packed where it says so.
async fn parse<A: DeserializeOwned>(response: Response) -> Result<A, Problem> {
    let header = |name| response.headers().get(name).map(HeaderValue::as_bytes);
    let is_json = header(CONTENT_TYPE).is_some_and(|v| v.starts_with(b"application/json"));
    let packed = header(CONTENT_ENCODING) == Some(ZSTD.as_bytes());
    let mut bytes = read(response).await?;
    if packed {
        bytes = protocol::packing::unpack(&bytes, MAX_ANSWER_BYTES).map_err(|_| Problem::Malformed)?;
    }
    let garbled = if is_json { Problem::Malformed } else { Problem::WrongServer };
    serde_json::from_slice(&bytes).map_err(|_| garbled)
}

async fn read(mut response: Response) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| Problem::Unreachable)? {
        if bytes.len() + chunk.len() > MAX_ANSWER_BYTES {
            return Err(Problem::WrongServer);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn bearer(token: &str) -> Result<HeaderValue, Problem> {
    let mut value = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| Problem::Unauthenticated)?;
    value.set_sensitive(true);
    Ok(value)
}

/// A failed TLS handshake, or an answer that is no HTTP, means that somebody answered.
fn no_answer(error: &reqwest::Error) -> Problem {
    if is_tls(error) || is_no_http(error) { Problem::WrongServer } else { Problem::Unreachable }
}

fn is_no_http(error: &(dyn StdError + 'static)) -> bool {
    let here = error.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_parse);
    here || error.source().is_some_and(is_no_http)
}

fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    if error.is::<rustls::Error>() {
        return true;
    }
    // An I/O error's source leaves out the error that it wraps.
    let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    match wrapped {
        Some(inner) => is_tls(inner),
        None => error.source().is_some_and(is_tls),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host_str() {
        Some("localhost") => true,
        Some(host) => {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
        None => false,
    }
}

/// Without a provider, making a client panics; whoever comes first installs it.
fn install_crypto() {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // Another thread may have been faster.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
}

#[cfg(test)]
mod tests;
