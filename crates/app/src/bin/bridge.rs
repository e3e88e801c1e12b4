//! The app's commands over HTTP on the loopback address, for development and browser tests: the same commands as in the
//! window, without the window. Behind the feature `bridge`; never in a release build.
//!
//! Usage: `bridge --data DIR [--port 4180] [--ui ui/dist]`

use app::{App, Environment};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::Value;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::broadcast;

#[cfg(not(debug_assertions))]
compile_error!("the bridge is for development only");

#[derive(Deserialize)]
struct Call {
    name: String,
    #[serde(default)]
    input: Value,
    #[serde(default)]
    resident: bool,
}

struct Bridge {
    app: Arc<App>,
    events: broadcast::Sender<String>,
    ui: PathBuf,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut data, mut port, mut ui) = (PathBuf::from("target/bridge"), 4180u16, PathBuf::from("ui/dist"));
    while let (Some(name), Some(value)) = (arguments.next(), arguments.next()) {
        match name.as_str() {
            "--data" => data = value.into(),
            "--port" => port = value.parse().expect("a port"),
            "--ui" => ui = value.into(),
            other => panic!("unknown argument {other}"),
        }
    }
    let app = Arc::new(App::new(data, Environment::system()).expect("the data directory opens"));
    let (events, _) = broadcast::channel(64);
    let sender = events.clone();
    app.subscribe(move |event| {
        // Nobody listening is fine.
        let _ = sender.send(serde_json::to_string(event).unwrap_or_default());
    });
    let bridge = Arc::new(Bridge { app, events, ui });
    let router =
        Router::new().route("/call", post(call)).route("/events", get(listen)).fallback(file).with_state(bridge);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.expect("the port is free");
        println!("bridge on http://{}", listener.local_addr().expect("an address"));
        axum::serve(listener, router).await.expect("serves");
    });
}

async fn call(State(bridge): State<Arc<Bridge>>, axum::Json(call): axum::Json<Call>) -> Response {
    let app = Arc::clone(&bridge.app);
    let answer = tokio::task::spawn_blocking(move || {
        if call.resident { app.resident_call(&call.name, call.input) } else { app.call(&call.name, call.input) }
    });
    match answer.await {
        Ok(Ok(value)) => axum::Json(value).into_response(),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(error)).into_response(),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, axum::Json(app::Error::internal())).into_response(),
    }
}

async fn listen(State(bridge): State<Arc<Bridge>>) -> impl IntoResponse {
    let receiver = bridge.events.subscribe();
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        loop {
            match receiver.recv().await {
                Ok(text) => return Some((Ok::<_, Infallible>(Event::default().data(text)), receiver)),
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn file(State(bridge): State<Arc<Bridge>>, uri: axum::http::Uri) -> Response {
    let wanted = uri.path().trim_start_matches('/');
    let wanted = if wanted.is_empty() { "index.html" } else { wanted };
    if wanted.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let path = bridge.ui.join(wanted);
    match tokio::fs::read(&path).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, content_type(&path))], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
