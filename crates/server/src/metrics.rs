//! Figures for whoever watches the server, in the text format of Prometheus. Counts and times, nothing of anybody.

use crate::db::{Database, Result};
use domain::{Verdict, VerdictKind};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::time::Duration;

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Request {
    route: String,
    code: u16,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Answer {
    verdict: &'static str,
}

/// What is counted from the start of this process on, and what is looked up when asked.
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Route, Histogram>,
    verdicts: Family<Answer, Counter>,
    records: Counter,
    head: Gauge,
    set_aside: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("hgh");
        // 1 ms to 16 s.
        let buckets: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.0, 15));
        let seconds = Family::new_with_constructor(buckets);
        let metrics = Self {
            requests: Family::default(),
            seconds,
            verdicts: Family::default(),
            records: Counter::default(),
            head: Gauge::default(),
            set_aside: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered, by route and status", metrics.requests.clone());
        let time = "Time until an answer began";
        registry.register_with_unit("request_time", time, Unit::Seconds, metrics.seconds.clone());
        registry.register("verdicts", "Changes answered, by verdict", metrics.verdicts.clone());
        registry.register("pulled_records", "Records handed out", metrics.records.clone());
        registry.register("sequence", "The last sequence number given out", metrics.head.clone());
        registry.register("set_aside", "Changes that were ever set aside", metrics.set_aside.clone());
        Self { registry, ..metrics }
    }
}

impl Metrics {
    /// A request of `route` was answered with `code`. Routes are ours, never what somebody typed.
    pub fn note_request(&self, route: &str, code: u16, time: Duration) {
        self.requests.get_or_create(&Request { route: route.to_owned(), code }).inc();
        self.seconds.get_or_create(&Route { route: route.to_owned() }).observe(time.as_secs_f64());
    }

    pub fn note_verdicts(&self, verdicts: &[Verdict]) {
        for verdict in verdicts {
            let verdict = match verdict.kind {
                VerdictKind::Accepted { .. } => "accepted",
                VerdictKind::Duplicate { .. } => "duplicate",
                VerdictKind::Conflicted { .. } => "conflicted",
                VerdictKind::Quarantined { .. } => "quarantined",
            };
            self.verdicts.get_or_create(&Answer { verdict }).inc();
        }
    }

    pub fn note_pulled(&self, records: usize) {
        self.records.inc_by(records as u64);
    }

    /// All of it as text.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn text(&self, db: &dyn Database) -> Result<String> {
        let (head, set_aside) = db.reading(|r| Ok((r.sequence()?.1, r.list_set_aside()?.len())))?;
        self.head.set(i64::try_from(head).unwrap_or(i64::MAX));
        self.set_aside.set(i64::try_from(set_aside).unwrap_or(i64::MAX));
        let mut text = String::new();
        // A string takes everything.
        let _ = encode(&mut text, &self.registry);
        Ok(text)
    }
}
