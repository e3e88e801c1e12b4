//! Who is told that there is something new: laptops that listen, by the grants of their users.

use domain::{DeviceId, Grant};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Those who listen. Several commits before a laptop is told are told it once.
pub struct Wake {
    state: Mutex<State>,
    /// Who listens more often at a time is told by the newest only: the others are of connections that broke.
    per_laptop: usize,
}

#[derive(Default)]
struct State {
    last: u64,
    all: BTreeMap<u64, Arc<Notify>>,
    by_laptop: BTreeMap<DeviceId, BTreeSet<u64>>,
    by_grant: BTreeMap<Grant, BTreeSet<u64>>,
    closed: bool,
}

/// One laptop that listens; dropping it ends that.
pub struct Listener {
    wake: Arc<Wake>,
    number: u64,
    laptop: DeviceId,
    grants: Vec<Grant>,
    told: Arc<Notify>,
}

impl Wake {
    /// At most `per_laptop` listeners of each laptop.
    pub fn new(per_laptop: usize) -> Self {
        Self { state: Mutex::default(), per_laptop }
    }

    /// Listens for what is new in `grants`. The laptop's oldest listener ends where it has too many.
    pub fn listen(self: &Arc<Self>, laptop: DeviceId, grants: Vec<Grant>) -> Listener {
        let told = Arc::new(Notify::new());
        let mut state = self.state();
        state.last += 1;
        let number = state.last;
        state.all.insert(number, Arc::clone(&told));
        let of_it = state.by_laptop.entry(laptop).or_default();
        of_it.insert(number);
        let oldest = if of_it.len() > self.per_laptop { of_it.pop_first() } else { None };
        if let Some(ended) = oldest.and_then(|number| state.all.remove(&number)) {
            ended.notify_one();
        }
        state.add(number, &grants);
        drop(state);
        Listener { wake: Arc::clone(self), number, laptop, grants, told }
    }

    /// How many listen.
    pub fn count(&self) -> usize {
        self.state().all.len()
    }

    /// Something was committed: for holders of these grants, or where that is not known for everybody.
    pub fn tell(&self, grants: Option<&BTreeSet<Grant>>) {
        let state = self.state();
        match grants {
            None => state.all.values().for_each(|told| told.notify_one()),
            Some(grants) => {
                let numbers: BTreeSet<u64> =
                    grants.iter().filter_map(|grant| state.by_grant.get(grant)).flatten().copied().collect();
                numbers.iter().filter_map(|number| state.all.get(number)).for_each(|told| told.notify_one());
            }
        }
    }

    /// The server ends: nobody listens any more.
    pub fn close(&self) {
        self.state().closed = true;
        self.tell(None);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn add(&mut self, number: u64, grants: &[Grant]) {
        for grant in grants {
            self.by_grant.entry(grant.clone()).or_default().insert(number);
        }
    }

    fn remove(&mut self, number: u64, grants: &[Grant]) {
        for grant in grants {
            if let Some(numbers) = self.by_grant.get_mut(grant) {
                numbers.remove(&number);
                if numbers.is_empty() {
                    self.by_grant.remove(grant);
                }
            }
        }
    }
}

impl Listener {
    /// Until there is something new.
    pub async fn told(&self) {
        self.told.notified().await;
    }

    /// Nothing is told any more: the server ends, or the laptop listens elsewhere.
    pub fn is_over(&self) -> bool {
        let state = self.wake.state();
        state.closed || !state.all.contains_key(&self.number)
    }

    /// The user holds other grants now.
    pub fn change(&mut self, grants: Vec<Grant>) {
        if grants != self.grants {
            let mut state = self.wake.state();
            state.remove(self.number, &self.grants);
            state.add(self.number, &grants);
            self.grants = grants;
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut state = self.wake.state();
        state.all.remove(&self.number);
        if let Some(of_it) = state.by_laptop.get_mut(&self.laptop) {
            of_it.remove(&self.number);
            if of_it.is_empty() {
                state.by_laptop.remove(&self.laptop);
            }
        }
        state.remove(self.number, &self.grants);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grants(names: &[&str]) -> Vec<Grant> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn laptop(n: u128) -> DeviceId {
        DeviceId(uuid::Uuid::from_u128(n))
    }

    fn tell(wake: &Wake, names: &[&str]) {
        wake.tell(Some(&grants(names).into_iter().collect()));
    }

    async fn hears(listener: &Listener) -> bool {
        tokio::time::timeout(std::time::Duration::ZERO, listener.told()).await.is_ok()
    }

    #[tokio::test]
    async fn only_those_who_hold_it_are_told_and_once() {
        let wake = Arc::new(Wake::new(1));
        let mut a = wake.listen(laptop(1), grants(&["genk", "genk/a"]));
        let b = wake.listen(laptop(2), grants(&["genk", "genk/b"]));
        tell(&wake, &["genk/a"]);
        tell(&wake, &["genk/a", "genk/c"]);
        assert!(hears(&a).await);
        assert!(!hears(&a).await, "two commits are told as one");
        assert!(!hears(&b).await, "not hers");
        wake.tell(None);
        assert!(hears(&a).await && hears(&b).await);
        a.change(grants(&["genk"]));
        tell(&wake, &["genk/a"]);
        assert!(!hears(&a).await);
        drop((a, b));
        let state = wake.state();
        assert!(state.all.is_empty() && state.by_grant.is_empty() && state.by_laptop.is_empty());
    }

    #[tokio::test]
    async fn a_laptop_that_listens_too_often_is_told_by_the_newest() {
        let wake = Arc::new(Wake::new(2));
        let listen = |n| wake.listen(laptop(n), grants(&["genk"]));
        let (first, second, other) = (listen(1), listen(1), listen(2));
        assert!(!first.is_over());
        let third = listen(1);
        assert!(hears(&first).await && first.is_over(), "it ends at once");
        assert!([&second, &third, &other].iter().all(|listener| !listener.is_over()));
        assert_eq!(wake.count(), 3);
        drop(first);
        drop(second);
        let fourth = listen(1);
        assert!(!third.is_over() && !fourth.is_over());
    }
}
