//! Chance for the whole of sync: laptops with the real store and engine, the real server's push and pull on a real
//! database, and a network between them that loses, repeats, delays, cuts and reorders messages, while processes end,
//! clocks jump, rights change, laptops are copied, the server is restored from a copy and people type in the middle of it.
//!
//! Each seed plays one such day and then lets everything come to rest. Then whoever may hold a record holds the
//! same, every change has its verdict, and nobody holds what is not theirs ([`checks`]). A failing seed plays again
//! with `HGH_SEED=<seed>`; `HGH_LONG=1` plays 20,000. `HGH_BACKEND=postgres` plays on PostgreSQL.

mod acts;
mod backend;
mod checks;
mod laptop;
mod network;
mod office;
mod world;

use backend::Backend;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tests::random::rounds;
use world::World;

/// What one seed plays.
fn play(seed: u64, backend: Backend) {
    let mut world = World::new(seed, backend);
    for _ in 0..world.steps() {
        world.step();
    }
    world.come_to_rest();
    checks::at_rest(&world);
}

/// Every `of`th seed from `first` to `last`.
fn play_share(first: u64, of: u64, last: usize, backend: Backend) {
    let last = u64::try_from(last).expect("a number");
    for seed in (first..=last).step_by(usize::try_from(of).expect("a few")) {
        if std::panic::catch_unwind(|| play(seed, backend)).is_err() {
            panic!("play it again with HGH_SEED={seed} HGH_BACKEND={backend}");
        }
    }
}

/// The one that is asked for.
fn backend() -> Backend {
    match std::env::var("HGH_BACKEND").as_deref() {
        Ok("postgres") => Backend::Postgres,
        Ok("sqlite") | Err(_) => Backend::Sqlite,
        Ok(other) => panic!("HGH_BACKEND={other}: sqlite or postgres"),
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The seeds are shared out over processes, not threads: the laptops' databases share one allocator, and threads of one
/// process wait for each other there.
#[test]
fn whatever_the_network_does_nothing_is_lost_doubled_or_leaked() {
    if let Some(seed) = number("HGH_SEED") {
        return play(seed, backend());
    }
    if let (Some(first), Some(of)) = (number("HGH_SHARE"), number("HGH_SHARES")) {
        return play_share(first, of, rounds(500, 20_000), backend());
    }
    let shares = std::thread::available_parallelism().map_or(1, usize::from);
    let folder = laptop::folder();
    let light = without_locks(folder.path());
    let players: Vec<Child> = (1..=shares)
        .map(|first| {
            Command::new(std::env::current_exe().expect("this program"))
                .args(["--exact", "whatever_the_network_does_nothing_is_lost_doubled_or_leaked"])
                .env("HGH_SHARE", first.to_string())
                .env("HGH_SHARES", shares.to_string())
                .env("LD_PRELOAD", &light)
                .stdout(Stdio::piped())
                .spawn()
                .expect("to start it again")
        })
        .collect();
    for player in players {
        let output = player.wait_with_output().expect("to the end");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
    }
}

/// A library without the calls that keep memory from being swapped out: they are most of the time of a day, and keep
/// secrets, of which there are none here.
fn without_locks(folder: &Path) -> PathBuf {
    let (source, library) = (folder.join("light.c"), folder.join("light.so"));
    let calls = "int mlock(const void *p, unsigned long n) { return 0; } int munlock(const void *p, unsigned long n) { return 0; }";
    std::fs::write(&source, calls).expect("to write");
    let status = Command::new("cc").args(["-shared", "-fPIC", "-w", "-o"]).args([&library, &source]).status();
    assert!(status.expect("a C compiler: Rust links with one").success());
    library
}

/// Some of the same days with two servers on PostgreSQL; all of them with `HGH_BACKEND=postgres`.
#[test]
fn the_same_on_postgresql() {
    if number("HGH_SEED").is_none() && number("HGH_SHARE").is_none() {
        play_share(1, 1, rounds(25, 500), Backend::Postgres);
    }
}
