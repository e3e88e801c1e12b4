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
use protocol::RefusalCode;
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

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Code {
    code: String,
}

/// What is counted from the start of this process on, and what is looked up when asked.
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Route, Histogram>,
    refusals: Family<Code, Counter>,
    verdicts: Family<Answer, Counter>,
    records: Counter,
    push_seconds: Histogram,
    pull_seconds: Histogram,
    streams: Gauge,
    head: Gauge,
    undecided: Gauge,
    bytes: Gauge,
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
            refusals: Family::default(),
            verdicts: Family::default(),
            records: Counter::default(),
            push_seconds: buckets(),
            pull_seconds: buckets(),
            streams: Gauge::default(),
            head: Gauge::default(),
            undecided: Gauge::default(),
            bytes: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered, by route and status", metrics.requests.clone());
        let time = "Time until an answer began";
        registry.register_with_unit("request_time", time, Unit::Seconds, metrics.seconds.clone());
        registry.register("refusals", "Requests refused, by code", metrics.refusals.clone());
        registry.register("verdicts", "Changes answered, by verdict", metrics.verdicts.clone());
        registry.register("pulled_records", "Records handed out", metrics.records.clone());
        registry.register("sequence", "The last sequence number given out", metrics.head.clone());
        let time = "Time until a push was durable, its wait for others included";
        registry.register_with_unit("push_time", time, Unit::Seconds, metrics.push_seconds.clone());
        let time = "Time until the last page of a pull was taken, at the pace of the network";
        registry.register_with_unit("pull_time", time, Unit::Seconds, metrics.pull_seconds.clone());
        registry.register("streams", "Streams of events that are open", metrics.streams.clone());
        let what = "Changes that were set aside and that nobody has decided on";
        registry.register("undecided", what, metrics.undecided.clone());
        registry.register_with_unit("database", "Size of the database", Unit::Bytes, metrics.bytes.clone());
        Self { registry, ..metrics }
    }
}

impl Metrics {
    /// A request of `route` was answered with `code`. Routes are ours, never what somebody typed.
    pub fn note_request(&self, route: &str, code: u16, time: Duration) {
        self.requests.get_or_create(&Request { route: route.to_owned(), code }).inc();
        self.seconds.get_or_create(&Route { route: route.to_owned() }).observe(time.as_secs_f64());
    }

    /// A request was refused with this code.
    pub fn note_refusal(&self, code: RefusalCode) {
        let code = serde_json::to_value(code).ok().and_then(|code| code.as_str().map(str::to_owned));
        self.refusals.get_or_create(&Code { code: code.unwrap_or_default() }).inc();
    }

    /// What a push came to, and how long it took.
    pub fn note_pushed(&self, verdicts: &[Verdict], time: Duration) {
        self.push_seconds.observe(time.as_secs_f64());
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

    /// Records of a page were handed out.
    pub fn note_page(&self, records: usize) {
        self.records.inc_by(records as u64);
    }

    /// A pull was answered to its end.
    pub fn note_pulled(&self, time: Duration) {
        self.pull_seconds.observe(time.as_secs_f64());
    }

    /// All of it as text, with the number of `streams` that are open.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn text(&self, db: &dyn Database, streams: usize) -> Result<String> {
        let (head, undecided, bytes) = db.reading(|r| Ok((r.sequence()?.1, r.count_undecided()?, r.size_bytes()?)))?;
        let set = |gauge: &Gauge, value: u64| gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
        set(&self.streams, streams as u64);
        set(&self.head, head);
        set(&self.undecided, undecided);
        set(&self.bytes, bytes);
        let mut text = String::new();
        // A string takes everything.
        let _ = encode(&mut text, &self.registry);
        Ok(text)
    }
}
