//! Figures and how they are written.

use std::fs;
use std::time::{Duration, Instant};

/// A row of the table.
pub fn row(what: impl AsRef<str>, seen: impl AsRef<str>, target: &str) {
    println!("| {} | {} | {target} |", what.as_ref(), seen.as_ref());
}

/// What it takes, and what comes of it.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let out = work();
    (begun.elapsed(), out)
}

pub fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// Half took at most this, and 99 of 100 at most that.
pub fn p50_p99(times: &mut [Duration]) -> String {
    times.sort_unstable();
    format!("p50 {}, p99 {}", ms(at(times, 50)), ms(at(times, 99)))
}

/// The time that so many of a hundred do not exceed.
pub fn at(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

/// The middle one.
pub fn median<T: Ord + Copy>(values: &[T]) -> T {
    let mut values = values.to_vec();
    values.sort_unstable();
    values[values.len() / 2]
}

/// The same, with the processor time of this thread beside it: what remains of it on a machine with nothing else to do.
pub fn timed_twice<T>(work: impl FnOnce() -> T) -> ((Duration, Duration), T) {
    let before = thread_cpu();
    let (time, out) = timed(work);
    ((time, thread_cpu().saturating_sub(before)), out)
}

fn thread_cpu() -> Duration {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|ns| ns.parse().ok()).unwrap_or(0))
}

/// Both, as `p50 …, p99 … (processor: p50 …, p99 …)`.
pub fn p50_p99_twice(times: &[(Duration, Duration)]) -> String {
    let (mut wall, mut cpu): (Vec<_>, Vec<_>) = times.iter().copied().unzip();
    format!("{} (processor: {})", p50_p99(&mut wall), p50_p99(&mut cpu))
}

/// The most memory that this process ever had in RAM.
pub fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0);
    format!("{} MB", kib / 1024)
}

/// Processor time of this process, and of those it started that have ended, in seconds.
pub fn cpu_seconds() -> (f64, f64) {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name: user and system time are the 12th and 13th, those of ended children follow.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let times: Vec<f64> = fields.skip(11).take(4).filter_map(|field| field.parse().ok()).collect();
    match times.as_slice() {
        [user, system, children_user, children_system] => {
            ((user + system) / TICKS_PER_SECOND, (children_user + children_system) / TICKS_PER_SECOND)
        }
        _ => (0.0, 0.0),
    }
}

pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().take(3).collect::<Vec<_>>().join(", ")
}
