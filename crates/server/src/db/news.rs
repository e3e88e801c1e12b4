//! Who is told that something new was committed.

use domain::Grant;
use std::collections::BTreeSet;
use std::sync::{PoisonError, RwLock};

/// Called after each commit that changed what somebody may hold, by this process or another: the grants whose holders
/// have something new, or none where that is not known and everybody should look. Called from any thread, perhaps
/// once too often, never too little; it returns at once and does not own the database.
pub type News = Box<dyn Fn(Option<&BTreeSet<Grant>>) + Send + Sync>;

/// Those who listen to one database.
#[derive(Default)]
pub(super) struct Listeners(RwLock<Vec<News>>);

impl Listeners {
    pub fn add(&self, news: News) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).push(news);
    }

    pub fn tell(&self, grants: Option<&BTreeSet<Grant>>) {
        if grants.is_none_or(|grants| !grants.is_empty()) {
            self.0.read().unwrap_or_else(PoisonError::into_inner).iter().for_each(|news| news(grants));
        }
    }
}
