//! A pull as a stream: page after page, each read in a transaction of its own when the laptop has taken the one
//! before, so that neither memory nor a moment of the database is held for as long as a slow network takes.

use super::auth::{Caller, authenticate};
use super::{Refused, Shared};
use crate::pull::{Page, is_nothing, pull};
use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream::try_unfold;
use protocol::packing::Packer;
use protocol::{PAGES, Pull, RefusalCode, ZSTD};
use std::io;
use std::sync::Arc;
use std::time::Instant;

/// A pull that is being answered.
struct Pages {
    caller: Caller,
    request: Pull,
    packer: Packer,
    begun: Instant,
    /// Records to hand out after the page before.
    left: Option<u64>,
}

/// A piece of the stream, and how to go on.
type Piece = (Vec<u8>, Option<Box<Pages>>);

/// Answers a laptop that takes streams.
pub async fn answer(shared: Arc<Shared>, caller: Caller, request: Pull) -> Result<Response, Refused> {
    let begun = shared.off_thread(move |shared| begin(shared, caller, request)).await?;
    let Some((first, next)) = begun else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    let headers = [(CONTENT_TYPE, PAGES), (CONTENT_ENCODING, ZSTD)];
    let Some(next) = next else { return Ok((headers, first).into_response()) };
    let stream = try_unfold((Some(first), Some(next)), move |(ready, next)| {
        let shared = Arc::clone(&shared);
        async move {
            if let Some(piece) = ready {
                return Ok(Some((piece, (None, next))));
            }
            let Some(pages) = next else { return Ok(None) };
            let piece = shared.off_thread(move |shared| go_on(shared, pages)).await;
            // The answer breaks off: the laptop asks again from where it is, and is told why it may not.
            let (piece, next) = piece.ok().flatten().ok_or_else(|| io::Error::other("refused"))?;
            Ok::<_, io::Error>(Some((piece, (None, next))))
        }
    });
    Ok((headers, Body::from_stream(stream)).into_response())
}

fn begin(shared: &Shared, caller: Caller, request: Pull) -> crate::db::Result<Option<Piece>> {
    let begun = Instant::now();
    let page = pull(&*shared.db, &caller.actor, caller.device, &request, None)?;
    if is_nothing(&request, &page) {
        shared.metrics.note_pulled(begun.elapsed());
        return Ok(None);
    }
    let packer = Packer::new().map_err(packing)?;
    piece(shared, Pages { caller, request, packer, begun, left: None }, page).map(Some)
}

/// Nothing where the laptop may not any more.
fn go_on(shared: &Shared, mut pages: Box<Pages>) -> crate::db::Result<Option<Piece>> {
    let now = shared.clock.now();
    let Ok(caller) = authenticate(shared, pages.caller.token, now)? else { return Ok(None) };
    pages.caller = caller;
    let page = pull(&*shared.db, &pages.caller.actor, pages.caller.device, &pages.request, pages.left)?;
    piece(shared, *pages, page).map(Some)
}

fn piece(shared: &Shared, mut pages: Pages, page: Page) -> crate::db::Result<Piece> {
    shared.note_page(pages.caller.device, &page);
    let mut line = serde_json::to_vec(&page).map_err(|e| crate::db::DbError::Backend(Box::new(e)))?;
    line.push(b'\n');
    let mut bytes = pages.packer.pack(&line).map_err(packing)?;
    if page.more {
        (pages.request.cursor, pages.left) = (page.cursor, Some(page.remaining));
        return Ok((bytes, Some(Box::new(pages))));
    }
    bytes.extend(pages.packer.end().map_err(packing)?);
    shared.metrics.note_pulled(pages.begun.elapsed());
    Ok((bytes, None))
}

fn packing(error: io::Error) -> crate::db::DbError {
    crate::db::DbError::Backend(Box::new(error))
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        tracing::error!(%error, "answer");
        RefusalCode::Unavailable.into()
    }
}
