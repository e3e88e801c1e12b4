//! Every refusal becomes HTTP here and only here. Handlers return [`Refused`]; what the caller must not know (which
//! query failed and how) goes to the log as the error's own words, which hold no content.

use crate::db::DbError;
use axum::Json;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use protocol::{Refusal, RefusalCode};

/// A request that was refused.
#[derive(Debug)]
pub struct Refused(pub RefusalCode);

impl From<RefusalCode> for Refused {
    fn from(code: RefusalCode) -> Self {
        Self(code)
    }
}

impl From<DbError> for Refused {
    fn from(error: DbError) -> Self {
        tracing::error!(%error, "database");
        Self(RefusalCode::Unavailable)
    }
}

impl From<serde_json::Error> for Refused {
    fn from(error: serde_json::Error) -> Self {
        // The error's own words may quote what was sent; its position does not.
        tracing::warn!(line = error.line(), column = error.column(), "malformed body");
        Self(RefusalCode::Malformed)
    }
}

impl From<BytesRejection> for Refused {
    fn from(rejection: BytesRejection) -> Self {
        let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
        Self(if too_large { RefusalCode::TooLarge } else { RefusalCode::Malformed })
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
        (status(self.0), Json(Refusal { code: self.0 })).into_response()
    }
}
