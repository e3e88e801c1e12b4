//! When the app locks by itself: after some minutes in which nobody touched it.
//!
//! The clock counts from the start of the machine, goes on while it sleeps, and can be set by nobody.

use crate::session::Session;
use crate::views::{InUse, Nothing};
use crate::{App, Result};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The minutes that one can choose.
pub(crate) const LOCK_MINUTES: &[u32] = &[1, 2, 5, 10, 15];

/// Minutes in a visit, before a resident who reads, and while the laptop reads aloud, unless the setting says more:
/// people talk to each other there, and not to the laptop.
const TALKING_MINUTES: u32 = 20;

/// How often the clock is looked at. A sleeping machine stops the timers of this process, so one long timer would ring
/// late.
const LOOK: Duration = Duration::from_secs(2);

/// When somebody last touched the app.
pub(crate) struct Idle(Mutex<Touch>);

#[derive(Clone, Copy)]
struct Touch {
    /// Since the start of the machine.
    at: Duration,
    talking: bool,
}

impl Idle {
    pub(crate) fn from(now: Duration) -> Self {
        Self(Mutex::new(Touch { at: now, talking: false }))
    }

    fn touch(&self, at: Duration, talking: bool) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Touch { at, talking };
    }

    /// How long nobody need touch it before it locks; zero when it must lock.
    fn left(&self, now: Duration, minutes: u32) -> Duration {
        let touch = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minutes = if touch.talking { minutes.max(TALKING_MINUTES) } else { minutes };
        (touch.at + Duration::from_secs(60 * u64::from(minutes))).saturating_sub(now)
    }
}

/// Somebody types, points or reads.
pub(crate) fn in_use(app: &App, input: InUse) -> Result<Nothing> {
    app.session()?.idle.touch(app.boot_time(), input.talking);
    Ok(Nothing {})
}

/// Locks the app when nobody touched it for long enough, counted from now; ends with the session.
pub(crate) fn watch(app: &App, session: &Arc<Session>) {
    session.idle.touch(app.boot_time(), false);
    let (shared, session, environment) = (app.shared(), Arc::downgrade(session), app.environment().clone());
    app.runtime().spawn(async move {
        loop {
            let Some(open) = session.upgrade() else { return };
            let left = open.idle.left((environment.boot_time)(), shared.profile().settings.lock_minutes);
            drop(open);
            if left.is_zero() {
                return shared.put_away_and_lock().await;
            }
            tokio::time::sleep(left.min(LOOK)).await;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn minutes(minutes: u64) -> Duration {
        Duration::from_secs(60 * minutes)
    }

    #[test]
    fn locks_after_the_minutes_of_the_setting() {
        let idle = Idle::from(minutes(100));
        assert_eq!(idle.left(minutes(104), 5), minutes(1));
        assert_eq!(idle.left(minutes(105), 5), Duration::ZERO);
        assert_eq!(idle.left(minutes(500), 5), Duration::ZERO);
        idle.touch(minutes(104), false);
        assert_eq!(idle.left(minutes(105), 5), minutes(4));
    }

    #[test]
    fn people_who_talk_have_twenty() {
        let idle = Idle::from(minutes(100));
        idle.touch(minutes(100), true);
        assert_eq!(idle.left(minutes(119), 5), minutes(1));
        assert_eq!(idle.left(minutes(120), 5), Duration::ZERO);
    }
}
