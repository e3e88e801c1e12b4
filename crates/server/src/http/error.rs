//! Every refusal becomes HTTP here and only here. Handlers return [`Refused`]; what the caller must not know (which
//! query failed and how) goes to the log as the error's own words, which hold no content.

use crate::db::DbError;
use axum::Json;
use axum::extract::rejection::{BytesRejection, ExtensionRejection};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::{Refusal, RefusalCode};
use std::time::Duration;

/// A request that was refused.
#[derive(Debug)]
pub struct Refused {
    code: RefusalCode,
    /// Not before that much later.
    wait: Option<Duration>,
}

/// Goes with the answer as far as who counts refusals.
#[derive(Clone, Copy)]
pub struct Because(pub RefusalCode);

impl Refused {
    /// Asked too often: not again before `wait` is over.
    pub fn until(wait: Duration) -> Self {
        Self { code: RefusalCode::TooManyRequests, wait: Some(wait) }
    }
}

impl From<RefusalCode> for Refused {
    fn from(code: RefusalCode) -> Self {
        Self { code, wait: None }
    }
}

impl From<DbError> for Refused {
    fn from(error: DbError) -> Self {
        tracing::error!(%error, "database");
        RefusalCode::Unavailable.into()
    }
}

impl From<serde_json::Error> for Refused {
    fn from(error: serde_json::Error) -> Self {
        // The error's own words may quote what was sent; its position does not.
        tracing::warn!(line = error.line(), column = error.column(), "malformed body");
        RefusalCode::Malformed.into()
    }
}

/// The server is put up so that every request has one.
impl From<ExtensionRejection> for Refused {
    fn from(_: ExtensionRejection) -> Self {
        tracing::error!("a request without an address");
        RefusalCode::Unavailable.into()
    }
}

impl From<BytesRejection> for Refused {
    fn from(rejection: BytesRejection) -> Self {
        let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
        if too_large { RefusalCode::TooLarge.into() } else { RefusalCode::Malformed.into() }
    }
}

fn status(code: RefusalCode) -> StatusCode {
    match code {
        RefusalCode::WrongCode | RefusalCode::Revoked => StatusCode::FORBIDDEN,
        RefusalCode::UsedCode | RefusalCode::ExpiredCode => StatusCode::GONE,
        RefusalCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        RefusalCode::UpgradeRequired => StatusCode::UPGRADE_REQUIRED,
        RefusalCode::OtherEpoch | RefusalCode::Cloned => StatusCode::CONFLICT,
        RefusalCode::Malformed => StatusCode::BAD_REQUEST,
        RefusalCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalCode::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
        RefusalCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = (status(self.code), Json(Refusal { code: self.code })).into_response();
        response.extensions_mut().insert(Because(self.code));
        if let Some(wait) = self.wait {
            // Rounded up: a moment too early would be refused again.
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
        }
        response
    }
}
