//! Many laptops at one server, for load and soak: each with the real store, engine and schedule, and somebody who
//! writes visits with pauses between. At the end everything is sent and all hold the same, or it says what is missing
//! and fails.

mod figures;
mod laptop;
mod options;

use figures::Figures;
use laptop::Laptop;
use options::{Options, USAGE};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tests::headless::enrol;
use tests::random::Random;
use tokio::task::JoinSet;

/// How long it may take until all hold the same.
const PATIENCE: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    let options = match Options::parse() {
        Ok(options) => options,
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(simulate(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

async fn simulate(options: &Options) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let figures = Arc::new(Figures::new());
    let mut laptops = Vec::new();
    for (n, code) in options.codes.iter().enumerate() {
        let dir = folder.path().join(n.to_string());
        std::fs::create_dir(&dir).map_err(|e| e.to_string())?;
        let enrolled = enrol(&dir, &options.server, code).await;
        let started = enrolled.and_then(|()| Laptop::start(&dir, &figures));
        laptops.push(Arc::new(started.map_err(|problem| format!("laptop {n}: {problem}"))?));
    }
    println!("{} laptops, {} visits an hour each, seed {}", laptops.len(), options.visits_per_hour, options.seed);

    let begun = Instant::now();
    let mut people = JoinSet::new();
    for (n, laptop) in laptops.iter().cloned().enumerate() {
        let (figures, per_hour, end) = (Arc::clone(&figures), options.visits_per_hour, begun + options.length);
        let mut seeds = Random::new(options.seed.wrapping_add(n as u64));
        let random = Random::new(seeds.next_u64());
        people.spawn(async move { laptop.work(random, per_hour, end, &figures).await });
    }
    while begun.elapsed() < options.length {
        tokio::time::sleep(options.every.min(options.length.saturating_sub(begun.elapsed()))).await;
        println!("{}", figures.progress());
    }
    people.join_all().await;
    let ended = all_hold_the_same(&laptops).await;
    println!("{}\n{}", figures.progress(), figures.summary(options.length));
    println!("{}", ended?);
    Ok(())
}

/// Everything is answered and everybody holds the same, or what is not.
async fn all_hold_the_same(laptops: &[Arc<Laptop>]) -> Result<String, String> {
    let begun = Instant::now();
    for (n, laptop) in laptops.iter().enumerate() {
        if !laptop.is_sent(PATIENCE).await {
            return Err(format!("laptop {n} still waits to send"));
        }
        let counts = laptop.store.read(|r| r.outbox_counts()).map_err(|e| e.to_string())?;
        if counts.set_aside > 0 {
            return Err(format!("laptop {n}: {} changes were set aside", counts.set_aside));
        }
    }
    loop {
        laptops.iter().for_each(|laptop| laptop.look());
        tokio::time::sleep(Duration::from_millis(500)).await;
        let held: Vec<_> = laptops.iter().map(|laptop| laptop.holds()).collect();
        let Some((first, others)) = held.split_first() else { return Ok("nobody was there".to_owned()) };
        let Some(other) = others.iter().position(|other| other != first) else {
            let (seconds, records) = (begun.elapsed().as_secs_f64(), first.len());
            return Ok(format!("all hold the same {records} records, {seconds:.1} s after the last visit"));
        };
        if begun.elapsed() > PATIENCE {
            let count = first.symmetric_difference(&others[other]).count();
            return Err(format!("laptops 0 and {} differ in {count} records", other + 1));
        }
    }
}
