//! Enrolment: a one-time code makes a user's laptop known and gives it a token.
//!
//! Invariants: codes, tokens and enrolments rest as SHA-256 only; a code works for one laptop, within its time, also
//! where that laptop asks again; guessing is slowed per address.

use crate::actor::find_actor;
use crate::db::{Database, Device, EnrolmentCode, Result, TakenCode};
use crate::secret::{hash_code, new_code, new_id, new_token, sha256};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{DeviceId, UserId};
use protocol::{Enrol, Enrolled, RefusalCode};
use std::collections::HashMap;
use std::net::IpAddr;

/// How long a code is valid where nobody says otherwise.
pub const CODE_VALID_MINUTES: i64 = 10;
/// The longest name of a laptop that is kept.
const MAX_DEVICE_NAME_CHARS: usize = 100;

/// Makes a code for a laptop of `user`; the code itself is told once and not kept.
///
/// # Errors
/// Where the database fails.
pub fn make_code(db: &dyn Database, user: UserId, valid_minutes: i64, now: DateTime<Utc>) -> Result<String> {
    let code = new_code();
    let expires_at = now + TimeDelta::minutes(valid_minutes);
    let row = EnrolmentCode { hash: hash_code(&code), user, expires_at };
    db.writing(|w| w.save_code(&row))?;
    Ok(code)
}

/// Uses a code: the laptop gets an id and a token, or is told why not.
///
/// # Errors
/// Where the database fails.
pub fn enrol(
    db: &dyn Database,
    municipality: &str,
    request: &Enrol,
    now: DateTime<Utc>,
) -> Result<std::result::Result<Enrolled, RefusalCode>> {
    let (hash, enrolment) = (hash_code(&request.code), sha256(request.enrolment.0.as_bytes()));
    let token = new_token();
    let fresh = DeviceId(new_id(now));
    db.writing(|w| {
        let (user, id) = match w.take_code(&hash, &enrolment, fresh, now)? {
            TakenCode::Good { user, device } => (user, device),
            TakenCode::Unknown => return Ok(Err(RefusalCode::WrongCode)),
            TakenCode::Used => return Ok(Err(RefusalCode::UsedCode)),
            TakenCode::Expired => return Ok(Err(RefusalCode::ExpiredCode)),
        };
        let Some((actor, user_name)) = find_actor(w, municipality, user)? else {
            return Ok(Err(RefusalCode::Revoked));
        };
        if w.find_device(id)?.is_some_and(|device| device.revoked_at.is_some()) {
            return Ok(Err(RefusalCode::Revoked));
        }
        w.save_device(&Device {
            id,
            user,
            name: plain(&request.device_name),
            token: sha256(token.as_bytes()),
            enrolled_at: now,
            revoked_at: None,
            last_contact_at: Some(now),
            skew_s: None,
        })?;
        if let Some(old) = request.replaces
            && w.find_device(old)?.is_some_and(|device| device.user == user)
        {
            // What it holds by grants that are lost meanwhile is taken off it, as before.
            let grants = w.list_device_grants(old)?;
            w.save_device_grants(id, &grants)?;
        }
        Ok(Ok(Enrolled { device: id, token: token.clone(), actor, user_name }))
    })
}

/// A name for one line of a list.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(MAX_DEVICE_NAME_CHARS).collect()
}

/// Counts wrong codes per address in windows of fixed length.
pub struct WrongCodes {
    window: TimeDelta,
    allowed: u32,
    since: HashMap<IpAddr, (DateTime<Utc>, u32)>,
}

/// The most addresses remembered at once.
const MAX_ADDRESSES: usize = 10_000;

impl WrongCodes {
    pub fn new(allowed: u32, window: TimeDelta) -> Self {
        Self { window, allowed, since: HashMap::new() }
    }

    /// Whether this address may try a code now; else how long it has to wait.
    pub fn may_try(&mut self, address: IpAddr, now: DateTime<Utc>) -> std::result::Result<(), TimeDelta> {
        let window = self.window;
        self.since.retain(|_, (start, _)| now - *start < window);
        match self.since.get(&address) {
            Some((start, count)) if *count >= self.allowed => Err(*start + window - now),
            None if self.since.len() >= MAX_ADDRESSES => Err(window),
            _ => Ok(()),
        }
    }

    /// Counts a code as wrong before it is tried, where this address may try one; [`WrongCodes::give_back`] where it
    /// was not wrong.
    pub fn take(&mut self, address: IpAddr, now: DateTime<Utc>) -> std::result::Result<(), TimeDelta> {
        self.may_try(address, now)?;
        self.since.entry(address).or_insert((now, 0)).1 += 1;
        Ok(())
    }

    /// A code that was counted was not wrong.
    pub fn give_back(&mut self, address: IpAddr) {
        if let Some((_, count)) = self.since.get_mut(&address) {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_guesses_waits_for_the_next_window() {
        let mut wrong = WrongCodes::new(2, TimeDelta::minutes(10));
        let (here, there) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        let start = DateTime::from_timestamp(1_800_000_000, 0).expect("an instant");
        for _ in 0..2 {
            assert_eq!(wrong.take(here, start), Ok(()));
        }
        // One of three at once was right.
        wrong.give_back(here);
        assert_eq!(wrong.take(here, start), Ok(()));
        assert_eq!(wrong.may_try(here, start + TimeDelta::minutes(1)), Err(TimeDelta::minutes(9)));
        assert_eq!(wrong.may_try(there, start), Ok(()));
        assert_eq!(wrong.may_try(here, start + TimeDelta::minutes(10)), Ok(()));
    }
}
