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

use std::sync::atomic::{AtomicU64, Ordering};
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

#[test]
fn whatever_the_network_does_nothing_is_lost_doubled_or_leaked() {
    if let Some(seed) = std::env::var("HGH_SEED").ok().and_then(|text| text.parse().ok()) {
        return play(seed);
    }
    let last = u64::try_from(rounds(500, 20_000)).expect("a number");
    let next = AtomicU64::new(1);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed > last {
                        return;
                    }
                    let played = std::panic::catch_unwind(|| play(seed));
                    if played.is_err() {
                        // The others need not be played.
                        next.store(last + 1, Ordering::SeqCst);
                        panic!("play it again with HGH_SEED={seed}");
                    }
                }
            });
        }
    });
}
