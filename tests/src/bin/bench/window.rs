//! The real window beside an empty page in a Tauri window, in turns of the same run: time until there is something to
//! read, and memory of all processes. The time includes the driver's own start, the same for both.

use crate::figures::{median, row};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tests::office::Office;
use tests::window::Laptop;

const RUNS: usize = 2;
/// Turns of both programs; short ones, because windows of others on the machine share pages with both.
const TURNS: usize = 5;

/// What one start showed.
#[derive(Clone, Copy)]
struct Start {
    ms: u64,
    kib: u64,
}

/// Prints the rows.
pub fn measure() {
    let office = Office::open();
    let mut enrolled = office.laptop("Meryem Aydın");
    enrolled.end();
    let own = std::env::current_exe().expect("this program has a path");
    let folder = own.parent().unwrap_or(Path::new("."));
    let (program, empty) = (folder.join("hoe-gaat-het"), folder.join("examples/empty_page"));
    if !program.exists() || !empty.exists() {
        row("start and memory of the window", "not built here", "");
        return;
    }
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        bare.extend(starts(&empty, enrolled.folder.path()));
        ours.extend(starts(&program, enrolled.folder.path()));
    }
    let ms = |starts: &[Start]| median(&starts.iter().map(|start| start.ms).collect::<Vec<_>>());
    let mb = |starts: &[Start]| median(&starts.iter().map(|start| start.kib).collect::<Vec<_>>()) / 1024;
    let seen = |what: (u64, u64), unit: &str| {
        let above = what.0.cast_signed() - what.1.cast_signed();
        format!("{} {unit}, {above} {unit} above an empty page ({} {unit})", what.0, what.1)
    };
    row("start → unlock screen, with the driver's start", seen((ms(&ours), ms(&bare)), "ms"), "at most 150 ms above");
    row(
        "memory of all processes at the unlock screen (PSS)",
        seen((mb(&ours), mb(&bare)), "MB"),
        "at most 60 MB above",
    );
}

/// The harness takes the program's path from the environment, so each program has a process of this bench.
fn starts(program: &Path, enrolled: &Path) -> Vec<Start> {
    let own = std::env::current_exe().expect("this program has a path");
    let mut command = Command::new(own);
    command.arg("windows").arg(enrolled).env("HOE_GAAT_HET", program);
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().expect("the windows start");
    assert!(output.status.success(), "{}: no window", program.display());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let start = |line: &str| {
        let (ms, kib) = line.strip_prefix("start ")?.split_once(' ')?;
        Some(Start { ms: ms.parse().ok()?, kib: kib.parse().ok()? })
    };
    text.lines().filter_map(start).collect()
}

/// Opens the window again and again, on a laptop that was enrolled before.
pub fn windows(enrolled: &Path) {
    let mut laptop = Laptop::start("bench");
    laptop.kill9();
    copy(enrolled, &laptop.data_dir());
    for _ in 0..RUNS {
        let begun = Instant::now();
        laptop.open();
        while laptop.heading().is_none() {
            std::thread::sleep(Duration::from_millis(2));
        }
        let ms = begun.elapsed().as_millis();
        // Until the page has come to rest.
        std::thread::sleep(Duration::from_secs(1));
        println!("start {ms} {}", laptop.memory_kib());
        laptop.kill9();
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for name in [store::keyfile::KEY_FILE, store::DATABASE_FILE, "profile.json"] {
        let source: PathBuf = from.join(name);
        std::fs::copy(source, to.join(name)).expect("to copy");
    }
}
