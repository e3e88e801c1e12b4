//! The pages of an answer, as they come off the wire.

use super::MAX_ANSWER_BYTES;
use crate::Problem;
use crate::transport::{Page, Pages};
use protocol::frames::Frames;
use protocol::{PAGES, ZSTD};
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderValue};
use reqwest::{Response, StatusCode};

/// A stream of pages, or none.
pub struct HttpPages {
    response: Option<Response>,
    frames: Frames,
    /// Something was said: a page, or that there is nothing new.
    told: bool,
}

impl HttpPages {
    pub(super) fn of(response: Response) -> Result<Self, Problem> {
        let header = |name| response.headers().get(name).map(HeaderValue::as_bytes);
        let packed = header(CONTENT_ENCODING) == Some(ZSTD.as_bytes());
        let frames = Frames::new(packed, MAX_ANSWER_BYTES).map_err(|_| Problem::Malformed)?;
        let nothing = response.status() == StatusCode::NO_CONTENT;
        if !nothing && header(CONTENT_TYPE) != Some(PAGES.as_bytes()) {
            return Err(Problem::WrongServer);
        }
        Ok(Self { response: (!nothing).then_some(response), frames, told: nothing })
    }
}

impl Pages for HttpPages {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        loop {
            if let Some(page) = self.frames.next_message().map_err(|_| Problem::Malformed)? {
                self.told = true;
                return Ok(Some(page));
            }
            let Some(response) = &mut self.response else { return Ok(None) };
            match response.chunk().await.map_err(|_| Problem::Unreachable)? {
                Some(bytes) => self.frames.push(&bytes).map_err(|_| Problem::Malformed)?,
                None => {
                    self.response = None;
                    // An answer without a page was cut before its first: there being nothing new has an answer of its own.
                    if !self.told || !self.frames.rest().is_empty() {
                        return Err(Problem::Unreachable);
                    }
                }
            }
        }
    }
}
