//! What happened, as figures.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use sync::Problem;

/// A question to the server.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Question {
    Push,
    Pull,
}

/// Shared by all laptops.
pub struct Figures {
    begun: Instant,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    written: usize,
    answered: usize,
    pulled: usize,
    times: BTreeMap<Question, Vec<Duration>>,
    problems: BTreeMap<(Question, String), usize>,
}

impl Figures {
    pub fn new() -> Self {
        Self { begun: Instant::now(), inner: Mutex::default() }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn wrote(&self, changes: usize) {
        self.with(|inner| inner.written += changes);
    }

    /// The answer to a push, with verdicts for so many changes.
    pub fn pushed(&self, changes: usize) {
        self.with(|inner| inner.answered += changes);
    }

    pub fn pulled(&self, records: usize) {
        self.with(|inner| inner.pulled += records);
    }

    /// How a question ended, to the beginning of its answer.
    pub fn asked(&self, question: Question, begun: Instant, problem: Option<Problem>) {
        self.with(|inner| match problem {
            None => inner.times.entry(question).or_default().push(begun.elapsed()),
            Some(problem) => *inner.problems.entry((question, problem.to_string())).or_default() += 1,
        });
    }

    /// One line of how it goes.
    pub fn progress(&self) -> String {
        let seconds = self.begun.elapsed().as_secs();
        self.with(|inner| {
            let waiting = inner.written.saturating_sub(inner.answered);
            let problems: usize = inner.problems.values().sum();
            let (written, answered, pulled) = (inner.written, inner.answered, inner.pulled);
            format!("{seconds:>5} s  {written} written  {answered} answered  {waiting} waiting  {pulled} pulled  {problems} problems")
        })
    }

    /// Everything, at the end.
    pub fn summary(&self, length: Duration) -> String {
        self.with(|inner| {
            let rate = |n: usize| n as f64 / length.as_secs_f64();
            let mut lines = vec![
                format!("changes written  {} ({:.1} a second)", inner.written, rate(inner.written)),
                format!("changes answered {}", inner.answered),
                format!("records pulled   {} ({:.1} a second)", inner.pulled, rate(inner.pulled)),
            ];
            for (question, times) in &mut inner.times {
                times.sort_unstable();
                let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
                let name = format!("{question:?}").to_lowercase();
                let (p50, p95, p99, most) = (at(50), at(95), at(99), at(100));
                let count = times.len();
                lines.push(format!(
                    "{name}: {count} asked, ms: p50 {p50:.1}  p95 {p95:.1}  p99 {p99:.1}  most {most:.1}"
                ));
            }
            for ((question, problem), count) in &inner.problems {
                lines.push(format!("{}: {count} times {problem}", format!("{question:?}").to_lowercase()));
            }
            lines.join("\n")
        })
    }
}
