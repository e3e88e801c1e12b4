//! HTTP: unpacks, authenticates, calls, packs. Nothing else knows HTTP.
//!
//! Every route but `hello` and `health` checks the protocol version; every route but those and `enrol` needs a
//! token, which the [`auth::Caller`] extractor demands: a handler without it cannot know who asks.

mod auth;
mod body;
mod error;
mod events;
mod openapi;
mod pages;
mod rates;

pub use body::room;
use error::Because;
pub use error::Refused;
pub use rates::{Rate, Rates};

use crate::clock::Clock;
use crate::db::{Database, DbError};
use crate::enrol::{self, WrongCodes};
use crate::group::Group;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::wake::Wake;
use crate::{pull, push};
use auth::{Arrived, Caller};
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodRouter};
use axum::{Json, Router};
use body::{Answer, Message, Version};
use domain::DeviceId;
use protocol::{
    Enrol, Enrolled, Hello, OLDEST_PROTOCOL, PATH_ENROL, PATH_EVENTS, PATH_HELLO, PATH_PULL, PATH_PUSH, PRODUCT,
    PROTOCOL, Pull, Push, Pushed, RefusalCode,
};
use rates::{Guess, limit_address, too_many_guesses};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// What the handlers share.
pub struct Shared {
    pub db: Arc<dyn Database>,
    /// Writes of requests go through it.
    pub group: Group,
    pub wake: Arc<Wake>,
    pub metrics: Metrics,
    pub clock: Clock,
    pub municipality: String,
    /// What the municipality is called.
    pub name: String,
    pub behind_proxy: bool,
    pub limits: Limits,
    pub rates: Rates,
    /// For messages that are being worked on.
    pub room: Arc<Semaphore>,
    pub wrong_codes: Mutex<WrongCodes>,
}

/// Where a proxy writes whom it speaks for.
const FORWARDED: &str = "x-forwarded-for";
const PATH_HEALTH: &str = "/health";
const PATH_METRICS: &str = "/metrics";
const PATH_OPENAPI: &str = "/openapi.json";

/// What requests are counted by; any other path is one.
static PATHS: LazyLock<Vec<&str>> = LazyLock::new(|| routes().iter().map(|route| route.path).collect());

type App = State<Arc<Shared>>;
type Handler = MethodRouter<Arc<Shared>>;

/// Something that can be asked. The router is built from these and nothing else, and [`openapi`] describes each.
struct Route {
    path: &'static str,
    method: Method,
    handler: Handler,
    /// Whether the caller has to say which version of the protocol it speaks.
    versioned: bool,
}

fn routes() -> [Route; 8] {
    let get = |path, handler, versioned| Route { path, method: Method::GET, handler, versioned };
    let post = |path, handler| Route { path, method: Method::POST, handler, versioned: true };
    [
        get(PATH_HELLO, routing::get(hello), false),
        post(PATH_ENROL, routing::post(enrol_laptop)),
        post(PATH_PUSH, routing::post(push_changes)),
        post(PATH_PULL, routing::post(pull_records)),
        get(PATH_EVENTS, routing::get(tell_events), true),
        get(PATH_HEALTH, routing::get(health), false),
        get(PATH_METRICS, routing::get(metrics), false),
        get(PATH_OPENAPI, routing::get(describe), false),
    ]
}

/// The routes.
pub fn router(shared: Arc<Shared>) -> Router {
    let body = DefaultBodyLimit::max(shared.limits.body_bytes);
    let mut router = Router::new();
    for Route { path, handler, versioned, .. } in routes() {
        let checked = if versioned { handler.layer(middleware::from_fn(check_protocol)) } else { handler };
        router = router.route(path, checked);
    }
    router
        .fallback(async || Refused::from(RefusalCode::Malformed))
        .layer(body)
        .layer(middleware::from_fn_with_state(shared.clone(), limit_time))
        .layer(middleware::from_fn_with_state(shared.clone(), limit_address))
        .layer(middleware::from_fn_with_state(shared.clone(), note_request))
        .with_state(shared)
}

async fn hello(State(shared): App) -> Json<Hello> {
    Json(Hello {
        product: PRODUCT.to_owned(),
        protocol: PROTOCOL,
        oldest_protocol: OLDEST_PROTOCOL,
        municipality: shared.municipality.clone(),
        name: shared.name.clone(),
    })
}

/// 200 where the database answers, and takes what is written.
async fn health(State(shared): App) -> Result<&'static str, Refused> {
    shared.off_thread(|shared| shared.db.reading(|r| r.sequence())).await?;
    if shared.group.is_failing() {
        // A number that nobody gets: the least that has to reach the disk.
        shared.group.write(|w, _| w.take_sequence()).await?;
    }
    Ok("ok")
}

