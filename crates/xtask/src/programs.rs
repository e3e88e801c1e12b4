//! Tasks that are programs of the crate `tests`, where all crates meet; here they are only built and started.

use crate::run::{Result, built, cargo, root, run};
use crate::setup::{Purpose, setup};
use crate::test::in_windows;
use std::process::Command;

/// Writes what is generated from Rust for the UI.
pub fn codegen() -> Result<()> {
    run(&mut cargo(&["build", "--workspace", "--bin", "codegen"]))?;
    run(Command::new(built("debug")?.join("codegen")).current_dir(root()))
}

/// Measures a release build and prints the table of docs/BENCHMARKS.md.
pub fn bench(args: &[String]) -> Result<()> {
    setup(Purpose::Test)?;
    let programs = ["--bin", "bench", "--bin", "hoe-gaat-het", "--example", "empty_page"];
    run(&mut cargo(&[&["build", "--release", "--workspace"], &programs[..]].concat()))?;
    in_windows(Command::new(built("release")?.join("bench")).args(args).current_dir(root()))
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
