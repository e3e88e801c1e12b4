//! kill -9 of laptops and of the server, each a process of its own, in the middle of saving, pushing, pulling, merging
//! and migrating. After each: everything opens, what a laptop said was saved is in it, what it heard from the server is
//! on the server; and at the end nothing was done twice.
//!
//! `HGH_LONG=1` kills 2,000 times what is killed 100 times otherwise.

mod migrating;
mod town;

use tests::random::{Random, rounds};
use town::Town;

/// A town lasts for so many kills, so that looking at everything stays cheap.
const KILLS_OF_A_TOWN: usize = 100;

/// When a laptop is killed: before what it said comes next, or soon after.
const MOMENTS: [&str; 5] = ["writing", "push", "answered", "pull", "page"];

#[test]
fn a_laptop_that_is_killed_has_what_it_saved_and_what_it_heard() {
    let mut random = Random::seeded("laptops killed", 5);
    for _ in 0..rounds(100, 2_000) / KILLS_OF_A_TOWN {
        let mut town = Town::open(random.next_u64());
        for n in 0..KILLS_OF_A_TOWN {
            town.kill_laptop(random.below(2), MOMENTS[n % MOMENTS.len()]);
        }
        town.comes_to_rest();
    }
}

#[test]
fn a_server_that_is_killed_has_what_it_answered() {
    let mut random = Random::seeded("servers killed", 6);
    for _ in 0..rounds(100, 2_000) / KILLS_OF_A_TOWN {
        let mut town = Town::open(random.next_u64());
        for n in 0..KILLS_OF_A_TOWN {
            // While both push to the same fields, or one pulls.
            town.kill_server(random.below(2), ["push", "push", "pull"][n % 3]);
        }
        town.comes_to_rest();
    }
}
