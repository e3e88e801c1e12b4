//! Tasks that are programs of the crate `tests`, where all crates meet; here they are only built and started.

use crate::run::{Result, built, cargo, output_of, root, run, without_outer_cargo};
use crate::setup::{Purpose, setup};
use crate::test::in_windows;
use std::path::Path;
use std::process::Command;

/// Writes what is generated from Rust for the UI.
pub fn codegen() -> Result<()> {
    run(&mut cargo(&["build", "--workspace", "--bin", "codegen"]))?;
    run(Command::new(built("debug")?.join("codegen")).current_dir(root()))
}

/// Measures a release build and prints the table of docs/BENCHMARKS.md. The form engine and
/// sync need no window, and so nothing that only the window needs.
pub fn bench(args: &[String]) -> Result<()> {
    let mut parts = args.iter().filter(|arg| !arg.starts_with("--")).peekable();
    if parts.peek().is_some() && parts.all(|part| part == "forms" || part.starts_with("sync")) {
        run(&mut cargo(&["build", "--release", "--package", "tests", "--bin", "bench"]))?;
        return run(Command::new(built("release")?.join("bench")).args(args).current_dir(root()));
    }
    setup(Purpose::Test)?;
    let programs = ["--bin", "bench", "--bin", "hoe-gaat-het", "--example", "empty_page"];
    run(&mut cargo(&[&["build", "--release", "--workspace"], &programs[..]].concat()))?;
    in_windows(Command::new(built("release")?.join("bench")).args(args).current_dir(root()))
}

/// What is fuzzed: a project of its own in each folder, and its targets.
const FUZZED: [(&str, &[&str]); 2] =
    [("crates/forms/fuzz", &["workbook", "expression", "run_request"]), ("crates/protocol/fuzz", &["push", "pull"])];

/// Fuzzes the form engine and the readers of messages: every target for so many seconds, 600 unless told. Needs a
/// nightly compiler and cargo-fuzz.
pub fn fuzz(args: &[String]) -> Result<()> {
    let seconds = args.first().map_or("600", String::as_str);
    if seconds.parse::<u32>().is_err() {
        return Err(format!("{seconds}: a number of seconds is wanted"));
    }
    FUZZED.iter().try_for_each(|(folder, targets)| fuzz_in(&root().join(folder), targets, seconds))
}

fn fuzz_in(fuzz: &Path, targets: &[&str], seconds: &str) -> Result<()> {
    // Not the cargo that runs this: another compiler has its own.
    let cargo = |args: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(args).current_dir(fuzz).env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
        without_outer_cargo(&mut command);
        command
    };
    let missing = "Please install them: rustup toolchain install nightly, cargo install cargo-fuzz";
    if output_of(&mut cargo(&["+nightly", "fuzz", "--version"])).is_err() {
        return Err(format!("There is no nightly compiler, or no cargo-fuzz. {missing}"));
    }
    run(&mut cargo(&["+nightly", "run", "--quiet", "--bin", "seeds"]))?;
    let limits = [&format!("-max_total_time={seconds}"), "-timeout=25", "-rss_limit_mb=1500", "-max_len=65536"];
    for target in targets {
        run(&mut cargo(&[&["+nightly", "fuzz", "run", "--fuzz-dir", ".", target, "--"], &limits[..]].concat()))?;
    }
    Ok(())
}

/// Takes a picture of every screen.
pub fn screens() -> Result<()> {
    setup(Purpose::Test)?;
    let folder = root().join("screens");
    std::fs::create_dir_all(&folder).map_err(|error| format!("screens/ cannot be made: {error}"))?;
    run(&mut cargo(&["build", "--workspace", "--all-targets"]))?;
    // What a window complained of is told, and stops nothing.
    let mut take = cargo(&["test", "--workspace", "--test", "screens", "--", "--ignored", "--nocapture"]);
    in_windows(take.env("SCREENS_DIR", &folder))?;
    println!("pictures are in {}: open index.html", folder.display());
    Ok(())
}
