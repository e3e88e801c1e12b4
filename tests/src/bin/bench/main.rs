//! The figures of docs/BENCHMARKS.md, as a table: `cargo xtask bench [--quick] [forms] [laptop] [sync] [window] [sizes]`.
//!
//! Needs release builds (of the desktop program too, for its window) and a display. What is measured on a laptop runs
//! in processes of its own, so that memory is told apart from the server's; this program is the server, and the wire
//! between them, which counts bytes. `--quick` takes a tenth of everything, to see whether it runs.

mod city;
mod figures;
mod forms_engine;
mod laptop;
mod sizes;
mod window;
mod wire_cost;

use figures::row;

/// How much of everything.
#[derive(Clone, Copy)]
pub struct Size {
    pub households: usize,
    pub visits: usize,
    pub pushed: usize,
}

const WHOLE: Size = Size { households: 10_000, visits: 10_000, pushed: 1_000 };
const QUICK: Size = Size { households: 1_000, visits: 1_000, pushed: 100 };

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        // What this program starts itself as.
        ["stage", stage, rest @ ..] => return laptop::stage(stage, rest),
        ["part", rest @ ..] => return wire_cost::part(rest),
        ["windows", dir] => return window::windows(dir.as_ref()),
        _ => {}
    }
    let size = if args.contains(&"--quick") { QUICK } else { WHOLE };
    let parts: Vec<&&str> = args.iter().filter(|arg| !arg.starts_with("--")).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|wanted| wanted.split('-').next() == Some(part));
    println!("| What | Seen | Target |\n|---|---|---|");
    if wanted("forms") {
        forms_engine::measure();
    }
    if wanted("laptop") {
        city::measure(size);
    }
    if wanted("sync") {
        wire_cost::measure(&args);
    }
    if wanted("window") {
        window::measure();
    }
    if wanted("sizes") {
        sizes::measure();
    }
    row("load of the machine when this ended (1, 5, 15 minutes)", figures::load(), "");
}
