//! The figures of docs/BENCHMARKS.md: `cargo xtask bench`. Needs a release build of the desktop program and a display.

use std::time::{Duration, Instant};
use tests::window::Laptop;

const RUNS: usize = 7;

struct Row {
    what: &'static str,
    value: String,
}

fn main() {
    let mut starts = Vec::new();
    let mut memory_kib = Vec::new();
    for run in 0..RUNS {
        let begun = Instant::now();
        let laptop = Laptop::start(&format!("run {run}"));
        laptop.wait_until("there is a heading of the first level", |page| page.heading().is_some());
        starts.push(begun.elapsed());
        // Until the page has come to rest.
        std::thread::sleep(Duration::from_secs(1));
        memory_kib.push(laptop.memory_kib());
    }
    print(&[
        Row {
            what: "start to first screen, with the driver's own start",
            value: format!("{:.2} s", median(starts).as_secs_f64()),
        },
        Row { what: "memory of all processes (PSS)", value: format!("{} MB", median(memory_kib) / 1024) },
    ]);
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}

fn print(rows: &[Row]) {
    println!("| What | Median of {RUNS} |\n|---|---|");
    rows.iter().for_each(|row| println!("| {} | {} |", row.what, row.value));
}