/// For this machine alone: what a proxy passes on comes from elsewhere.
async fn metrics(
    State(shared): App,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    if !peer.ip().to_canonical().is_loopback() || headers.contains_key(FORWARDED) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    let text = shared.off_thread(|shared| shared.metrics.text(&*shared.db, shared.wake.count())).await?;
    Ok(([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response())
}

/// What can be asked here, for whoever writes a client.
async fn describe() -> Json<&'static Value> {
    static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| openapi::describe(&routes()));
    Json(&DESCRIPTION)
}

async fn enrol_laptop(
    State(shared): App,
    Guess(address): Guess,
    Message(request, _room): Message<Enrol>,
) -> Result<Json<Enrolled>, Refused> {
    let now = shared.clock.now();
    // Counted before it is tried: many guesses at once are not one.
    shared.wrong_codes().take(address, now).map_err(too_many_guesses)?;
    let enrolled =
        shared.off_thread(move |shared| enrol::enrol(&*shared.db, &shared.municipality, &request, now)).await;
    if !matches!(enrolled, Ok(Err(_))) {
        shared.wrong_codes().give_back(address);
    }
    match enrolled? {
        Ok(enrolled) => {
            tracing::info!(device = %enrolled.device, user = %enrolled.actor.user, "enrolled");
            Ok(Json(enrolled))
        }
        Err(code) => {
            tracing::warn!(?code, "enrolment refused");
            Err(code.into())
        }
    }
}

async fn push_changes(
    State(shared): App,
    Arrived(arrived_at): Arrived,
    caller: Caller,
    version: Version,
    Message(push, room): Message<Push>,
) -> Result<Answer<Pushed>, Refused> {
    if push.changes.len() > shared.limits.changes {
        return Err(RefusalCode::TooLarge.into());
    }
    let begun = Instant::now();
    let (device, count) = (caller.device, push.changes.len());
    let (municipality, now) = (shared.municipality.clone(), shared.clock.now());
    let written = shared.group.write(move |w, known| {
        // Taken until the job is done, whoever still waits for it.
        let _ = &room;
        push::answer_laptop(w, known, &municipality, &caller.token, (&push, arrived_at), now)
    });
    let pushed = written.await?.inspect_err(|code| tracing::warn!(%device, ?code, "push refused"))?;
    shared.metrics.note_pushed(&pushed.verdicts, begun.elapsed());
    tracing::info!(%device, changes = count, "pushed");
    Ok(Answer(version, pushed))
}

async fn pull_records(
    State(shared): App,
    caller: Caller,
    version: Version,
    Message(request, _room): Message<Pull>,
) -> Result<Response, Refused> {
    if version.streams() {
        return pages::answer(shared, caller, request).await;
    }
    let (device, begun) = (caller.device, Instant::now());
    let page = shared.off_thread(move |shared| pull::pull(&*shared.db, &caller.actor, device, &request, None)).await?;
    shared.note_page(device, &page);
    shared.metrics.note_pulled(begun.elapsed());
    Ok(Answer(version, page).into_response())
}

async fn tell_events(State(shared): App, caller: Caller) -> Result<Response, Refused> {
    events::answer(shared, caller).await
}

impl Shared {
    /// Runs blocking work off the asynchronous threads.
    async fn off_thread<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Shared) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, Refused> {
        let shared = self.clone();
        match tokio::task::spawn_blocking(move || work(&shared)).await {
            Ok(result) => Ok(result?),
            Err(_) => {
                tracing::error!("a request panicked");
                Err(RefusalCode::Unavailable.into())
            }
        }
    }

    fn note_page(&self, device: DeviceId, page: &pull::Page) {
        self.metrics.note_page(page.records.len());
        tracing::info!(%device, records = page.records.len(), evicted = page.evict.len(), more = page.more, "pulled");
    }

    fn wrong_codes(&self) -> std::sync::MutexGuard<'_, WrongCodes> {
        self.wrong_codes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A laptop that is too old is told so; a newer one finds out from `hello` and may speak our version.
async fn check_protocol(request: Request, next: Next) -> Response {
    match Version::of(request.headers()) {
        None => Refused::from(RefusalCode::Malformed).into_response(),
        Some(Version(version)) if version < OLDEST_PROTOCOL => {
            Refused::from(RefusalCode::UpgradeRequired).into_response()
        }
        Some(_) => next.run(request).await,
    }
}

async fn note_request(State(shared): App, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let route = PATHS.iter().find(|known| **known == path).unwrap_or(&"other");
    let begun = Instant::now();
    let response = next.run(request).await;
    if let Some(Because(code)) = response.extensions().get() {
        shared.metrics.note_refusal(*code);
    }
    shared.metrics.note_request(route, response.status().as_u16(), begun.elapsed());
    response
}

async fn limit_time(State(shared): App, request: Request, next: Next) -> Response {
    let longest = Duration::from_millis(shared.limits.request_timeout_ms);
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refused::from(RefusalCode::Unavailable).into_response(),
    }
}
