//! Who a laptop acts for: the user record as it stands now, so that a change of role or neighbourhoods counts at the
//! next request.

use crate::db::{Device, Reader, Result};
use crate::secret::Hash;
use domain::entities::{Entity, User};
use domain::{Actor, Kind, RecordKey, UserId};
use protocol::RefusalCode;
use std::result::Result as StdResult;

/// The laptop with this token and who it acts for now, or why it may not.
///
/// # Errors
/// Where the database fails.
pub fn find_caller(
    reader: &mut dyn Reader,
    municipality: &str,
    token: &Hash,
) -> Result<StdResult<(Device, Actor), RefusalCode>> {
    let Some(device) = reader.find_device_by_token(token)? else { return Ok(Err(RefusalCode::Unauthenticated)) };
    let actor = find_actor(reader, municipality, device.user)?;
    let Some((actor, _)) = actor.filter(|_| device.revoked_at.is_none()) else {
        tracing::warn!(device = %device.id, "revoked laptop");
        return Ok(Err(RefusalCode::Revoked));
    };
    Ok(Ok((device, actor)))
}

/// The user behind an id with their name; none where the user is not there, or works here no more.
///
/// # Errors
/// Where the database fails.
pub fn find_actor(reader: &mut dyn Reader, municipality: &str, user: UserId) -> Result<Option<(Actor, String)>> {
    let stored = reader.find_record(&RecordKey::new(Kind::User, user))?;
    let Some(stored) = stored.filter(|s| !s.standing.deleted && !s.standing.erased) else { return Ok(None) };
    let Ok(body) = User::from_body(&stored.standing.body) else { return Ok(None) };
    if body.inactive {
        return Ok(None);
    }
    let User { name, role, neighbourhoods, duty, .. } = body;
    Ok(Some((Actor { user, role, municipality: municipality.to_owned(), neighbourhoods, duty }, name)))
}
