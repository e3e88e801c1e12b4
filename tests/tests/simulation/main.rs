//! Chance for the whole of sync: laptops with the real store and engine, the real server's push and pull on a real
//! database, and a network between them that loses, repeats, delays and reorders messages, while processes end, clocks
//! jump, rights change and people type in the middle of it.
//!
//! Each seed plays one such day and then lets everything come to rest. Then whoever may hold a record holds the
//! same, every change has its verdict, and nobody holds what is not theirs ([`checks`]). A failing seed plays again
//! with `HGH_SEED=<seed>`; `HGH_LONG=1` plays 20,000.

mod acts;
mod checks;
mod laptop;
mod network;
mod world;

use std::process::{Child, Command, Stdio};
use tests::random::rounds;
use world::World;

/// What one seed plays.
fn play(seed: u64) {
    let mut world = World::new(seed);
    for _ in 0..world.steps() {
        world.step();
    }
    world.come_to_rest();
    checks::at_rest(&world);
}

/// Every `of`th seed from `first` on.
fn play_share(first: u64, of: u64) {
    let last = u64::try_from(rounds(500, 20_000)).expect("a number");
    for seed in (first..=last).step_by(usize::try_from(of).expect("a few")) {
        if std::panic::catch_unwind(|| play(seed)).is_err() {
            panic!("play it again with HGH_SEED={seed}");
        }
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The seeds are shared out over processes, not threads: the laptops' databases lock the memory that they use, and
/// threads of one process wait for each other there.
#[test]
fn whatever_the_network_does_nothing_is_lost_doubled_or_leaked() {
    if let Some(seed) = number("HGH_SEED") {
        return play(seed);
    }
    if let (Some(first), Some(of)) = (number("HGH_SHARE"), number("HGH_SHARES")) {
        return play_share(first, of);
    }
    let shares = std::thread::available_parallelism().map_or(1, usize::from);
    let players: Vec<Child> = (1..=shares)
        .map(|first| {
            Command::new(std::env::current_exe().expect("this program"))
                .args(["--exact", "whatever_the_network_does_nothing_is_lost_doubled_or_leaked"])
                .env("HGH_SHARE", first.to_string())
                .env("HGH_SHARES", shares.to_string())
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
