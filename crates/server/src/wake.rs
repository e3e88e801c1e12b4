//! Who is told that there is something new: laptops that listen, by the grants of their users.

use domain::Grant;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Those who listen. Several commits before a laptop is told are told it once.
#[derive(Default)]
pub struct Wake(Mutex<State>);

#[derive(Default)]
struct State {
    last: u64,
    all: BTreeMap<u64, Arc<Notify>>,
    by_grant: BTreeMap<Grant, BTreeSet<u64>>,
    closed: bool,
}

/// One laptop that listens; dropping it ends that.
pub struct Listener {
    wake: Arc<Wake>,
    number: u64,
    grants: Vec<Grant>,
    told: Arc<Notify>,
}

impl Wake {
    /// Listens for what is new in `grants`.
    pub fn listen(self: &Arc<Self>, grants: Vec<Grant>) -> Listener {
        let told = Arc::new(Notify::new());
        let mut state = self.state();
        state.last += 1;
        let number = state.last;
        state.all.insert(number, Arc::clone(&told));
        state.add(number, &grants);
        drop(state);
        Listener { wake: Arc::clone(self), number, grants, told }
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

    pub fn is_closed(&self) -> bool {
        self.state().closed
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
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
        state.remove(self.number, &self.grants);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grants(names: &[&str]) -> Vec<Grant> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn tell(wake: &Wake, names: &[&str]) {
        wake.tell(Some(&grants(names).into_iter().collect()));
    }

    async fn hears(listener: &Listener) -> bool {
        tokio::time::timeout(std::time::Duration::ZERO, listener.told()).await.is_ok()
    }

    #[tokio::test]
    async fn only_those_who_hold_it_are_told_and_once() {
        let wake = Arc::new(Wake::default());
        let (mut a, b) = (wake.listen(grants(&["genk", "genk/a"])), wake.listen(grants(&["genk", "genk/b"])));
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
        assert!(wake.state().all.is_empty() && wake.state().by_grant.is_empty());
    }
}
