//! How often somebody may ask: each laptop, and each address whoever asks from there.

use super::{FORWARDED, Refused, Shared};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use domain::DeviceId;
use governor::clock::{Clock as _, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// After so many requests, those who have been silent are forgotten, so that nobody fills the memory with addresses.
const MANY: usize = 10_000;

type Limiter<K> = RateLimiter<K, HashMapStateStore<K>, MonotonicClock, NoOpMiddleware<Instant>>;

/// A bucket for each `K`: a minute's requests may come at once, and then as many as run in.
pub struct Rate<K: Clone + Eq + Hash> {
    limiter: Option<Limiter<K>>,
    asked: AtomicUsize,
}

impl<K: Clone + Eq + Hash> Rate<K> {
    /// Without a limit where that is 0.
    pub fn new(per_minute: u32) -> Self {
        let quota = NonZeroU32::new(per_minute).map(Quota::per_minute);
        let limiter = quota.map(|quota| RateLimiter::hashmap_with_clock(quota, MonotonicClock));
        Self { limiter, asked: AtomicUsize::new(0) }
    }

    /// Counts a request, or says how long to wait.
    pub fn take(&self, who: &K) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % MANY == MANY - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(who).map_err(|wait| wait.wait_time_from(MonotonicClock.now()))
    }
}

/// The rates of a server.
pub struct Rates {
    pub laptops: Rate<DeviceId>,
    pub addresses: Rate<IpAddr>,
}

/// Where a request comes from.
#[derive(Clone, Copy)]
pub struct Address(IpAddr);

impl FromRequestParts<Arc<Shared>> for Address {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Refused> {
        let ConnectInfo(peer) = ConnectInfo::<SocketAddr>::from_request_parts(parts, shared).await?;
        Ok(Self(caller_address(shared, peer, &parts.headers)))
    }
}

/// An address that may try an enrolment code. Asked before the body is read: who guesses too much costs nothing more.
pub struct Guess(pub IpAddr);

impl FromRequestParts<Arc<Shared>> for Guess {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Refused> {
        let Address(address) = Address::from_request_parts(parts, shared).await?;
        let address = network(address);
        let may = shared.wrong_codes().may_try(address, shared.clock.now());
        may.map_err(too_many_guesses)?;
        Ok(Self(address))
    }
}

pub fn too_many_guesses(wait: TimeDelta) -> Refused {
    Refused::until(wait.to_std().unwrap_or_default())
}

/// Behind a proxy the last entry is the one that the proxy itself wrote. An address of version 4 is one, also where it
/// comes as version 6.
fn caller_address(shared: &Shared, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
    let forwarded = || headers.get_all(FORWARDED).iter().next_back()?.to_str().ok()?.rsplit(',').next();
    let claimed = if shared.behind_proxy { forwarded() } else { None };
    claimed.and_then(|text| text.trim().parse().ok()).unwrap_or(peer.ip()).to_canonical()
}

/// What a limit counts as one: whoever has one address of version 6 has all of its network.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

/// Refuses an address that asks too often. This machine is let be: a proxy that is not told of would be one address.
pub async fn limit_address(
    State(shared): State<Arc<Shared>>,
    Address(address): Address,
    request: Request,
    next: Next,
) -> Response {
    let taken = if address.is_loopback() { Ok(()) } else { shared.rates.addresses.take(&network(address)) };
    match taken {
        Ok(()) => next.run(request).await,
        Err(wait) => Refused::until(wait).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minutes_requests_may_come_at_once_and_no_more() {
        let rate = Rate::new(3);
        assert!((0..3).all(|_| rate.take(&"meryem").is_ok()));
        let wait = rate.take(&"meryem").expect_err("the fourth");
        assert!(wait <= Duration::from_secs(20) && !wait.is_zero());
        assert!(rate.take(&"sofie").is_ok(), "another's is another's");
        let any = Rate::new(0);
        assert!((0..100).all(|_| any.take(&"meryem").is_ok()));
    }

    #[test]
    fn the_silent_are_forgotten() {
        // A bucket that fills within a microsecond.
        let rate = Rate::new(u32::MAX);
        (0..3 * MANY).for_each(|who| assert!(rate.take(&who).is_ok()));
        assert!(rate.limiter.expect("a limit").len() <= MANY);
    }

    #[test]
    fn a_network_of_version_6_is_one() {
        let network = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }
}
