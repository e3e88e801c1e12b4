//! Bodies in and out: JSON, packed with zstd where the sender did and the receiver can.

use super::{Refused, Shared};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use protocol::packing::{Unpacked, pack, unpack};
use protocol::{PROTOCOL_HEADER, RefusalCode, STREAMS_SINCE, ZSTD};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The version of the protocol that the caller speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Version(pub u32);

impl Version {
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        headers.get(PROTOCOL_HEADER).and_then(|v| v.to_str().ok()?.parse().ok()).map(Self)
    }

    /// Whether it takes packed answers, and a pull as a stream.
    pub fn streams(self) -> bool {
        self.0 >= STREAMS_SINCE
    }
}

impl<S: Sync> axum::extract::FromRequestParts<S> for Version {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refused> {
        Self::of(&parts.headers).ok_or_else(|| RefusalCode::Malformed.into())
    }
}

/// A message, unpacked and read, with the room that it takes. What is sent is not larger than the router allows, nor
/// what it unpacks to than the server's limit.
pub struct Message<T>(pub T, pub Room);

/// How many of the largest messages the server holds at a time. Few bytes unpack to many, and what was read takes ten
/// times as much in the worst case: more would fill the memory while the database is slow.
const LARGEST_HELD: usize = 4;

/// Room for a message, given back when dropped: with the job of whoever works on it, also where nobody waits any more.
pub struct Room {
    _held: OwnedSemaphorePermit,
}

/// The room for messages of at most so many bytes, counted in KiB.
pub fn room(unpacked_bytes: usize) -> Arc<Semaphore> {
    let most = usize::try_from(kib(unpacked_bytes)).unwrap_or(usize::MAX);
    Arc::new(Semaphore::new(most.saturating_mul(LARGEST_HELD).min(Semaphore::MAX_PERMITS)))
}

fn kib(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

/// Waits for room; no longer than the time of a request.
async fn take(shared: &Shared, bytes: usize) -> Result<OwnedSemaphorePermit, Refused> {
    let room = Arc::clone(&shared.room).acquire_many_owned(kib(bytes));
    room.await.map_err(|_| RefusalCode::Unavailable.into())
}

impl<T: DeserializeOwned> FromRequest<Arc<Shared>> for Message<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, shared: &Arc<Shared>) -> Result<Self, Refused> {
        let encoding = request.headers().get(CONTENT_ENCODING).cloned();
        let body: Result<Bytes, BytesRejection> = Bytes::from_request(request, shared).await;
        let (body, most) = (body?, shared.limits.unpacked_bytes);
        let (message, held) = match encoding.as_ref().map(HeaderValue::as_bytes) {
            None | Some(b"identity") if body.len() > most => return Err(RefusalCode::TooLarge.into()),
            None | Some(b"identity") => {
                let held = take(shared, body.len()).await?;
                (serde_json::from_slice(&body)?, held)
            }
            Some(encoding) if encoding == ZSTD.as_bytes() => {
                // Nobody knows before how much it is.
                let mut held = take(shared, most).await?;
                let unpacked = unpacked(&body, most)?;
                let surplus = held.num_permits().saturating_sub(unpacked.len().div_ceil(1024));
                drop(held.split(surplus));
                (serde_json::from_slice(&unpacked)?, held)
            }
            Some(_) => return Err(RefusalCode::Malformed.into()),
        };
        Ok(Self(message, Room { _held: held }))
    }
}

fn unpacked(body: &[u8], most: usize) -> Result<Vec<u8>, Refused> {
    unpack(body, most).map_err(|problem| match problem {
        Unpacked::TooLarge => RefusalCode::TooLarge.into(),
        Unpacked::Garbled => RefusalCode::Malformed.into(),
    })
}

/// An answer, packed where the caller can unpack it and that makes it smaller.
pub struct Answer<T>(pub Version, pub T);

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let Ok(body) = serde_json::to_vec(&self.1) else {
            return Refused::from(RefusalCode::Unavailable).into_response();
        };
        let json = (CONTENT_TYPE, "application/json");
        match Some(&body).filter(|_| self.0.streams()).and_then(|body| pack(body)) {
            Some(packed) => ([json, (CONTENT_ENCODING, ZSTD)], packed).into_response(),
            None => ([json], body).into_response(),
        }
    }
}
