//! `cargo xtask test`: everything that must pass, in order, until the first failure.
//!
//! Every cargo step takes the whole workspace, so that features are the same everywhere and each dependency is built
//! once.

use crate::display::{self, Invisible};
use crate::run::{Result, built, cargo, npm, root, run};
use crate::{setup, tidy};
use std::process::Command;
use std::time::{Duration, Instant};

struct Step {
    name: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "setup", run: || setup::setup(setup::Purpose::Test) },
    Step { name: "format", run: || run(&mut cargo(&["fmt", "--all", "--check"])) },
    Step { name: "tidy", run: tidy::tidy },
    Step { name: "clippy", run: clippy },
    Step { name: "ui: types", run: || ui("check") },
    Step { name: "ui: lint", run: || ui("lint") },
    Step { name: "ui: tests", run: || ui("test") },
    Step { name: "ui: screens", run: || ui("axe") },
    Step { name: "build", run: || run(&mut cargo(&["build", "--workspace", "--all-targets"])) },
    Step { name: "tests", run: || run(&mut cargo(&["test", "--workspace"])) },
    Step { name: "forms by keyboard", run: forms },
    Step { name: "window tests", run: window_tests },
];

/// Runs the steps and sums them up.
pub fn test() -> Result<()> {
    let mut done: Vec<(&str, Duration)> = Vec::new();
    for step in STEPS {
        println!("\n==== {} ====", step.name);
        let start = Instant::now();
        if let Err(message) = (step.run)() {
            println!("\n{message}");
            let rest = &STEPS[done.len() + 1..];
            print_summary(&done);
            println!("  FAILED   {:>7}  {}", seconds(start.elapsed()), step.name);
            rest.iter().for_each(|step| println!("  not run           {}", step.name));
            println!("{} passed, 1 failed", done.len());
            return Err(format!("failed: {}", step.name));
        }
        done.push((step.name, start.elapsed()));
        println!("---- {}: {}", step.name, seconds(start.elapsed()));
    }
    print_summary(&done);
    println!("{} passed, 0 failed", done.len());
    Ok(())
}

fn print_summary(done: &[(&str, Duration)]) {
    println!("\n==== summary ====");
    done.iter().for_each(|(name, time)| println!("  passed   {:>7}  {name}", seconds(*time)));
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn clippy() -> Result<()> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn ui(script: &str) -> Result<()> {
    if !root().join("ui/package.json").exists() {
        println!("no UI yet");
        return Ok(());
    }
    run(&mut npm(&["run", "--silent", script]))
}

/// Fills in real forms in a browser, over the core behind the development bridge.
fn forms() -> Result<()> {
    let programs = ["--bin", "bridge", "--bin", "hoe-gaat-het-server"];
    run(&mut cargo(&[&["build", "--workspace", "--features", "app/bridge"], &programs[..]].concat()))?;
    run(npm(&["run", "--silent", "forms"]).env("PROGRAMS", built("debug")?))
}

/// Tests that open real windows are marked `#[ignore]`, so that a plain `cargo test` needs no display.
fn window_tests() -> Result<()> {
    in_windows(&mut cargo(&["test", "--workspace", "--test", "window*", "--", "--ignored", "--test-threads=1"]))
}

/// Runs a command whose windows nobody needs to see.
pub fn in_windows(command: &mut Command) -> Result<()> {
    if display::there_is_one() {
        return run(command);
    }
    let display = Invisible::start()?;
    display.serve(command);
    run(command)
}
