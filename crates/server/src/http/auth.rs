//! Who asks: the token's laptop and its user, looked up at every request, so that a revocation counts at once.

use super::{Refused, Shared};
use crate::actor::find_caller;
use crate::db::{Device, Result};
use crate::secret::{Hash, sha256};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Actor, DeviceId};
use protocol::RefusalCode;
use std::convert::Infallible;
use std::sync::Arc;

/// The last contact is noted at most this often.
const CONTACT_EVERY: TimeDelta = TimeDelta::minutes(1);

/// When a request began to arrive, by our clock: before its body was read.
pub struct Arrived(pub DateTime<Utc>);

impl FromRequestParts<Arc<Shared>> for Arrived {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Infallible> {
        Ok(Self(shared.clock.now()))
    }
}

/// An enrolled laptop and who it acts for.
pub struct Caller {
    pub actor: Actor,
    pub device: DeviceId,
    /// What the laptop showed, to look it up again while a long answer is given.
    pub token: Hash,
}

impl FromRequestParts<Arc<Shared>> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Refused> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        let token = header.and_then(|v| v.strip_prefix("Bearer ")).ok_or(RefusalCode::Unauthenticated)?;
        let hash = sha256(token.trim().as_bytes());
        let now = shared.clock.now();
        let caller = shared.off_thread(move |shared| authenticate(shared, hash, now)).await??;
        shared.rates.laptops.take(&caller.device).map_err(Refused::until)?;
        Ok(caller)
    }
}

pub fn authenticate(shared: &Shared, token: Hash, now: DateTime<Utc>) -> Result<Result<Caller, RefusalCode>> {
    let (device, actor) = match shared.db.reading(|r| find_caller(r, &shared.municipality, &token))? {
        Ok(found) => found,
        Err(code) => return Ok(Err(code)),
    };
    note_contact(shared, &device, now)?;
    Ok(Ok(Caller { actor, device: device.id, token }))
}

fn note_contact(shared: &Shared, device: &Device, now: DateTime<Utc>) -> Result<()> {
    if device.last_contact_at.is_some_and(|at| (now - at).abs() < CONTACT_EVERY) {
        return Ok(());
    }
    shared.db.writing(|w| {
        // Read again: the laptop may have been revoked since.
        match w.find_device(device.id)? {
            Some(device) => w.save_device(&Device { last_contact_at: Some(now), ..device }),
            None => Ok(()),
        }
    })
}
