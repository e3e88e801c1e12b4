//! `GET /v1/events`: tells a laptop to look when there is something new for its user, and that the server is there.

use super::auth::{Caller, authenticate};
use super::{Refused, Shared};
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::Scope;
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

const LOOK: Bytes = Bytes::from_static(b"data: look\n\n");
/// A comment: it tells nothing but that the server is there.
const SILENCE: Bytes = Bytes::from_static(b":\n\n");
/// The longest silence.
const HEART_BEAT: Duration = Duration::from_secs(25);
/// At least between two events: a busy server tells a laptop once of several commits.
const PAUSE: Duration = Duration::from_millis(200);

pub async fn answer(shared: Arc<Shared>, caller: Caller) -> Result<Response, Refused> {
    let listener = shared.wake.listen(caller.device, grants(&caller));
    // The first piece is there at once: the laptop learns that it is heard.
    let stream = unfold((listener, true, caller), move |(mut listener, first, caller)| {
        let shared = Arc::clone(&shared);
        async move {
            if first {
                return Some((Ok::<_, Infallible>(SILENCE), (listener, false, caller)));
            }
            let told = tokio::time::timeout(HEART_BEAT, listener.told()).await.is_ok();
            if listener.is_over() {
                return None;
            }
            // A revoked laptop is not told anything any more; a moved one hears of its new neighbourhood.
            let (token, now) = (caller.token, shared.clock.now());
            let caller = shared.off_thread(move |shared| authenticate(shared, token, now)).await.ok()?.ok()?;
            listener.change(grants(&caller));
            if told {
                tokio::time::sleep(PAUSE).await;
            }
            Some((Ok(if told { LOOK } else { SILENCE }), (listener, false, caller)))
        }
    });
    let headers = [(CONTENT_TYPE, "text/event-stream"), (CACHE_CONTROL, "no-store")];
    Ok((headers, Body::from_stream(stream)).into_response())
}

fn grants(caller: &Caller) -> Vec<domain::Grant> {
    Scope::of(&caller.actor).grants().to_vec()
}
